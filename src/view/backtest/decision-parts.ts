import type { Lang } from "../../base/index.ts";
import { figure, yuan } from "../../statistics/index.ts";
import type { BacktestReport } from "../../verdict/index.ts";
import type { ComparePart } from "../compare/part.ts";
import { countText, named, shareText } from "./figures.ts";
import { termText } from "../words.ts";
import { words } from "./words.ts";

type Decided = BacktestReport["decisions"][number];

const problemsShown = 8;

/** What was read, and what of it is synthetic. */
export function fileParts({ file, samples, inputs }: BacktestReport, lang: Lang): readonly ComparePart[] {
  const list = (facts: readonly string[]): string => (facts.length === 0 ? words.none[lang] : facts.join(", "));
  const points = [
    `${words.imported[lang]} (${file.imported.length}): ${list(file.imported)}`,
    ...(file.attributes.length === 0 ? [] : [`${words.attributes[lang]} (${file.attributes.length}): ${list(file.attributes)}`]),
    `${words.constant[lang]} (${file.constant.length}): ${list(file.constant)}`,
    `${words.synthesised[lang]} (${file.synthesised.length}): ${list(file.synthesised)}`,
  ];
  const problems = file.problems.slice(0, problemsShown).map(({ count, title, places }) => {
    const where = places.slice(0, 3).map(({ row, column, value }) => `${lang === "en" ? `row ${row}` : `第 ${row} 行`} ${column}${value === "" ? "" : ` = ${value}`}`.trimEnd());
    return `${countText(count, lang)}  ${title[lang]}${where.length === 0 ? "" : ` (${where.join("; ")})`}`;
  });
  const hidden = file.problems.length - problems.length;
  const head = [words.sample, words.rows, words.known, words.bad, words.badRate].map((word) => word[lang]);
  return [
    {
      title: words.file[lang],
      depth: 2,
      sentences: [lang === "en" ? `${countText(file.rows, lang)} rows, ${countText(file.kept, lang)} kept` : `${countText(file.rows, lang)} 行，保留 ${countText(file.kept, lang)} 行`, ...(inputs.fileOnly ? [words.onlyFile[lang]] : [])],
      points,
    },
    ...(problems.length === 0 ? [] : [{ title: words.problems[lang], depth: 3 as const, sentences: [], points: [...problems, ...(hidden > 0 ? [`${hidden} ${words.more[lang]}`] : [])] }]),
    {
      title: words.samples[lang],
      depth: 2,
      sentences: file.outcomeColumn === null ? [words.noOutcome[lang]] : [],
      points: [],
      table: { head, rows: samples.map((one) => [named(one.name, lang), countText(one.rows, lang), countText(one.known, lang), countText(one.bad, lang), shareText(one.badRate, lang)]), words: new Set([0]) },
    },
  ];
}

/** How the rows of each policy and sample were decided, and what became of those who were decided alike. */
export function decisionParts(report: BacktestReport, lang: Lang): readonly ComparePart[] {
  return report.decisions.flatMap((one) => [momentsPart(one, report, lang), rulesPart(one, lang), standingsPart(one, report, lang)]);
}

function titleOf({ policy, sample }: Decided, report: BacktestReport, word: string, lang: Lang): string {
  const several = report.samples.length > 1 ? (lang === "en" ? `, ${named(sample, lang)}` : `，${named(sample, lang)}`) : "";
  return lang === "en" ? `${word}: ${policy}${several}` : `${word}：${policy}${several}`;
}

function momentsPart(one: Decided, report: BacktestReport, lang: Lang): ComparePart {
  const head = [words.moment, words.outcome, words.rows, words.share, words.undecided, words.onSynthetic].map((word) => word[lang]);
  const rows = [...one.enrolment.map((part) => ({ name: place("enrolment", part.moment, lang), part })), { name: place("limit", one.limit.moment, lang), part: one.limit }].flatMap(({ name, part }) =>
    part.outcomes.map(({ outcome, rows: count, undecided, onSynthetic }) => [
      name, termText(outcome, lang), countText(count, lang), figure("share", part.asked === 0 ? null : count / part.asked, lang), countText(undecided, lang), countText(onSynthetic, lang),
    ]),
  );
  const { granted } = one.limit;
  const quartiles = granted.quartilesFen.map((fen) => yuan(fen, 0)).join(" / ");
  const limits = granted.rows === 0 ? [] : [`${words.granted[lang]}: ${countText(granted.rows, lang)}; ${words.mean[lang]} ${figure("fen", granted.meanFen, lang)}; ${words.quartiles[lang]} ${quartiles}`];
  return { title: titleOf(one, report, words.decisions[lang], lang), depth: 2, sentences: [], points: limits, table: { head, rows, words: new Set([0, 1]) } };
}

const place = (decision: "enrolment" | "limit", moment: string, lang: Lang): string => `${words[decision][lang]}${lang === "en" ? ", " : "，"}${termText(moment, lang)}`;

const rulesShown = 12;

function rulesPart(one: Decided, lang: Lang): ComparePart {
  const head = [words.moment, words.outcome, words.rule, words.rows].map((word) => word[lang]);
  const all = [...one.enrolment, one.limit].flatMap((part) => part.rules.map((rule) => ({ moment: part.moment, ...rule })));
  const rows = all.filter(({ outcome }) => outcome !== "no-action").toSorted((a, b) => b.rows - a.rows).slice(0, rulesShown);
  return {
    title: words.rulesTitle[lang],
    depth: 3,
    sentences: [],
    points: [],
    table: { head, rows: rows.map(({ moment, outcome, rule, rows: count }) => [termText(moment, lang), termText(outcome, lang), rule ?? words.noRule[lang], countText(count, lang)]), words: new Set([0, 1, 2]) },
  };
}

function standingsPart(one: Decided, report: BacktestReport, lang: Lang): ComparePart {
  const rated = report.file.outcomeColumn !== null;
  const head = [words.standing, words.rows, words.share, words.onSynthetic, ...(rated ? [words.known, words.bad, words.badRate] : [])].map((word) => word[lang]);
  const rows = one.standings.map((part) => [
    named(part.standing, lang), countText(part.rows, lang), shareText(part.share, lang), countText(part.onSynthetic, lang),
    ...(rated ? [countText(part.known, lang), countText(part.bad, lang), shareText(part.badRate, lang)] : []),
  ]);
  return { title: titleOf(one, report, words.standings[lang], lang), depth: 2, sentences: [], points: [], table: { head, rows, words: new Set([0]) } };
}

/** What rows lack, and which synthetic facts decisions rest on. */
export function lackingParts({ lacking, synthetic, inputs }: BacktestReport, lang: Lang): readonly ComparePart[] {
  const where = (one: { readonly policy: string; readonly decision: "enrolment" | "limit"; readonly moment: string }): string =>
    `${inputs.against === null ? "" : `${one.policy}: `}${place(one.decision, one.moment, lang)}`;
  const lacks = lacking.map((one) => [where(one), one.fact, one.rules.join(", "), countText(one.rows, lang)]);
  const rests = synthetic.map((one) => [where(one), one.fact, countText(one.rows, lang)]);
  return [
    {
      title: words.lacking[lang],
      depth: 2,
      sentences: lacks.length === 0 ? [words.lackingNone[lang]] : [],
      points: [],
      table: { head: [words.moment, words.fact, words.rules, words.rows].map((word) => word[lang]), rows: lacks, words: new Set([0, 1, 2]) },
    },
    ...(rests.length === 0
      ? []
      : [{ title: words.synthetic[lang], depth: 2 as const, sentences: [], points: [], table: { head: [words.moment, words.fact, words.rows].map((word) => word[lang]), rows: rests, words: new Set([0, 1]) } }]),
  ];
}

/** Who is approved by one policy and not by the other. */
export function swapParts({ swaps }: BacktestReport, lang: Lang): readonly ComparePart[] {
  return swaps.map(({ against, sample, cells, marginalBadRate }) => ({
    title: lang === "en" ? `${words.swap.en} ${against}, ${named(sample, lang)}` : `${words.swap.zh}${against}，${named(sample, lang)}`,
    depth: 2,
    sentences: [],
    points: [`${words.swapMarginal[lang]}: ${figure("share", marginalBadRate, lang)}`],
    table: {
      head: [words.cell, words.rows, words.share, words.known, words.bad, words.badRate].map((word) => word[lang]),
      rows: cells.map((one) => [words[one.cell][lang], countText(one.rows, lang), shareText(one.share, lang), countText(one.known, lang), countText(one.bad, lang), shareText(one.badRate, lang)]),
      words: new Set([0]),
    },
  }));
}
