import type { Text } from "../base/index.ts";
import type { DecisionName, Policy } from "../policy/index.ts";
import type { CustomerNotice, TraceRule } from "../view/index.ts";

/** As many reasons as a notice names at most: enough to act upon, few enough to read. */
const reasonsMax = 4;

/** What the customer may be told: the outcome, and the reasons given by the rules that fired with the same outcome, by priority. */
export function customerNotice(policy: Policy, decision: DecisionName, outcome: CustomerNotice["outcome"], fired: readonly Pick<TraceRule, "event" | "fired">[]): CustomerNotice {
  const own = Object.entries(outcome.params).flatMap(([name, value]) => (/(?:^|\.)reason$/u.test(name) ? [value] : []));
  const alike = fired.filter((rule) => rule.fired && rule.event.type === outcome.type).map(({ event }) => event.params["reason"]);
  const codes = [...new Set([...own, ...(own.length === 0 ? [] : alike)].filter((code) => typeof code === "string"))];
  const reasons = codes.flatMap((code): readonly Text[] => {
    const text = policy.reasons.get(code)?.customer;
    return text === undefined ? [] : [text];
  });
  return { decision, outcome, reasons: reasons.slice(0, reasonsMax) };
}
