import type { Lang, Text } from "../base/index.ts";
import type { ColumnShape, PairTrend, QualityReport } from "../population/index.ts";
import { figure, grouped } from "../statistics/index.ts";
import type { ComparePart } from "./compare/part.ts";
import { partsMarkdown, partsPretty } from "./compare/part-text.ts";
import { csvRows } from "./csv.ts";
import type { TextOptions } from "./text/options.ts";

/** A synthetic population held against a file; names say of what. No time, path or machine name. */
export interface QualityView extends QualityReport {
  readonly schemaVersion: 1;
  readonly profile: string;
  readonly seed: string;
  readonly mapping: string;
  /** The file by its name alone, with its SHA-256. */
  readonly file: string;
  readonly sha256: string;
}

const words = {
  title: { en: "Synthetic population against a file", zh: "合成人群与文件对照" },
  columns: { en: "Column shapes, the worst first", zh: "各列分布，最差者在前" },
  pairs: { en: "Pair trends, the worst first", zh: "成对关系，最差者在前" },
  fact: { en: "fact", zh: "事实" },
  metric: { en: "metric", zh: "指标" },
  score: { en: "score", zh: "得分" },
  missingReal: { en: "missing in the file", zh: "文件中缺失" },
  missingSynthetic: { en: "missing, synthetic", zh: "合成中缺失" },
  second: { en: "and", zh: "与" },
  real: { en: "r, file", zh: "r（文件）" },
  synthetic: { en: "r, synthetic", zh: "r（合成）" },
  KSComplement: { en: "1 − KS", zh: "1 减 KS 距离" },
  TVComplement: { en: "1 − TV", zh: "1 减全变差距离" },
  CorrelationSimilarity: { en: "correlation", zh: "相关系数" },
  ContingencySimilarity: { en: "table of both", zh: "列联表" },
} as const satisfies Record<string, Text>;

/** Pairs shown as text; JSON and CSV have all of them. */
const pairsShown = 20;

/** The scores on a terminal. */
export function prettyQuality(view: QualityView, options: TextOptions): string {
  return partsPretty(partsOf(view, options.lang), options);
}

/** The scores in Markdown. */
export function markdownQuality(view: QualityView, { lang }: Pick<TextOptions, "lang">): string {
  return partsMarkdown(partsOf(view, lang));
}

/** One row a column or pair. */
export function csvQuality({ columns, pairs, columnShapes, pairTrends, overall, file, profile }: QualityView): string {
  const head = ["file", "profile", "kind", "fact", "second_fact", "metric", "score", "missing_real", "missing_synthetic", "correlation_real", "correlation_synthetic"];
  return csvRows([
    head,
    [file, profile, "overall", "", "", "", overall, null, null, null, null],
    [file, profile, "column-shapes", "", "", "", columnShapes, null, null, null, null],
    [file, profile, "pair-trends", "", "", "", pairTrends, null, null, null, null],
    ...columns.map((one) => [file, profile, "column", one.fact, "", one.metric, one.score, one.realMissing, one.syntheticMissing, null, null]),
    ...pairs.map((one) => [file, profile, "pair", one.facts[0], one.facts[1], one.metric, one.score, null, null, one.real, one.synthetic]),
  ]);
}

function partsOf(view: QualityView, lang: Lang): readonly ComparePart[] {
  const { columns, pairs, notInFile, constant } = view;
  return [
    { title: words.title[lang], depth: 1, sentences: [whatText(view, lang), scoreText(view, lang)], points: missingTexts({ notInFile, constant }, lang) },
    { title: words.columns[lang], depth: 2, sentences: [], points: [], table: { head: [words.fact, words.metric, words.score, words.missingReal, words.missingSynthetic].map((word) => word[lang]), rows: columns.map((one) => columnRow(one, lang)), words: new Set([0, 1]) } },
    { title: words.pairs[lang], depth: 2, sentences: pairs.length > pairsShown ? [moreText(pairs.length, lang)] : [], points: [], table: { head: [words.fact, words.second, words.metric, words.score, words.real, words.synthetic].map((word) => word[lang]), rows: pairs.slice(0, pairsShown).map((one) => pairRow(one, lang)), words: new Set([0, 1, 2]) } },
  ];
}

function whatText({ profile, synthetic, seed, file, real, mapping }: QualityView, lang: Lang): string {
  return lang === "en"
    ? `${grouped(synthetic, 0)} customers of profile ${profile} (seed ${seed}) against ${grouped(real, 0)} of ${file}, read by mapping ${mapping}.`
    : `画像 ${profile}（种子 ${seed}）的 ${grouped(synthetic, 0)} 名客户，对照 ${file} 中的 ${grouped(real, 0)} 名（映射 ${mapping}）。`;
}

function scoreText({ overall, columnShapes, pairTrends }: QualityView, lang: Lang): string {
  const [all, shapes, trends] = [overall, columnShapes, pairTrends].map((score) => figure("share", score, lang));
  return lang === "en"
    ? `Overall ${all}: column shapes ${shapes}, pair trends ${trends}. 100% is the same, 0% nothing in common (SDMetrics Quality Report: 1 − KS for numbers, 1 − total variation for values, 1 − half the difference of correlations, 1 − total variation of the table of both; a number beside a value in 10 bins of the file's range).`
    : `总体 ${all}：各列分布 ${shapes}，成对关系 ${trends}。100% 为完全相同，0% 为毫无重合（SDMetrics 质量报告：数值为 1 − KS，取值为 1 − 全变差，相关系数为 1 − 差之半，列联表为 1 − 全变差；数值与取值成对时按文件范围分 10 段）。`;
}

function missingTexts({ notInFile, constant }: Pick<QualityView, "notInFile" | "constant">, lang: Lang): readonly string[] {
  const list = notInFile.join(lang === "en" ? ", " : "、");
  const same = constant.join(lang === "en" ? ", " : "、");
  return [
    ...(notInFile.length === 0 ? [] : [lang === "en" ? `Not compared, because the file does not have them: ${list}` : `因文件没有而未比较：${list}`]),
    ...(constant.length === 0 ? [] : [lang === "en" ? `Not compared, because the mapping gives everybody the same: ${same}` : `因映射给所有人相同值而未比较：${same}`]),
  ];
}

function moreText(count: number, lang: Lang): string {
  return lang === "en" ? `${pairsShown} of ${count} pairs; JSON and CSV have all of them.` : `${count} 对中的 ${pairsShown} 对；全部见 JSON 与 CSV。`;
}

const columnRow = ({ fact, metric, score, realMissing, syntheticMissing }: ColumnShape, lang: Lang): readonly string[] => [fact, words[metric][lang], figure("share", score, lang), figure("share", realMissing, lang), figure("share", syntheticMissing, lang)];

const pairRow = ({ facts, metric, score, real, synthetic }: PairTrend, lang: Lang): readonly string[] => [...facts, words[metric][lang], figure("share", score, lang), real === null ? "" : real.toFixed(2), synthetic === null ? "" : synthetic.toFixed(2)];
