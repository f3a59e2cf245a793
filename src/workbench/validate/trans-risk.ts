import { separation } from "../../statistics/index.ts";
import { exactly, type LineWords, type ValidationLine } from "../../verdict/index.ts";
import type { ReadTable } from "./published-tables.ts";
import { readRiskTables, riskGroups, type RiskCounts, type RiskGroup } from "./trans-risk-tables.ts";

/** A loan breaks even where 82 of 100 pay. */
const breakEven = 0.82;

const shown = { white: ["non-Hispanic white", "非西语裔白人"], black: ["black", "黑人"], hispanic: ["Hispanic", "西语裔"], asian: ["Asian", "亚裔"] } as const;
const golden = {
  white: { rate: 0.7587, auc: 0.9249, threshold: 40, approved: 0.6544 },
  black: { rate: 0.3366, auc: 0.8982, threshold: 48, approved: 0.1592 },
  hispanic: { rate: 0.5681, auc: 0.8937, threshold: 45.5, approved: 0.3578 },
  asian: { rate: 0.8068, auc: 0.8989, threshold: 38, approved: 0.7231 },
} as const;

const words = (name: string, en: string, zh: string): LineWords => ({ rung: "golden", name: `golden.transrisk-${name}`, title: { en: `TransRisk: ${en}`, zh: `TransRisk 数据：${zh}` } });

/** Scores and defaults of 174,047 persons (Federal Reserve 2007, the tables of Hardt and others 2016). */
export function transRisk(read: ReadTable): readonly ValidationLine[] {
  const tables = readRiskTables(read);
  if (tables === undefined) return [];
  const { scores } = tables;
  const groups = riskGroups.map((name) => tables.groups[name]);
  const all = (side: "good" | "bad"): readonly number[] => scores.map((__, at) => groups.reduce((sum, group) => sum + (group[side][at] ?? 0), 0));
  const { concordant, pairs, widestGap } = separation(all("good"), all("bad"));
  return [
    exactly(words("auc", "AUC, pooled", "总体 AUC"), concordant / pairs, 0.9274, 4),
    exactly(words("gini", "Gini, pooled", "总体 Gini"), (2 * concordant) / pairs - 1, 0.8548, 4),
    exactly(words("ks", "KS, pooled", "总体 KS"), widestGap / pairs, 0.7128, 4),
    ...groups.flatMap((group, index) => ofGroup(group, riskGroups[index] ?? "white", scores)),
    ...blind(groups, scores),
  ];
}

function ofGroup(group: RiskCounts, name: RiskGroup, scores: readonly number[]): readonly ValidationLine[] {
  const { rate, auc, threshold, approved } = golden[name];
  const [en, zh] = shown[name];
  const { concordant, pairs } = separation(group.good, group.bad);
  const best = bestFrom([group], scores);
  return [
    exactly(words(`rate-${name}`, `share that pays, ${en}`, `还款占比，${zh}`), sum(group.good) / (sum(group.good) + sum(group.bad)), rate, 4),
    exactly(words(`auc-${name}`, `AUC, ${en}`, `AUC，${zh}`), concordant / pairs, auc, 4),
    exactly(words(`threshold-${name}`, `most profitable threshold, ${en}`, `利润最大的阈值，${zh}`), scores[best] ?? 0, threshold, 1),
    exactly(words(`approved-${name}`, `approved from there on, ${en}`, `按此阈值的批准率，${zh}`), approvedFrom(group, best), approved, 4),
  ];
}

/** One threshold for all: its profit against thresholds of each group's own, and approval rates against the largest group's. */
function blind(groups: readonly RiskCounts[], scores: readonly number[]): readonly ValidationLine[] {
  const at = bestFrom(groups, scores);
  const own = groups.reduce((total, group) => total + profitFrom([group], bestFrom([group], scores)), 0);
  const [white, black, hispanic, asian] = groups.map((group) => approvedFrom(group, at));
  const ratio = (rate = 0): number => rate / (white ?? 1);
  return [
    exactly(words("blind-threshold", "most profitable single threshold", "利润最大的单一阈值"), scores[at] ?? 0, 41, 1),
    exactly(words("blind-profit", "its profit against that of thresholds by group", "其利润与分组阈值利润之比"), profitFrom(groups, at) / own, 0.9935, 4),
    exactly(words("impact-black", "adverse impact ratio, black", "不利影响比率，黑人"), ratio(black), 0.3294, 4),
    exactly(words("impact-hispanic", "adverse impact ratio, Hispanic", "不利影响比率，西语裔"), ratio(hispanic), 0.6387, 4),
    exactly(words("impact-asian", "adverse impact ratio, Asian", "不利影响比率，亚裔"), ratio(asian), 1.0718, 4),
  ];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const profitFrom = (groups: readonly RiskCounts[], at: number): number =>
  groups.reduce((total, { good, bad }) => total + sum(good.slice(at)) * (1 - breakEven) - sum(bad.slice(at)) * breakEven, 0);

/** Place of the threshold that earns most: whoever scores at least so much is approved. */
const bestFrom = (groups: readonly RiskCounts[], scores: readonly number[]): number =>
  scores.reduce((best, _, at) => (profitFrom(groups, at) > profitFrom(groups, best) ? at : best), 0);

const approvedFrom = ({ good, bad }: RiskCounts, at: number): number => (sum(good.slice(at)) + sum(bad.slice(at))) / (sum(good) + sum(bad));
