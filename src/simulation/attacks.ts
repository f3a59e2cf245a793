import type { AssumptionValues } from "./assumptions.ts";
import type { Environment } from "./environment.ts";

/** Where a thief sets on: an account in her name, purchases on hers, or its closing. */
export const attackStages = ["opening", "spending", "closing"] as const;
export type AttackStage = (typeof attackStages)[number];

/** Whom an attack is aimed at: many at once with little, or one with much. */
export const attackKinds = ["bulk", "targeted"] as const;
export type AttackKind = (typeof attackKinds)[number];

/** A wave: times the ordinary rate of attempts, from month to month, both included. */
export interface AttackWave {
  readonly from: number;
  readonly to: number;
  readonly factor: number;
  /** What the extra attempts are; absent: the ordinary mix. */
  readonly kind?: AttackKind;
  /** What they set on; absent: spending and closing, in the ordinary mix. */
  readonly stages?: readonly AttackStage[];
}

/** Attempts by month, as the month needs them; index: month + warmUp. */
export interface AttackTable {
  /** Times the ordinary chance that an open account is attacked, and how many of these attacks set on closing. */
  readonly factor: Float64Array;
  readonly closingShare: Float64Array;
  /** Times the ordinary chance of an application in her name; undefined where it is always 1. */
  readonly opening: Float64Array | undefined;
  /** Shares of a stage's attempts that are bulk, and bulk or targeted; undefined where no wave has a kind. */
  readonly kinds: Readonly<Record<AttackStage, { readonly bulk: Float64Array; readonly known: Float64Array }>> | undefined;
}

/** The table of a run. Waves in the same month add what they bring beyond the ordinary. */
export function attackTable(environment: Environment, a: AssumptionValues, warmUp: number, months: number): AttackTable {
  const waves = environment.attacks;
  const each = (make: (month: number) => number): Float64Array => Float64Array.from({ length: warmUp + months }, (_, index) => make(index - warmUp));
  const spending = each((month) => factorAt(waves, "spending", month));
  const closing = each((month) => factorAt(waves, "closing", month));
  const tc = a.takeoverClosing;
  const factor = spending.map((f, i) => (f === closing[i] ? f : (1 - tc) * f + tc * (closing[i] ?? 0)));
  const closingShare = factor.map((f, i) => (spending[i] === closing[i] || f === 0 ? tc : (tc * (closing[i] ?? 0)) / f));
  const sharesOf = (stage: AttackStage) => ({
    bulk: each((month) => shareAt(waves, stage, month, ["bulk"])),
    known: each((month) => shareAt(waves, stage, month, attackKinds)),
  });
  return {
    factor,
    closingShare,
    opening: waves.some(({ stages }) => stages?.includes("opening")) ? each((month) => factorAt(waves, "opening", month)) : undefined,
    kinds: waves.some(({ kind }) => kind !== undefined) ? { opening: sharesOf("opening"), spending: sharesOf("spending"), closing: sharesOf("closing") } : undefined,
  };
}

const usually: readonly AttackStage[] = ["spending", "closing"];

function wavesAt(waves: readonly AttackWave[], stage: AttackStage, month: number): readonly AttackWave[] {
  return waves.filter(({ from, to, stages = usually }) => from <= month && month <= to && stages.includes(stage));
}

function factorAt(waves: readonly AttackWave[], stage: AttackStage, month: number): number {
  const [only, ...others] = wavesAt(waves, stage, month);
  if (only === undefined) return 1;
  return Math.max(0, others.reduce((sum, { factor }) => sum + factor - 1, only.factor));
}

/** Of the attempts at a stage in a month, the share that waves of these kinds bring beyond the ordinary. */
function shareAt(waves: readonly AttackWave[], stage: AttackStage, month: number, kinds: readonly AttackKind[]): number {
  const all = factorAt(waves, stage, month);
  const extra = wavesAt(waves, stage, month).reduce((sum, { factor, kind }) => (kind !== undefined && kinds.includes(kind) ? sum + Math.max(0, factor - 1) : sum), 0);
  return all === 0 ? 0 : Math.min(1, extra / all);
}
