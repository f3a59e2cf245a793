import { accessSync, closeSync, constants, mkdirSync, openSync, renameSync, rmSync, rmdirSync, statSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import type { Text } from "../base/index.ts";
import { UsageError } from "./world.ts";

/** A file to be written. */
export interface Writing {
  readonly path: string;
  readonly text: string;
}

/** Drafts that stand on disk now, and folders made for them, so that an interrupt leaves none behind. */
const drafts = new Set<string>();
const made: string[] = [];

/** Writes one file whole or not at all. A place that cannot be written is a UsageError that names it. */
export function writeWhole(path: string, text: string): void {
  writeAll([{ path, text }]);
}

/** Writes all files or none of them: to names beside them first, then by rename. Folders made for nothing are taken away again. */
export function writeAll(files: readonly Writing[]): void {
  try {
    for (const { path, text } of files) draft(path, (handle) => writeSync(handle, text));
    for (const { path } of files) land(path);
  } finally {
    removeDrafts();
  }
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Something stands in it.
  }
}

/** Writes one large file piece by piece, letting signals through in between; whole or not at all. */
export async function writePieces(path: string, pieces: Iterable<string>): Promise<void> {
  try {
    const handle = attempt(path, () => openDraft(path));
    try {
      for (const megabyte of gathered(pieces)) {
        attempt(path, () => writeSync(handle, megabyte));
        await new Promise((resolve) => setImmediate(resolve));
      }
    } finally {
      closeSync(handle);
    }
    land(path);
  } finally {
    removeDrafts();
  }
}

/** Whether files can be written at these places, found out before the work: a UsageError names the first that cannot. */
export function checkWritable(paths: readonly string[]): void {
  for (const path of paths) {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) throw unwritable(path, "EISDIR");
    attempt(path, () => accessSync(standing(dirname(path)), constants.W_OK));
  }
}

/** Removes what is half-written, and folders made for nothing: called when a write ends and when the process is interrupted. */
export function removeDrafts(): void {
  for (const path of drafts) rmSync(path, { force: true });
  drafts.clear();
  // Those within others were made last.
  for (let folder = made.pop(); folder !== undefined; folder = made.pop()) removeEmpty(folder);
}

/** The nearest folder at or above a path that exists; something that is no folder on the way is an error. */
function standing(folder: string): string {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found?.isDirectory() === true) return folder;
  if (found !== undefined) throw Object.assign(new Error("no folder"), { code: "ENOTDIR" });
  return standing(dirname(folder));
}

/** Folders are made one by one: asked for all at once, Node never comes back from places like `/proc/x/y`. */
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false }) !== undefined) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
    made.push(folder);
  } catch (error) {
    // Another process may have been quicker.
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) throw error;
  }
}

function draft(path: string, write: (handle: number) => void): void {
  attempt(path, () => {
    const handle = openDraft(path);
    try {
      write(handle);
    } finally {
      closeSync(handle);
    }
  });
}

function openDraft(path: string): number {
  makeFolder(dirname(path));
  const name = draftOf(path);
  const handle = openSync(name, "w");
  if (name !== path) drafts.add(name);
  return handle;
}

function land(path: string): void {
  attempt(path, () => {
    const name = draftOf(path);
    if (name === path) return;
    renameSync(name, path);
    drafts.delete(name);
  });
}

/** The name beside a path; a device or a pipe is written into, never replaced. */
function draftOf(path: string): string {
  const there = statSync(path, { throwIfNoEntry: false });
  return there === undefined || there.isFile() ? `${path}.${process.pid}.part` : path;
}

function attempt<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw unwritable(path, error instanceof Error && "code" in error ? String(error.code) : "unknown");
  }
}

const reasons: Readonly<Record<string, Text>> = {
  EISDIR: { en: "it is a folder", zh: "它是一个文件夹" },
  ENOTDIR: { en: "a file stands where its folder should be", zh: "其所在文件夹的位置上是一个文件" },
  ENOENT: { en: "no folder can be made there", zh: "那里无法创建文件夹" },
  EEXIST: { en: "a file stands where its folder should be", zh: "其所在文件夹的位置上是一个文件" },
  EACCES: { en: "permission denied", zh: "没有写入权限" },
  EPERM: { en: "permission denied", zh: "没有写入权限" },
  EROFS: { en: "the disk is read-only", zh: "磁盘为只读" },
  ENOSPC: { en: "the disk is full", zh: "磁盘已满" },
  ENAMETOOLONG: { en: "the name is too long", zh: "文件名过长" },
};

function unwritable(path: string, code: string): UsageError {
  const why = reasons[code] ?? { en: code, zh: code };
  return new UsageError({
    en: `cannot write \`${path}\`: ${why.en}; name another place`,
    zh: `无法写入 \`${path}\`：${why.zh}；请指定其他位置`,
  });
}

/** Pieces gathered to about a megabyte. */
function* gathered(pieces: Iterable<string>): Generator<string> {
  let waiting = "";
  for (const piece of pieces) {
    waiting += piece;
    if (waiting.length < 1_000_000) continue;
    yield waiting;
    waiting = "";
  }
  yield waiting;
}
