import type { Lang } from "../../base/index.ts";
import { figure, grouped, yuan, type DecisionSwaps, type Estimate, type SwapLife, type SwapSet, type SwapSets } from "../../statistics/index.ts";
import type { RunReport } from "../../verdict/index.ts";
import { factValueText, type FactReader } from "../fact-value.ts";
import { boundsText } from "../text/figures.ts";
import type { ComparePart } from "./part.ts";
import { cellWords, decisionWords, words } from "./words.ts";

/** Swap sets at every decision: how many, how they fare under each policy, who they are, three of them. */
export function swapParts(sets: SwapSets, report: Pick<RunReport, "inputs">, challenger: string, reader: FactReader): readonly ComparePart[] {
  const { lang } = reader;
  const marginal = estimateText("share", sets.marginalBadRate, lang);
  const first: ComparePart = {
    title: words.swapTitle[lang],
    depth: 2,
    sentences: [
      words.swapNote[lang],
      `${words.marginal[lang]}${lang === "en" ? ": " : "："}${marginal}`,
      `${words.retell[lang]}${lang === "en" ? ": " : "："}policy-bench replay ${report.inputs.scenario} --policy ${challenger} --customer N`,
    ],
    points: [],
  };
  return [first, ...sets.decisions.map((swaps) => decisionPart(swaps, reader))];
}

function decisionPart({ decision, cells }: DecisionSwaps, reader: FactReader): ComparePart {
  const { lang } = reader;
  const head = [words.who, words.customers, words.under, words.badRate, words.loss, words.margin].map((word) => word[lang]);
  const shown = cells.filter(({ customers }) => customers > 0);
  const differing = cells.filter(({ cell, customers }) => (cell === "in" || cell === "out") && customers > 0);
  return {
    title: decisionWords[decision][lang],
    depth: 3,
    sentences: differing.length === 0 ? [words.nobody[lang]] : [],
    table: { head, rows: shown.flatMap((set) => rowsOf(set, cellWords[decision][set.cell][lang], lang)), words: new Set([0, 2]) },
    points: differing.flatMap((set) => pointsOf(set, cellWords[decision][set.cell][lang], reader)),
  };
}

/** One line for each policy under which the row's customers have an account; one where they have none. */
function rowsOf(set: SwapSet, name: string, lang: Lang): readonly (readonly string[])[] {
  const sides = (["champion", "challenger"] as const).filter((policy) => set[policy].accounts > 0);
  if (sides.length === 0) return [[name, grouped(set.customers, 0), "", "", "", ""]];
  return sides.map((policy, at) => [
    at === 0 ? name : "",
    at === 0 ? grouped(set.customers, 0) : "",
    words[policy][lang],
    estimateText("share", set[policy].badRate, lang),
    figure("fen", set[policy].loss.value, lang),
    estimateText("fen", set[policy].margin, lang),
  ]);
}

function estimateText(unit: "share" | "fen", { value, interval }: Estimate, lang: Lang): string {
  return `${figure(unit, value, lang)} ${boundsText(unit, interval, lang)}`.trimEnd();
}

function pointsOf(set: SwapSet, name: string, reader: FactReader): readonly string[] {
  const { lang } = reader;
  const colon = lang === "en" ? ": " : "：";
  const segments = set.segments.map(({ fact, label, share, shareOfAll }) => `${segmentText(fact, label, reader)} ${figure("share", share, lang)} (${figure("share", shareOfAll, lang)})`);
  const who = segments.length === 0 ? [] : [`${name}${colon}${words.segments[lang]}${colon}${segments.join("; ")}`];
  const lives = set.cases.map(
    ({ customer, champion, challenger: other }) =>
      `${name}${lang === "en" ? ", " : "，"}${words.customer[lang]} ${customer}${colon}${words.champion[lang]}${colon}${lifeText(champion, lang)}; ${words.challenger[lang]}${colon}${lifeText(other, lang)}`,
  );
  return [...who, ...lives];
}

/** A segment as its author writes it; with the dictionary at hand, in words. */
function segmentText(fact: string, label: string, reader: FactReader): string {
  const title = reader.facts?.get(fact)?.title[reader.lang];
  if (title === undefined) return `${fact} ${label}`;
  if (label === "missing") return `${title} ${factValueText(fact, null, reader)}`;
  return `${title} ${label === "true" || label === "false" ? factValueText(fact, label === "true", reader) : factValueText(fact, label, reader)}`;
}

function lifeText(life: SwapLife, lang: Lang): string {
  if (life.accounts === 0) return words.noAccount[lang];
  const parts = [`${words.bought[lang]} ${yuan(life.creditSalesFen)}`];
  if (life.bads > 0) parts.push(words.bad[lang]);
  if (life.lossFen !== 0) parts.push(`${words.lost[lang]} ${yuan(life.lossFen)}`);
  parts.push(`${words.earned[lang]} ${yuan(life.marginFen)}`);
  return parts.join(lang === "en" ? ", " : "，");
}
