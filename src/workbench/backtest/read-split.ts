import { UsageError } from "../world.ts";

/** Which rows are of the second sample, out-of-time. */
export type Split =
  | { readonly kind: "last"; readonly share: number; readonly written: string }
  | { readonly kind: "column"; readonly column: string; readonly read: (cell: string) => number; readonly written: string };

/**
 * `--split`: `30%` or `0.3` (the last rows of the file), `column=value` (rows with it), or `column>=value` (rows from a
 * number or an ISO date on). The rest is in-sample.
 */
export function readSplit(written: string | undefined): Split | undefined {
  if (written === undefined) return undefined;
  const share = /^(\d+(?:\.\d+)?)%$/u.test(written) ? Number(written.slice(0, -1)) / 100 : /^0?\.\d+$/u.test(written) ? Number(written) : undefined;
  if (share !== undefined) {
    if (share > 0 && share < 1) return { kind: "last", share, written };
    throw wrong(written, { en: "leaves one sample empty", zh: "会使其中一个样本为空" });
  }
  const [, column = "", sign = "", value = ""] = /^(.+?)\s*(>=|=)\s*(.*)$/su.exec(written) ?? [];
  if (column === "" || value === "") throw wrong(written, { en: "is neither a share nor column=value nor column>=value", zh: "既不是占比，也不是 列=值 或 列>=值" });
  return { kind: "column", column, read: sign === "=" ? (cell) => (cell.trim() === value.trim() ? 1 : 0) : fromOn(value.trim(), written), written };
}

const isoDate = /^\d{4}-\d{2}(?:-\d{2})?/u;

/** 1 from the value on, 0 before; NaN for a cell that cannot be compared with it. */
function fromOn(value: string, written: string): (cell: string) => number {
  if (isoDate.test(value)) {
    return (cell) => {
      const text = cell.trim();
      return isoDate.test(text) ? Number(text >= value) : Number.NaN;
    };
  }
  const from = Number(value);
  if (!Number.isFinite(from)) throw wrong(written, { en: "compares with what is neither a number nor an ISO date (2025-06-30)", zh: "的比较值既不是数字，也不是 ISO 日期（如 2025-06-30）" });
  return (cell) => (cell.trim() === "" ? Number.NaN : Number(Number(cell) >= from) + (Number.isNaN(Number(cell)) ? Number.NaN : 0));
}

function wrong(written: string, why: { readonly en: string; readonly zh: string }): UsageError {
  return new UsageError({
    en: `--split \`${written}\` ${why.en}; write --split 30%, --split cohort=2025, or --split opened>=2025-06-30`,
    zh: `--split \`${written}\` ${why.zh}；可写 --split 30%、--split cohort=2025 或 --split opened>=2025-06-30`,
  });
}
