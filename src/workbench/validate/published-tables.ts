import { informationValue, rankRows } from "../../statistics/index.ts";
import { exactly, near, type LineWords, type ValidationLine } from "../../verdict/index.ts";
import { delayedImpact } from "./delayed-impact.ts";
import { fairCriteria } from "./fair-criteria.ts";
import type { Lab } from "./lab.ts";
import { transRisk } from "./trans-risk.ts";

/** Published data that the arithmetic is held against; they are not shipped. */
export const publishedFiles: readonly string[] = ["german.data", "UCI_Credit_Card.csv", "transrisk_cdf_by_race_ssa.csv", "transrisk_performance_by_race_ssa.csv", "transrisk_totals.csv"];

/** Rows of a published table, by the name of its file; undefined where it is not at hand. */
export type ReadTable = (file: string) => readonly (readonly string[])[] | undefined;

/** How the product's own arithmetic comes out on published data; tables that are not at hand are left out. */
export function publishedTables(read: ReadTable, lab: Lab): readonly ValidationLine[] {
  return [...germanCredit(read), ...creditCards(read), ...transRisk(read), ...fairCriteria(read, lab), ...delayedImpact(read, lab)];
}

const words = (name: string, en: string, zh: string): LineWords => ({ rung: "golden", name: `golden.${name}`, title: { en, zh } });

/** An outcome by the value that a person has in a column. */
type Case = readonly [value: string, bad: boolean];

/** Goods and bads by value, in the order given. */
function counts(cases: readonly Case[], order: readonly string[]): { readonly good: readonly number[]; readonly bad: readonly number[] } {
  const at = new Map(order.map((value, index) => [value, index]));
  const [good, bad] = [order.map(() => 0), order.map(() => 0)];
  for (const [value, isBad] of cases) {
    const index = at.get(value) ?? 0;
    const side = isBad ? bad : good;
    side[index] = (side[index] ?? 0) + 1;
  }
  return { good, bad };
}

/** Information value over the categories. */
function informationIn(cases: readonly Case[]): number {
  const { good, bad } = counts(cases, [...new Set(cases.map(([value]) => value))]);
  return informationValue(good, bad)?.value ?? Number.NaN;
}

/** AUC and KS of a number of which more is worse, row by row. */
function ranking(cases: readonly Case[]): { readonly auc: number; readonly ks: number } {
  const of = (side: boolean): Float64Array => Float64Array.from(cases.filter(([, bad]) => bad === side), ([value]) => 0 - Number(value));
  return rankRows(of(false), of(true)) ?? { auc: Number.NaN, ks: Number.NaN };
}

/** The share of bads among some cases. */
const badRate = (cases: readonly Case[], keep: (value: string) => boolean): number => {
  const those = cases.filter(([value]) => keep(value));
  return those.filter(([, bad]) => bad).length / those.length;
};

/** Categories of the German credit data with their published information values, by column. */
const informative = [
  [0, 0.6660115034, "checking status", "支票账户状态"], [2, 0.2932335474, "credit history", "信用记录"], [3, 0.1691950657, "purpose", "用途"],
  [5, 0.1960095569, "savings", "储蓄"], [6, 0.0864336310, "employment", "工作年限"], [9, 0.0320193220, "other debtors", "其他债务人"],
] as const;

function germanCredit(read: ReadTable): readonly ValidationLine[] {
  const rows = read("german.data");
  if (rows === undefined) return [];
  const column = (index: number): readonly Case[] => rows.map((row) => [row[index] ?? "", row[20] === "2"]);
  const duration = ranking(column(1));
  return [
    ...informative.map(([index, value, en, zh]) => exactly(words(`german-iv-${index}`, `German credit: information value of ${en}`, `德国信贷数据：${zh}的信息值`), informationIn(column(index)), value, 9)),
    exactly(words("german-auc", "German credit: AUC of duration", "德国信贷数据：期限的 AUC"), duration.auc, 0.6285928571, 9),
    exactly(words("german-ks", "German credit: KS of duration", "德国信贷数据：期限的 KS"), duration.ks, 0.1919047619, 9),
    exactly(words("german-amount", "German credit: AUC of amount", "德国信贷数据：金额的 AUC"), ranking(column(4)).auc, 0.5548571429, 9),
    exactly(words("german-age", "German credit: AUC of age", "德国信贷数据：年龄的 AUC"), ranking(column(12)).auc, 0.4293666667, 9),
    exactly(words("german-sex", "German credit: good rate of women against men", "德国信贷数据：女性与男性好客户率之比"), ratio(column(8), (value) => value === "A92" || value === "A95"), 0.8966, 4),
    exactly(words("german-25", "German credit: good rate up to 25 years against older", "德国信贷数据：25 岁及以下与更年长者好客户率之比"), ratio(column(12), (value) => Number(value) <= 25), 0.7948, 4),
    exactly(words("german-under-25", "German credit: good rate under 25 years against the rest", "德国信贷数据：25 岁以下与其余好客户率之比"), ratio(column(12), (value) => Number(value) < 25), 0.8212, 4),
  ];
}

/** The good rate of some against that of the rest. */
const ratio = (cases: readonly Case[], keep: (value: string) => boolean): number => (1 - badRate(cases, keep)) / (1 - badRate(cases, (value) => !keep(value)));

function creditCards(read: ReadTable): readonly ValidationLine[] {
  const rows = read("UCI_Credit_Card.csv");
  if (rows === undefined) return [];
  const cases = rows.slice(1).map((row): Case => [row[6] ?? "", row[24] === "1"]);
  const { auc, ks } = ranking(cases);
  return [
    exactly(words("cards-auc", "credit cards, Taiwan: AUC of the last repayment status", "台湾信用卡：最近还款状态的 AUC"), auc, 0.68971, 5),
    exactly(words("cards-ks", "credit cards, Taiwan: KS of the last repayment status", "台湾信用卡：最近还款状态的 KS"), ks, 0.371675, 6),
    exactly(words("cards-iv", "credit cards, Taiwan: information value of the last repayment status", "台湾信用卡：最近还款状态的信息值"), informationIn(cases), 0.8771613, 7),
    exactly(words("cards-bad", "credit cards, Taiwan: share that defaulted", "台湾信用卡：违约占比"), badRate(cases, () => true), 0.2212, 4),
    ...([["0", 0.128], ["1", 0.34], ["2", 0.691], ["3", 0.758]] as const).map(([code, rate]) =>
      near(words(`cards-status-${code}`, `credit cards, Taiwan: default at repayment status ${code}`, `台湾信用卡：还款状态 ${code} 的违约率`), badRate(cases, (value) => Number(value) === Number(code)), rate, 0.001),
    ),
  ];
}
