import type { FactDefinition } from "../../facts/index.ts";
import type { Outcome, ParamForm } from "../compiled.ts";
import { outcomes } from "../outcomes.ts";
import type { Combiner, Constant, DecisionName, Moment, ParamValue, RuleEvent, RuleFile } from "../policy.ts";
import type { FactSource } from "./fact-source.ts";
import type { Fill } from "./program.ts";
import { makeTexts } from "./texts.ts";
import type { Lists, Texts } from "./texts.ts";

/**
 * The events of one decision file as a table of numbers. Rows: the rules by rank (highest priority first, file
 * order among equals), then what speaks where no rule does, then what speaks where a missing fact decides.
 */
export interface Events {
  /** Rules; also the row of `otherwise`, and one less than the row of `onMissing`. */
  readonly count: number;
  /** Rank → place in the file. */
  readonly order: readonly number[];
  readonly names: readonly string[];
  readonly types: readonly string[];
  /** Row → type; −1 where there is no event. */
  readonly typeOf: readonly number[];
  /** Type → the ranks of its rules, in order. */
  readonly ranksOf: readonly (readonly number[])[];
  readonly params: readonly string[];
  readonly forms: readonly ParamForm[];
  readonly texts: Texts["all"];
  readonly lists: Lists;
  /** `values[row * params.length + param]`: NaN where the event has no such param, or its fact is missing. */
  readonly values: Float64Array;
  /** Row → params that are read from facts. */
  readonly readFrom: readonly (readonly number[])[];
  /** Row → what to put into `values` when it speaks. */
  readonly fills: readonly (readonly Fill[])[];
  /** Rows of one identity say the same, whatever the facts are. */
  readonly identity: readonly number[];
}

/** Lays out the events of a file as they are at one moment. */
export function tabulateEvents(file: RuleFile, moment: Moment, facts: FactSource, definitions: Definitions): Events {
  const order = file.rules.map((_, index) => index).toSorted((a, b) => priorityAt(file, b) - priorityAt(file, a) || a - b);
  const spoken = order.map((index) => file.rules[index]?.event);
  const rows = [...spoken, file.otherwise[moment], file.onMissing];
  const everywhere = [...file.rules.map((rule) => rule.event), ...Object.values(file.otherwise), file.onMissing];
  const types = [...new Set([...Object.keys(outcomes[file.decision]), ...everywhere.map((event) => event.type)])];
  const params = paramNames(file.decision, everywhere);
  const forms = params.map((param) => formOf(file.decision, param, everywhere, definitions));
  const isText = (type: string, param: string): boolean => forms[params.indexOf(paramName(file.decision, type, param))] === "text";
  const united = everywhere.filter(({ type }) => combinerOf(file, type) === "set").flatMap((event) => Object.values(event.params ?? {}));
  const texts = makeTexts(everywhere.flatMap((event) => textsOf(event, isText, definitions)), united.filter(isList));
  const table = fillTable(rows, { decision: file.decision, params, forms, texts, facts, definitions });
  return {
    count: order.length,
    order,
    names: order.map((index) => file.rules[index]?.name ?? ""),
    types,
    typeOf: rows.map((event) => (event === undefined ? -1 : types.indexOf(event.type))),
    ranksOf: types.map((type) => spoken.flatMap((event, rank) => (event?.type === type ? [rank] : []))),
    params,
    forms,
    texts: texts.all,
    lists: texts.lists,
    ...table,
    identity: identities(rows),
  };
}

/** What facts read as params may be. */
export type Definitions = ReadonlyMap<string, FactDefinition>;

function priorityAt(file: RuleFile, index: number): number {
  return file.rules[index]?.priority ?? 1;
}

/** In a decision whose outcomes stand side by side a param carries its type: `reduce.toFen`. */
function paramName(decision: DecisionName, type: string, param: string): string {
  return decision === "monitoring" ? `${type}.${param}` : param;
}

/** The params of the grammar first, so that a param has the same place in every policy. */
function paramNames(decision: DecisionName, events: readonly RuleEvent[]): readonly string[] {
  const known = Object.entries(outcomes[decision]).map(([type, { params }]) => [type, params] as const);
  const used = events.map(({ type, params }) => [type, params ?? {}] as const);
  return [...new Set([...known, ...used].flatMap(([type, params]) => Object.keys(params).map((param) => paramName(decision, type, param))))];
}

function isFactValue(value: ParamValue): value is { readonly fact: string } {
  return typeof value === "object" && !Array.isArray(value) && "fact" in value;
}

/** Texts and lists of an event, and the words of an enum that it reads. */
function textsOf(
  { type, params }: RuleEvent,
  isText: (type: string, param: string) => boolean,
  definitions: Definitions,
): readonly (Constant | readonly Constant[])[] {
  return Object.entries(params ?? {}).flatMap(([param, value]): readonly (Constant | readonly Constant[])[] => {
    if (!isText(type, param)) return [];
    if (!isFactValue(value)) return [value];
    const definition = definitions.get(value.fact);
    return definition?.type === "enum" ? definition.values : [];
  });
}

function isList(value: ParamValue): value is readonly Constant[] {
  return Array.isArray(value);
}

/** How events of a type combine: as the file says, else as the grammar's first choice, else the first. */
export function combinerOf({ decision, combine }: Pick<RuleFile, "decision" | "combine">, type: string): Combiner {
  return combine[type] ?? outcomes[decision][type]?.combine?.[0] ?? "first";
}

/** A param that is a text anywhere is a text everywhere; numbers beside words are written out. */
function formOf(decision: DecisionName, param: string, events: readonly RuleEvent[], definitions: Definitions): ParamForm {
  const forms = events.flatMap(({ type, params }) =>
    Object.entries(params ?? {}).flatMap(([name, value]) => (paramName(decision, type, name) === param ? [formOfValue(value, definitions)] : [])),
  );
  if (forms.includes("text")) return "text";
  return forms.length > 0 && forms.every((form) => form === "boolean") ? "boolean" : "number";
}

function formOfValue(value: ParamValue, definitions: Definitions): ParamForm {
  if (isFactValue(value)) {
    const type = definitions.get(value.fact)?.type;
    return type === "boolean" ? "boolean" : type === "enum" ? "text" : "number";
  }
  if (typeof value === "number") return "number";
  return typeof value === "boolean" ? "boolean" : "text";
}

interface TableContext {
  readonly decision: DecisionName;
  readonly params: readonly string[];
  readonly forms: readonly ParamForm[];
  readonly texts: Texts;
  readonly facts: FactSource;
  readonly definitions: Definitions;
}

function fillTable(rows: readonly (RuleEvent | undefined)[], context: TableContext): Pick<Events, "values" | "readFrom" | "fills"> {
  const { decision, params, forms, texts, facts, definitions } = context;
  const values = new Float64Array(rows.length * params.length).fill(NaN);
  const readFrom: number[][] = rows.map(() => []);
  const fills: Fill[][] = rows.map(() => []);
  rows.forEach((event, row) => {
    for (const [name, value] of Object.entries(event?.params ?? {})) {
      const param = params.indexOf(paramName(decision, event?.type ?? "", name));
      const at = row * params.length + param;
      const inText = forms[param] === "text";
      const encode = (constant: Constant | readonly Constant[]): number => (inText ? texts.indexOf(constant) : Number(constant));
      if (!isFactValue(value)) {
        values[at] = encode(value);
        continue;
      }
      const side = facts.side(value.fact);
      if (side?.kind === "constant" && isConstant(side.value)) {
        values[at] = encode(side.value);
        continue;
      }
      readFrom[row]?.push(param);
      if (side?.kind !== "typed" || side.absent === true) continue;
      const definition = definitions.get(value.fact);
      const codes = inText && definition?.type === "enum" ? Float64Array.from(definition.values, (word) => texts.indexOf(word)) : undefined;
      fills[row]?.push({ at, fact: side, ...(codes === undefined ? {} : { codes }) });
    }
  });
  return { values, readFrom, fills };
}

function isConstant(value: unknown): value is Constant {
  return typeof value === "number" || typeof value === "boolean" || typeof value === "string";
}

/** Rows with the same type and params written the same way have one identity. */
function identities(rows: readonly (RuleEvent | undefined)[]): readonly number[] {
  const words = rows.map((event) => JSON.stringify([event?.type, Object.entries(event?.params ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1))]));
  const first = new Map<string, number>();
  words.forEach((word, row) => {
    if (!first.has(word)) first.set(word, row);
  });
  return words.map((word) => first.get(word) ?? -1);
}

/** Whether two rows say the same for certain: as written, or as their facts are now. */
export function saySame(events: Events, a: number, b: number): boolean {
  if (events.identity[a] === events.identity[b]) return true;
  if (events.typeOf[a] !== events.typeOf[b] || !isComplete(events, a) || !isComplete(events, b)) return false;
  const width = events.params.length;
  for (let param = 0; param < width; param += 1) {
    if (!isSameParam(events, events.values[a * width + param] ?? NaN, events.values[b * width + param] ?? NaN, param)) return false;
  }
  return true;
}

/** NaN, no param, is the same as NaN; 0 is the same as −0. */
function isSameAmount(a: number, b: number): boolean {
  return a === b || (a !== a && b !== b);
}

/** Whether two values of a param say the same: sets do in whatever order they are written. */
export function isSameParam({ forms, lists }: Events, a: number, b: number, param: number): boolean {
  return isSameAmount(a, b) || (forms[param] === "text" && lists.isSame(a, b));
}

/** Whether every fact that a row's params are read from is there. */
export function isComplete({ readFrom, values, params }: Events, row: number): boolean {
  const from = readFrom[row];
  if (from === undefined || from.length === 0) return true;
  for (let index = 0; index < from.length; index += 1) {
    if (Number.isNaN(values[row * params.length + (from[index] ?? 0)])) return false;
  }
  return true;
}

/** Puts the params that a row has into the outcome, over those already there. */
export function writeRow({ values, params }: Events, row: number, outcome: Outcome): void {
  const width = params.length;
  for (let param = 0; param < width; param += 1) {
    const value = values[row * width + param] ?? NaN;
    if (value === value) outcome.params[param] = value;
  }
}

/** Whether any rule says a param. */
export function saysParam(events: Events, param: number): boolean {
  for (let row = 0; row < events.count; row += 1) if (says(events, row, param)) return true;
  return false;
}

/** Whether a row has a param, be its fact missing or not. */
export function says({ values, params, readFrom }: Events, row: number, param: number): boolean {
  return !Number.isNaN(values[row * params.length + param]) || readFrom[row]?.includes(param) === true;
}
