import type { FactName } from "../../facts/index.ts";
import type { Constant } from "../../policy/index.ts";
import { accessFacts } from "./access-facts.ts";
import type { Act } from "./act.ts";
import type { ActContext, ActFacts } from "./act-facts.ts";
import { enrolmentFacts } from "./enrolment-facts.ts";
import {
  billingFacts, closureDecisionFacts, closureRequestFacts, collectionFacts, complaintFacts, creditQueryFacts,
  dataLeakFacts, limitChangeFacts, marketingFacts, monthEndFacts, negativeReportFacts,
} from "./lender-facts.ts";
import { pricingFacts } from "./pricing-facts.ts";
import { noStanding, type Standing } from "./standing.ts";

/** What is known of one form of act before anybody looks at a row. */
export interface DerivedActFacts {
  /** A fact that is absent is missing, or is the month's to write (`row`). */
  readonly facts: ReadonlyMap<FactName, Constant>;
  /** Which of them are the author's word. */
  readonly declared: ReadonlySet<FactName>;
  /** Facts taken from the row when the act is judged. */
  readonly row: readonly FactName[];
}

/** The facts of an act as the policy, the lender and a customer's standing make them: derived, never declared. */
export function deriveActFacts(context: ActContext, act: Act, standing: Standing = noStanding): DerivedActFacts {
  const origin = factsOfAct(context, act);
  const facts = new Map<FactName, Constant>();
  const add = (values: Readonly<Record<FactName, Constant | undefined>>) => {
    for (const [name, value] of Object.entries(values)) if (value !== undefined) facts.set(name, value);
  };
  add({ "lender.type": context.lenderType });
  add(origin.declared);
  add(origin.fixed);
  add(origin.standing(standing));
  const declared = Object.keys(origin.declared).filter((name) => origin.declared[name] !== undefined);
  return { facts, declared: new Set(declared), row: origin.row.map(({ to }) => to) };
}

/** Where each fact of an act comes from. */
export function factsOfAct(context: ActContext, act: Act): ActFacts {
  switch (act.kind) {
    case "enrolment":
      return enrolmentFacts(context, act.moment);
    case "data-access":
      return accessFacts(context, act.decision, act.moment);
    case "credit-report-query":
      return creditQueryFacts(context);
    case "limit-change":
      return limitChangeFacts(context, act.way);
    case "pricing":
      return pricingFacts(context, act.moment);
    case "billing":
      return billingFacts(context);
    case "negative-report":
      return negativeReportFacts(context);
    case "collection":
      return collectionFacts(context);
    case "closure-request":
      return closureRequestFacts(context);
    case "closure-decision":
      return closureDecisionFacts(context, act.outcome);
    case "complaint":
      return complaintFacts(context, act.about);
    case "marketing":
      return marketingFacts(context);
    case "data-leak":
      return dataLeakFacts(context);
    case "month-end":
      return monthEndFacts(context);
  }
}
