import { readdirSync, statSync, watch, type Dirent, type FSWatcher } from "node:fs";
import { join } from "node:path";

/** Ends the watching. */
export interface Watching {
  close(): void;
}

/** A save is often several events: a draft, a rename, a change of times. */
const settleMs = 60;
/** How often files are looked at where the system cannot tell of changes. */
const pollMs = 500;
const foldersMax = 1000;

/**
 * Calls back with the JSON and CSV files below these folders that changed, came or went: once for a burst of events, never for
 * a save that changes nothing. Folders are watched, not files, so that an editor may save by renaming; new folders join.
 */
export function watchFolders(roots: readonly string[], changed: (files: readonly string[]) => void): Watching {
  let known = lookAt(roots);
  let waiting: NodeJS.Timeout | undefined;
  const watchers = new Map<string, FSWatcher>();
  const settle = (): void => {
    waiting = undefined;
    const now = lookAt(roots);
    const files = [...new Set([...known.files.keys(), ...now.files.keys()])].filter((file) => known.files.get(file) !== now.files.get(file));
    known = now;
    watchAll();
    if (files.length > 0) changed(files.toSorted());
  };
  const stir = (): void => {
    waiting ??= setTimeout(settle, settleMs);
  };
  const watchAll = (): void => {
    for (const folder of watchers.keys()) if (!known.folders.includes(folder)) leave(folder);
    for (const folder of known.folders) if (!watchers.has(folder)) enter(folder);
  };
  const leave = (folder: string): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  const enter = (folder: string): void => {
    try {
      const watcher = watch(folder, { persistent: true }, stir);
      watcher.on("error", () => leave(folder));
      watchers.set(folder, watcher);
    } catch {
      poll ??= setInterval(settle, pollMs);
    }
  };
  let poll: NodeJS.Timeout | undefined;
  watchAll();
  return {
    close: () => {
      clearTimeout(waiting);
      clearInterval(poll);
      for (const folder of watchers.keys()) leave(folder);
    },
  };
}

interface Seen {
  readonly folders: readonly string[];
  /** Path → what tells one state of a file from another. */
  readonly files: ReadonlyMap<string, string>;
}

function lookAt(roots: readonly string[]): Seen {
  const folders: string[] = [];
  const files = new Map<string, string>();
  const visit = (folder: string): void => {
    if (folders.length >= foldersMax || folders.includes(folder)) return;
    const entries = listOf(folder);
    if (entries === undefined) return;
    folders.push(folder);
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !entry.name.startsWith(".") && entry.name !== "node_modules") visit(path);
      else if (/\.(?:json|csv)$/u.test(entry.name)) files.set(path, stateOf(path));
    }
  };
  for (const root of roots) visit(root);
  return { folders, files };
}

function listOf(folder: string): readonly Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return undefined;
  }
}

/** A file that goes away between two looks is as good as gone. */
function stateOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? "" : `${found.size}:${found.mtimeMs}:${found.ino}`;
}
