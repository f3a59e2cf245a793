import { isObject, readJson } from "../../base/index.ts";
import { layoutFacts, type FactDefinition } from "../../facts/index.ts";
import { caseRow, compileDecision, knownFacts } from "../../policy/index.ts";
import type { Lab } from "./lab.ts";
import { riskGroups, type RiskGroup } from "./trans-risk-tables.ts";

/** The least score of each group that is approved. */
export type Thresholds = Readonly<Record<RiskGroup, number>>;

const common = { nullable: false, producedBy: "population", level: 3, sensitive: false, riskFactor: true } as const;
const said = (text: string) => ({ title: { en: text, zh: text }, description: { en: text, zh: text } });

/** Facts that the published tables have and the bench's dictionary does not. */
const facts: readonly FactDefinition[] = [
  { ...common, ...said("group"), name: "customer.riskGroup", type: "enum", values: riskGroups, typical: "white" },
  { ...common, ...said("TransRisk score, percentile"), name: "score.transRisk", type: "decimal", min: 0, max: 100, decimals: 1, unit: "points", typical: 50 },
];

/**
 * Who is approved by a policy of rule files with a threshold for each group: its texts are read, compiled and asked like
 * any policy's. What needs a lottery cannot be written so.
 */
export function thresholdRules(lab: Lab, thresholds: Thresholds): (group: RiskGroup, score: number) => boolean {
  const policy = lab.rewritten("consent-first", facts, { "policy.json": (text) => withParameters(text, thresholds), "enrolment.json": enrolmentText });
  const layout = layoutFacts(policy.dictionary);
  const code = compileDecision({ policy, decision: "enrolment", moment: "application", layout, known: knownFacts(policy) });
  const outcome = code.newOutcome();
  return (group, score) => {
    code.decide(caseRow({ moment: "application", facts: { "customer.riskGroup": group, "score.transRisk": score } }, layout), outcome);
    return code.outcomes[outcome.code] === "enrol";
  };
}

const parameterOf = (group: RiskGroup): string => `minScore${group.charAt(0).toUpperCase()}${group.slice(1)}`;

function withParameters(text: string, thresholds: Thresholds): string {
  const whole = readJson(text, "policy.json").value;
  const shipped = isObject(whole) && isObject(whole["parameters"]) ? whole["parameters"] : {};
  const own = Object.fromEntries(
    riskGroups.map((group) => [parameterOf(group), { value: thresholds[group], min: 0, max: 101, step: 0.5, unit: "points", title: said(`least score, ${group}`).title }]),
  );
  return JSON.stringify({ ...(isObject(whole) ? whole : {}), parameters: { ...shipped, ...own } });
}

/** One rule a group; whoever none of them approves is declined. */
function enrolmentText(): string {
  const rules = riskGroups.map((group, at) => ({
    name: `ENR-${10 + at}`,
    title: said(`${group} from the threshold on`).title,
    why: said("The threshold of the group.").title,
    serves: [],
    priority: 90 - at,
    conditions: {
      all: [
        { fact: "request.moment", operator: "equal", value: "application" },
        { fact: "customer.riskGroup", operator: "equal", value: group },
        { fact: "score.transRisk", operator: "greaterThanInclusive", value: { fact: `param.${parameterOf(group)}` } },
      ],
    },
    event: { type: "enrol" },
  }));
  const nothing = { type: "no-action" };
  return JSON.stringify({
    decision: "enrolment",
    combine: { enrol: "first", decline: "first", "no-action": "first" },
    otherwise: { registration: nothing, checkout: nothing, application: { type: "decline", params: { reason: "score-too-low" } }, "monthly-scan": nothing, "invitation-answer": nothing },
    onMissing: { type: "decline", params: { reason: "score-too-low" } },
    rules,
    examples: [],
  });
}
