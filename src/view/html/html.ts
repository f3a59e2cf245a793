import type { Lang } from "../../base/index.ts";
import { grouped, measureGroups, measures, type Measure, type MeasureGroup } from "../../statistics/index.ts";
import type { RunReport } from "../../verdict/index.ts";
import { repeatCommand } from "../compare/repeat-part.ts";
import { letterAt } from "../pretty/letters.ts";
import { intervalSentence } from "../sentences.ts";
import { forHtml } from "../text/escape.ts";
import { boundsText, comparedWith, valueIn, valueText } from "../text/figures.ts";
import { comparisonWords, groupTitles, verdictWords } from "../words.ts";
import { choiceSection } from "./choice-section.ts";
import { comparedPart, comparedTitle } from "./compared-section.ts";
import type { Drawing, Figure } from "./figure.ts";
import { figuresOf } from "./figures/figures.ts";
import { groupsPart } from "./groups-section.ts";
import { lawPart } from "./law-section.ts";
import { figureHtml, list, scrolling, tableHtml } from "./page-parts.ts";
import { pageHtml, type PageOptions } from "./page.ts";
import { summaryPart } from "./summary.ts";
import { words } from "./words.ts";

/** A report as one HTML file: it asks nothing of the network, and reads whole without its script. */
export function reportHtml(report: RunReport, options: PageOptions): string {
  const { lang, facts, rules } = options;
  const drawing: Drawing = { report, lang, facts, rules };
  const figures = figuresOf(drawing);
  const say = (key: keyof typeof words): string => forHtml(words[key][lang]);
  const lead = `<p class="soft">${forHtml(sizeText(drawing))}</p>
${list(report.policies.map((policy, index) => `<b>${letterAt(index)}</b> ${forHtml(policy.title[lang])} <span class="soft">(${forHtml(policy.name)}, ${say(policy.role)})</span>`))}`;
  const main = `${summaryPart(drawing)}
${choiceSection(report, lang)}
<nav aria-label="${say("contents")}"><h2>${say("contents")}</h2>${list(contentsOf(drawing, figures).map(([id, text]) => `<a href="#${id}">${forHtml(text)}</a>`))}</nav>
<section id="figures"><h2>${say("figures")}</h2>
${figures.map((figure) => figureHtml(figure, lang)).join("\n")}
</section>
${measureGroups.map((group) => measuresPart(group, drawing)).join("\n")}
${lawPart(drawing)}
${report.comparisons.map((compared, index) => comparedPart(compared, drawing, index)).join("\n")}
${groupsPart(drawing)}
${expectationsPart(drawing)}
${basisPart(drawing)}`;
  return pageHtml({ title: report.inputs.title[lang], lead, main, figures }, options);
}

function sizeText({ report, lang }: Drawing): string {
  const { inputs } = report;
  const count = grouped(inputs.customers, 0);
  return lang === "en"
    ? `${count} customers, ${inputs.months} months from ${inputs.startDate}; population ${inputs.population}; environment ${inputs.environment}; lender ${inputs.lender}; assumptions ${inputs.assumptions}; laws ${inputs.laws.join(", ") || "none"}; seed ${inputs.seed}; ${inputs.replications} ${inputs.replications === 1 ? "replication" : "replications"}`
    : `${count} 名客户，自 ${inputs.startDate} 起 ${inputs.months} 个月；人群 ${inputs.population}；环境 ${inputs.environment}；放贷机构 ${inputs.lender}；假设集 ${inputs.assumptions}；法规包 ${inputs.laws.join("、") || "无"}；种子 ${inputs.seed}；重复 ${inputs.replications} 次`;
}

function contentsOf(drawing: Drawing, figures: readonly Figure[]): readonly (readonly [string, string])[] {
  const { report, lang } = drawing;
  return [
    ...figures.map(({ id, title }) => [`figure-${id}`, title] as const),
    ...measureGroups.map((group) => [`measures-${group}`, groupTitles[group][lang]] as const),
    ["laws", words.laws[lang]] as const,
    ...report.comparisons.flatMap((compared, index) => (comparedPart(compared, drawing, index) === "" ? [] : [[`compared-${index}`, comparedTitle(compared, drawing)] as const])),
    ...(groupsPart(drawing) === "" ? [] : [["groups", words.groups[lang]] as const]),
    ...(report.expectations.length === 0 ? [] : [["expectations", words.expectations[lang]] as const]),
    ["basis", words.basis[lang]] as const,
  ];
}

function measuresPart(group: MeasureGroup, { report, lang }: Drawing): string {
  const shown = measures.filter((measure) => measure.group === group && report.policies.some((policy) => (valueIn(policy, measure.name)?.value ?? null) !== null));
  if (shown.length === 0) return "";
  const head = `<th scope="col">${forHtml(words.measure[lang])}</th>${report.policies.map((_, index) => `<th scope="col" class="n">${letterAt(index)}</th>`).join("")}`;
  const rows = shown.map((measure) => `<tr><th scope="row" title="${forHtml(`${measure.numerator[lang]} ÷ ${measure.denominator[lang]}`)}">${forHtml(measure.title[lang])}${measure.assumed ? " *" : ""}</th>${report.policies.map((_, index) => valueCell(report, measure, index, lang)).join("")}</tr>`);
  return `<section id="measures-${group}"><h2>${forHtml(groupTitles[group][lang])}</h2>${scrolling(`<table><thead><tr>${head}</tr></thead><tbody>${rows.join("")}</tbody></table>`, groupTitles[group][lang])}</section>`;
}

function valueCell(report: RunReport, measure: Measure, index: number, lang: Lang): string {
  const policy = report.policies[index];
  if (policy === undefined) return "<td></td>";
  const value = valueIn(policy, measure.name);
  const verdict = comparedWith(report, policy, measure.name)?.verdict;
  const bounds = boundsText(measure.unit, value?.interval, lang);
  const told = verdict === undefined ? "" : ` <span class="${verdict === "better" || verdict === "worse" ? verdict : "soft"}">${forHtml(comparisonWords[verdict][lang])}</span>`;
  return `<td>${forHtml(valueText(measure, value, lang))}${told}${bounds === "" ? "" : `<br><span class="soft">${forHtml(bounds)}</span>`}</td>`;
}

function expectationsPart({ report, lang }: Drawing): string {
  if (report.expectations.length === 0) return "";
  const items = report.expectations.map(({ name, policy, verdict, evidence }) => `<b>${forHtml(verdictWords[verdict][lang])}</b> ${forHtml(name)} <span class="soft">(${forHtml(policy)})</span>: ${forHtml(evidence[lang])}`);
  return `<section id="expectations"><h2>${forHtml(words.expectations[lang])}</h2>${list(items)}</section>`;
}

function basisPart({ report, lang }: Drawing): string {
  const { inputs, comparisons } = report;
  const hashes = Object.entries(inputs.hashes);
  const close = comparisons.some(({ swapSets }) => swapSets !== undefined);
  const command = repeatCommand([close ? "compare" : "run", inputs.scenario], inputs.flags ?? ["--seed " + inputs.seed]);
  return `<section id="basis"><h2>${forHtml(words.basis[lang])}</h2><p>${forHtml(words.assumed[lang])}</p><p>${forHtml(intervalSentence(report)[lang])}</p><p>${forHtml(words.repeat[lang])} <code>${forHtml(command)}</code></p><details><summary>${forHtml(words.hashes[lang])}</summary>${tableHtml([words.file[lang], "SHA-256"], hashes, words.hashes[lang], new Set([0, 1]))}</details></section>`;
}
