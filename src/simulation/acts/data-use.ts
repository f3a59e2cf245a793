import { consentSources, type ConsentSource } from "../../facts/index.ts";
import { moments, type ConsentKind, type DecisionName, type Moment, type Procedures } from "../../policy/index.ts";
import type { ActContext } from "./act-facts.ts";
import { noticeGiven, noticesGiven, type NoticeGiven } from "./procedure-facts.ts";
import { readSet } from "./read-set.ts";
import { agreedByAct, atLeast, consentTo, momentBit, withheldSources, type ConsentAnswer, type Standing } from "./standing.ts";

/** What a use of data rests on. `invalid`: something was agreed to, not in the form needed, not by her own act, or without a whole notice. */
export const useStandings = ["not-needed", "valid", "invalid", "none", "withdrawn"] as const;
export type UseStanding = (typeof useStandings)[number];

/** Where two of them stand among the cells of the whole. */
export const useAt = { notNeeded: useStandings.indexOf("not-needed"), valid: useStandings.indexOf("valid") } as const;

/** A decision that reads: where its counts begin is the caller's to know. */
interface Reading {
  readonly decision: DecisionName;
  readonly moment: Moment;
}

/** Counts of one decision: its uses as a whole by standing, then those of each source. */
export const useCells = (1 + consentSources.length) * useStandings.length;

/**
 * What a decision about a customer who stands so rests on: cells of the counts of that decision, first the whole, then
 * each source that is read. A source withheld is not read.
 */
export function useOf(context: ActContext, reading: Reading, standing: Standing): readonly number[] {
  const { decision, moment } = reading;
  const reads = readSet(context, decision, context.decisions.find((one) => one.decision === decision && one.moment === moment));
  const withheld = withheldSources(context.procedures, standing, context.before);
  const notice = noticeOf(context, reading, standing);
  const told = notice.shown && notice.missingItems === 0;
  const sources = reads.sources
    .map(({ source, needs }) => ({ at: consentSources.indexOf(source), is: standingOf(consentTo(standing, source), needs, told) }))
    .filter(({ at }) => (withheld & (1 << at)) === 0);
  return [cell(0, worst(sources.map(({ is }) => is))), ...sources.map(({ at, is }) => cell(1 + at, is))];
}

function cell(row: number, standing: UseStanding): number {
  return row * useStandings.length + useStandings.indexOf(standing);
}

function standingOf(answer: ConsentAnswer, needs: ConsentKind, told: boolean): UseStanding {
  if (answer.withdrawn) return "withdrawn";
  if (answer.kind === "none") return "none";
  return told && inForm(answer, needs) ? "valid" : "invalid";
}

/** One consent withdrawn, missing or invalid spoils the decision. */
function worst(sources: readonly UseStanding[]): UseStanding {
  return useStandings.findLast((standing) => sources.includes(standing)) ?? "not-needed";
}

/** Agreed in the form needed, by an act of her own; taken back or not. */
export function inForm(answer: ConsentAnswer, needed: ConsentKind): boolean {
  return agreedByAct({ ...answer, withdrawn: false }) && atLeast(answer.kind, needed);
}

/** The notice before a decision: at an enrolment moment she has its screens before her; a notice of a scan is sent to her. */
export function noticeOf({ procedures, before }: { readonly procedures: Procedures; readonly before?: Procedures | undefined }, { decision, moment }: Reading, standing: Standing): NoticeGiven {
  const here = decision === "enrolment" ? moments.enrolment.find((one) => one === moment) : undefined;
  const later = isLater(decision, moment);
  const earlier = before === undefined ? [] : noticesGiven(before, standing.passedBefore, true);
  return noticeGiven([...earlier, ...noticesGiven(procedures, standing.passed | (here === undefined ? 0 : momentBit(here)), later)]);
}

/** Whether the decision comes after the opening, so that a notice shown after it came in time. */
function isLater(decision: DecisionName, moment: Moment): boolean {
  return decision !== "enrolment" && moment !== "booking";
}

/** The counts of one decision, read: the whole and each source, by standing. */
export interface DataUse {
  readonly decision: DecisionName;
  readonly moment: Moment;
  readonly all: Readonly<Record<UseStanding, number>>;
  readonly sources: Readonly<Partial<Record<ConsentSource, Readonly<Record<UseStanding, number>>>>>;
}

/** Reads the counts of the decisions of a run, in their order. */
export function viewUses(decisions: readonly Reading[], counts: Float64Array): readonly DataUse[] {
  return decisions.map(({ decision, moment }, index) => {
    const at = (row: number): Readonly<Record<UseStanding, number>> => {
      const from = index * useCells + row * useStandings.length;
      const [free = 0, valid = 0, invalid = 0, none = 0, withdrawn = 0] = counts.subarray(from, from + useStandings.length);
      return { "not-needed": free, valid, invalid, none, withdrawn };
    };
    const read = consentSources.flatMap((source, row) => {
      const uses = at(1 + row);
      return Object.values(uses).some((count) => count > 0) ? [[source, uses] as const] : [];
    });
    return { decision, moment, all: at(0), sources: Object.fromEntries(read) };
  });
}
