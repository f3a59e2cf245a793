import type { Lang } from "../base/index.ts";
import type { Counterexample } from "../proof/index.ts";
import { factValueText } from "./fact-value.ts";
import { termText } from "./words.ts";

const words = {
  ordinary: { en: "an ordinary applicant", zh: "一位普通申请人" },
  but: { en: ", but ", zh: "，但 " },
  alike: { en: "; all else equal, with ", zh: "；其他条件相同，但 " },
} as const;

/** A counterexample in one sentence: who, what was decided about her, where and by which rules. */
export function counterexampleSentence({ asked, departures, outcomes, second }: Pick<Counterexample, "asked" | "departures" | "outcomes" | "second">, lang: Lang): string {
  const who = applicantSentence(departures, lang);
  const other = second === undefined ? "" : `${words.alike[lang]}${second.fact} = ${factValueText(second.fact, second.value, { lang })} → ${outcomesText(second.outcomes, lang)}`;
  const rules = [...new Set(outcomes.flatMap(({ because }) => because))];
  const where = [asked.map(({ decision, moment }) => `${decision}@${moment}`).join(" + "), ...rules].join(", ");
  return lang === "zh" ? `${who} → ${outcomesText(outcomes, lang)}${other}（${where}）` : `${who} → ${outcomesText(outcomes, lang)}${other} (${where})`;
}

/** Who: the ordinary applicant, and how this one departs from her. */
export function applicantSentence(departures: Counterexample["departures"], lang: Lang): string {
  const list = Object.entries(departures).map(([fact, value]) => `${fact} = ${factValueText(fact, value, { lang })}`);
  return `${words.ordinary[lang]}${list.length === 0 ? "" : `${words.but[lang]}${list.join(", ")}`}`;
}

function outcomesText(outcomes: Counterexample["outcomes"], lang: Lang): string {
  return outcomes.map((outcome) => outcomeSentence(outcome, lang)).join("; ");
}

/** What is decided, with its params. */
export function outcomeSentence({ type, params }: { readonly type: string; readonly params: Readonly<Record<string, unknown>> }, lang: Lang): string {
  const list = Object.entries(params).map(([name, value]) => `${name} = ${factValueText(name, value, { lang })}`);
  return list.length === 0 ? termText(type, lang) : `${termText(type, lang)} (${list.join(", ")})`;
}
