import type { Text } from "../base/index.ts";
import type { BearerRole } from "../statistics/index.ts";

/** Words of the table of bearers, on a terminal and in Markdown. */
export const bearerWords = {
  title: { en: "Who bears what", zh: "各方收支与风险承担" },
  hint: {
    en: "Whole yuan. Revenue + guarantee fees − cost of funds − losses − own costs (running, acquiring, fraud; less settlement fees) = margin; bought: paid for debts bought back; cash: money in less out; owed: by customers at the end. Partners' running costs are not known.",
    zh: "单位：元。收入 + 担保费 − 资金成本 − 损失 − 自担成本（运营、获客、欺诈，扣除结清手续费） = 利润；回购：为回购债权支付的净额；现金：收付净额；应收：期末客户欠款。合作方自身的运营成本未知。",
  },
  policy: { en: "policy", zh: "政策" },
  bearer: { en: "bearer", zh: "承担方" },
  revenue: { en: "revenue", zh: "收入" },
  guarantee: { en: "guarantee", zh: "担保费" },
  funding: { en: "funds", zh: "资金成本" },
  loss: { en: "loss", zh: "损失" },
  own: { en: "own", zh: "自担成本" },
  margin: { en: "margin", zh: "利润" },
  bought: { en: "bought", zh: "回购" },
  cash: { en: "cash", zh: "现金" },
  owed: { en: "owed", zh: "期末应收" },
  total: { en: "total", zh: "合计" },
} as const satisfies Record<string, Text>;

/** What a bearer is to the credit. */
export const roleWords: Readonly<Record<BearerRole, Text>> = {
  lender: { en: "lender", zh: "放贷机构" },
  funder: { en: "funds", zh: "出资" },
  guarantor: { en: "guarantees", zh: "担保" },
};
