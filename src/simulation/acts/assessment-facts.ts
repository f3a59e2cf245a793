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
 * Whether it was assessed before a limit changed. A change that nobody asked for may come from a review or from
 * monitoring: where only some of these ways assess, it is not known.
 */
export function assessmentAtChange(context: ActContext, way: "booking" | "requested" | "imposed" | "offer-accepted"): AssessmentFacts {
  const moments: readonly Moment[] = way === "booking" ? ["booking"] : way === "requested" ? ["request"] : ["review", "monitoring"];
  const limits = moments.map((moment) => at(context, "limit", moment)).filter((one) => one?.outcomes.includes("grant"));
  const raises = way === "booking" || way === "requested" ? [] : context.decisions.filter(({ decision, outcomes }) => decision === "monitoring" && outcomes.includes("raise"));
  const reads = [...limits, ...raises].filter((one) => one !== undefined).map(incomeRead);
  if (reads.length === 0) return unknown;
  const assessing = reads.filter((facts) => facts.length > 0);
  return assessing.length > 0 && assessing.length < reads.length ? unknown : assessedBy(assessing.flat());
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
