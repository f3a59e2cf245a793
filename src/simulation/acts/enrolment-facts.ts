import type { EnrolmentMoment, EnrolmentProcedure } from "../../policy/index.ts";
import { actFacts, copied, type ActContext, type ActFacts, type FactValues } from "./act-facts.ts";
import { assessmentAtOpening } from "./assessment-facts.ts";
import { accountQuestion } from "./procedure-facts.ts";
import { consentTo, type ConsentAnswer, type Standing } from "./standing.ts";

/** Facts of an opening at a moment. How it came about follows from the moment, the box and the customer's act. */
export function enrolmentFacts(context: ActContext, moment: EnrolmentMoment): ActFacts {
  const { procedures } = context;
  const assessment = assessmentAtOpening(context, moment);
  const procedure = procedures.enrolment[moment];
  const { declared } = procedures;
  // Where nothing is shown, no term was brought to attention, whatever the author declares.
  const shown = procedure !== undefined && procedure.show !== "nothing";
  const terms = { "contract.keyTermsProminent": declared.keyTermsProminent, "contract.keyProductInfoGiven": declared.keyProductInfoGiven };
  return actFacts({
    fixed: {
      ...(procedure === undefined ? {} : screenFacts(procedure, moment)),
      ...(shown ? {} : { "contract.keyTermsProminent": false, "contract.keyProductInfoGiven": false }),
      ...assessment.fixed,
    },
    declared: {
      ...(shown ? terms : {}),
      "contract.copyAvailable": declared.copyAvailable,
      "cashier.operatedByPaymentInstitution": declared.cashierOperatedByPaymentInstitution,
      "cashier.loanListedAsPaymentTool": declared.loanListedAsPaymentTool,
    },
    standingFacts: ["enrolment.initiatedBy", "enrolment.explicitAgreement", "consent.account.kind", "consent.account.ticked", "consent.account.act", "consent.account.withdrawn"],
    standing: (standing) => openingFacts(procedure, moment, standing),
    row: [...copied("customer.age", "customer.isCollegeStudent", "account.previouslyClosed", "account.previouslyRefused"), ...assessment.row],
  });
}

function screenFacts({ requiredForShopping, costTable }: EnrolmentProcedure, moment: EnrolmentMoment): FactValues {
  // Nobody is there to confirm a table when a scan opens the account.
  const confirmed = costTable.shown && costTable.confirm && moment !== "monthly-scan";
  return {
    "enrolment.coreServiceBlockedOnRefusal": requiredForShopping,
    "costTable.shown": costTable.shown,
    "costTable.confirmedByCustomer": confirmed,
    "costTable.forcedReadSeconds": costTable.shown ? costTable.readSeconds : 0,
  };
}

function openingFacts(procedure: EnrolmentProcedure | undefined, moment: EnrolmentMoment, standing: Standing): FactValues {
  const question = procedure === undefined ? undefined : accountQuestion(procedure);
  const given = consentTo(standing, "account");
  // A pre-ticked box at this very moment is a default, whatever was agreed to before.
  const answer: ConsentAnswer = question?.ticked === "default" && given.kind !== "none" ? { ...given, ticked: "default", act: false } : given;
  const ownTick = answer.kind !== "none" && answer.ticked === "customer" && answer.act;
  // To apply, or to take up an invitation, is an act of her own even where the box was ticked for her.
  const asked = moment === "application" || moment === "invitation-answer";
  const explicit = ownTick && procedure !== undefined && procedure.show !== "nothing" && answer.kind !== "bundled";
  return {
    "enrolment.initiatedBy": asked || (question !== undefined && ownTick && moment !== "monthly-scan") ? "customer" : "platform",
    "enrolment.explicitAgreement": explicit,
    "consent.account.kind": answer.kind,
    "consent.account.ticked": answer.ticked,
    "consent.account.act": asked || answer.act,
    "consent.account.withdrawn": answer.withdrawn,
  };
}
