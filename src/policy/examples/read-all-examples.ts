import { checkShape } from "../../base/index.ts";
import type { Diagnostic, JsonDocument, Place } from "../../base/index.ts";
import type { EventContext } from "../check-event.ts";
import { collectFindings, quote } from "../findings.ts";
import { below, entry, isList, isObject } from "../json.ts";
import type { JsonObject } from "../json.ts";
import { outcomes } from "../outcomes.ts";
import type { DecisionName, Example } from "../policy.ts";
import { readExamples } from "../read-examples.ts";
import { examplesFileFrame, tableFrame } from "../rule-shape.ts";
import { csvTable } from "./csv-table.ts";
import { expandTable, type Table } from "./expand-table.ts";

/** At most so many examples of one decision, tables counted row by row; of a list that passes it none is read. */
const examplesMax = 10_000;

interface Given {
  readonly events: EventContext;
  readonly document: JsonDocument;
  readonly ruleNames: ReadonlySet<string>;
  /** Files of examples that stand beside the decision file. */
  readonly beside: readonly JsonDocument[];
}

/** The examples of a decision: those listed in its file, the rows of its tables, and those in the files beside it. */
export function readAllExamples(value: JsonObject, given: Given): readonly Example[] {
  const { events, ruleNames } = given;
  const names = new Set<string>();
  const examples: Example[] = [];
  const tell = (diagnostics: readonly Diagnostic[]): void => events.findings.take(diagnostics);
  const take = (list: unknown, pointer: string, document: JsonDocument, findings: EventContext["findings"]): void => {
    if (isList(list) && list.length > examplesMax - examples.length) tooMany(pointer, list.length, findings);
    else examples.push(...readExamples(list, { events: { ...events, findings }, document, ruleNames, names }));
  };
  take(entry(value, "examples"), "/examples", given.document, events.findings);
  for (const document of [given.document, ...given.beside]) {
    const findings = collectFindings(document);
    const whole = document === given.document ? value : asExamplesFile(document, findings);
    if (document !== given.document) take(whole === undefined ? undefined : entry(whole, "examples"), "/examples", document, findings);
    const tables = whole === undefined ? [] : tablesIn(whole, document, findings);
    const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
    if (rows > examplesMax - examples.length) tooMany(tables[0]?.pointer ?? "", rows, findings);
    else for (const table of tables) take(...virtual(table, document, tell, events));
    tell(findings.diagnostics);
  }
  return examples;
}

function tooMany(pointer: string, count: number, findings: EventContext["findings"]): void {
  findings.add("too-many-examples", pointer, {
    en: `${count.toLocaleString("en-US")} examples; at most ${examplesMax.toLocaleString("en-US")} of one decision are read`,
    zh: `共有 ${count.toLocaleString("en-US")} 个示例；每项决策最多读取 ${examplesMax.toLocaleString("en-US")} 个`,
    hint: { en: "keep those that show something different; a population shows the rest", zh: "请保留各有所示的示例，其余可由客群检验" },
  });
}

/** A file beside: JSON with `examples` and `tables`, or a CSV that is one table. */
export function besideDocument(source: { readonly file: string; readonly text: string }, readJson: (text: string, file: string) => JsonDocument): JsonDocument {
  return /\.csv$/iu.test(source.file) ? csvTable(source) : readJson(source.text, source.file);
}

function asExamplesFile(document: JsonDocument, findings: EventContext["findings"]): JsonObject | undefined {
  if (/\.csv$/iu.test(document.file)) return isObject(document.value) ? document.value : undefined;
  findings.take(document.diagnostics);
  findings.take(checkShape(examplesFileFrame, document).diagnostics);
  return isObject(document.value) ? document.value : undefined;
}

/** Tables that have the shape of one; a CSV is one itself. */
function tablesIn(whole: JsonObject, document: JsonDocument, findings: EventContext["findings"]): readonly Table[] {
  if (/\.csv$/iu.test(document.file)) return tableAt(whole, "", document, findings);
  const list = entry(whole, "tables");
  return (isList(list) ? list : []).flatMap((value, index) => tableAt(value, below("/tables", index), document, findings));
}

function tableAt(value: unknown, pointer: string, document: JsonDocument, findings: EventContext["findings"]): readonly Table[] {
  const frame = checkShape(tableFrame, document, pointer);
  findings.take(frame.diagnostics);
  if (frame.value === undefined || !isObject(value)) return [];
  const { columns, rows } = frame.value;
  const twice = columns.findIndex((column, index) => columns.indexOf(column) < index);
  if (twice >= 0) {
    findings.add("bad-table", below(pointer, "columns", twice), { en: `column ${quote(columns[twice])} stands twice`, zh: `列 ${quote(columns[twice])} 重复` });
    return [];
  }
  const odd = rows.findIndex((row) => row.length !== columns.length);
  if (odd >= 0) {
    const count = rows[odd]?.length ?? 0;
    findings.add("bad-table", below(pointer, "rows", odd), {
      en: `row ${odd + 1} has ${count} cells for ${columns.length} columns`,
      zh: `第 ${odd + 1} 行有 ${count} 个单元格，而表有 ${columns.length} 列`,
      hint: { en: 'write "-" where a cell says nothing', zh: '单元格无内容时请写 "-"' },
    });
    return [];
  }
  return [{ pointer, value, columns, rows }];
}

/** The rows as a list of examples of their own, whose findings stand at the cells; one that stands at a column is told once. */
function virtual(table: Table, document: JsonDocument, tell: (diagnostics: readonly Diagnostic[]) => void, events: EventContext): [readonly unknown[], string, JsonDocument, EventContext["findings"]] {
  const { items, cells } = expandTable(table, 0, listParams(events.decision));
  const find = (pointer: string, part: "key" | "value"): string => {
    for (let at = pointer; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
      const cell = part === "key" ? (cells.get(`key:${at}`) ?? cells.get(at)) : cells.get(at);
      if (cell !== undefined) return at === pointer ? cell : `${cell}${pointer.slice(at.length)}`;
    }
    return table.pointer;
  };
  const place = (pointer: string, part: "key" | "value" = "value"): Place => document.place(find(pointer, part), part === "key" && cells.has(`key:${pointer}`) ? "value" : part);
  const own: JsonDocument = { ...document, value: { examples: items }, diagnostics: [], place, intact: (pointer) => document.intact(find(pointer, "value")) };
  const findings = collectFindings(own);
  const told = new Set<string>();
  const once: EventContext["findings"] = {
    ...findings,
    add: (code, pointer, saying) => {
      const before = findings.diagnostics.length;
      findings.add(code, pointer, saying);
      passOn(findings.diagnostics.slice(before));
    },
    take: (diagnostics) => {
      findings.take(diagnostics);
      passOn(diagnostics);
    },
  };
  const passOn = (diagnostics: readonly Diagnostic[]): void => {
    for (const diagnostic of diagnostics) {
      const key = `${diagnostic.place?.line}:${diagnostic.place?.column}:${diagnostic.code}:${diagnostic.message.en}`;
      if (!told.has(key)) tell([diagnostic]);
      told.add(key);
    }
  };
  return [items, table.pointer, own, once];
}

/** Params of this decision's outcomes that hold a list. */
function listParams(decision: DecisionName): ReadonlySet<string> {
  const lists = Object.values(outcomes[decision]).flatMap(({ params }) => Object.entries(params).flatMap(([name, { holds }]) => (holds.kind === "texts" || holds.kind === "numbers" ? [name] : [])));
  return new Set([...lists, "because", "events"]);
}
