import type { Diagnostic } from "../base/index.ts";
import type { ImportResult } from "../population/index.ts";
import type { ImportSummary } from "../verdict/index.ts";
import { located } from "./read-file.ts";

/** How the file became customers, as the report says it. */
export function importSummary({ summary, problems }: ImportResult): ImportSummary {
  const { rows, customers, imported, constant, synthesised, outcomeColumn } = summary;
  return {
    rows,
    customers,
    imported,
    constant,
    synthesised,
    outcomeColumn,
    problems: problems.map(({ kind, count, title, places }) => ({ kind, count, title, places })),
  };
}

/** Problems of an import as findings about the file: all of them errors under `--strict`. */
export function importFindings({ problems }: ImportResult, file: string, strict: boolean): readonly Diagnostic[] {
  return problems.map((problem): Diagnostic => {
    const places = problem.places.map(({ row, column, value }) => `${row}${column === "" ? "" : ` ${column}`}${value === "" ? "" : ` \`${value}\``}`).join(", ");
    const finding = located(
      file,
      problem.kind,
      { en: `${problem.title.en} (${problem.count}×)`, zh: `${problem.title.zh}（${problem.count} 次）` },
      places === "" ? undefined : { en: `first at row ${places}`, zh: `首先出现在第 ${places} 行` },
    );
    const { place } = finding;
    const row = problem.places[0]?.row ?? 1;
    return {
      ...finding,
      level: strict && problem.level !== "note" ? "error" : problem.level,
      ...(place === undefined ? {} : { place: { ...place, line: row } }),
    };
  });
}
