import { annualRate } from "../../../base/index.ts";
import type { LawPack } from "../../law.ts";
import type { RuleEvent } from "../../policy.ts";
import { amountOf } from "../ladder.ts";
import type { LintFinding, PolicyLint } from "../lint-rule.ts";
import { below, finding, percent, quote } from "../say.ts";
import { documentOf, rulesOf, type Subject } from "../subject.ts";

/** An all-in rate above the cap that is in force. */
export const rateAboveCap: PolicyLint = {
  of: "policy",
  code: "rate-above-cap",
  level: "error",
  title: { en: "an all-in rate above the cap in force", zh: "综合年化利率高于现行上限" },
  why: {
    en: "A fee on the whole principal costs nearly twice its face: the instalments pay the debt down while the fee stays. The internal rate of return over the term is what the cap of 24 % is held against.",
    zh: "按全部本金收取的分期费，实际成本接近名义费率的两倍：本金逐期归还而费用不变。24% 的上限针对的是按内部收益率计算的综合年化成本。",
  },
  wrong: { "pricing.json#/rules/0/event/params/feeMonthlyBps": 140 },
  right: { "pricing.json#/rules/0/event/params/feeMonthlyBps": 60 },
  check: (subject) => {
    const document = documentOf(subject, "pricing");
    const cap = strictest(subject, "law.aprCap");
    if (document === undefined || cap === undefined) return [];
    const { otherwise, onMissing } = subject.policy.decisions.pricing;
    const events = [
      ...rulesOf(subject, "pricing").map(({ rule, pointer }) => ({ event: rule.event, pointer: below(pointer, "event") })),
      ...Object.entries(otherwise).map(([moment, event]) => ({ event, pointer: below("/otherwise", moment) })),
      { event: onMissing, pointer: "/onMissing" },
    ];
    return events.flatMap(({ event, pointer }): LintFinding[] => {
      const dearest = dearestOf(event, subject);
      if (dearest === undefined || dearest.rate <= cap.value) return [];
      return [
        finding({ document, pointer: below(pointer, "params", "feeMonthlyBps") }, {
          en: `${dearest.fee} bps a month over ${dearest.term} months is ${percent(dearest.rate)} % a year; the cap of ${quote(cap.pack)} from ${cap.from} is ${percent(cap.value)} %`,
          zh: `月费率 ${dearest.fee} 基点、${dearest.term} 期，折合年化 ${percent(dearest.rate)}%；${quote(cap.pack)} 自 ${cap.from} 起的上限为 ${percent(cap.value)}%`,
          hint: { en: "lower the fee or leave the dearest term out", zh: "请降低费率，或去掉成本最高的期数" },
        }),
      ];
    });
  },
};

function dearestOf({ params }: RuleEvent, subject: Subject): { readonly fee: number; readonly term: number; readonly rate: number } | undefined {
  const fee = amountOf(params?.["feeMonthlyBps"], subject);
  const terms = params?.["terms"];
  if (fee === undefined || fee.base !== "" || !Array.isArray(terms)) return undefined;
  const rates = terms.map((term: unknown) => ({ fee: fee.value, term: Number(term), rate: annualRate(fee.value, Number(term)) }));
  return rates.toSorted((a, b) => b.rate - a.rate)[0];
}

/** The strictest value of a parameter of the law while the policy is in force, as far as the packs know. */
export function strictest(subject: Subject, name: string): { readonly pack: string; readonly from: string; readonly value: number } | undefined {
  const { effectiveFrom = "", effectiveTo = "9999" } = subject.policy;
  const inForce = (pack: LawPack): readonly { readonly pack: string; readonly from: string; readonly value: number }[] =>
    pack.parameters
      .filter((parameter) => parameter.name === name)
      .flatMap(({ values }) => values.filter(({ from }, index) => from <= effectiveTo && (values[index + 1]?.from ?? "9999") > effectiveFrom))
      .map(({ from, value }) => ({ pack: pack.name, from, value }));
  return subject.laws.flatMap(inForce).toSorted((a, b) => a.value - b.value)[0];
}
