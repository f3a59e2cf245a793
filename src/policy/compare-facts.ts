import type { FactDefinition, NumberFact } from "../facts/index.ts";
import { looksLikeYuan, typeWords, warnOfYuan } from "./check-constant.ts";
import { quote } from "./findings.ts";
import type { Findings } from "./findings.ts";

interface Pair {
  readonly fact: FactDefinition;
  readonly other: FactDefinition;
  readonly pointer: string;
  /** The value of `other` where it is a parameter. */
  readonly constant?: number;
}

/** Whether two facts can be compared at all: kinds, units, values and domains that meet. */
export function compareFacts(pair: Pair, findings: Findings): void {
  const { fact, other } = pair;
  if (isNumber(fact) && isNumber(other)) return compareNumbers(pair, fact, other, findings);
  if (fact.type !== other.type) {
    const [left, right] = [typeWords(fact), typeWords(other)];
    return incomparable(pair, findings, `${left.en} against ${right.en}`, `一方为${left.zh}，另一方为${right.zh}`);
  }
  if (fact.type === "enum" && other.type === "enum" && !fact.values.some((value) => other.values.includes(value))) {
    incomparable(pair, findings, "they share no value", "两者没有共同的取值");
  }
}

function compareNumbers(pair: Pair, fact: NumberFact, other: NumberFact, findings: Findings): void {
  const { pointer, constant } = pair;
  if (!sameUnit(fact.unit, other.unit)) {
    return incomparable(pair, findings, `${fact.unit} against ${other.unit}`, `单位分别为 ${fact.unit} 与 ${other.unit}`);
  }
  const [low, high] = constant === undefined ? [other.min, other.max] : [constant, constant];
  if (high < fact.min || low > fact.max) {
    const shown = constant === undefined ? `${other.min}–${other.max}` : String(constant);
    findings.add("outside-domain", pointer, {
      en: `${quote(other.name)} (${shown}) lies outside the domain of ${quote(fact.name)}, ${fact.min}–${fact.max}`,
      zh: `${quote(other.name)}（${shown}）超出 ${quote(fact.name)} 的取值范围 ${fact.min}–${fact.max}`,
    });
  } else if (constant !== undefined && looksLikeYuan(fact, constant)) warnOfYuan(fact, constant, pointer, findings);
}

/** Counts of things compare with each other; money, shares, times and points only with their own kind. */
export function sameUnit(left: string, right: string): boolean {
  const [one, two] = [unitKind(left), unitKind(right)];
  return one === two;
}

const measuredUnits: ReadonlySet<string> = new Set(["fen", "bps", "points", "days", "months", "years", "seconds", "hours", "per year"]);

function unitKind(unit: string): string {
  return measuredUnits.has(unit) ? unit : "count";
}

function incomparable({ fact, other, pointer }: Pair, findings: Findings, why: string, whyZh: string): void {
  findings.add("incomparable-facts", pointer, {
    en: `${quote(fact.name)} and ${quote(other.name)} do not compare: ${why}`,
    zh: `${quote(fact.name)} 与 ${quote(other.name)} 不可比较：${whyZh}`,
  });
}

function isNumber(fact: FactDefinition): fact is NumberFact {
  return fact.type === "integer" || fact.type === "decimal";
}
