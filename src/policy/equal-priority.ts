import type { FactName } from "../facts/index.ts";
import { quote } from "./findings.ts";
import type { Findings } from "./findings.ts";
import { below, isObject } from "./json.ts";
import type { Combiner, Condition, DecisionName, Leaf, Rule, RuleFile } from "./policy.ts";

interface Given {
  readonly pointers: ReadonlyMap<Rule, string>;
  readonly constants: ReadonlyMap<FactName, number>;
  readonly findings: Findings;
}

/** At most so many pairs of rules are looked at in one file. */
const mostPairs = 1_000_000;

/**
 * Warns of two rules of one priority that compete for first place, say different things and do not obviously
 * exclude each other. "Obviously": some fact has values in both that do not meet. The proofs judge the rest.
 */
export function checkEqualPriorities(file: RuleFile, given: Given): void {
  const groups = new Map<string, Rule[]>();
  for (const rule of file.rules.filter((one) => competes(file, one))) {
    const race = `${raceOf(file.decision, rule.event.type)} ${rule.priority}`;
    const rivals = groups.get(race);
    if (rivals === undefined) groups.set(race, [rule]);
    else rivals.push(rule);
  }
  let pairs = 0;
  for (const rules of groups.values()) {
    const bounds = new Map<Rule, Bounds>();
    const boundsOf = (rule: Rule): Bounds => {
      const known = bounds.get(rule) ?? necessary(rule.conditions, file.conditions, given.constants);
      bounds.set(rule, known);
      return known;
    };
    rules.forEach((rule, index) => {
      const rival = rules.slice(0, index).find((earlier) => {
        pairs += 1;
        return pairs <= mostPairs && !sameEvent(rule, earlier) && !exclude(boundsOf(rule), boundsOf(earlier));
      });
      if (rival !== undefined) warn(rule, rival, given);
    });
  }
}

function competes(file: RuleFile, rule: Rule): boolean {
  const combiner: Combiner | undefined = file.combine[rule.event.type];
  return combiner === "first" && rule.event.type !== "verify";
}

/** Enrolment and pricing come to one outcome of all types; elsewhere each type has its own first. */
function raceOf(decision: DecisionName, type: string): string {
  return decision === "enrolment" || decision === "pricing" ? decision : type;
}

function sameEvent(one: Rule, other: Rule): boolean {
  return JSON.stringify(one.event) === JSON.stringify(other.event);
}

function warn(rule: Rule, rival: Rule, { pointers, findings }: Given): void {
  findings.add("equal-priority", below(pointers.get(rule) ?? "", "name"), {
    en: `${quote(rule.name)} and ${quote(rival.name)} have priority ${rule.priority} and may both match; which goes first is left to the order of the file`,
    zh: `${quote(rule.name)} 与 ${quote(rival.name)} 的优先级同为 ${rule.priority}，可能同时命中；孰先孰后只取决于文件中的顺序`,
    hint: { en: "give one of them a higher priority", zh: "请提高其中一条的优先级" },
  });
}

/** What a fact must be for a condition to hold: one of these values, or a number between two. */
type Bound = { readonly kind: "values"; readonly values: readonly unknown[] } | { readonly kind: "range"; readonly low: number; readonly high: number; readonly openLow: boolean; readonly openHigh: boolean };
type Bounds = ReadonlyMap<FactName, readonly Bound[]>;

/** Bounds that follow from the conjunction at the top of a condition; everything else is passed over. */
function necessary(condition: Condition, named: RuleFile["conditions"], constants: ReadonlyMap<FactName, number>): Bounds {
  const bounds = new Map<FactName, Bound[]>();
  const visit = (node: Condition): void => {
    if ("all" in node) node.all.forEach(visit);
    else if ("any" in node) {
      if (node.any.length === 1) node.any.forEach(visit);
    } else if ("condition" in node) {
      const target = named[node.condition];
      if (target !== undefined) visit(target);
    } else if ("fact" in node) {
      const bound = boundOf(node, constants);
      if (bound !== undefined) bounds.set(node.fact, [...(bounds.get(node.fact) ?? []), bound]);
    }
  };
  visit(condition);
  return bounds;
}

function boundOf({ operator, value }: Leaf, constants: ReadonlyMap<FactName, number>): Bound | undefined {
  const constant = isObject(value) ? constants.get(String(value["fact"])) : value;
  if (operator === "in" && Array.isArray(value)) return { kind: "values", values: value };
  if (operator === "equal" && constant !== undefined) return { kind: "values", values: [constant] };
  if (typeof constant !== "number") return undefined;
  const everything = { kind: "range", low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY, openLow: false, openHigh: false } as const;
  switch (operator) {
    case "lessThan":
      return { ...everything, high: constant, openHigh: true };
    case "lessThanInclusive":
      return { ...everything, high: constant };
    case "greaterThan":
      return { ...everything, low: constant, openLow: true };
    case "greaterThanInclusive":
      return { ...everything, low: constant };
    default:
      return undefined;
  }
}

function exclude(one: Bounds, other: Bounds): boolean {
  return [...one].some(([fact, bounds]) => {
    const rivals = other.get(fact) ?? [];
    return bounds.some((bound) => rivals.some((rival) => !meet(bound, rival)));
  });
}

function meet(one: Bound, other: Bound): boolean {
  if (one.kind === "values") return one.values.some((value) => allows(other, value));
  if (other.kind === "values") return other.values.some((value) => allows(one, value));
  return !endsBefore(one, other) && !endsBefore(other, one);
}

type RangeBound = Extract<Bound, { readonly kind: "range" }>;

function endsBefore(one: RangeBound, other: RangeBound): boolean {
  return one.high < other.low || (one.high === other.low && (one.openHigh || other.openLow));
}

function allows(bound: Bound, value: unknown): boolean {
  if (bound.kind === "values") return bound.values.includes(value);
  if (typeof value !== "number") return false;
  const above = bound.openLow ? value > bound.low : value >= bound.low;
  return above && (bound.openHigh ? value < bound.high : value <= bound.high);
}
