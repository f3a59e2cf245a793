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
  const list = Object.entries(departures).map(([fact, value]) => `${fact} = ${factValueText(fact, value, { lang })}`);
  const who = `${words.ordinary[lang]}${list.length === 0 ? "" : `${words.but[lang]}${list.join(", ")}`}`;
  const other = second === undefined ? "" : `${words.alike[lang]}${second.fact} = ${factValueText(second.fact, second.value, { lang })} → ${outcomesText(second.outcomes, lang)}`;
  const rules = [...new Set(outcomes.flatMap(({ because }) => because))];
  const where = [asked.map(({ decision, moment }) => `${decision}@${moment}`).join(" + "), ...rules].join(", ");
  return lang === "zh" ? `${who} → ${outcomesText(outcomes, lang)}${other}（${where}）` : `${who} → ${outcomesText(outcomes, lang)}${other} (${where})`;
}

function outcomesText(outcomes: Counterexample["outcomes"], lang: Lang): string {
  return outcomes
    .map(({ type, params }) => {
      const list = Object.entries(params).map(([name, value]) => `${name} = ${factValueText(name, value, { lang })}`);
      return list.length === 0 ? termText(type, lang) : `${termText(type, lang)} (${list.join(", ")})`;
    })
    .join("; ");
}
