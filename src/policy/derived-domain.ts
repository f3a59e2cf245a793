import type { Dictionary, NumberFact } from "../facts/index.ts";
import type { Derivation, Operand } from "./policy.ts";

/** What is known of a number before any applicant is. */
export interface Range {
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
  readonly nullable: boolean;
  readonly typical: number;
}

/** The range of a number or a number fact. */
export function rangeOf(operand: Operand, dictionary: Dictionary): Range {
  if (typeof operand === "number") {
    return { min: operand, max: operand, whole: Number.isInteger(operand), nullable: false, typical: operand };
  }
  const fact = dictionary.facts.get(operand);
  if (fact === undefined || !isNumberFact(fact)) throw new Error(`${operand} is not a number fact`);
  const { min, max, nullable, typical } = fact;
  return { min, max, whole: fact.type === "integer", nullable, typical };
}

function isNumberFact(fact: { readonly type: string }): fact is NumberFact {
  return fact.type === "integer" || fact.type === "decimal";
}

/** The range of a derived fact by interval arithmetic of its operands; division leaves out a divisor of 0, which gives a missing fact. */
export function derivedRange(derivation: Derivation, dictionary: Dictionary): Range {
  if ("band" in derivation) return bandRange(derivation, rangeOf(derivation.band, dictionary));
  const range = combined(derivation, dictionary);
  const { roundDownTo } = derivation;
  if (roundDownTo === undefined) return range;
  const round = (value: number): number => Math.floor(value / roundDownTo) * roundDownTo;
  return {
    ...range,
    min: round(range.min),
    max: round(range.max),
    typical: round(range.typical),
    whole: Number.isInteger(roundDownTo),
  };
}

type Banded = Extract<Derivation, { readonly band: string }>;

function combined(derivation: Exclude<Derivation, Banded>, dictionary: Dictionary): Range {
  const range = (operand: Operand): Range => rangeOf(operand, dictionary);
  if ("min" in derivation) return extreme(derivation.min.map(range), Math.min);
  if ("max" in derivation) return extreme(derivation.max.map(range), Math.max);
  if ("times" in derivation) return corners(derivation.times.map(range), (a, b) => a * b);
  if ("plus" in derivation) return corners(derivation.plus.map(range), (a, b) => a + b);
  if ("minus" in derivation) return corners(derivation.minus.map(range), (a, b) => a - b);
  const [dividend, divisor] = derivation.dividedBy;
  return quotient(range(dividend), range(divisor));
}

function corners([a, b]: readonly Range[], apply: (a: number, b: number) => number): Range {
  if (a === undefined || b === undefined) throw new Error("a derived fact of two operands has two");
  const all = [apply(a.min, b.min), apply(a.min, b.max), apply(a.max, b.min), apply(a.max, b.max)];
  return {
    min: Math.min(...all),
    max: Math.max(...all),
    whole: a.whole && b.whole,
    nullable: a.nullable || b.nullable,
    typical: apply(a.typical, b.typical),
  };
}

function extreme(ranges: readonly Range[], pick: (...values: number[]) => number): Range {
  return {
    min: pick(...ranges.map(({ min }) => min)),
    max: pick(...ranges.map(({ max }) => max)),
    whole: ranges.every(({ whole }) => whole),
    nullable: ranges.some(({ nullable }) => nullable),
    typical: pick(...ranges.map(({ typical }) => typical)),
  };
}

// The least divisor other than 0 that facts of nine decimals can have.
const leastDecimal = 1e-9;

function quotient(a: Range, b: Range): Range {
  const least = b.whole ? 1 : leastDecimal;
  const negative = b.min < 0 ? [{ min: b.min, max: Math.min(b.max, -least) }] : [];
  const positive = b.max > 0 ? [{ min: Math.max(b.min, least), max: b.max }] : [];
  const all = [...negative, ...positive].flatMap(({ min, max }) => [a.min / min, a.min / max, a.max / min, a.max / max]);
  const ends = all.length === 0 ? [0] : all;
  const min = Math.min(...ends);
  return {
    min,
    max: Math.max(...ends),
    whole: false,
    nullable: a.nullable || b.nullable || canBeZero(b),
    typical: b.typical === 0 ? min : a.typical / b.typical,
  };
}

/** Whether a number can be 0. */
export function canBeZero({ min, max }: Range): boolean {
  return min <= 0 && max >= 0;
}

function bandRange({ steps }: Banded, of: Range): Range {
  const reachable = steps.filter(({ from }, index) => from <= of.max && (steps[index + 1]?.from ?? Number.POSITIVE_INFINITY) > of.min);
  const results = (reachable.length === 0 ? steps : reachable).map(({ to }) => to);
  const first = steps[0]?.from ?? Number.NEGATIVE_INFINITY;
  const typical = steps.filter(({ from }) => from <= of.typical).at(-1)?.to;
  const min = Math.min(...results);
  return { min, max: Math.max(...results), whole: results.every(Number.isInteger), nullable: of.nullable || of.min < first, typical: typical ?? min };
}
