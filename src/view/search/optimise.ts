import type { Lang, Verdict } from "../../base/index.ts";
import { figure, grouped, measureNamed, type MeasureValue } from "../../statistics/index.ts";
import type { OptimiseReport, RequirementResult, Winner } from "../../verdict/index.ts";
import type { ComparePart } from "../compare/part.ts";
import { partsMarkdown, partsPretty } from "../compare/part-text.ts";
import { repeatPart } from "../compare/repeat-part.ts";
import type { PartsPage } from "../html/parts-page.ts";
import { searchPage } from "./search-page.ts";
import { sourcedCsv } from "./sourced-csv.ts";
import { boundsText, differenceText } from "../text/figures.ts";
import { counted } from "../text/counted.ts";
import { noDataText } from "../text/no-data.ts";
import type { TextOptions } from "../text/options.ts";
import { axisTitle } from "./scatter.ts";
import { changedText } from "./search-words.ts";
import { optimiseWords as words, requirementVerdict } from "./optimise-words.ts";

/** A search on a terminal. */
export function prettyOptimise(report: OptimiseReport, options: TextOptions): string {
  return partsPretty([...partsOf(report, options.lang), repeatPart(report.inputs, ["optimise", report.inputs.scenario], options.lang, "counted")], options);
}

/** A search in Markdown. */
export function markdownOptimise(report: OptimiseReport, { lang }: Pick<TextOptions, "lang">): string {
  return partsMarkdown([...partsOf(report, lang), repeatPart(report.inputs, ["optimise", report.inputs.scenario], lang, "listed")]);
}

/** A search as a page. */
export function optimisePage(report: OptimiseReport, { lang }: Pick<TextOptions, "lang">): PartsPage {
  return searchPage([...partsOf(report, lang), repeatPart(report.inputs, ["optimise", report.inputs.scenario], lang, "listed")], report.inputs, lang);
}

/** One row a setting and measure; id 0 is the policy as it stands. Shares are fractions, money is fen. */
export function csvOptimise({ inputs, current, winners, varied }: OptimiseReport): string {
  const names = varied.map(({ name }) => name);
  const head = ["id", "chosen", ...names, "measure", "unit", "search", "fresh", "fresh_low", "fresh_high", "difference", "difference_low", "difference_high"];
  const rows = [current, ...winners].flatMap(({ id, chosen, parameters, search, fresh, differences }) =>
    fresh.map((value, at) => {
      const paired = differences[at];
      return [
        id, chosen, ...names.map((name) => parameters[name] ?? null), value.name, measureNamed(value.name)?.unit ?? "", search[at]?.value ?? null, value.value, value.interval?.low ?? null,
        value.interval?.high ?? null, paired?.difference ?? null, paired?.interval?.low ?? null, paired?.interval?.high ?? null,
      ];
    }),
  );
  return sourcedCsv([head, ...rows], inputs, ["optimise", inputs.scenario]);
}

function partsOf(report: OptimiseReport, lang: Lang): readonly ComparePart[] {
  const chosen = report.winners.find((winner) => winner.chosen);
  const silent = noDataText(report.current.fresh.filter(({ value }, at) => value === null && report.winners.every(({ fresh }) => (fresh[at]?.value ?? null) === null)).map(({ name }) => name), lang);
  return [
    headPart(report, lang),
    ...(report.conflict === null ? [] : [conflictPart(report, lang)]),
    ...(report.current.chosen ? [{ title: words.keep[lang], depth: 2 as const, sentences: silent.length > 0 ? silent : [words.keepWhy[lang]], points: report.current.requirements.map((result) => resultText(result, lang)) }] : []),
    ...(chosen === undefined ? [] : [chosenPart(report, chosen, lang)]),
    ...(report.winners.length === 0 ? [] : [winnersPart(report, lang), ...report.winners.filter((one) => one !== chosen).map((one) => otherPart(report, one, lang))]),
  ];
}

function headPart(report: OptimiseReport, lang: Lang): ComparePart {
  const { policy, budget, spent, tried, dropped, meeting, varied } = report;
  const told = grouped(spent, 1);
  const en = `${tried} settings of ${policy} (${counted(varied.length, "parameter", "en")}) were tried on the same customers with the same luck, at the cost of ${told} of ${budget} whole runs. ${dropped.beaten + dropped.broken} were given up after a quarter of the customers: ${dropped.beaten} surely beaten, ${dropped.broken} surely against a requirement. Of those run to the end, ${meeting} meet everything as they came out.${report.disproved > 0 ? ` ${report.disproved} of the best break a claim in invariants.json and gave way to the next.` : ""}`;
  const zh = `对 ${policy} 的 ${tried} 组参数（${varied.length} 个参数）在相同客户与运气上试算，共用去 ${budget} 次完整运行中的 ${told} 次。${dropped.beaten + dropped.broken} 组在四分之一客户后放弃：${dropped.beaten} 组确定被胜出，${dropped.broken} 组确定违反要求。跑完全程者中有 ${meeting} 组按点估计满足全部要求。${report.disproved > 0 ? `其中最优的 ${report.disproved} 组违反 invariants.json 中的不变量，已让位于下一组。` : ""}`;
  const wanted = report.objectives.map((axis) => `${words.objective[lang]}: ${axisTitle(axis, lang)}`);
  const required = report.requirements.map(({ title }) => `${words.requirement[lang]}: ${title[lang]}`);
  return { title: `${words.title[lang]}: ${policy}`, depth: 1, sentences: [lang === "en" ? en : zh, words.rule[lang]], points: [...wanted, ...required] };
}

function conflictPart({ conflict, winners: _winners, varied }: OptimiseReport, lang: Lang): ComparePart {
  if (conflict === null) return { depth: 2, sentences: [], points: [] };
  const [first, second] = conflict.requirements.map((text) => text[lang]);
  const pair = conflict.requirements.length === 2 && second !== undefined;
  const en = pair ? `Nothing tried meets both of these, though each is met alone: ${first}; ${second}.` : `Nothing tried meets this: ${conflict.requirements.map((text) => text.en).join("; ")}.`;
  const zh = pair ? `以下两项各自可以满足，但没有一组参数同时满足：${first}；${second}。` : `没有一组参数满足：${conflict.requirements.map((text) => text.zh).join("；")}。`;
  return {
    title: words.conflict[lang],
    depth: 2,
    sentences: [lang === "en" ? en : zh, ...noDataText(conflict.results.filter(({ value }) => value === null).map(({ measure }) => measure), lang), `${words.nearest[lang]}${changedText(conflict.nearest, varied).join(", ") || words.unchanged[lang]}`],
    points: conflict.results.map((result) => resultText(result, lang)),
  };
}

function chosenPart(report: OptimiseReport, chosen: Winner, lang: Lang): ComparePart {
  const sure = [...chosen.requirements.map(({ verdict }) => verdict), chosen.proved ?? "held"].every((verdict) => verdict === "held");
  const changes = changedText(chosen.parameters, report.varied);
  return {
    title: `${words.chosen[lang]} #${chosen.id}`,
    depth: 2,
    sentences: [sure ? words.sure[lang] : words.unsure[lang]],
    table: tableOf(report, chosen, lang),
    points: [...changes, ...chosen.requirements.map((result) => resultText(result, lang)), ...proofText(chosen.proved, lang)],
  };
}

/** Each measure: what the search saw, what fresh customers show, and how that compares with the policy as it stands. */
function tableOf({ current }: OptimiseReport, { search, fresh, differences }: Winner, lang: Lang): NonNullable<ComparePart["table"]> {
  const head = [words.measure[lang], words.asItStands[lang], words.inSearch[lang], words.onFresh[lang], words.change[lang]];
  const rows = fresh.map((value, at) => {
    const unit = measureNamed(value.name)?.unit ?? "count";
    const paired = differences[at];
    return [
      measureNamed(value.name)?.title[lang] ?? value.name, told(current.fresh[at], lang), figure(unit, search[at]?.value ?? null, lang), `${told(value, lang)} ${boundsText(unit, value.interval, lang)}`.trimEnd(),
      `${differenceText(unit, paired?.difference ?? null, lang)} ${boundsText(unit, paired?.interval, lang)}`.trimEnd(),
    ];
  });
  return { head, rows, words: new Set([0]) };
}

const told = (value: MeasureValue | undefined, lang: Lang): string => figure(measureNamed(value?.name ?? "")?.unit ?? "count", value?.value ?? null, lang);

function winnersPart(report: OptimiseReport, lang: Lang): ComparePart {
  const names = report.objectives.map(({ measure }) => measure);
  const head = [words.setting[lang], ...names.flatMap((name) => [name, words.onFresh[lang]]), words.requirements[lang]];
  const rows = [report.current, ...report.winners].map((one) => [
    one.id === 0 ? words.asItStands[lang] : `#${one.id}${one.chosen ? " *" : ""}`,
    ...names.flatMap((name) => [one.search, one.fresh].map((list) => told(list.find((value) => value.name === name), lang))),
    [...one.requirements.map(({ verdict }) => verdict), ...(one.proved === null ? [] : [one.proved])].map((verdict) => requirementVerdict[verdict][lang]).join(", "),
  ]);
  return { title: words.found[lang], depth: 2, sentences: [words.curse[lang]], points: [], table: { head, rows, words: new Set([0, head.length - 1]) } };
}

function otherPart(report: OptimiseReport, winner: Winner, lang: Lang): ComparePart {
  return { title: `#${winner.id}`, depth: 3, sentences: [], points: [changedText(winner.parameters, report.varied).join(", ") || words.unchanged[lang], ...proofText(winner.proved, lang)] };
}

/** A requirement with its verdict, its value and what that rests on. */
export function resultText({ text, measure, verdict, value, interval, difference }: RequirementResult, lang: Lang): string {
  const unit = measureNamed(measure)?.unit ?? "count";
  const bounds = boundsText(unit, interval === null ? null : { ...interval, kind: "sampling" }, lang);
  const against = difference === null ? bounds : `${differenceText(unit, difference, lang)} ${bounds}`;
  return `${text}: ${requirementVerdict[verdict][lang]}, ${figure(unit, value, lang)} ${against}`.trimEnd();
}

const proofText = (proved: Verdict | null, lang: Lang): readonly string[] => (proved === null ? [] : [`${words.proved[lang]}: ${requirementVerdict[proved][lang]}`]);
