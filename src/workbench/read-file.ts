import { closeSync, fstatSync, openSync, readFileSync } from "node:fs";
import { diagnose, type Diagnostic, type Text } from "../base/index.ts";

/** A text file as it was read: its name as the user knows it, and what it says. */
export interface Source {
  readonly file: string;
  readonly text: string;
}

/** A file, or why it could not be read. */
export type ReadFile = { readonly source: Source } | { readonly diagnostic: Diagnostic };

const bytesMax = 20_000_000;

/** Reads a rule or scenario file as UTF-8 of at most 20 MB. `shown` is the name used in messages. */
export function readTextFile(path: string, shown: string): ReadFile {
  try {
    const handle = openSync(path, "r");
    try {
      const { size } = fstatSync(handle);
      if (size > bytesMax) return { diagnostic: tooLarge(shown, size) };
      const bytes = readFileSync(handle);
      const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
      return { source: { file: shown, text } };
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    return { diagnostic: unreadable(shown, error) };
  }
}

function tooLarge(file: string, size: number): Diagnostic {
  const megabytes = Math.ceil(size / 1_000_000);
  return located(file, "too-large", {
    en: `the file has ${megabytes} MB; files of at most 20 MB are read`,
    zh: `文件有 ${megabytes} MB；最多只读取 20 MB 的文件`,
  });
}

function unreadable(file: string, error: unknown): Diagnostic {
  if (error instanceof TypeError)
    return located(
      file,
      "not-utf8",
      { en: "the file is not UTF-8 text", zh: "文件不是 UTF-8 文本" },
      { en: "save it as UTF-8; GBK and UTF-16 are not read", zh: "请另存为 UTF-8；不支持 GBK 和 UTF-16" },
    );
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const why = unreadableWords[code] ?? { en: `cannot be read (${code || "unknown error"})`, zh: `无法读取（${code || "未知错误"}）` };
  return located(file, code === "ENOENT" ? "file-not-found" : "unreadable-file", {
    en: `the file ${why.en}`,
    zh: `文件${why.zh}`,
  });
}

/** Why a file cannot be read, by the system's code; said after `the file`. */
export const unreadableWords: Readonly<Record<string, Text>> = {
  ENOENT: { en: "does not exist", zh: "不存在" },
  EISDIR: { en: "is a folder", zh: "是一个文件夹" },
  EACCES: { en: "may not be read: permission denied", zh: "没有读取权限" },
  EPERM: { en: "may not be read: permission denied", zh: "没有读取权限" },
  ENOTDIR: { en: "lies below something that is no folder", zh: "的上级路径不是文件夹" },
};

/** A finding about a file as a whole. */
export function located(file: string, code: string, message: Text, hint?: Text): Diagnostic {
  const bare = diagnose({ code, message, ...(hint === undefined ? {} : { hint }) });
  return { ...bare, place: { file, pointer: "", line: 1, column: 1, length: 0, frame: "" } };
}
