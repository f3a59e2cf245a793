import { z } from "zod";
import type { Bounds, Text, Verdict } from "../../base/index.ts";
import type { MeasureSample } from "../../statistics/index.ts";
import { compareMeasure } from "../compare.ts";
import { decidedAt, holm } from "../decided-at.ts";
import { sampleAt, type Axis } from "./axis.ts";
import { judgeRequirement, requirementText, type Requirement, type RequirementResult } from "./requirement.ts";

/** What is asked: which of the policies meets all of this, and of those, which is best at that. */
export interface ChoiceRequest {
  readonly requirements: readonly Requirement[];
  readonly objective: Axis;
}

/** One policy's answers. */
export interface ChoiceOption {
  readonly policy: string;
  readonly value: number | null;
  readonly interval: Bounds | null;
  readonly requirements: readonly RequirementResult[];
  /** Held where every requirement is; broken where one is; else undecided. */
  readonly meets: Verdict;
  /** The chosen policy's value less this one's, on the same customers; null for the chosen itself and without data. */
  readonly chosenLess: number | null;
  readonly chosenLessInterval: Bounds | null;
  /** Whether the chosen one is better beyond chance; the level stands for all of them together (Holm). */
  readonly verdict: "better" | "worse" | "undecided" | null;
  readonly level: number | null;
}

/** Which policy to choose, how sure that is, and what the requirements cost. */
export interface Choice {
  readonly requirements: readonly { readonly written: string; readonly title: Text }[];
  readonly objective: Axis;
  readonly options: readonly ChoiceOption[];
  /** The best of those that meet everything; where none does beyond doubt, of those that meet it as they came out, then of those that break nothing. */
  readonly chosen: string | null;
  readonly sure: boolean;
  /** The best there is without requirements. */
  readonly unrestricted: string | null;
  /** Two requirements that each are met by some policy and together by none. */
  readonly conflict: readonly Text[] | null;
}

/** Answers the plain question from the samples of each policy. */
export function choose({ requirements, objective }: ChoiceRequest, samples: ReadonlyMap<string, readonly MeasureSample[]>, champion: string): Choice {
  const standard = samples.get(champion) ?? [];
  const judged = [...samples].map(([policy, own]) => {
    const results = requirements.map((one) => judgeRequirement(one, sampleAt(own, one), sampleAt(standard, one)));
    return { policy, own: sampleAt(own, objective), results, meets: meetsOf(results) };
  });
  const score = ({ own: { value } }: Judged): number => (value === null ? Number.NEGATIVE_INFINITY : objective.better === "higher" ? value : -value);
  const best = (list: readonly Judged[]): Judged | undefined => list.toSorted((a, b) => score(b) - score(a))[0];
  const held = judged.filter(({ meets }) => meets === "held");
  const open = judged.filter(({ meets }) => meets === "undecided");
  const likely = open.filter(({ results }) => results.every(({ excess }) => excess === 0));
  // Where nobody has a value, nobody is best.
  const chosen = judged.every(({ own }) => own.value === null) ? undefined : best([held, likely, open].find((list) => list.length > 0) ?? []);
  const rivals = judged.filter((one) => chosen !== undefined && one !== chosen);
  const levels = holm(rivals.map(({ own }) => (chosen === undefined ? null : decidedAt(own, chosen.own))));
  return {
    requirements: requirements.map((one) => ({ written: one.text, title: requirementText(one) })),
    objective,
    options: judged.map((one) => optionOf(one, chosen, { objective, level: levels[rivals.indexOf(one)] ?? null })),
    chosen: chosen?.policy ?? null,
    sure: held.length > 0,
    unrestricted: judged.every(({ own }) => own.value === null) ? null : (best(judged)?.policy ?? null),
    conflict: chosen === undefined ? conflictAmong(judged, requirements) : null,
  };
}

interface Judged {
  readonly policy: string;
  readonly own: MeasureSample;
  readonly results: readonly RequirementResult[];
  readonly meets: Verdict;
}

function meetsOf(results: readonly RequirementResult[]): Verdict {
  if (results.some(({ verdict }) => verdict === "broken")) return "broken";
  return results.every(({ verdict }) => verdict === "held") ? "held" : "undecided";
}

function optionOf({ policy, own, results, meets }: Judged, chosen: Judged | undefined, { objective, level }: { readonly objective: Axis; readonly level: number | null }): ChoiceOption {
  const { value, interval } = own.at(0.95);
  const told = { policy, value, interval: bare(interval), requirements: results, meets };
  if (chosen === undefined || chosen.policy === policy) return { ...told, chosenLess: null, chosenLessInterval: null, verdict: null, level: null };
  const { difference, interval: paired } = compareMeasure(own, chosen.own);
  const sign = objective.better === "higher" ? 1 : -1;
  const decided = paired !== null && (paired.low > 0 || paired.high < 0) && (level === null || level <= 0.05);
  const verdict = !decided || difference === null ? "undecided" : difference * sign > 0 ? "better" : "worse";
  return { ...told, chosenLess: difference, chosenLessInterval: bare(paired), verdict, level };
}

const bare = (interval: Bounds | null): Bounds | null => (interval === null ? null : { low: interval.low, high: interval.high });

function conflictAmong(judged: readonly Judged[], requirements: readonly Requirement[]): readonly Text[] | null {
  const meets = ({ results }: Judged, at: number): boolean => results[at]?.verdict !== "broken";
  for (const [at, first] of requirements.entries()) {
    if (!judged.some((one) => meets(one, at))) return [requirementText(first)];
  }
  for (const [at, first] of requirements.entries()) {
    for (const [other, second] of requirements.entries()) {
      if (other > at && !judged.some((one) => meets(one, at) && meets(one, other))) return [requirementText(first), requirementText(second)];
    }
  }
  return null;
}

const text = z.strictObject({ en: z.string(), zh: z.string() });
const number = z.number().nullable();
const bounds = z.strictObject({ low: z.number(), high: z.number() }).nullable();
const verdict = z.enum(["held", "broken", "undecided"]);

/** The shape of a choice in a report. */
export const choiceSchema: z.ZodType<Choice> = z.strictObject({
  requirements: z.array(z.strictObject({ written: z.string(), title: text })),
  objective: z.strictObject({ measure: z.string(), better: z.enum(["higher", "lower"]) }),
  options: z.array(
    z.strictObject({
      policy: z.string(),
      value: number,
      interval: bounds,
      requirements: z.array(z.strictObject({ text: z.string(), measure: z.string(), verdict, value: number, interval: bounds, difference: number, excess: z.number() })),
      meets: verdict,
      chosenLess: number,
      chosenLessInterval: bounds,
      verdict: z.enum(["better", "worse", "undecided"]).nullable(),
      level: number,
    }),
  ),
  chosen: z.string().nullable(),
  sure: z.boolean(),
  unrestricted: z.string().nullable(),
  conflict: z.array(text).nullable(),
});
