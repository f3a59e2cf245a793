import { figure, measureNamed, yuan } from "../../statistics/index.ts";
import type { PolicyReport } from "../../verdict/index.ts";
import { poolKinds, poolWords } from "../pool-words.ts";
import { boundsText, valueIn, valueText } from "../text/figures.ts";
import { table, type Column } from "../text/table.ts";
import type { PageContext, PageView } from "./context.ts";
import { lookOf } from "./policy-look.ts";
import { blank, plainLines, span } from "./span.ts";
import { textPage, textRows, type PageRow } from "./text-page.ts";
import { words } from "./words.ts";

/** Measures that say where debts stand and how they move, in the order of the buckets. */
const moves = ["accounts30PlusShare", "accounts90PlusShare", "balance30PlusShare", "balance90PlusShare", "rollRate0to1", "rollRate1to2", "rollRate2to3", "rollRate3to4", "cureRate1", "cureRate2", "cureRate3", "flowThrough", "chargeOffRate"] as const;

/** Where debts stand and how they move, of all policies. */
export function bucketsPage(context: PageContext): PageView {
  return textPage(context, { crumb: context.pen.say(words.buckets), rows: bucketRows(context), foot: [["[ ]", { en: "parts", zh: "各部分" }]] });
}

/** Buckets, roll rates and cures of every policy, each leading to the measure; then the pools with their static and dynamic rate. */
function bucketRows(context: PageContext): readonly PageRow[] {
  const { report, pen } = context;
  const told = moves.flatMap((name) => {
    const measure = measureNamed(name);
    return measure === undefined ? [] : [measure];
  });
  const columns: readonly Column[] = [
    { title: pen.say(words.bucketTitle), align: "left", elastic: true },
    ...report.policies.map((_, index): Column => ({ title: lookOf(index).letter, align: "right" })),
  ];
  const rows = told.map((measure) => ({
    cells: [
      { text: pen.say(measure.title) },
      ...report.policies.map((policy) => {
        const value = valueIn(policy, measure.name);
        return { text: pen.own(valueText(measure, value, pen.lang)), aside: boundsText(measure.unit, value?.interval, pen.lang) };
      }),
    ],
  }));
  const [head = "", ...lines] = table(pen, columns, rows);
  return [
    ...textRows([report.policies.flatMap(({ title }, index) => [span(`${lookOf(index).letter} ${pen.say(title)}   `, { color: lookOf(index).color, bold: true })])]),
    { line: [span(head, { dim: true })], heads: true },
    ...lines.map((text, at): PageRow => ({ line: [span(text)], go: { go: { kind: "measure", name: told[at]?.name ?? "" } } })),
    ...textRows([blank]),
    ...report.policies.map(({ name, title }, index): PageRow => ({ line: [span(`${pen.say(words.bucketMonths)}  ${lookOf(index).letter} ${pen.say(title)}`, { color: lookOf(index).color })], go: { go: { kind: "bucket-months", policy: name } } })),
    ...report.policies.flatMap((policy, index) => poolRows(context, policy, index)),
  ];
}

/** The pools of one policy: both rates are always there, of all that was lent and of what is owed. */
function poolRows({ pen }: PageContext, { title, pools }: PolicyReport, index: number): readonly PageRow[] {
  if (pools.length === 0) return [];
  const columns: readonly Column[] = [
    { title: pen.say(poolWords.pool), align: "left", elastic: true },
    ...[poolWords.lent, poolWords.owed, poolWords.loss, poolWords.static, poolWords.dynamic].map((word): Column => ({ title: pen.say(word), align: "right" })),
  ];
  const [head = "", ...lines] = table(pen, columns, pools.map((pool) => ({
    cells: [
      { text: pen.own(pool.name), aside: pen.say(poolKinds[pool.kind]) },
      ...[yuan(pool.lentFen, 0), yuan(pool.owedFen, 0), yuan(pool.lossFen, 0), figure("share", pool.staticRate, pen.lang), figure("share", pool.dynamicRate, pen.lang)].map((text) => ({ text: pen.own(text) })),
    ],
  })));
  const { letter, color } = lookOf(index);
  return [...textRows([blank]), { line: [span(`${letter} ${pen.say(title)}`, { color, bold: true })], heads: true }, ...textRows(plainLines([head], { dim: true })), ...textRows(plainLines(lines))];
}
