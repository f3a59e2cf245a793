import { moments, noticeItems } from "../../policy/index.ts";
import type { ConsentQuestion, EnrolmentMoment, EnrolmentProcedure, Procedures } from "../../policy/index.ts";
import { momentBit } from "./standing.ts";

/** Conditions on closing that the law accepts: paying what is owed, and proving who one is. */
const justifiedConditions: ReadonlySet<string> = new Set(["settlement", "identity"]);

/**
 * How the credit line itself is asked for at a moment: the credit option on the screen and the question about the
 * account are one question, and a box that either of them ticks beforehand is a default. Undefined where nothing asks.
 */
export function accountQuestion(procedure: EnrolmentProcedure): ConsentQuestion | undefined {
  const asked = procedure.consents.account;
  if (procedure.creditOption === "absent") return asked;
  const ticked = procedure.creditOption === "pre-ticked" || asked?.ticked === "default" ? "default" : "customer";
  return { kind: asked?.kind ?? "bundled", ticked };
}

/** Steps of the shortest of the ways in; 0 where an account opens without any; Infinity where none opens. */
export function openingSteps(procedures: Procedures, ways: readonly EnrolmentMoment[]): number {
  return Math.min(Infinity, ...ways.map((moment) => procedures.enrolment[moment]?.steps.length ?? Infinity));
}

/** Steps of the way out: menus, factors, and conditions beyond settling and proving who one is. */
export function closingSteps(procedures: Procedures): number {
  const { entrance, factors } = procedures.closure;
  return entrance.length + factors.length + unjustifiedConditions(procedures);
}

/** Conditions put to a customer who wants to close that neither settlement nor identity justifies. */
export function unjustifiedConditions(procedures: Procedures): number {
  return procedures.closure.conditions.filter((condition) => !justifiedConditions.has(condition)).length;
}

/** Whether contacts are made outside 8 to 22 o'clock. Hours that end before they begin go through the night. */
export function inQuietHours(hours: { readonly from: number; readonly to: number }): boolean {
  return hours.from < 8 || hours.to > 22 || hours.from > hours.to;
}

/** What a customer has been told of the use of her data. */
export interface NoticeGiven {
  readonly shown: boolean;
  readonly missingItems: number;
  readonly recipientNamed: boolean;
}

/** A notice as a procedure gives it. */
type Notice = Pick<EnrolmentProcedure, "notice" | "recipientsNamed">;

/**
 * The notices of the moments she went through (bits). A notice shown after the opening comes before later processing,
 * not before the decision that opened: `later` says which of the two is meant. The question of the remedy brings a
 * notice of its own, before whatever follows.
 */
export function noticesGiven(procedures: Procedures, passed: number, later: boolean): readonly Notice[] {
  const seen = moments.enrolment
    .filter((moment) => (passed & momentBit(moment)) !== 0)
    .map((moment: EnrolmentMoment) => procedures.enrolment[moment])
    .filter((procedure) => procedure !== undefined)
    .filter(({ noticeShown }) => noticeShown === "before" || (later && noticeShown === "after"));
  const { remedy } = procedures;
  return remedy !== undefined && (passed & momentBit("remedy")) !== 0 ? [...seen, remedy] : seen;
}

/** Notices taken together. */
export function noticeGiven(told: readonly Notice[]): NoticeGiven {
  const items = new Set(told.flatMap(({ notice }) => notice));
  return {
    shown: told.length > 0,
    missingItems: noticeItems.filter((item) => !items.has(item)).length,
    recipientNamed: told.some(({ recipientsNamed }) => recipientsNamed),
  };
}
