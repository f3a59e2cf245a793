import { readdirSync, statSync, watch, type Dirent, type FSWatcher } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Ends the watching. */
export interface Watching {
  close(): void;
}

/** How long the events of a save are gathered: it is often several, a draft, a rename, a change of times. */
export interface WatchTimes {
  readonly settleMs?: number;
  /** How often files are looked at where the system cannot tell of changes, or a folder is gone. */
  readonly pollMs?: number;
}

const foldersMax = 1000;

/**
 * Calls back with the JSON and CSV files below these folders that changed, came or went: once for a burst of events, never for
 * a save that changes nothing. Folders are watched, not files, so that an editor may save by renaming; new folders join.
 */
export function watchFolders(roots: readonly string[], changed: (files: readonly string[]) => void, { settleMs = 30, pollMs = 500 }: WatchTimes = {}): Watching {
  let known = lookAt(roots);
  let waiting: NodeJS.Timeout | undefined;
  let poll: NodeJS.Timeout | undefined;
  /** Whether the system refuses to tell of some folder. */
  let deaf = false;
  const watchers = new Map<string, { readonly watcher: FSWatcher; readonly inode: number }>();
  const settle = (): void => {
    waiting = undefined;
    const now = lookAt(roots);
    const files = [...new Set([...known.files.keys(), ...now.files.keys()])].filter((file) => known.files.get(file) !== now.files.get(file));
    known = now;
    // Something may have been written into a new folder before it was watched.
    if (watchAll()) stir();
    if (files.length > 0) changed(files.toSorted());
  };
  const stir = (): void => {
    waiting ??= setTimeout(settle, settleMs);
  };
  const watchAll = (): boolean => {
    // What is gone tells nothing of its coming back.
    const gone = roots.some((root) => !known.folders.has(root) && !known.files.has(root));
    if (gone || deaf) poll ??= setInterval(settle, pollMs);
    else poll = stopped(poll);
    for (const [folder, { inode }] of watchers) if (known.folders.get(folder) !== inode) leave(folder);
    const entered = [...known.folders].filter(([folder]) => !watchers.has(folder));
    for (const [folder, inode] of entered) enter(folder, inode);
    return entered.length > 0;
  };
  const leave = (folder: string): void => {
    watchers.get(folder)?.watcher.close();
    watchers.delete(folder);
  };
  const enter = (folder: string, inode: number): void => {
    try {
      const watcher = watch(folder, { persistent: true }, (_event, name) => {
        // The folder itself was deleted or moved: whatever stands there next has to be entered anew.
        if (name === basename(folder)) leave(folder);
        stir();
      });
      watcher.on("error", () => leave(folder));
      watchers.set(folder, { watcher, inode });
    } catch {
      // A folder that went away meanwhile is told by the one above it.
      deaf ||= statSync(folder, { throwIfNoEntry: false }) !== undefined;
      if (deaf) poll ??= setInterval(settle, pollMs);
    }
  };
  watchAll();
  return {
    close: () => {
      clearTimeout(waiting);
      clearInterval(poll);
      for (const folder of watchers.keys()) leave(folder);
    },
  };
}

function stopped(timer: NodeJS.Timeout | undefined): undefined {
  clearInterval(timer);
  return undefined;
}

interface Seen {
  /** Path → inode: a folder that was deleted and made again is another one. */
  readonly folders: ReadonlyMap<string, number>;
  /** Path → what tells one state of a file from another. */
  readonly files: ReadonlyMap<string, string>;
}

function lookAt(roots: readonly string[]): Seen {
  const folders = new Map<string, number>();
  const files = new Map<string, string>();
  const visit = (folder: string): void => {
    if (folders.size >= foldersMax || folders.has(folder)) return;
    const entries = listOf(folder);
    if (entries === undefined) return;
    folders.set(folder, inodeOf(folder));
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !entry.name.startsWith(".") && entry.name !== "node_modules") visit(path);
      else if (/\.(?:json|csv)$/u.test(entry.name)) files.set(path, stateOf(path));
    }
  };
  for (const root of roots) {
    if (!isFile(root)) visit(root);
    else {
      // A file by itself: the folder it stands in may be anything, and is not gone through.
      files.set(root, stateOf(root));
      folders.set(dirname(root), inodeOf(dirname(root)));
    }
  }
  return { folders, files };
}

const inodeOf = (folder: string): number => statSync(folder, { throwIfNoEntry: false })?.ino ?? 0;

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

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
