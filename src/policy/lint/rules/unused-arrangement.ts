import { entry, isObject } from "../../json.ts";
import type { PolicyLint } from "../lint-rule.ts";
import { below, finding, quote } from "../say.ts";

/** An arrangement that no price picks. */
export const unusedArrangement: PolicyLint = {
  of: "policy",
  whole: true,
  code: "unused-arrangement",
  level: "warning",
  title: { en: "an arrangement that no price picks", zh: "没有价格选用的资金安排" },
  why: { en: "Partners that stand in a policy and never fund anything make its risk look shared.", zh: "写在政策中却从不出资的合作方，会使风险看似有人分担。" },
  wrong: { "policy.json#/arrangements/spare": { funding: { lender: 10000 }, losses: [{ rest: { lender: 10000 } }], revenue: { lender: 10000 }, guaranteeFeeMonthlyBps: 0 } },
  right: { "pricing.json#/rules/0/event/params/arrangement": "guaranteed" },
  check: ({ policy, home, documents }) =>
    Object.keys(policy.arrangements).flatMap((name) => {
      if ([...documents.values()].some(({ value }) => picks(value, name))) return [];
      return [finding({ document: home, pointer: below("/arrangements", name) }, { en: `no price picks the arrangement ${quote(name)}`, zh: `没有价格选用资金安排 ${quote(name)}`, part: "key" })];
    }),
};

function picks(value: unknown, name: string): boolean {
  if (Array.isArray(value)) return value.some((item: unknown) => picks(item, name));
  if (!isObject(value)) return false;
  return entry(value, "arrangement") === name || Object.keys(value).some((key) => picks(value[key], name));
}
