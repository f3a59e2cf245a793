import type { Lang } from "../../base/index.ts";
import { figure, type FairDifference } from "../../statistics/index.ts";
import type { FairFigures, FairnessSearch } from "../../verdict/index.ts";
import type { ComparePart } from "../compare/part.ts";
import { changedText } from "../search/search-words.ts";
import { boundsText, differenceText } from "../text/figures.ts";
import type { TextOptions } from "../text/options.ts";
import { fairWords as words } from "./words.ts";

/** What a search for a less discriminatory policy found. */
export function searchParts(search: FairnessSearch, { lang }: TextOptions): readonly ComparePart[] {
  const { found, varied } = search;
  const head = [words.setting, words.where, words.lowest, words.margin, words.ever90, words.verdict].map((word) => word[lang]);
  const rows = [
    row(words.asItStands[lang], words.search[lang], search.current.search, lang),
    row("", words.fresh[lang], search.current.fresh, lang),
    ...found.flatMap((one) => [
      row(`#${one.id}`, words.search[lang], one.search, lang),
      row("", words.fresh[lang], one.fresh, lang),
      [...differences(one.differences, lang), words[one.verdict][lang]],
    ]),
  ];
  const points = found.map(({ id, parameters }) => `#${id} ${words.changes[lang]}${lang === "en" ? ": " : "："}${changedText(parameters, varied).join(", ")}`);
  return [{ title: words.searchTitle[lang], depth: 1, sentences: [searchSentence(search, lang)], points, table: { head, rows, words: new Set([0, 1, 5]) } }];
}

/** What a search found, in a few words. */
export function searchSentence({ policy, tried, keeping, fairer, within, groups, found }: FairnessSearch, lang: Lang): string {
  const percent = figure("share", within, lang);
  const facts = [...new Set(groups.map(({ fact }) => fact))];
  const en = `${tried} settings of ${policy}. ${keeping} keep the margin within ${percent} and 90+ no higher than now; of these ${fairer} raise the lowest impact ratio over ${facts.join(", ")}. ${found.length === 0 ? "Nothing tried is fairer at that price." : "The best of many looks better than it is: below, on the customers it was searched on and on fresh ones."}`;
  const zh = `${policy} 的 ${tried} 组参数。其中 ${keeping} 组毛利下降不超过 ${percent} 且 90+ 不高于现有；这些之中有 ${fairer} 组提高了 ${facts.join("、")} 上的最低不利影响比。${found.length === 0 ? "所尝试的参数中，没有以此代价更公平者。" : "众多尝试中的最佳者看起来总比实际好：以下分别给出搜索所用客户与全新客户上的结果。"}`;
  return lang === "en" ? en : zh;
}

function row(name: string, where: string, { ratio, margin, bad }: FairFigures, lang: Lang): readonly string[] {
  return [name, where, ratioText(ratio, lang), valueText("fen", margin, lang), valueText("share", bad, lang), ""];
}

const differences = ({ ratio, margin, bad }: FairFigures, lang: Lang): readonly string[] => ["", words.less[lang], signedRatio(ratio, lang), gap("fen", margin, lang), gap("share", bad, lang)];

function ratioText({ value, interval }: FairDifference, lang: Lang): string {
  if (value === null) return words.none[lang];
  return `${value.toFixed(2)}${interval === null ? "" : ` [${interval.low.toFixed(2)}, ${interval.high.toFixed(2)}]`}`;
}

const signedRatio = (difference: FairDifference, lang: Lang): string => `${(difference.value ?? 0) > 0 ? "+" : ""}${ratioText(difference, lang)}`;

const valueText = (unit: "fen" | "share", { value, interval }: FairDifference, lang: Lang): string => `${figure(unit, value, lang)} ${boundsText(unit, interval === null ? null : { ...interval, kind: "sampling" }, lang)}`.trimEnd();

const gap = (unit: "fen" | "share", { value, interval }: FairDifference, lang: Lang): string => `${differenceText(unit, value, lang)} ${boundsText(unit, interval === null ? null : { ...interval, kind: "sampling" }, lang)}`.trimEnd();
