import type { FactName } from "../../facts/index.ts";
import type { CompiledDecision, DecisionName, Moment } from "../../policy/index.ts";
import type { ActContext, FactValues, RowFact } from "./act-facts.ts";

/** What comes in to the customer: whoever decides without any of it has not looked at whether she can repay. */
const incomeFacts: ReadonlySet<FactName> = new Set(["customer.incomeMonthlyFen", "payment.bankInflowMonthlyFen", "bureau.debtToIncomeBps"]);

/** Where `assessment.*` of an act comes from. */
interface AssessmentFacts {
  readonly fixed: FactValues;
  readonly row: readonly RowFact[];
}

/**
 * Whether the ability to repay was assessed before an opening: the decision to enrol, or that on the first limit,
 * reads what comes in to her, and she did not withhold it. An account that opened after it opened on a positive one.
 */
export function assessmentAtOpening(context: ActContext, moment: Moment): AssessmentFacts {
  const decisions = [at(context, "enrolment", moment), at(context, "limit", "booking")].filter((one) => one !== undefined);
  return decisions.length === 0 ? unknown : assessedBy(decisions.flatMap(incomeRead));
}

/**
 * Whether it was assessed before a limit changed: by the decision that changed it, which is the last that was made.
 * The moment of that decision stands in the row.
 */
export function assessmentAtChange(context: ActContext, way: "booking" | "requested" | "imposed" | "offer-accepted"): AssessmentFacts {
  if (way === "booking") {
    const booking = at(context, "limit", "booking");
    return booking === undefined ? unknown : assessedBy(incomeRead(booking));
  }
  const moment = context.dictionary.facts.get("request.moment");
  if (moment?.type !== "enum") return unknown;
  const readAt = moment.values.map((value) => {
    const changing = context.decisions.find(({ decision, moment: made }) => made === value && (decision === "limit" || decision === "monitoring"));
    return changing === undefined ? undefined : incomeRead(changing);
  });
  return {
    fixed: {},
    row: [
      { to: "assessment.done", from: ["request.moment"], readAt, unlessKnown: false },
      { to: "assessment.positive", from: ["request.moment"], readAt, unlessKnown: undefined },
    ],
  };
}

const unknown: AssessmentFacts = { fixed: {}, row: [] };

function assessedBy(facts: readonly FactName[]): AssessmentFacts {
  const [first, ...others] = new Set(facts);
  if (first === undefined) return { fixed: { "assessment.done": false }, row: [] };
  return {
    fixed: {},
    row: [
      { to: "assessment.done", from: [first, ...others], unlessKnown: false },
      { to: "assessment.positive", from: [first, ...others], unlessKnown: undefined },
    ],
  };
}

function at({ decisions }: ActContext, decision: DecisionName, moment: Moment): CompiledDecision | undefined {
  return decisions.find((one) => one.decision === decision && one.moment === moment);
}

function incomeRead({ reads }: CompiledDecision): readonly FactName[] {
  return reads.filter((name) => incomeFacts.has(name));
}
