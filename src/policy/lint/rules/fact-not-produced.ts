import type { FactName } from "../../../facts/index.ts";
import type { DecisionName, Moment } from "../../policy.ts";
import type { PolicyLint } from "../lint-rule.ts";
import { factsOfRule } from "../reads.ts";
import { momentsOf } from "../races.ts";
import { finding, quote } from "../say.ts";

/** A fact read at moments when nobody writes it. */
export const factNotProduced: PolicyLint = {
  of: "policy",
  code: "fact-not-produced",
  level: "warning",
  title: { en: "a fact read where nothing produces it", zh: "读取了此时无人产生的事实" },
  why: { en: "The fact is of another moment: the amount asked for exists at a purchase only, and before enrolment nobody has a balance. The rule compares with an empty value.", zh: "该事实属于其他时点：申请金额只在购物时存在，开通之前也没有余额。规则实际是在与空值比较。" },
  wrong: { "monitoring.json#/rules/0/conditions/all/0": { fact: "request.amountFen", operator: "greaterThan", value: 300000 } },
  right: { "monitoring.json#/rules/0/conditions/all/0": { fact: "account.overdueFen", operator: "greaterThan", value: 300000 } },
  also: ["exclusive-outcomes"],
  check: (subject) =>
    subject.rules.flatMap((placed) => {
      const { decision } = placed.file;
      const moments = momentsOf(subject, placed);
      return [...factsOfRule(placed, subject.policy)].flatMap((name) => {
        if (moments.length === 0 || moments.some((moment) => produced(name, decision, moment))) return [];
        return [finding({ document: placed.document, pointer: `${placed.pointer}/name` }, { en: `${quote(placed.rule.name)} reads ${quote(name)}, which nothing writes at ${moments.map(quote).join(", ")}`, zh: `${quote(placed.rule.name)} 读取 ${quote(name)}，但在 ${moments.map(quote).join("、")} 时点没有任何来源写入它` })];
      });
    }),
};

/** Facts of an open account: before enrolment they are empty. */
const ofOpenAccounts: ReadonlySet<FactName> = new Set(
  ["monthsOnBook", "daysSinceOpen", "limitFen", "balanceFen", "instalmentsOutstandingFen", "overdueFen", "utilisationBps", "utilisationChange3m", "daysPastDue", "missedPayments6m", "spend3mFen", "monthsSinceLimitChange", "onPlan", "creditInUse"].map((name) => `account.${name}`),
);
/** Facts of a request somebody makes. */
const ofRequests: ReadonlySet<FactName> = new Set(["asked", "newDevice", "identityVerified"].map((name) => `request.${name}`));

/** Whether the simulation or a lender's system writes the fact when this decision is asked. */
function produced(name: FactName, decision: DecisionName, moment: Moment): boolean {
  if (name === "request.factorsPassed") return false;
  if (name === "request.amountFen") return decision === "pricing" && moment === "purchase";
  if (name === "request.costTableConfirmed") return decision === "enrolment";
  if (ofRequests.has(name)) return decision !== "monitoring" && moment !== "review" && moment !== "monitoring" && moment !== "month-end";
  return !(ofOpenAccounts.has(name) && decision === "enrolment");
}
