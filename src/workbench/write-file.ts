import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { UsageError } from "./world.ts";

/**
 * Writes a file whole or not at all: to a name beside it first, then by rename.
 * A folder that cannot be written is a UsageError that names it.
 */
export function writeWhole(path: string, text: string | Iterable<string>): void {
  const draft = `${path}.${process.pid}.part`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writePieces(draft, typeof text === "string" ? [text] : text);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    throw new UsageError({
      en: `cannot write \`${path}\` (${code}); give another place with -o format=path`,
      zh: `无法写入 \`${path}\`（${code}）；请用 -o 格式=路径 指定其他位置`,
    });
  }
}

/** Pieces are gathered to a megabyte before they are written. */
function writePieces(path: string, pieces: Iterable<string>): void {
  const handle = openSync(path, "w");
  try {
    let waiting = "";
    for (const piece of pieces) {
      waiting += piece;
      if (waiting.length < 1_000_000) continue;
      writeSync(handle, waiting);
      waiting = "";
    }
    writeSync(handle, waiting);
  } finally {
    closeSync(handle);
  }
}
