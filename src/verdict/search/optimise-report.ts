import type { Diagnostic, Text, Verdict } from "../../base/index.ts";
import type { MeasureSample, MeasureValue } from "../../statistics/index.ts";
import { compareMeasure } from "../compare.ts";
import type { ComparedMeasure } from "../report.ts";
import { sampleAt, type Axis } from "./axis.ts";
import { dominates, type Scored } from "./evolve.ts";
import { judgeRequirement, requirementText, type Requirement, type RequirementResult } from "./requirement.ts";
import type { SweptParameter } from "./sweep-report.ts";
import type { SearchInputs } from "./search-inputs.ts";

/** A setting that was found, as the search saw it and as customers saw it that the search never met. */
export interface Winner {
  /** 1, 2 …; 0 is the policy as it stands. */
  readonly id: number;
  readonly parameters: Readonly<Record<string, number>>;
  readonly search: readonly MeasureValue[];
  readonly fresh: readonly MeasureValue[];
  /** Less the policy as it stands, on the fresh customers. */
  readonly differences: readonly ComparedMeasure[];
  /** On the fresh customers. */
  readonly requirements: readonly RequirementResult[];
  /** Of the claims in invariants.json; null where they were not asked for. */
  readonly proved: Verdict | null;
  readonly chosen: boolean;
}

/** Requirements that no setting tried met together: one that nothing met, or two that exclude each other. */
export interface Conflict {
  readonly requirements: readonly Text[];
  /** The nearest that was found: the setting that misses them by least. */
  readonly nearest: Readonly<Record<string, number>>;
  readonly results: readonly RequirementResult[];
}

/** All that `optimise` says. No time, path or machine name. */
export interface OptimiseReport {
  readonly schemaVersion: 1;
  readonly inputs: SearchInputs;
  readonly policy: string;
  readonly champion: string;
  readonly varied: readonly SweptParameter[];
  readonly objectives: readonly Axis[];
  readonly requirements: readonly { readonly written: string; readonly title: Text }[];
  readonly budget: number;
  readonly spent: number;
  readonly tried: number;
  readonly dropped: { readonly beaten: number; readonly broken: number };
  readonly meeting: number;
  /** Settings that were set aside because they break a claim. */
  readonly disproved: number;
  readonly freshSeed: string;
  readonly current: Winner;
  readonly winners: readonly Winner[];
  readonly conflict: Conflict | null;
  /** What the file of the chosen policy says, and what changed in it; absent unless it was written. */
  readonly changes?: readonly { readonly name: string; readonly text: Text }[] | undefined;
  readonly diagnostics?: readonly Diagnostic[] | undefined;
}

/** A setting as it was measured on both sets of customers. */
export interface MeasuredWinner {
  readonly id: number;
  readonly parameters: Readonly<Record<string, number>>;
  readonly search: readonly MeasureSample[];
  readonly fresh: readonly MeasureSample[];
  readonly proved: Verdict | null;
}

/** Settings worth showing: those that meet everything and that no other beats, spread out; with one objective the best few. */
export function bestOf<Found extends Scored>(found: readonly Found[], most: number): readonly Found[] {
  const meeting = found.filter(({ excess, scores }) => excess === 0 && scores.every(Number.isFinite));
  const byFirst = (a: Scored, b: Scored): number => (b.scores[0] ?? 0) - (a.scores[0] ?? 0);
  if ((meeting[0]?.scores.length ?? 0) < 2) return meeting.toSorted(byFirst).slice(0, Math.min(5, most));
  const front = meeting.filter((one) => !meeting.some((other) => dominates(other, one))).toSorted(byFirst);
  if (front.length <= most) return front;
  return Array.from({ length: most }, (_, at) => front[Math.round((at * (front.length - 1)) / (most - 1))]).flatMap((one) => one ?? []);
}

/** Judges what was found on fresh customers, and chooses: what holds there goes first, then the first objective. */
export function judgeWinners(measured: readonly MeasuredWinner[], against: { readonly current: readonly MeasureSample[]; readonly champion: readonly MeasureSample[]; readonly objectives: readonly Axis[]; readonly requirements: readonly Requirement[] }): readonly Winner[] {
  const judged = measured.map((one): Winner => ({
    id: one.id,
    parameters: one.parameters,
    search: one.search.map((sample) => sample.at(0.95)),
    fresh: one.fresh.map((sample) => sample.at(0.95)),
    differences: one.fresh.map((sample, at) => compareMeasure(against.current[at] ?? sample, sample)),
    requirements: against.requirements.map((requirement) => judgeRequirement(requirement, sampleAt(one.fresh, requirement), sampleAt(against.champion, requirement))),
    proved: one.proved,
    chosen: false,
  }));
  const [objective] = against.objectives;
  const score = ({ fresh }: Winner): number => {
    const value = fresh.find(({ name }) => name === objective?.measure)?.value ?? null;
    return value === null ? Number.NEGATIVE_INFINITY : objective?.better === "lower" ? -value : value;
  };
  const [best] = judged.filter(({ proved, requirements }) => proved !== "broken" && requirements.every(({ verdict }) => verdict !== "broken")).toSorted((a, b) => standing(b) - standing(a) || score(b) - score(a) || a.id - b.id);
  return judged.map((one) => ({ ...one, chosen: one === best }));
}

/** 1 where everything asked for holds beyond doubt. */
const standing = ({ requirements, proved }: Winner): number => (requirements.every(({ verdict }) => verdict === "held") && (proved ?? "held") === "held" ? 1 : 0);

/** Which requirements stand in each other's way, where nothing tried met all of them. */
export function conflictOf(found: readonly (Scored & { readonly parameters: Readonly<Record<string, number>>; readonly samples: readonly MeasureSample[] })[], requirements: readonly Requirement[], champion: readonly MeasureSample[]): Conflict | null {
  if (found.length === 0 || found.some(({ excess }) => excess === 0)) return null;
  const table = found.map(({ samples }) => requirements.map((one) => judgeRequirement(one, sampleAt(samples, one), sampleAt(champion, one))));
  const meets = (at: number) => (row: readonly RequirementResult[]): boolean => row[at]?.excess === 0;
  const never = requirements.filter((_, at) => !table.some(meets(at)));
  const pairs = requirements.flatMap((first, at) => requirements.slice(at + 1).flatMap((second, gap) => (table.some((row) => meets(at)(row) && meets(at + 1 + gap)(row)) ? [] : [[first, second]])));
  const named = never.length > 0 ? never : (pairs[0] ?? requirements);
  const nearest = found.toSorted((a, b) => a.excess - b.excess)[0];
  const index = nearest === undefined ? 0 : found.indexOf(nearest);
  return { requirements: named.map(requirementText), nearest: nearest?.parameters ?? {}, results: table[index] ?? [] };
}
