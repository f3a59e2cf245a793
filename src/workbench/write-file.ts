import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { UsageError } from "./world.ts";

/**
 * Writes a file whole or not at all: to a name beside it first, then by rename.
 * A folder that cannot be written is a UsageError that names it.
 */
export function writeWhole(path: string, text: string): void {
  const draft = `${path}.${process.pid}.part`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(draft, text);
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
