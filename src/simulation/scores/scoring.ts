import { consentSources, encodeFact, type FactLayout, type FactName } from "../../facts/index.ts";
import { inForce, makeScorer, scoreFact, type AlarmProcedure, type Policy, type Scorer } from "../../policy/index.ts";
import type { ScoreFault } from "../environment.ts";
import { binStart, scoreBins, unscoredBin } from "./score-bins.ts";
import type { ScoreChecks, ScoreFrame } from "./score-tally.ts";

/** How the score that decisions read comes about in a run. */
export interface Scoring {
  /** The policy's own scorecard; undefined: the score that customers come with. */
  readonly scorer: Scorer | undefined;
  /** Whether the scorecard reads facts that change while an account lives. */
  readonly follows: boolean;
  /** Months between refreshes; 0: the score follows its facts. */
  readonly refreshEvery: number;
  readonly faults: readonly PreparedFault[];
  /** Points that a raised cut-off takes from everybody, and from when to when. */
  readonly raised: { readonly points: number; readonly from: number; readonly to: number };
  /** From when to when a person looks at each opening. */
  readonly reviews: { readonly from: number; readonly to: number };
  /** What follows the alarm comes into force in this month: scores are worked out at once. */
  readonly repairFrom: number;
  /** Whether all scores are counted by month, for the lender's re-checks. */
  readonly rechecks: boolean;
  /** Least and greatest points of the scale. */
  readonly least: number;
  readonly most: number;
}

/** The score that the policy's rules read, and the traits it must not rest on: where they stand in a row. */
export interface ScoreSlots {
  readonly slot: number;
  /** Bit of the consent source that the score rests on; 0: none. */
  readonly sourceBit: number;
  /** Where the age of the score stands; −1: it has none. */
  readonly ageSlot: number;
  readonly gender: number;
  readonly region: number;
  readonly age: number;
}

const scoreFacts = [scoreFact, "bureau.score", "score.thirdPartyPoints"] as const;

/** The score that is judged: the first of the shop's, the bureau's and a third party's that any decision reads. */
export function findScore(reads: ReadonlySet<FactName>, layout: FactLayout): ScoreSlots {
  const fact = scoreFacts.find((name) => reads.has(name)) ?? scoreFact;
  const consent = layout.dictionary.facts.get(fact)?.consent;
  return {
    slot: layout.slot(fact),
    sourceBit: consent === undefined ? 0 : 1 << consentSources.indexOf(consent),
    ageSlot: fact === scoreFact ? layout.slot("score.ageMonths") : -1,
    gender: layout.slot("customer.gender"),
    region: layout.slot("customer.region"),
    age: layout.slot("customer.age"),
  };
}

/** A fault of the score, its segment found in the row. */
export interface PreparedFault {
  readonly from: number;
  readonly to: number;
  /** −1: everybody. */
  readonly slot: number;
  readonly value: number;
  readonly shift: number;
  readonly scale: number;
  readonly missingShare: number;
}

/** Months in which the check of the score raised an alarm are 1 in `alarms`, as an earlier pass found them. */
interface Checked {
  readonly faults: readonly ScoreFault[];
  readonly alarms: readonly number[];
  /** The month in which the policy takes over from another: earlier alarms were not for it to answer. */
  readonly since: number;
}

/** What keeps the score of a run; undefined where it stays what the customers came with. */
export function prepareScoring(policy: Policy, { faults, alarms, since }: Checked, layout: FactLayout): Scoring | undefined {
  const own = inForce(policy.scorecard);
  const { refreshEveryMonths = 0, recheckEveryMonths = 0, onAlarm } = policy.procedures.scorecard ?? {};
  if (own === undefined && refreshEveryMonths === 0 && recheckEveryMonths === 0 && faults.length === 0) return undefined;
  const scale = layout.dictionary.facts.get(scoreFact);
  if (scale?.type !== "integer") throw new Error(`${scoreFact} is no whole number`);
  return {
    scorer: own === undefined ? undefined : makeScorer(own, layout),
    follows: own?.characteristics.some(({ fact }) => layout.dictionary.facts.get(fact)?.producedBy === "simulation") ?? false,
    refreshEvery: refreshEveryMonths,
    faults: faults.map((fault) => mended(prepareFault(fault, layout), onAlarm, { alarms, since })),
    raised: { points: onAlarm?.points ?? usualPoints, ...repaired("raised-cut-off", onAlarm, { alarms, since }) },
    reviews: repaired("manual-review", onAlarm, { alarms, since }),
    repairFrom: repairMonth(onAlarm, { alarms, since }),
    rechecks: recheckEveryMonths > 0,
    least: scale.min,
    most: scale.max,
  };
}

/** The score of a run: whose, what goes wrong with it, and the alarms of an earlier pass. */
interface Framed {
  readonly policy: Policy;
  /** The policy that takes all customers over; whoever moves over a part only keeps the checks as they are. */
  readonly to?: { readonly policy: Policy; readonly month: number } | undefined;
  readonly faults: readonly ScoreFault[];
  readonly alarms?: readonly number[] | undefined;
}

/** What statistics need to know of the score of a run. */
export function scoreFrame({ policy, to, faults, alarms = [] }: Framed): ScoreFrame {
  const steps = inForce(policy.scorecard)?.calibration;
  const expected = (bin: number): number => (bin === unscoredBin ? Number.NaN : (steps?.findLast(({ from }) => from <= binStart(bin))?.defaultBps ?? steps?.[0]?.defaultBps ?? 0));
  const own = repairMonth(policy.procedures.scorecard?.onAlarm, { alarms, since: 0, before: to?.month });
  const later = to === undefined ? forever : repairMonth(to.policy.procedures.scorecard?.onAlarm, { alarms, since: to.month });
  const repairFrom = Math.min(own, later);
  return {
    checks: [checksOf(policy, 0), ...(to === undefined ? [] : [checksOf(to.policy, to.month)])],
    faultFrom: faults.length === 0 ? null : Math.min(...faults.map(({ from }) => from)),
    repairFrom: repairFrom === forever ? null : repairFrom,
    expected: steps === undefined ? null : Array.from({ length: scoreBins - 1 }, (_, bin) => expected(bin)),
  };
}

function checksOf({ procedures }: Policy, from: number): ScoreChecks {
  const { recheckEveryMonths = 0, alarmPsi = null, alarmKs = null } = procedures.scorecard ?? {};
  return { from, every: recheckEveryMonths, alarmPsi, alarmKs };
}

const forever = 1_000_000;
/** By how much a cut-off is raised where the procedure does not say. */
const usualPoints = 20;

/** Alarms by month, and between which months they are answered. */
interface Answered {
  readonly alarms: readonly number[];
  readonly since: number;
  readonly before?: number | undefined;
}

/** The month in which what follows an alarm comes into force: of the first alarm that is answered. */
function repairMonth(procedure: AlarmProcedure | undefined, { alarms, since, before = forever }: Answered): number {
  const alarm = alarms.indexOf(1, Math.max(0, since));
  return procedure === undefined || alarm < 0 || alarm >= before ? forever : alarm + procedure.afterMonths;
}

/** A fault ends where the lender goes back to the card as it was: at the first alarm that the fault can have raised. */
function mended(fault: PreparedFault, procedure: AlarmProcedure | undefined, { alarms, since }: Answered): PreparedFault {
  return procedure?.do === "old-card" ? { ...fault, to: Math.min(fault.to, repairMonth(procedure, { alarms, since: Math.max(since, fault.from) }) - 1) } : fault;
}

/** From when to when something follows the first alarm; never where something else does. */
function repaired(what: AlarmProcedure["do"], procedure: AlarmProcedure | undefined, answered: Answered): { readonly from: number; readonly to: number } {
  if (procedure?.do !== what) return { from: forever, to: forever };
  const from = repairMonth(procedure, answered);
  return { from, to: from + (procedure.months ?? forever) - 1 };
}

function prepareFault({ from, to, segment, shift = 0, scale = 1, missingShare = 0 }: ScoreFault, layout: FactLayout): PreparedFault {
  const definition = segment === undefined ? undefined : layout.dictionary.facts.get(segment.fact);
  return {
    from,
    to: to ?? forever,
    slot: definition === undefined ? -1 : layout.slot(definition.name),
    value: definition === undefined || segment === undefined ? 0 : encodeFact(definition, segment.equals),
    shift,
    scale,
    missingShare,
  };
}
