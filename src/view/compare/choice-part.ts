import type { Lang } from "../../base/index.ts";
import { figure, measureNamed } from "../../statistics/index.ts";
import type { Choice, ChoiceOption, RunReport } from "../../verdict/index.ts";
import { requirementVerdict } from "../search/optimise-words.ts";
import { resultText } from "../search/optimise.ts";
import { axisTitle } from "../search/scatter.ts";
import { boundsText, differenceText } from "../text/figures.ts";
import type { ComparePart } from "./part.ts";
import { choiceWords as words } from "./choice-words.ts";

/** Which policy to choose under the requirements, how sure that is, and what they cost. */
export function choiceParts({ choice }: RunReport, lang: Lang): readonly ComparePart[] {
  if (choice === undefined) return [];
  const first: ComparePart = { title: words.title[lang], depth: 1, sentences: [answer(choice, lang), ...cost(choice, lang)], points: [], table: tableOf(choice, lang) };
  const each = choice.options.map((option): ComparePart => ({
    title: option.policy, depth: 3, sentences: [], points: option.requirements.map((result) => resultText(result, lang)),
  }));
  return [first, ...each];
}

function answer({ chosen, sure, objective, conflict }: Choice, lang: Lang): string {
  const wanted = axisTitle(objective, lang);
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

/** What the requirements cost against the best without them. */
function cost({ chosen, unrestricted, options, objective }: Choice, lang: Lang): readonly string[] {
  const free = options.find(({ policy }) => policy === unrestricted);
  if (chosen === null || free === undefined) return [];
  if (chosen === unrestricted) return [words.free[lang]];
  const unit = measureNamed(objective.measure)?.unit ?? "count";
  const paired = `${differenceText(unit, free.chosenLess, lang)} ${bounds(unit, free, lang)}`.trimEnd();
  return [lang === "en" ? `Without requirements ${free.policy} would be best; meeting them costs ${paired}, on the same customers: ${sureness(free, lang)}.` : `若无要求，${free.policy} 最优；满足要求的代价为 ${paired}（相同客户配对）：${sureness(free, lang)}。`];
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
