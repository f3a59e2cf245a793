import { consentSources } from "../facts/index.ts";
import type { RemedyProcedure } from "../policy/index.ts";
import type { AssumptionValues } from "./assumptions.ts";
import { firstMonthFrom, type RunDates } from "./run-dates.ts";
import { dataQuestions, screenQuestion, type ScreenQuestion } from "./screens.ts";

/** The remedy of silent accounts, made ready for the month. */
export interface RemedyFigures {
  /** The first month in which holders are asked. */
  readonly from: number;
  /** Months that they have to answer, the one in which they are asked included. */
  readonly months: number;
  readonly onSilence: RemedyProcedure["onSilence"];
  readonly questions: readonly ScreenQuestion[];
  /** The consent to the account itself that a confirmation gives. */
  readonly account: ScreenQuestion;
}

const daysAMonth = 30;
const account = consentSources.indexOf("account");

/** Makes the remedy of a policy ready. To confirm is an act of her own, in a step of its own unless the procedure says how. */
export function remedyFigures(remedy: RemedyProcedure, assumed: AssumptionValues, dates: RunDates): RemedyFigures {
  const kind = remedy.consents.account?.kind ?? "separate";
  return {
    from: firstMonthFrom(remedy.from, dates),
    months: Math.max(1, Math.ceil(remedy.daysToAnswer / daysAMonth)),
    onSilence: remedy.onSilence,
    questions: dataQuestions(remedy.consents, assumed),
    account: screenQuestion(account, { kind, ticked: "customer" }, assumed),
  };
}
