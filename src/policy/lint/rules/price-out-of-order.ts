import { amountOf, laddersOf } from "../ladder.ts";
import type { LintFinding, PolicyLint } from "../lint-rule.ts";
import { finding, quote } from "../say.ts";
import { rulesOf } from "../subject.ts";

/** A better customer who pays more. */
export const priceOutOfOrder: PolicyLint = {
  of: "policy",
  whole: true,
  code: "price-out-of-order",
  level: "warning",
  title: { en: "a better score brings a higher fee", zh: "评分更高，费率反而更高" },
  why: { en: "A price that rises as risk falls rests on no risk; it is a mistake, or a price set by what customers will bear.", zh: "风险下降而价格上升，价格便不以风险为据：要么是笔误，要么是按客户承受力定价。" },
  wrong: {
    "pricing.json#/rules/1": {
      name: "PRI-05", title: { en: "long on time", zh: "长期按时" }, why: { en: "Proven customers.", zh: "按时还款的客户。" }, priority: 20,
      conditions: { all: [{ fact: "account.onTimeShare6m", operator: "greaterThanInclusive", value: 9500 }] },
      event: { type: "price", params: { freeDays: 30, feeMonthlyBps: 90, terms: [3], lateDailyBps: 3, subsidisedBy: "merchant", arrangement: "guaranteed" } },
    },
    "pricing.json#/rules/2": {
      name: "PRI-06", title: { en: "seldom on time", zh: "常不按时" }, why: { en: "Less proven ones.", zh: "其余客户。" }, priority: 15,
      conditions: { all: [{ fact: "account.onTimeShare6m", operator: "lessThan", value: 9500 }] },
      event: { type: "price", params: { freeDays: 30, feeMonthlyBps: 60, terms: [3], lateDailyBps: 3, subsidisedBy: "merchant", arrangement: "guaranteed" } },
    },
  },
  right: { "pricing.json#/rules/0/event/params/feeMonthlyBps": 60 },
  also: ["rule-without-example", "rule-without-example", "shadowed-rule"],
  check: (subject) => {
    const prices = rulesOf(subject, "pricing").filter(({ rule }) => rule.event.type === "price");
    return laddersOf(subject, prices, "first").flatMap(({ fact, rungs }) => {
      const priced = rungs.filter((rung) => rung.by !== undefined);
      return priced.flatMap(({ by }, index): LintFinding[] => {
        const worse = priced[index - 1]?.by;
        const [fee, other] = [by, worse].map((placed) => amountOf(placed?.rule.event.params?.["feeMonthlyBps"], subject));
        if (by === undefined || worse === undefined || fee === undefined || other === undefined || fee.base !== other.base || fee.value <= other.value) return [];
        return [
          finding({ document: by.document, pointer: `${by.pointer}/event/params/feeMonthlyBps` }, {
            en: `${quote(by.rule.name)} asks ${fee.value} bps a month, more than ${quote(worse.rule.name)} (${other.value}), whose customers are worse by ${quote(fact.name)}`,
            zh: `${quote(by.rule.name)} 月费率 ${fee.value} 基点，高于按 ${quote(fact.name)} 更差的 ${quote(worse.rule.name)}（${other.value}）`,
          }),
        ];
      });
    });
  },
};
