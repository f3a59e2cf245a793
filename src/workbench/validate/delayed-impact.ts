import { exactly, near, ordered, type LineWords, type ValidationLine } from "../../verdict/index.ts";
import type { Lab } from "./lab.ts";
import type { ReadTable } from "./published-tables.ts";
import { thresholdRules, type Thresholds } from "./threshold-rules.ts";
import { readRiskTables, type RiskCounts, type RiskGroup, type RiskTables } from "./trans-risk-tables.ts";

const words = (name: string, en: string, zh: string): LineWords => ({ rung: "golden", name: `golden.liu-${name}`, title: { en: `Liu, rules: ${en}`, zh: `Liu（规则文件）：${zh}` } });

/** A loan repaid earns 1, one that is not costs 4; a score rises by 75 or falls by 150. */
const [earns, costs, rises, falls] = [1, 4, 75, 150];
/** Shares of the two groups looked at. */
const weights = { white: 0.8793, black: 0.1207 } as const;
type Pair = keyof typeof weights;

/**
 * Liu and others 2018: what lending does to the scores of those it lends to. A policy of rule files for each criterion;
 * demographic parity lends to so many of the smaller group that their mean score falls.
 */
export function delayedImpact(read: ReadTable, lab: Lab): readonly ValidationLine[] {
  const tables = readRiskTables(read);
  if (tables === undefined) return [];
  const play = (places: Readonly<Record<Pair, number>>): Played => playRules(lab, tables, places);
  const most = play({ white: bestPlace(tables, "white", utilityFrom), black: bestPlace(tables, "black", utilityFrom) });
  const parity = play(bestAlike(tables, approvedFrom));
  const opportunity = play(bestAlike(tables, tprFrom));
  const kindest = play({ white: 0, black: bestPlace(tables, "black", changeFrom) });
  const edge = play({ white: 0, black: tables.scores.findIndex((_, at) => changeFrom(shares(tables.groups.black), at) >= 0) });
  return [
    exactly(words("threshold-white", "threshold of most utility, white", "效用最大的阈值（300–850 分制），白人"), pointsAt(most.thresholds.white), 613.75, 2),
    exactly(words("threshold-black", "threshold of most utility, black", "效用最大的阈值（300–850 分制），黑人"), pointsAt(most.thresholds.black), 645, 2),
    near(words("approved-white", "most utility, approved white", "效用最大：批准率，白人"), most.approved.white, 0.6633, 0.0002),
    near(words("approved-black", "most utility, approved black", "效用最大：批准率，黑人"), most.approved.black, 0.1677, 0.0002),
    near(words("change-white", "most utility, change of score, white", "效用最大：平均分数变化，白人"), most.change.white, 42.76, 0.05),
    near(words("change-black", "most utility, change of score, black", "效用最大：平均分数变化，黑人"), most.change.black, 8.89, 0.05),
    near(words("parity-approved", "parity, approved black", "人口均等：批准率，黑人"), parity.approved.black, 0.5773, 0.003),
    near(words("parity-change", "parity, change of score, black", "人口均等：平均分数变化，黑人"), parity.change.black, -16.64, 0.3),
    ordered(words("parity-harms", "parity harms: that change is a fall", "人口均等造成损害：黑人平均分数下降"), parity.change.black, { high: -1 }),
    near(words("opportunity-approved", "opportunity, approved black", "机会均等：批准率，黑人"), opportunity.approved.black, 0.3561, 0.0002),
    near(words("opportunity-change", "opportunity, change of score, black", "机会均等：平均分数变化，黑人"), opportunity.change.black, 6.51, 0.01),
    near(words("kindest-change", "greatest change of score, black", "放贷可带来的最大平均分数变化，黑人"), kindest.change.black, 9.98, 0.01),
    near(words("kindest-approved", "approved there, black", "对应批准率，黑人"), kindest.approved.black, 0.2384, 0.0002),
    near(words("edge", "approval rate where harm begins, black", "开始造成损害的批准率，黑人"), edge.approved.black, 0.4324, 0.0002),
  ];
}

interface Played {
  readonly thresholds: Readonly<Record<Pair, number>>;
  readonly approved: Readonly<Record<Pair, number>>;
  readonly change: Readonly<Record<Pair, number>>;
}

/** Shares of all persons of a group. */
function shares({ good, bad }: RiskCounts): Pick<RiskCounts, "good" | "bad"> {
  const all = sum(good) + sum(bad);
  return { good: good.map((count) => count / all), bad: bad.map((count) => count / all) };
}

function playRules(lab: Lab, tables: RiskTables, places: Readonly<Record<Pair, number>>): Played {
  const at = (name: Pair): number => tables.scores[places[name]] ?? 101;
  const thresholds: Thresholds = { white: at("white"), black: at("black"), hispanic: 101, asian: 101 };
  const approves = thresholdRules(lab, thresholds);
  const of = (name: RiskGroup, figure: (good: number, bad: number) => number): number => {
    const { good, bad } = shares(tables.groups[name]);
    return tables.scores.reduce((total, score, place) => (approves(name, score) ? total + figure(good[place] ?? 0, bad[place] ?? 0) : total), 0);
  };
  const both = (figure: (good: number, bad: number) => number): Readonly<Record<Pair, number>> => ({ white: of("white", figure), black: of("black", figure) });
  return { thresholds, approved: both((good, bad) => good + bad), change: both((good, bad) => good * rises - bad * falls) };
}

type Figure = (group: Pick<RiskCounts, "good" | "bad">, at: number) => number;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const utilityFrom: Figure = ({ good, bad }, at) => sum(good.slice(at)) * earns - sum(bad.slice(at)) * costs;
const changeFrom: Figure = ({ good, bad }, at) => sum(good.slice(at)) * rises - sum(bad.slice(at)) * falls;
const approvedFrom: Figure = ({ good, bad }, at) => (sum(good.slice(at)) + sum(bad.slice(at))) / (sum(good) + sum(bad));
const tprFrom: Figure = ({ good }, at) => sum(good.slice(at)) / sum(good);

function bestPlace({ scores, groups }: RiskTables, name: Pair, figure: Figure): number {
  const group = shares(groups[name]);
  return scores.reduce((best, _, at) => (figure(group, at) > figure(group, best) ? at : best), 0);
}

/** Of all pairs of thresholds whose rates are as equal as a step of the score lets them be, the one of most utility. */
function bestAlike({ scores, groups }: RiskTables, rate: Figure): Readonly<Record<Pair, number>> {
  const [white, black] = [shares(groups.white), shares(groups.black)];
  const rates = scores.map((_, at) => rate(black, at));
  const partner = (at: number): number => {
    const wanted = rate(white, at);
    return rates.reduce((best, one, place) => (Math.abs(one - wanted) < Math.abs((rates[best] ?? 0) - wanted) ? place : best), 0);
  };
  const pairs = scores.map((_, at) => ({ white: at, black: partner(at) }));
  const utility = (pair: Readonly<Record<Pair, number>>): number => weights.white * utilityFrom(white, pair.white) + weights.black * utilityFrom(black, pair.black);
  return pairs.reduce((best, pair) => (utility(pair) > utility(best) ? pair : best));
}

/** Persons of 100 by the score from which their band begins, as the authors turn percentiles into points. */
const bands = [[300, 2.1], [350, 4.2], [400, 5.4], [450, 6.5], [500, 7.9], [550, 9.6], [600, 12], [650, 13.8], [700, 17], [750, 15.8], [800, 5.7]] as const;

function pointsAt(percentile: number): number {
  let below = 0;
  for (const [from, share] of bands) {
    if (below + share >= percentile) return from + (50 * (percentile - below)) / share;
    below += share;
  }
  return 850;
}
