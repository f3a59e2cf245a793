import type { Lang } from "../../base/index.ts";
import { figure, measureNamed } from "../../statistics/index.ts";
import type { CellChange, ConclusionChange, MatrixComparison } from "../../verdict/index.ts";
import { shortVerdict } from "../compare/measure-part.ts";
import type { ComparePart } from "../compare/part.ts";
import { partsMarkdown, partsPretty } from "../compare/part-text.ts";
import { words as compareWords } from "../compare/words.ts";
import { pageOfParts } from "../html/page-of-parts.ts";
import type { PartsPage } from "../html/parts-page.ts";
import { csvRows } from "../csv.ts";
import { boundsText, differenceText } from "../text/figures.ts";
import type { TextOptions } from "../text/options.ts";
import { matrixWords as words, sideWords, standingWords } from "./words.ts";

/** Two saved matrices on a terminal. */
export function prettyMatrices(report: MatrixComparison, options: TextOptions): string {
  return partsPretty(partsOf(report, options.lang), options);
}

/** Two saved matrices in Markdown. */
export function markdownMatrices(report: MatrixComparison, { lang }: Pick<TextOptions, "lang">): string {
  return partsMarkdown(partsOf(report, lang));
}

/** Two saved matrices as a page. */
export function matricesPage(report: MatrixComparison, { lang }: Pick<TextOptions, "lang">): PartsPage {
  return pageOfParts(partsOf(report, lang), { size: `${report.before.name} / ${report.after.name}` });
}

/** One row a cell and measure that both have. Shares are fractions, money is fen. */
export function csvMatrices({ measures, before, after }: MatrixComparison): string {
  const head = ["scenario", "assumptions", "policy", "measure", "unit", "before", "after", "difference", "low", "high", "verdict", "same", "before_sha256", "after_sha256"];
  const rows = measures.flatMap(({ measure, changes }) =>
    changes.map((one) => [
      one.scenario, one.assumptions, one.policy, measure, measureNamed(measure)?.unit ?? "", one.before, one.after, one.difference.difference, one.difference.interval?.low ?? null,
      one.difference.interval?.high ?? null, one.difference.verdict, one.same, before.inputs.digest, after.inputs.digest,
    ]),
  );
  return csvRows([head, ...rows]);
}

function partsOf(report: MatrixComparison, lang: Lang): readonly ComparePart[] {
  const parts = [headPart(report, lang), inputsPart(report, lang), conclusionsPart(report, lang), ...report.measures.map((one) => changesPart(one, lang))];
  return parts.filter(({ depth, points, table }) => depth === 1 || points.length > 0 || (table?.rows.length ?? 0) > 0);
}

function headPart({ before, after, cells, only, measures }: MatrixComparison, lang: Lang): ComparePart {
  const all = measures.flatMap(({ changes }) => changes);
  const same = all.filter((one) => one.same).length;
  const lone = only.before.length + only.after.length;
  const en = `${before.name} against ${after.name}: ${cells} cells in both${lone === 0 ? "" : `, ${lone} in one only`}. Of ${all.length} figures ${same} are exactly the same.`;
  const zh = `${before.name} 与 ${after.name}：两者共有 ${cells} 格${lone === 0 ? "" : `，另有 ${lone} 格仅见于其一`}。${all.length} 个数字中有 ${same} 个完全相同。`;
  return { title: words.compared[lang], depth: 1, sentences: [lang === "en" ? en : zh, ...(same === all.length ? [] : [compareWords.unpaired[lang]])], points: [] };
}

const inputsPart = ({ changedInputs }: MatrixComparison, lang: Lang): ComparePart => ({ title: words.inputs[lang], depth: 2, sentences: [], points: changedInputs });

function conclusionsPart({ conclusions }: MatrixComparison, lang: Lang): ComparePart {
  const said = ({ standing, side, cells, agreeing }: ConclusionChange["before"]): string =>
    lang === "en" ? `${standingWords[standing].en} (${sideWords[side].en} in ${agreeing} of ${cells})` : `${standingWords[standing].zh}（${cells} 格中 ${agreeing} 格${sideWords[side].zh}）`;
  const points = conclusions.map(({ measure, challenger, before, after }) => `${measureNamed(measure)?.title[lang] ?? measure}, ${challenger}${lang === "en" ? ": " : "："}${said(before)} → ${said(after)}`);
  return { title: words.changed[lang], depth: 2, sentences: [], points };
}

/** Cells whose figure is another one. */
function changesPart({ measure, changes }: MatrixComparison["measures"][number], lang: Lang): ComparePart {
  const known = measureNamed(measure);
  const unit = known?.unit ?? "count";
  const head = [words.scenario, words.assumptions, words.policy, words.before, words.after, words.difference, words.verdict].map((word) => word[lang]);
  const row = ({ scenario, assumptions, policy, before, after, difference }: CellChange): readonly string[] => [
    scenario, assumptions, policy, figure(unit, before, lang), figure(unit, after, lang), `${differenceText(unit, difference.difference, lang)} ${boundsText(unit, difference.interval, lang)}`.trimEnd(), shortVerdict(difference.verdict, lang),
  ];
  return { title: known?.title[lang] ?? measure, depth: 2, sentences: [], points: [], table: { head, rows: changes.filter(({ same }) => !same).map(row), words: new Set([0, 1, 2, 6]) } };
}
