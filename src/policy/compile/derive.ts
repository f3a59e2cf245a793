import type { Dictionary, FactName } from "../../facts/index.ts";
import type { KnownFacts } from "../compiled.ts";
import type { Constant, DerivedFact, Derivation, Operand, Policy } from "../policy.ts";
import { numeral } from "./emit.ts";

/** The parameters of a policy as known facts: `param.minScore` → its value. */
export function knownFacts(policy: Policy): KnownFacts {
  return new Map(policy.parameters.map(({ name, value }) => [parameterFact(name), value]));
}

function parameterFact(name: string): FactName {
  return name.startsWith("param.") ? name : `param.${name}`;
}

/** Plain facts by name; null and absent are missing. */
export type PlainFacts = Readonly<Record<FactName, Constant | null>>;

/**
 * The facts json-rules-engine needs to run this policy's rules: those given, the policy's parameters where they
 * are not given, and the derived facts. A derived fact that cannot be computed is left out.
 */
export function deriveFacts(policy: Policy, facts: PlainFacts): Record<FactName, Constant | null> {
  const all: Record<FactName, Constant | null> = { ...Object.fromEntries(knownFacts(policy)), ...facts };
  for (const { name, derivation } of policy.derived) {
    const value = derivedValue(derivation, (operand) => plainNumber(operand, all));
    if (value === value) all[name] = value;
    else delete all[name];
  }
  return all;
}

function plainNumber(operand: Operand, facts: PlainFacts): number {
  if (typeof operand === "number") return operand;
  const value = Object.hasOwn(facts, operand) ? facts[operand] : null;
  return typeof value === "number" || typeof value === "boolean" ? Number(value) : NaN;
}

/** The number a derivation gives; NaN (missing) where an operand is missing, a divisor is 0, or no band reaches. */
export function derivedValue(derivation: Derivation, read: (operand: Operand) => number): number {
  if ("band" in derivation) {
    const at = read(derivation.band);
    return derivation.steps.findLast((step) => step.from <= at)?.to ?? NaN;
  }
  const value = combined(derivation, read);
  const { roundDownTo } = derivation;
  return roundDownTo === undefined ? value : Math.floor(value / roundDownTo) * roundDownTo;
}

type Arithmetic = Exclude<Derivation, { readonly band: FactName }>;

function combined(derivation: Arithmetic, read: (operand: Operand) => number): number {
  if ("min" in derivation) return Math.min(...derivation.min.map(read));
  if ("max" in derivation) return Math.max(...derivation.max.map(read));
  const [a, b] = operandsOf(derivation).map(read);
  if (a === undefined || b === undefined) throw new Error("a derivation of two facts has two");
  if ("times" in derivation) return a * b;
  if ("plus" in derivation) return a + b;
  if ("minus" in derivation) return a - b;
  return b === 0 ? NaN : a / b;
}

/** What a derivation reads, in the order written. */
export function operandsOf(derivation: Derivation): readonly Operand[] {
  if ("band" in derivation) return [derivation.band];
  if ("min" in derivation) return derivation.min;
  if ("max" in derivation) return derivation.max;
  if ("times" in derivation) return derivation.times;
  if ("plus" in derivation) return derivation.plus;
  return "minus" in derivation ? derivation.minus : derivation.dividedBy;
}

/** The same as code: an expression over the operands' expressions. */
export function derivedExpression(derivation: Derivation, operand: (operand: Operand) => string): string {
  if ("band" in derivation) return bandExpression(operand(derivation.band), derivation.steps);
  const value = combinedExpression(derivation, operand);
  const { roundDownTo } = derivation;
  return roundDownTo === undefined ? value : `Math.floor((${value})/${numeral(roundDownTo)})*${numeral(roundDownTo)}`;
}

function combinedExpression(derivation: Arithmetic, operand: (operand: Operand) => string): string {
  const [a = "NaN", b = "NaN", ...more] = operandsOf(derivation).map(operand);
  const list = operandsOf(derivation).length === 1 ? a : [a, b, ...more].join(",");
  if ("min" in derivation) return `Math.min(${list})`;
  if ("max" in derivation) return `Math.max(${list})`;
  if ("times" in derivation) return `${a}*${b}`;
  if ("plus" in derivation) return `${a}+${b}`;
  if ("minus" in derivation) return `${a}-${b}`;
  return `(${b}===0?NaN:${a}/${b})`;
}

/** The last step that is reached, tried from the last; none where the fact is missing. */
function bandExpression(x: string, steps: readonly { readonly from: number; readonly to: number }[]): string {
  return steps.reduce((below, { from, to }) => `(${x}>=${numeral(from)}?${numeral(to)}:${below})`, "NaN");
}

/** The derived facts that a row may miss: an operand may be missing, a divisor 0, a band not reached. */
export function derivedThatMayMiss(
  derived: readonly DerivedFact[],
  { dictionary, known }: { readonly dictionary: Dictionary; readonly known: KnownFacts },
): ReadonlySet<FactName> {
  const found = new Set<FactName>();
  const mayMiss = (operand: Operand): boolean => {
    if (typeof operand === "number") return operand !== operand;
    const value = known.get(operand);
    if (value !== undefined) return value !== value;
    return found.has(operand) || dictionary.facts.get(operand)?.nullable !== false;
  };
  for (const { name, derivation } of derived) {
    const operands = operandsOf(derivation);
    if ("band" in derivation || operands.some(mayMiss) || mayDivideByZero(derivation, known)) found.add(name);
  }
  return found;
}

function mayDivideByZero(derivation: Derivation, known: KnownFacts): boolean {
  if (!("dividedBy" in derivation)) return false;
  const [, divisor] = derivation.dividedBy;
  const value = typeof divisor === "number" ? divisor : known.get(divisor);
  return value === undefined || value === 0;
}
