import { consentSources } from "../facts/index.ts";
import { consentKinds, type ConsentQuestion, type EnrolmentMoment, type EnrolmentProcedure } from "../policy/index.ts";
import { accountQuestion, type ActHandle } from "./acts/index.ts";
import type { AssumptionValues } from "./assumptions.ts";
import type { EnrolmentDecision } from "./world.ts";

/** A question about the use of data, as values of the row. */
export interface ScreenQuestion {
  /** Index into `consentSources`. */
  readonly source: number;
  /** Index into `consentKinds`. */
  readonly kind: number;
  readonly preTicked: boolean;
  /** Chance of a yes when asked openly, and of an applicant. */
  readonly yes: number;
  readonly yesOfApplicant: number;
}

/** What happens around an enrolment at one moment, made ready for the month. */
export interface EnrolmentScreen {
  readonly moment: EnrolmentMoment;
  /** A bit of its own for each moment. */
  readonly momentBit: number;
  readonly enrolment: EnrolmentDecision;
  readonly act: ActHandle;
  /** Value of `account.openedAt`. */
  readonly openedAt: number;
  readonly booked: number;
  readonly questions: readonly ScreenQuestion[];
  /** How the account itself is asked for; undefined where nothing asks. */
  readonly account: ScreenQuestion | undefined;
  readonly completion: number;
  readonly confirmsCostTable: boolean;
  readonly requiredForShopping: boolean;
  /** Chance to know of the account where it was not her own act. */
  readonly aware: number;
}

const account = consentSources.indexOf("account");

/** Makes the questions of a procedure ready. */
export function screenQuestions(
  procedure: EnrolmentProcedure,
  assumed: AssumptionValues,
): Pick<EnrolmentScreen, "questions" | "account"> {
  const asked = accountQuestion(procedure);
  return {
    account: asked === undefined ? undefined : screenQuestion(account, asked, assumed),
    questions: dataQuestions(procedure.consents, assumed),
  };
}

/** The questions about the use of data, source by source; that about the account itself apart. */
export function dataQuestions(consents: EnrolmentProcedure["consents"], assumed: AssumptionValues): readonly ScreenQuestion[] {
  return consentSources.flatMap((source, index) => {
    const one = consents[source];
    return one === undefined || index === account ? [] : [screenQuestion(index, one, assumed)];
  });
}

/** One question; `source` is its index in `consentSources`. */
export function screenQuestion(source: number, { kind, ticked }: ConsentQuestion, a: AssumptionValues): ScreenQuestion {
  const yes = { bundled: a.consentBundled, separate: a.consentSeparate, written: a.consentWritten }[kind];
  return {
    source,
    kind: consentKinds.indexOf(kind),
    preTicked: ticked === "default",
    yes,
    yesOfApplicant: Math.max(yes, a.consentOfApplicant),
  };
}

/** Chance to know of an account that opened without her own act: how it came about decides. */
export function awareUnasked(moment: EnrolmentMoment, procedure: EnrolmentProcedure, a: AssumptionValues): number {
  if (accountQuestion(procedure) !== undefined && moment !== "monthly-scan") return a.awarePreTicked;
  return procedure.show === "nothing" ? a.awareSilent : a.awareAuto;
}
