import type { Level, Text } from "../base/index.ts";
import type { Finding } from "./problem-ledger.ts";
import type { CsvProblem } from "./read-csv.ts";

/** A problem of the text as a problem of the import; `names` are the columns' names by index. */
export function csvFinding(
  { kind, row, column, value }: CsvProblem,
  names: readonly string[],
): Finding {
  const { level, title } = words[kind];
  const shown = column > 0 ? (names[column - 1] ?? String(column)) : "";
  return {
    kind,
    level,
    row,
    column: shown,
    value: kind === "delimiter-guessed" ? named(value) : value,
    title: () => title,
  };
}

function named(delimiter: string): string {
  return delimiter === "\t" ? "tab" : delimiter === " " ? "space" : delimiter;
}

const words: Readonly<Record<CsvProblem["kind"], { readonly level: Level; readonly title: Text }>> =
  {
    "byte-order-mark": {
      level: "note",
      title: {
        en: "the file begins with a byte-order mark; it was stripped",
        zh: "文件以字节顺序标记开头，已去除",
      },
    },
    "delimiter-guessed": {
      level: "note",
      title: {
        en: "cells are not separated by commas; the separator was guessed",
        zh: "单元格并非以逗号分隔，分隔符为推测所得",
      },
    },
    "cr-only-line-ends": {
      level: "note",
      title: {
        en: "lines end in carriage returns only; read as lines",
        zh: "行尾仅为回车符，已按换行处理",
      },
    },
    "unclosed-quote": {
      level: "warning",
      title: {
        en: "a quote that is never closed; its line was read without quotes",
        zh: "引号未闭合，该行按无引号读取",
      },
    },
    "malformed-quote": {
      level: "warning",
      title: {
        en: "text after a closing quote; kept in the cell",
        zh: "闭合引号之后还有内容，保留在单元格中",
      },
    },
    "wrong-encoding": {
      level: "warning",
      title: {
        en: "characters that are not UTF-8; save the file as UTF-8 (GBK is a frequent cause)",
        zh: "存在非 UTF-8 字符，请将文件另存为 UTF-8（常见原因是 GBK 编码）",
      },
    },
    "binary-file": {
      level: "error",
      title: {
        en: "the file is not text: it contains NUL bytes (UTF-16 or a spreadsheet?)",
        zh: "文件不是文本：含有 NUL 字节（可能是 UTF-16 或电子表格）",
      },
    },
    "row-too-long": {
      level: "error",
      title: { en: "a row of more than a million characters", zh: "存在超过一百万字符的行" },
    },
  };
