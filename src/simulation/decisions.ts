import type { FactLayout } from "../facts/index.ts";
import {
  decisionNames,
  moments,
  rememberedDecision,
  type CompiledDecision,
  type DecisionName,
  type KnownFacts,
  type Moment,
  type Outcome,
  type Policy,
} from "../policy/index.ts";
import type { ActHandle, Judges } from "./acts/index.ts";

/** Facts over a window of the past of the account, and what they are computed beside. */
const windowFacts: ReadonlySet<string> = new Set([
  "account.utilisationBps", "account.utilisationChange3m", "account.missedPayments6m", "account.onTimeShare6m",
  "account.spend3mFen", "account.maxDaysPastDue12m", "shop.creditPurchases12m",
]);

/** A decision at a moment, compiled, with a place for its outcome and what hangs on making it. */
export interface PreparedDecision {
  readonly compiled: CompiledDecision;
  /** Layout of the rows that it reads. */
  readonly layout: FactLayout;
  readonly outcome: Outcome;
  /** A place for the outcome on other facts, which changes nothing. */
  readonly spare: Outcome;
  /** Where its rules stand in `TallyPart.fired`. */
  readonly firedAt: number;
  /** A bit of its own among all decisions. */
  readonly readBit: number;
  /** Value of `request.moment`. */
  readonly moment: number;
  /** Whether it reads facts of the account or windows on its past. */
  readonly readsAccount: boolean;
  /** Whether it reads windows on the past of the account. */
  readonly readsWindows: boolean;
  /** Whether it reads facts of the request beside its moment. */
  readonly readsRequest: boolean;
  /** The change of facts on which `outcome` was decided. */
  readonly memory: { basis: number };
  /** The act of reading. */
  readonly access: ActHandle;
  readonly queriesBureau: boolean;
  /** Index of an outcome, by name; −2 where it cannot come out. */
  code(outcome: string): number;
  /** Index of a param of an outcome; −1 where the outcome has none. */
  param(outcome: string, name: string): number;
}

export interface DecisionInputs {
  readonly policy: Policy;
  readonly layout: FactLayout;
  readonly known: KnownFacts;
}

/** All decisions that the policy is asked for: enrolment only at the moments that its procedures have. */
export function compileAll({ policy, layout, known }: DecisionInputs): readonly CompiledDecision[] {
  return readingsOf(policy).map(({ decision, moment }) => rememberedDecision({ policy, decision, moment, layout, known }));
}

/** Every decision with every moment at which it is made, in the order in which they are compiled. */
export function readingsOf(policy: Policy): readonly { readonly decision: DecisionName; readonly moment: Moment }[] {
  return decisionNames.flatMap((decision) => askedAt(policy, decision).map((moment) => ({ decision, moment })));
}

function askedAt(policy: Policy, decision: DecisionName): readonly Moment[] {
  if (decision !== "enrolment") return moments[decision];
  return moments.enrolment.filter((moment) => policy.procedures.enrolment[moment] !== undefined);
}

/** Prepares a compiled decision for the month. */
export function prepareDecision(
  compiled: CompiledDecision,
  setting: { readonly judges: Judges; readonly layout: FactLayout; readonly momentValue: number; readonly firedAt: number; readonly reading: number },
): PreparedDecision {
  const { judges } = setting;
  return {
    compiled,
    layout: setting.layout,
    outcome: compiled.newOutcome(),
    spare: compiled.newOutcome(),
    firedAt: setting.firedAt,
    readBit: 1 << setting.reading,
    moment: setting.momentValue,
    readsAccount: compiled.reads.some((name) => name.startsWith("account.") || name === "shop.creditPurchases12m"),
    readsWindows: compiled.reads.some((name) => windowFacts.has(name)),
    readsRequest: compiled.reads.some((name) => name.startsWith("request.") && name !== "request.moment"),
    memory: { basis: -1 },
    access: judges.act({ kind: "data-access", decision: compiled.decision, moment: compiled.moment }),
    queriesBureau: judges.queriesBureau(compiled),
    code: (outcome) => {
      const index = compiled.outcomes.indexOf(outcome);
      return index < 0 ? -2 : index;
    },
    param: (outcome, name) => {
      const own = compiled.params.indexOf(`${outcome}.${name}`);
      return own >= 0 ? own : compiled.params.indexOf(name);
    },
  };
}

/** A numeric param of the last outcome; NaN where it has none. */
export function paramOf({ outcome }: PreparedDecision, index: number): number {
  return index < 0 ? Number.NaN : (outcome.params[index] ?? Number.NaN);
}

/** A text or list param of the last outcome; undefined where it has none. */
export function textOf(
  decision: PreparedDecision,
  index: number,
): string | readonly (number | string | boolean)[] | undefined {
  const at = paramOf(decision, index);
  return at !== at ? undefined : decision.compiled.texts[at];
}
