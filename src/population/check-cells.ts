import { codeText } from "./code-text.ts";
import type { FileRow } from "./compile-source.ts";
import type { Mapping } from "./mapping-schema.ts";
import { shownValue, type ProblemLedger } from "./problem-ledger.ts";

/** Looks at one column of each row, once, however many facts read it: empty cells and undocumented codes. */
export type CellCheck = (row: FileRow) => void;

/** The checks of a mapping's columns; `mandatory` are those that feed a fact which may not be missing. */
export function cellChecks(
  mapping: Mapping,
  indexOf: ReadonlyMap<string, number>,
  isMissing: (cell: string) => boolean,
  mandatory: ReadonlySet<string>,
  ledger: ProblemLedger,
): readonly CellCheck[] {
  return [...indexOf].flatMap(([column, index]): readonly CellCheck[] => {
    const described = mapping.columns;
    const { documented, required } =
      described !== undefined && Object.hasOwn(described, column) ? (described[column] ?? {}) : {};
    const codes = documented === undefined ? undefined : new Set(documented.map(codeText));
    const mustHave = required === true || mandatory.has(column);
    if (codes === undefined && !mustHave) return [];
    return [
      (row) => {
        const cell = row.cells[index];
        if (cell === undefined) return; // a short row is said once, as such
        if (isMissing(cell)) {
          if (mustHave) reportEmpty(column, row, ledger);
          return;
        }
        if (codes !== undefined && !codes.has(codeText(cell)))
          reportCode(column, cell, row, mapping, ledger);
      },
    ];
  });
}

function reportEmpty(column: string, row: FileRow, ledger: ProblemLedger): void {
  ledger.add({
    kind: "empty-cell",
    row: row.number,
    column,
    title: () => ({
      en: `\`${shownValue(column)}\` is empty where a value is needed; the row is kept`,
      zh: `必填列 \`${shownValue(column)}\` 为空，该行保留`,
    }),
  });
}

function reportCode(
  column: string,
  cell: string,
  row: FileRow,
  mapping: Mapping,
  ledger: ProblemLedger,
): void {
  const code = codeText(cell);
  ledger.add({
    kind: "undocumented-code",
    row: row.number,
    column,
    value: code,
    byValue: true,
    title: () => {
      const reading = readings(mapping, column, code);
      return {
        en: `\`${shownValue(column)}\`: code \`${shownValue(code)}\` is not documented; ${reading.en}`,
        zh: `\`${shownValue(column)}\`：代码 \`${shownValue(code)}\` 未见于文档；${reading.zh}`,
      };
    },
  });
}

/** What the facts make of a code: the stated rule. */
function readings(
  mapping: Mapping,
  column: string,
  code: string,
): { readonly en: string; readonly zh: string } {
  const all = Object.entries(mapping.facts).flatMap(([fact, source]) => {
    const reads =
      "column" in source
        ? source.column === column
        : "columns" in source && source.columns.includes(column);
    if (!reads || !("column" in source || "columns" in source)) return [];
    const value = recoded(source.recode, code, source.otherwise);
    return [{ fact, value: value === null ? "missing" : value?.toString() }];
  });
  const read = all.filter(({ value }) => value !== undefined);
  if (read.length === 0) return { en: "kept as it stands", zh: "按原值保留" };
  const list = read.map(({ fact, value }) => `\`${fact}\` = \`${shownValue(value ?? "")}\``);
  return { en: `kept, read as ${list.join(", ")}`, zh: `保留，读作 ${list.join("、")}` };
}

type Value = string | number | boolean | null | undefined;

function recoded(
  recode: Readonly<Record<string, Value>> | undefined,
  code: string,
  otherwise: Value,
): Value {
  const entry = Object.entries(recode ?? {}).find(([key]) => codeText(key) === code);
  return entry === undefined ? otherwise : entry[1];
}
