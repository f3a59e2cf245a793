import { exactly, near, ordered, type LineWords, type ValidationLine } from "../../verdict/index.ts";
import type { Lab } from "./lab.ts";
import { oddsWithLottery } from "./odds-with-lottery.ts";
import type { ReadTable } from "./published-tables.ts";
import { thresholdRules, type Thresholds } from "./threshold-rules.ts";
import { readRiskTables, riskGroups, type RiskCounts, type RiskGroup, type RiskTables } from "./trans-risk-tables.ts";

/** A loan breaks even where 82 of 100 pay. */
const breakEven = 0.82;

const words = (name: string, en: string, zh: string): LineWords => ({ rung: "golden", name: `golden.hardt-${name}`, title: { en: `Hardt, rules: ${en}`, zh: `Hardt（规则文件）：${zh}` } });

/**
 * Hardt, Price and Srebro 2016: the profit of each fairness criterion against the most there is. Each is a policy of rule
 * files, read and compiled, over every score of every group with its weight. Scores come in 198 steps, and a rule cannot
 * draw lots between two: equal rates are met to within a step, which is the tolerance.
 */
export function fairCriteria(read: ReadTable, lab: Lab): readonly ValidationLine[] {
  const tables = readRiskTables(read);
  if (tables === undefined) return [];
  const most = playRules(lab, tables, ownThresholds(tables));
  const share = (thresholds: Thresholds): Played => playRules(lab, tables, thresholds);
  const blind = share(single(tables));
  const opportunity = share(alike(tables, tprFrom, 0.7627));
  const parity = share(alike(tables, approvedFrom, 0.524));
  const odds = oddsWithLottery(tables, breakEven);
  const gap = (of: Readonly<Record<RiskGroup, number>>): number => Math.max(...Object.values(of)) - Math.min(...Object.values(of));
  return [
    exactly(words("blind", "one threshold for all, profit share", "统一阈值的利润占比"), blind.profit / most.profit, 0.9935, 4),
    near(words("opportunity", "equal opportunity, profit share", "机会均等的利润占比"), opportunity.profit / most.profit, 0.929, 0.002),
    ordered(words("opportunity-gap", "equal opportunity, widest gap", "机会均等：按时还款者批准率的最大差距"), gap(opportunity.tpr), { high: 0.01 }),
    near(words("parity", "demographic parity, profit share", "人口均等的利润占比"), parity.profit / most.profit, 0.7047, 0.004),
    ordered(words("parity-gap", "demographic parity, widest gap", "人口均等：批准率的最大差距"), gap(parity.approved), { high: 0.01 }),
    ...lottery(odds, most.profit),
    ...quoted([["blind", "统一阈值", blind.profit, 0.993], ["equal opportunity", "机会均等", opportunity.profit, 0.928], ["equal odds", "几率均等", odds.profit, 0.802], ["demographic parity", "人口均等", parity.profit, 0.698]], most.profit),
    ...riskGroups.map((group) => exactly(words(`approved-${group}`, `own thresholds: approved, ${group}`, `分组阈值：批准率，${group}`), most.approved[group], { white: 0.6544, black: 0.1592, hispanic: 0.3578, asian: 0.7231 }[group], 4)),
  ];
}

/** Equal odds are met by lots only: computed, and said to be. */
function lottery({ profit, tpr, fpr }: ReturnType<typeof oddsWithLottery>, most: number): readonly ValidationLine[] {
  const drawn = (name: string, en: string, zh: string): LineWords => ({ rung: "golden", name: `golden.hardt-${name}`, title: { en: `Hardt, by lots: equal odds, ${en}`, zh: `Hardt（抽签）：几率均等，${zh}` } });
  return [
    exactly(drawn("odds", "profit share", "利润占比"), profit / most, 0.8042, 4),
    near(drawn("odds-tpr", "approved who pay", "按时还款者的批准率"), tpr, 0.7198, 0.0005),
    near(drawn("odds-fpr", "approved who do not", "未还款者的批准率"), fpr, 0.1192, 0.0005),
  ];
}

type Quoted = readonly [en: string, zh: string, profit: number, paper: number];

/** The paper's own figures, quoted from memory to three digits. */
const quoted = (list: readonly Quoted[], most: number): readonly ValidationLine[] =>
  list.map(([en, zh, profit, paper]) => near({ rung: "golden", name: `golden.hardt-paper-${en.replaceAll(" ", "-")}`, title: { en: `Hardt, the paper: ${en}`, zh: `Hardt（论文数字）：${zh}` } }, profit / most, paper, 0.007));

/** What a policy of thresholds earns, and whom it approves. */
interface Played {
  readonly profit: number;
  readonly approved: Readonly<Record<RiskGroup, number>>;
  readonly tpr: Readonly<Record<RiskGroup, number>>;
}

function playRules(lab: Lab, { scores, groups }: RiskTables, thresholds: Thresholds): Played {
  const approves = thresholdRules(lab, thresholds);
  const passed = (name: RiskGroup): RiskCounts => {
    const { persons, good, bad } = groups[name];
    const kept = (counts: readonly number[]): readonly number[] => counts.map((count, at) => (approves(name, scores[at] ?? 0) ? count : 0));
    return { persons, good: kept(good), bad: kept(bad) };
  };
  const own = new Map(riskGroups.map((name) => [name, passed(name)]));
  const of = (name: RiskGroup): RiskCounts => own.get(name) ?? groups[name];
  const by = (figure: (name: RiskGroup) => number): Readonly<Record<RiskGroup, number>> => ({ white: figure("white"), black: figure("black"), hispanic: figure("hispanic"), asian: figure("asian") });
  return {
    profit: riskGroups.reduce((total, name) => total + sum(of(name).good) * (1 - breakEven) - sum(of(name).bad) * breakEven, 0),
    approved: by((name) => (sum(of(name).good) + sum(of(name).bad)) / (sum(groups[name].good) + sum(groups[name].bad))),
    tpr: by((name) => sum(of(name).good) / sum(groups[name].good)),
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const profitFrom = ({ good, bad }: RiskCounts, at: number): number => sum(good.slice(at)) * (1 - breakEven) - sum(bad.slice(at)) * breakEven;
const tprFrom = ({ good }: RiskCounts, at: number): number => sum(good.slice(at)) / sum(good);
const approvedFrom = ({ good, bad }: RiskCounts, at: number): number => (sum(good.slice(at)) + sum(bad.slice(at))) / (sum(good) + sum(bad));

/** The score at a place; 101, which nobody has, beyond the last. */
const scoreAt = ({ scores }: RiskTables, at: number): number => scores[at] ?? 101;

/** The place where a figure is greatest. */
function bestPlace({ scores }: RiskTables, figure: (at: number) => number): number {
  return scores.reduce((best, _, at) => (figure(at) > figure(best) ? at : best), 0);
}

const thresholdsBy = (of: (name: RiskGroup) => number): Thresholds => ({ white: of("white"), black: of("black"), hispanic: of("hispanic"), asian: of("asian") });
const ownThresholds = (tables: RiskTables): Thresholds => thresholdsBy((name) => scoreAt(tables, bestPlace(tables, (at) => profitFrom(tables.groups[name], at))));
const single = (tables: RiskTables): Thresholds => {
  const at = bestPlace(tables, (place) => riskGroups.reduce((total, name) => total + profitFrom(tables.groups[name], place), 0));
  return thresholdsBy(() => scoreAt(tables, at));
};

/** Thresholds at which a rate of each group is as near to the target as a step of the score lets it. */
const alike = (tables: RiskTables, rate: (group: RiskCounts, at: number) => number, target: number): Thresholds =>
  thresholdsBy((name) => scoreAt(tables, bestPlace(tables, (at) => -Math.abs(rate(tables.groups[name], at) - target))));
