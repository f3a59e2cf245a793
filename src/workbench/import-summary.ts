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
  // A file that is no text has no lines either; that is one problem.
  const binary = problems.some(({ kind }) => kind === "binary-file");
  return problems.filter(({ kind }) => !binary || kind !== "empty-file").map((problem) => findingOf(problem, file, strict));
}

function findingOf(problem: ImportResult["problems"][number], file: string, strict: boolean): Diagnostic {
  const { title, count, places } = problem;
  const times = count === 1 ? { en: "", zh: "" } : { en: ` (${count} times)`, zh: `（${count} 次）` };
  const telling = places.filter(({ column, value }) => column !== "" || value !== "");
  const cells = telling.map(({ column, value }) => [column, value === "" ? "" : `\`${value}\``].filter((part) => part !== "").join(" "));
  const more = count > telling.length ? { en: " and more", zh: " 等" } : { en: "", zh: "" };
  const hint = {
    en: `${telling.map(({ row }, index) => `row ${row} ${cells[index]}`).join(", ")}${more.en}`,
    zh: `${telling.map(({ row }, index) => `第 ${row} 行 ${cells[index]}`).join("，")}${more.zh}`,
  };
  const finding = located(file, problem.kind, { en: `${title.en}${times.en}`, zh: `${title.zh}${times.zh}` }, telling.length === 0 ? undefined : hint);
  const { place } = finding;
  return {
    ...finding,
    level: strict && problem.level !== "note" ? "error" : problem.level,
    ...(place === undefined ? {} : { place: { ...place, line: places[0]?.row ?? 1 } }),
  };
}
