import type { Lang } from "../../base/index.ts";
import { figure, measureNamed } from "../../statistics/index.ts";
import type { Choice, ChoiceOption, RunReport } from "../../verdict/index.ts";
import { requirementVerdict } from "../search/optimise-words.ts";
import { resultText } from "../search/optimise.ts";
import { axisTitle } from "../search/scatter.ts";
import { counted } from "../text/counted.ts";
import { boundsText, differenceText } from "../text/figures.ts";
import { noDataText } from "../text/no-data.ts";
import type { ComparePart } from "./part.ts";
import { choiceWords as words } from "./choice-words.ts";

/** Which policy to choose under the requirements, how sure that is, and what they cost. */
export function choiceParts({ choice, inputs }: Pick<RunReport, "choice" | "inputs">, lang: Lang): readonly ComparePart[] {
  if (choice === undefined) return [];
  const first: ComparePart = { title: words.title[lang], depth: 1, sentences: [answer(choice, lang), ...silent(choice, lang), ...sure(choice, inputs, lang), ...cost(choice, lang)], points: [], table: tableOf(choice, lang) };
  const each = choice.options.map((option): ComparePart => ({
    title: option.policy, depth: 3, sentences: [], points: option.requirements.map((result) => resultText(result, lang)),
  }));
  return [first, ...each];
}

function answer({ chosen, sure, objective, conflict, options }: Choice, lang: Lang): string {
  const wanted = axisTitle(objective, lang);
  if (options.every(({ value }) => value === null)) return lang === "en" ? `Nothing can be chosen by ${wanted}.` : `无法按${wanted}作出选择。`;
  if (chosen === null) {
    const which = conflict === null ? "" : conflict.map((text) => text[lang]).join(lang === "en" ? "; " : "；");
    const apart = conflict !== null && conflict.length > 1;
    if (lang === "en") return `No policy meets every requirement.${which === "" ? "" : apart ? ` These two stand in each other's way: ${which}.` : ` None meets this: ${which}.`}`;
    return `没有政策满足全部要求。${which === "" ? "" : apart ? `以下两项相互冲突：${which}。` : `没有政策满足：${which}。`}`;
  }
  if (lang === "en") {
    return sure ? `Choose ${chosen}: of the policies that meet every requirement with the whole interval, it is best at ${wanted}.` : `${chosen}, with doubt: no policy meets every requirement beyond doubt; of those that come nearest to it, it is best at ${wanted}. More customers or replications would decide.`;
  }
  return sure ? `选择 ${chosen}：在整个区间均满足全部要求的政策中，其${wanted}最优。` : `暂选 ${chosen}，尚有疑问：没有政策确定满足全部要求；在最接近满足的政策中，其${wanted}最优。更多客户或重复可作判定。`;
}

/** What was asked for and has no data under any policy. */
function silent({ options, objective }: Choice, lang: Lang): readonly string[] {
  const asked = options[0]?.requirements.filter((_, at) => options.every(({ requirements }) => (requirements[at]?.value ?? null) === null)) ?? [];
  return noDataText([...(options.every(({ value }) => value === null) ? [objective.measure] : []), ...asked.map(({ measure }) => measure)], lang);
}

/** What the choice rests on: how far each requirement held, and how surely the next best that meets them is behind. */
function sure({ chosen, options, objective }: Choice, { customers, replications }: RunReport["inputs"], lang: Lang): readonly string[] {
  const own = options.find(({ policy }) => policy === chosen);
  if (own === undefined) return [];
  const open = own.requirements.filter(({ verdict }) => verdict === "undecided").map(({ text }) => text);
  const size = `${counted(customers, "customer", lang)}${replications > 1 ? (lang === "en" ? ` × ${replications} replications` : ` × ${replications} 次重复`) : ""}`;
  const unit = measureNamed(objective.measure)?.unit ?? "count";
  const sign = objective.better === "higher" ? 1 : -1;
  const next = options.filter((option) => option !== own && option.meets !== "broken").toSorted((a, b) => sign * ((b.value ?? 0) - (a.value ?? 0)))[0];
  const paired = next === undefined ? "" : `${differenceText(unit, next.chosenLess, lang)} ${bounds(unit, next, lang)}`.trimEnd();
  if (lang === "en") {
    const held = own.requirements.length === 0 ? "" : open.length === 0 ? " each requirement holds over the whole of its 95% interval;" : ` undecided: ${open.join("; ")};`;
    return [`How sure: ${size};${held} ${next === undefined ? "no other policy meets the requirements." : `against the next best that breaks none, ${next.policy}: ${paired} on the same customers, ${sureness(next, lang)}.`}`];
  }
  const held = own.requirements.length === 0 ? "" : open.length === 0 ? "每项要求在其整个 95% 区间内均成立；" : `无法判定：${open.join("；")}；`;
  return [`把握程度：${size}；${held}${next === undefined ? "没有其他政策满足要求。" : `与未违反任何要求者中次优的 ${next.policy} 相比（相同客户配对）：${paired}，${sureness(next, lang)}。`}`];
}

/** What the requirements cost against the best without them. */
function cost({ chosen, unrestricted, options, objective, requirements }: Choice, lang: Lang): readonly string[] {
  const free = options.find(({ policy }) => policy === unrestricted);
  if (chosen === null || free === undefined || requirements.length === 0) return [];
  if (chosen === unrestricted) return [words.free[lang]];
  const unit = measureNamed(objective.measure)?.unit ?? "count";
  const paired = `${differenceText(unit, free.chosenLess, lang)} ${bounds(unit, free, lang)}`.trimEnd();
  const title = measureNamed(objective.measure)?.title[lang] ?? objective.measure;
  return [lang === "en" ? `What it costs: without requirements ${free.policy} would be best. ${title}: ${paired} against it, on the same customers, ${sureness(free, lang)}.` : `代价：若无要求，${free.policy} 最优；与其相比，${title}相差 ${paired}（相同客户配对），${sureness(free, lang)}。`];
}

function tableOf({ options, objective, chosen }: Choice, lang: Lang): NonNullable<ComparePart["table"]> {
  const unit = measureNamed(objective.measure)?.unit ?? "count";
  const rows = options.map((option) => [
    `${option.policy}${option.policy === chosen ? " *" : ""}`,
    requirementVerdict[option.meets][lang],
    `${figure(unit, option.value, lang)} ${boundsText(unit, option.interval === null ? null : { ...option.interval, kind: "sampling" }, lang)}`.trimEnd(),
    option.verdict === null ? "" : `${differenceText(unit, option.chosenLess, lang)} ${bounds(unit, option, lang)}`.trimEnd(),
    option.verdict === null ? "" : sureness(option, lang),
  ]);
  return { head: [words.policy, words.meets, words.value, words.less, words.sure].map((word) => word[lang]), rows, words: new Set([0, 1, 4]) };
}

const bounds = (unit: Parameters<typeof boundsText>[0], { chosenLessInterval: interval }: ChoiceOption, lang: Lang): string => boundsText(unit, interval === null ? null : { ...interval, kind: "sampling" }, lang);

function sureness({ verdict, level }: ChoiceOption, lang: Lang): string {
  const word = words[verdict ?? "undecided"][lang];
  return level === null || verdict === "undecided" ? word : `${word} (p ${level < 0.001 ? "< 0.001" : `= ${level.toFixed(3)}`})`;
}
