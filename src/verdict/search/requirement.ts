import type { Bounds, Text, Verdict } from "../../base/index.ts";
import { figure, measureNamed, type Measure, type MeasureSample } from "../../statistics/index.ts";
import { compareMeasure } from "../compare.ts";

/** A measure on one side of a number, or of what the champion has on the same customers. */
export interface Requirement {
  /** As it was written. */
  readonly text: string;
  readonly measure: string;
  readonly side: "atMost" | "below" | "atLeast" | "above";
  readonly bound: number | "champion";
}

/** How one policy answers a requirement. */
export interface RequirementResult {
  readonly text: string;
  readonly measure: string;
  readonly verdict: Verdict;
  readonly value: number | null;
  /** Of the value; against the champion, of the paired difference. */
  readonly interval: Bounds | null;
  /** Less the champion's, where that is the bound. */
  readonly difference: number | null;
  /** How far on the wrong side, in smallest differences that matter; 0 where it meets the bound as it came out. */
  readonly excess: number;
}

const sides = { "<=": "atMost", "<": "below", ">=": "atLeast", ">": "above" } as const;

/** Reads `ever90PlusAtMonth12<=0.02`, `complaintsPerThousand<=champion`, `lawful`; `undefined` where it is none of these. */
export function readRequirement(text: string): Requirement | undefined {
  const clean = text.trim();
  if (clean === "lawful") return { text: clean, measure: "lawRulesMatchedCritical", side: "atMost", bound: 0 };
  const parts = /^([A-Za-z]\w*)\s*(<=|>=|<|>|≤|≥)\s*(\S+)$/u.exec(clean);
  if (parts === null) return undefined;
  const [, measure = "", sign = "", written = ""] = parts;
  const side = sides[sign === "≤" ? "<=" : sign === "≥" ? ">=" : sign === "<" || sign === ">" || sign === ">=" ? sign : "<="];
  const percent = /^(-?[\d.]+)%$/u.exec(written);
  const bound = written === "champion" ? "champion" : percent === null ? Number(written) : Number(percent[1]) / 100;
  return bound === "champion" || Number.isFinite(bound) ? { text: clean, measure, side, bound } : undefined;
}

/** Two requirements that no number can meet at once: `a <= 1` and `a >= 2`. */
export function contradiction(requirements: readonly Requirement[]): readonly [Requirement, Requirement] | undefined {
  for (const low of requirements) {
    for (const high of requirements) {
      if (low.measure !== high.measure || isUpper(low) || !isUpper(high)) continue;
      const strict = low.side === "above" || high.side === "below";
      const same = low.bound === high.bound;
      if (typeof low.bound === "number" && typeof high.bound === "number" ? low.bound > high.bound || (same && strict) : same && strict) return [low, high];
    }
  }
  return undefined;
}

const isUpper = ({ side }: Requirement): boolean => side === "atMost" || side === "below";

/**
 * Held where the whole interval is on the right side, broken where it is on the wrong one, else undecided. Against the
 * champion it is the interval of the paired difference. Plain counts are taken as they are; no data decides nothing.
 */
export function judgeRequirement(requirement: Requirement, own: MeasureSample, champion: MeasureSample, confidence = 0.95): RequirementResult {
  const { text, measure, bound } = requirement;
  const told = { text, measure, value: own.value };
  const paired = bound === "champion" ? compareMeasure(champion, own, confidence) : null;
  const difference = paired?.difference ?? null;
  const estimate = bound === "champion" ? difference : own.value;
  const limit = bound === "champion" ? 0 : bound;
  if (estimate === null) return { ...told, verdict: "undecided", interval: null, difference, excess: 1 };
  const found = paired === null ? own.at(confidence).interval : paired.interval;
  const interval = own.measure.method === "none" ? { low: estimate, high: estimate } : found;
  const beyond = isUpper(requirement) ? estimate - limit : limit - estimate;
  const strict = requirement.side === "below" || requirement.side === "above";
  const excess = beyond > 0 || (strict && beyond === 0) ? Math.max(beyond / own.measure.matters, 1e-9) : 0;
  const bounds = interval === null ? null : { low: interval.low, high: interval.high };
  return { ...told, verdict: bounds === null ? "undecided" : sideOf(requirement, bounds, limit), interval: bounds, difference, excess };
}

function sideOf({ side }: Requirement, { low, high }: Bounds, limit: number): Verdict {
  switch (side) {
    case "atMost":
      return high <= limit ? "held" : low > limit ? "broken" : "undecided";
    case "below":
      return high < limit ? "held" : low >= limit ? "broken" : "undecided";
    case "atLeast":
      return low >= limit ? "held" : high < limit ? "broken" : "undecided";
    case "above":
      return low > limit ? "held" : high <= limit ? "broken" : "undecided";
  }
}

/** The requirement in words: `Ever 90+ by month 12 on book at most 2.00%`. */
export function requirementText({ measure, side, bound, text }: Requirement): Text {
  const known = measureNamed(measure);
  if (known === undefined) return { en: text, zh: text };
  return { en: `${known.title.en} ${words[side].en} ${boundText(known, bound).en}`, zh: `${known.title.zh}${words[side].zh}${boundText(known, bound).zh}` };
}

const words = {
  atMost: { en: "at most", zh: "不超过" },
  below: { en: "below", zh: "低于" },
  atLeast: { en: "at least", zh: "不低于" },
  above: { en: "above", zh: "高于" },
} as const;

function boundText({ unit }: Measure, bound: Requirement["bound"]): Text {
  if (bound === "champion") return { en: "the champion's", zh: "现行政策" };
  return { en: figure(unit, bound, "en"), zh: figure(unit, bound, "zh") };
}
