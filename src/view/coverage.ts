import type { Text } from "../base/index.ts";
import type { DecisionCoverage, Ratio, RuleCoverage } from "../policy/index.ts";
import type { TextOptions } from "./text/options.ts";
import { penOf, type Pen } from "./text/pen.ts";
import { termText } from "./words.ts";
import { table, type Cell, type Column } from "./text/table.ts";

/** Coverage of one policy: what the cases were, and what they show of each decision. */
export interface PolicyCoverage {
  readonly policy: string;
  readonly from: Text;
  readonly decisions: readonly DecisionCoverage[];
}

/** All decisions together, and what a gate asks for in percent. */
export interface CoverageTotals {
  readonly outcomes: Ratio;
  readonly mcdc: Ratio;
  readonly mcdcUnique: Ratio;
}

export const coverageWords = {
  rule: { en: "rule", zh: "规则" },
  title: { en: "title", zh: "标题" },
  fired: { en: "fired", zh: "触发" },
  notFired: { en: "not", zh: "未触发" },
  decided: { en: "decided", zh: "决定结果" },
  conditions: { en: "true/false", zh: "真/假" },
  mcdc: { en: "MC/DC", zh: "MC/DC" },
  cases: { en: "cases", zh: "个案例" },
  all: { en: "all", zh: "合计" },
  rulesLine: { en: "rules fired and not fired", zh: "规则触发与未触发" },
  conditionsLine: { en: "conditions true and false", zh: "条件为真与为假" },
  mcdcLine: { en: "conditions shown to decide alone (MC/DC, masking allowed)", zh: "已证明单独起作用的条件（MC/DC，允许屏蔽）" },
  uniqueLine: { en: "of these by a pair that differs in nothing else", zh: "其中由仅此一处不同的一对案例证明" },
  never: { en: "never", zh: "从未" },
  legend: {
    en: "fired, not, decided: cases. true/false and MC/DC: of the rule's conditions, those settled by the moment left out. --lines shows the file, --suggest the missing examples.",
    zh: "触发、未触发、决定结果为案例数；真/假与 MC/DC 按该规则的条件计，已由时点确定者不计。--lines 显示规则文件，--suggest 给出所缺的示例。",
  },
} as const;

/** A table for every decision, rule by rule; then the totals. */
export function coverage(policies: readonly PolicyCoverage[], totals: CoverageTotals, options: TextOptions): string {
  const pen = penOf(options);
  const blocks = policies.flatMap(({ policy, from, decisions }) => [
    pen.look("bold", pen.own(policy)),
    ...pen.paragraph(pen.say(from), "  "),
    ...decisions.flatMap((decision) => ["", ...decisionLines(decision, pen)]),
    "",
  ]);
  return `${[...blocks, ...totalLines(totals, pen), ...pen.paragraph(pen.say(coverageWords.legend))].join("\n")}\n`;
}

function decisionLines(decision: DecisionCoverage, pen: Pen): readonly string[] {
  const head = `${pen.look("cyan", pen.own(termText(decision.decision, pen.lang)))}  ${decision.cases} ${pen.say(coverageWords.cases)}  ${pen.own(decision.file)}`;
  const titles = ["rule", "title", "fired", "notFired", "decided", "conditions", "mcdc"] as const;
  const columns = titles.map((key, at): Column => ({ title: pen.say(coverageWords[key]), align: at < 2 ? "left" : "right", elastic: at === 1 }));
  const rows = decision.rules.map((rule) => ({ cells: ruleCells(rule, pen) }));
  const sum = [{ text: pen.say(coverageWords.all) }, { text: "" }, { text: "" }, ratioCell(decision.ruleOutcomes), { text: "" }, ratioCell(decision.conditionOutcomes), ratioCell(decision.mcdc)];
  return [head, ...table(pen, columns, [...rows, { cells: sum }])];
}

function ruleCells(rule: RuleCoverage, pen: Pen): readonly Cell[] {
  const open = rule.conditions.filter(({ constant }) => !constant);
  const count = (list: readonly boolean[]): number => list.filter(Boolean).length;
  const number = (value: number, needed = true): Cell => ({ text: String(value), ...(value === 0 && needed ? { look: "red" as const } : {}) });
  return [
    { text: pen.own(rule.rule) },
    { text: pen.say(rule.title) },
    number(rule.fired),
    number(rule.notFired, !rule.always),
    number(rule.decided),
    ratioCell({ covered: count(open.flatMap(({ isTrue, isFalse }) => [isTrue > 0, isFalse > 0])), of: 2 * open.length }),
    ratioCell({ covered: count(open.map(({ shown }) => shown !== "none")), of: open.length }),
  ];
}

function ratioCell({ covered, of }: Ratio): Cell {
  if (of === 0) return { text: "-", look: "dim" };
  return { text: `${covered}/${of}`, look: covered === of ? "green" : covered === 0 ? "red" : "yellow" };
}

/** A share as a percentage with one decimal, rounded down: 99.99 % of a gate of 100 is not 100. */
export function percentOf({ covered, of }: Ratio): string {
  return of === 0 ? "-" : `${(Math.floor((covered * 1000) / of) / 10).toFixed(1)}%`;
}

function totalLines({ outcomes, mcdc, mcdcUnique }: CoverageTotals, pen: Pen): readonly string[] {
  const line = (words: Text, ratio: Ratio): string => `${percentOf(ratio).padStart(6)}  ${ratio.covered}/${ratio.of}  ${pen.say(words)}`;
  const { rulesLine, conditionsLine, mcdcLine, uniqueLine } = coverageWords;
  const both = { en: `${rulesLine.en}, ${conditionsLine.en}`, zh: `${rulesLine.zh}、${conditionsLine.zh}` };
  return [line(both, outcomes), line(mcdcLine, mcdc), line(uniqueLine, mcdcUnique)];
}
