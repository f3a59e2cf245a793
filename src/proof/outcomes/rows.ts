import type { FactName } from "../../facts/index.ts";
import { combinerOf, lower } from "../../policy/index.ts";
import type { Combiner, Constant, Moment, ParamValue, Rule, RuleEvent, RuleFile } from "../../policy/index.ts";
import type { Formula } from "../logic/formula.ts";
import { isExactly, presenceOf } from "../logic/space.ts";
import { truthsOf } from "../terms/condition.ts";
import type { Truths } from "../terms/condition.ts";
import type { Scope } from "../terms/scope.ts";
import { isPresent } from "../terms/term.ts";

/** A rule, or what speaks in its place, with where it fires. */
export interface Row {
  /** The rule's place in its file; undefined for `otherwise` and `onMissing`. */
  readonly rule: number | undefined;
  readonly event: RuleEvent;
  readonly truths: Truths;
  /** A missing fact leaves it open whether it fires. */
  readonly open: Formula;
  /** Rows of one class say the same. */
  readonly saying: string;
  /** Whether every fact its params are read from is there. */
  readonly complete: Formula;
  readonly readsFacts: boolean;
}

/** A decision file at one moment: its rules from the highest priority down. */
export interface Rows {
  readonly file: RuleFile;
  readonly scope: Scope;
  readonly rows: readonly Row[];
  /** Absent: nothing is decided. */
  readonly otherwise: Row | undefined;
  readonly onMissing: Row;
  combiner(type: string): Combiner;
}

/**
 * Lowers the rules of a file. What the compiler refuses was refused when the file was read. `met`: rules that say the same
 * at every moment, lowered once.
 */
export function rowsOf(file: RuleFile, moment: Moment, scope: Scope, met: Map<number, Row> = new Map()): Rows {
  const { formulas } = scope.space;
  const order = file.rules.map((_, index) => index).toSorted((a, b) => (file.rules[b]?.priority ?? 1) - (file.rules[a]?.priority ?? 1) || a - b);
  const rows = order.flatMap((index): Row[] => {
    const rule = file.rules[index];
    if (rule === undefined) return [];
    const known = met.get(index);
    if (known !== undefined) return [known];
    const { node } = lower(rule.conditions, { facts: scope.facts, named: file.conditions });
    const truths = truthsOf(node, scope);
    const row = { rule: index, truths, open: formulas.all([formulas.not(truths.yes), formulas.not(truths.no)]), ...spoken(rule.event, scope) };
    if (!speaksOfMoment(rule, file)) met.set(index, row);
    return [row];
  });
  const always = { rule: undefined, truths: { yes: formulas.yes, no: formulas.no }, open: formulas.no };
  const otherwise = file.otherwise[moment];
  return {
    file,
    scope,
    rows,
    otherwise: otherwise === undefined ? undefined : { ...always, ...spoken(otherwise, scope) },
    onMissing: { ...always, ...spoken(file.onMissing, scope) },
    combiner: (type) => combinerOf(file, type),
  };
}

/** Whether a rule may be another one at another moment; no derived fact is worked out from a word. */
function speaksOfMoment(rule: Rule, { conditions }: RuleFile): boolean {
  const speaks = (of: unknown): boolean => JSON.stringify(of).includes("request.moment");
  const text = JSON.stringify(rule.conditions);
  return speaks(rule.event) || text.includes("request.moment") || (text.includes('"condition"') && speaks(conditions));
}

/** A param: what is written, with known facts put in. */
export type Said = { readonly kind: "constant"; readonly value: Constant | readonly Constant[] } | { readonly kind: "fact"; readonly name: FactName };

/** What an event says under a param; undefined where it says nothing. */
export function saidOf({ params }: RuleEvent, param: string, scope: Scope): Said | undefined {
  const value = params?.[param];
  return value === undefined ? undefined : resolved(value, scope);
}

function resolved(value: ParamValue, scope: Scope): Said {
  if (typeof value !== "object" || !("fact" in value)) return { kind: "constant", value };
  const side = scope.facts.side(value.fact);
  if (side?.kind === "constant" && (typeof side.value === "number" || typeof side.value === "string" || typeof side.value === "boolean")) {
    return { kind: "constant", value: side.value };
  }
  return { kind: "fact", name: value.fact };
}

function spoken(event: RuleEvent, scope: Scope): Pick<Row, "event" | "saying" | "complete" | "readsFacts"> {
  const said = Object.entries(event.params ?? {})
    .map(([param, value]) => [param, resolved(value, scope)] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  const read = said.flatMap(([, of]) => (of.kind === "fact" ? [of.name] : []));
  return {
    event,
    saying: JSON.stringify([event.type, said]),
    complete: scope.space.formulas.all(read.map((name) => presentFact(name, scope))),
    readsFacts: read.length > 0,
  };
}

/** Whether a fact, of whatever type, is there. */
export function presentFact(name: FactName, scope: Scope): Formula {
  const definition = scope.definition(name);
  if (definition.type === "boolean" || definition.type === "enum") return presenceOf(scope.space, scope.space.fact(definition));
  return isPresent(scope.space, scope.term(name));
}

/** A fact of words or truth values, value by value. */
export function valuesOfFact(name: FactName, scope: Scope): readonly { readonly when: Formula; readonly value: string | boolean }[] {
  const definition = scope.definition(name);
  if (definition.type !== "boolean" && definition.type !== "enum") return [];
  const variable = scope.space.fact(definition);
  const values = definition.type === "enum" ? definition.values : [false, true];
  return values.map((value, code) => ({ when: isExactly(scope.space, variable, code), value }));
}
