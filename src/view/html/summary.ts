import type { Lang, Text } from "../../base/index.ts";
import { measureGroups, measureNamed, type Measure } from "../../statistics/index.ts";
import { lawSentence, type PolicyReport, type RunReport } from "../../verdict/index.ts";
import { headlines } from "../headlines.ts";
import { letterAt } from "../pretty/letters.ts";
import { groupCautions } from "../sentences.ts";
import { forHtml } from "../text/escape.ts";
import { comparedWith, factorText, valueIn, valueText } from "../text/figures.ts";
import { counted } from "../text/counted.ts";
import { comparisonWords, verificationWords } from "../words.ts";
import type { Drawing } from "./figure.ts";
import { list, scrolling } from "./page-parts.ts";
import { words as pageWords } from "./words.ts";

const words = {
  asked: { en: "What came of it", zh: "结果如何" },
  against: { en: "Words behind a number compare it with the champion, on the same customers with the same luck.", zh: "数字后的文字为与现行政策的比较，客户与运气相同。" },
  assumed: { en: "* assumed", zh: "* 假设" },
  turns: { en: "turns at", zh: "反转于" },
  law: { en: "What the law says of it", zh: "法规方面" },
  care: { en: "Read with care", zh: "阅读时请注意" },
} as const satisfies Readonly<Record<string, Text>>;

/** What a manager may quote: the headlines side by side, what law rules say, and what all of it rests on. */
export function summaryPart({ report, lang }: Drawing): string {
  const shown = headlines.flatMap((name) => measureNamed(name) ?? []).filter((measure) => measure.group !== "law" && report.policies.some((policy) => (valueIn(policy, measure.name)?.value ?? null) !== null));
  const head = `<th scope="col">${forHtml(words.asked[lang])}</th>${report.policies.map((policy, index) => `<th scope="col" class="n">${letterAt(index)} ${forHtml(policy.title[lang])}</th>`).join("")}`;
  const rows = shown.map((measure) => `<tr><th scope="row">${forHtml(measure.title[lang])}${measure.assumed ? " *" : ""}</th>${report.policies.map((policy) => cell(report, policy, measure, lang)).join("")}</tr>`);
  const table = scrolling(`<table class="headlines"><thead><tr>${head}</tr></thead><tbody>${rows.join("")}</tbody></table>`, words.asked[lang]);
  const rivals = report.comparisons.some(({ champion, challenger }) => champion !== challenger);
  const cautions = [...(rivals ? [words.against[lang]] : []), assumedText(report, lang), ...measureGroups.flatMap((group) => groupCautions[group]?.[lang] ?? [])];
  return `<section class="summary" aria-labelledby="summary"><h2 id="summary">${forHtml(pageWords.summary[lang])}</h2><p>${forHtml(whatText(report, lang))}</p>${table}
<h3>${forHtml(words.law[lang])}</h3>${list(report.policies.map((policy) => forHtml(lawText(policy, lang))))}
<h3>${forHtml(words.care[lang])}</h3>${list(cautions.map(forHtml))}</section>`;
}

/** What was done, in one sentence. */
function whatText({ inputs, policies }: RunReport, lang: Lang): string {
  const names = policies.map(({ title }) => title[lang]);
  const [last = "", ...others] = names.toReversed();
  const size = [counted(inputs.customers, "customer", lang), counted(inputs.months, "month", lang)];
  if (lang === "zh") return `以下为${names.join("、")}在同样的 ${size[0]}身上、同样的运气下模拟 ${size[1]}的结果。客户为模拟，产品为虚构。`;
  const told = others.length === 0 ? last : `${others.toReversed().join(", ")} and ${last}`;
  return `${told}: what came of ${policies.length === 1 ? "it" : "each"} over ${policies.length === 1 ? "" : "the same "}${size[0]} and ${size[1]}${policies.length === 1 ? "" : ", with the same luck"}. The customers are simulated, the product is fictional.`;
}

/** A value, how it compares with the champion's, and for what is assumed where the ranking turns. */
function cell(report: RunReport, policy: PolicyReport, measure: Measure, lang: Lang): string {
  const compared = comparedWith(report, policy, measure.name);
  const verdict = compared?.verdict;
  const word = verdict === undefined ? "" : `<br><span class="${verdict === "better" || verdict === "worse" ? verdict : "soft"}">${forHtml(comparisonWords[verdict][lang])}</span>`;
  const factor = compared?.breakEven ?? null;
  const turns = factor === null ? "" : ` <span class="soft">${forHtml(`${words.turns[lang]} ${factorText(factor)}`)}</span>`;
  return `<td><b>${forHtml(valueText(measure, valueIn(policy, measure.name), lang))}</b>${word}${turns}</td>`;
}

function assumedText({ inputs, policies, comparisons }: RunReport, lang: Lang): string {
  const champion = policies.find(({ role }) => role === "champion")?.title[lang] ?? "";
  const rivals = comparisons.some(({ champion: own, challenger }) => own !== challenger);
  const turns = lang === "en" ? ` Turns at 0.50×: the ranking turns where the true value of ${champion} is half of what came out.` : `“反转于 0.50×”：若${champion}的真实值为模拟值的一半，排序即反转。`;
  return `${lang === "en" ? `* assumed (set ${inputs.assumptions}): rests on how people were assumed to behave.` : `* 假设（假设集 ${inputs.assumptions}）：取决于对客户行为的假设。`}${rivals ? turns : ""}`;
}

/** What was matched, and how far the text of these rules was checked. */
function lawText({ title, lawSummary }: PolicyReport, lang: Lang): string {
  const colon = lang === "en" ? ": " : "：";
  const { matched, matchedByVerification } = lawSummary;
  const parts = (["text", "secondary", "unverified"] as const).flatMap((how) => (matchedByVerification[how] === 0 ? [] : [lang === "en" ? `${verificationWords[how].en} for ${matchedByVerification[how]}` : `${verificationWords[how].zh} ${matchedByVerification[how]} 条`]));
  const checked = matched === 0 ? "" : lang === "en" ? `. Behind those that matched: ${parts.join(", ")}` : `。命中规则的核对情况：${parts.join("，")}`;
  return `${title[lang]}${colon}${lawSentence(lawSummary)[lang]}${checked}`;
}
