import type { Policy, SettlementChannel } from "../policy/index.ts";
import { unjustifiedConditions } from "./acts/procedure-facts.ts";
import type { AssumptionValues } from "./assumptions.ts";
import { counterAt } from "./counter-at.ts";
import type { Waits } from "./loads/coupling.ts";

/** A way to settle, made ready for the month. */
export interface Channel extends SettlementChannel {
  readonly name: string;
}

/** What a closing meets under a policy, as the month needs it. */
export interface ClosingFigures {
  readonly menus: readonly string[];
  /** Chance to be through menu i and all before it; the first holds nobody up. */
  readonly past: readonly number[];
  /** Chance not to give up because it cannot be done online, and at the conditions that nothing justifies. */
  readonly online: number;
  readonly conditions: number;
  /** Chance to keep the account on hearing that other limits shrink. */
  readonly reconsiders: number;
  /** Chance to complain where other limits shrink and nobody said so. */
  readonly spillComplaint: number;
  readonly leastDays: number;
  readonly mostDays: number;
  /** The working days are the month's to write: they differ from one request to the next. */
  readonly writesDays: boolean;
  readonly channels: readonly Channel[];
  readonly feesDisclosed: boolean;
  readonly refunds: "wait" | "forward" | undefined;
  readonly coolingOffDays: number;
  /** Chance to withdraw within the cooling-off period. */
  readonly early: number;
  /** Counter of what becomes of the data. */
  readonly data: number;
}

/** What closing comes to under the procedures of a policy. */
export function closingFigures({ procedures }: Policy, a: AssumptionValues, waits: Waits): ClosingFigures {
  const { closure, billing, declared } = procedures;
  const mostDays = Math.max(closure.workingDaysToDecision, closure.workingDaysAtMost ?? 0);
  return {
    menus: closure.entrance,
    past: closure.entrance.map((_, index) => repeated(1 - a.entranceAbandon, index)),
    online: closure.channels.includes("online") ? 1 : 1 - a.closeOffline,
    conditions: repeated(1 - a.closeConditionAbandon, unjustifiedConditions(procedures)),
    reconsiders: closure.toldOfOtherLimits && a.spillOver > 0 ? a.closeReconsider : 0,
    spillComplaint: closure.toldOfOtherLimits || a.spillOver === 0 ? 0 : a.complaintSpill,
    leastDays: closure.workingDaysToDecision,
    mostDays,
    writesDays: writesClosingDays(procedures, waits),
    channels: Object.entries(closure.settlement ?? {}).map(([name, channel]) => ({ name, ...channel })),
    feesDisclosed: billing.disclosedFees.includes("settlement"),
    refunds: closure.refunds,
    coolingOffDays: closure.coolingOffDays ?? 0,
    early: (closure.coolingOffDays ?? 0) > 0 ? a.withdrawEarly : 0,
    data: closure.afterClosing !== "keep" ? counterAt.closedErased : declared.statutoryRetentionLock === true ? counterAt.closedLocked : counterAt.closedKept,
  };
}

/** Whether the days to a decision differ from one request to the next. */
export function writesClosingDays({ closure }: Policy["procedures"], waits: Waits | undefined): boolean {
  return waits?.closing !== undefined || (closure.workingDaysAtMost ?? 0) > closure.workingDaysToDecision;
}

/** The chance to come through so many times. */
export function repeated(chance: number, times: number): number {
  let product = 1;
  for (let i = 0; i < times; i++) product *= chance;
  return product;
}
