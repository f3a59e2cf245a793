import type { Lang } from "../../base/index.ts";
import { grouped, measureGroups, measures, type Measure, type MeasureGroup } from "../../statistics/index.ts";
import type { Comparison, LawLine, RunReport } from "../../verdict/index.ts";
import { swapParts } from "../compare/swap-part.ts";
import { letterAt } from "../pretty/letters.ts";
import { groupSentences, intervalSentence } from "../sentences.ts";
import { forHtml } from "../text/escape.ts";
import { boundsText, comparedWith, valueIn, valueText } from "../text/figures.ts";
import { comparisonWords, groupTitles, severityWords, verdictWords, verificationWords } from "../words.ts";
import { choiceSection } from "./choice-section.ts";
import { drawSvg } from "./draw.ts";
import type { Drawing, Figure } from "./figure.ts";
import { figuresOf } from "./figures/figures.ts";
import { reportMark } from "./report-mark.ts";
import { style } from "./style.ts";
import { words } from "./words.ts";

/** What makes the pictures answer to a pointer: the script, and its SHA-256 in base64 for the page's content policy. */
export interface PageScript {
  readonly text: string;
  readonly sha256: string;
}

/** How a page is to be, and what travels in it. */
export interface PageOptions {
  readonly lang: Lang;
  readonly script?: PageScript | undefined;
  /** The report itself as one word of letters and digits, so that two pages can be compared. */
  readonly packed?: string | undefined;
}

/** A report as one HTML file: it asks nothing of the network, and reads whole without its script. */
export function reportHtml(report: RunReport, options: PageOptions): string {
  const drawing: Drawing = { report, lang: options.lang };
  const figures = figuresOf(drawing);
  const say = (key: keyof typeof words): string => forHtml(words[key][options.lang]);
  const title = forHtml(report.inputs.title[options.lang]);
  return `<!doctype html>
<html lang="${options.lang === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(options.script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p class="soft">${forHtml(sizeText(drawing))}</p>
${list(report.policies.map((policy, index) => `<b>${letterAt(index)}</b> ${forHtml(policy.title[options.lang])} <span class="soft">(${forHtml(policy.name)}, ${say(policy.role)})</span>`))}
</header>
<main>
${summaryPart(drawing)}
${choiceSection(report, options.lang, tableHtml)}
<nav aria-label="${say("contents")}"><h2>${say("contents")}</h2>${list(contentsOf(drawing, figures).map(([id, text]) => `<a href="#${id}">${forHtml(text)}</a>`))}</nav>
<section id="figures"><h2>${say("figures")}</h2>
${figures.map((figure) => figurePart(figure, drawing)).join("\n")}
</section>
${measureGroups.map((group) => measuresPart(group, drawing)).join("\n")}
${lawPart(drawing)}
${report.comparisons.map((compared) => swapsPart(compared, drawing)).join("\n")}
${expectationsPart(drawing)}
${basisPart(drawing)}
</main>
<footer><p>${say("advice")}</p></footer>
${packedPart(options.packed)}${scriptPart(figures, options.script)}</body>
</html>
`;
}

/** Nothing may be loaded; styles stand in the page, and of scripts only ours runs. */
function policyOf(script: PageScript | undefined): string {
  const run = script === undefined ? "" : ` script-src 'sha256-${script.sha256}';`;
  return `default-src 'none'; style-src 'unsafe-inline'; img-src data: blob:;${run} base-uri 'none'; form-action 'none'`;
}

const list = (items: readonly string[]): string => `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;

function sizeText({ report, lang }: Drawing): string {
  const { inputs } = report;
  const count = grouped(inputs.customers, 0);
  return lang === "en"
    ? `${count} customers, ${inputs.months} months from ${inputs.startDate}; population ${inputs.population}; environment ${inputs.environment}; lender ${inputs.lender}; assumptions ${inputs.assumptions}; laws ${inputs.laws.join(", ") || "none"}; seed ${inputs.seed}; ${inputs.replications} ${inputs.replications === 1 ? "replication" : "replications"}`
    : `${count} 名客户，自 ${inputs.startDate} 起 ${inputs.months} 个月；人群 ${inputs.population}；环境 ${inputs.environment}；放贷机构 ${inputs.lender}；假设集 ${inputs.assumptions}；法规包 ${inputs.laws.join("、") || "无"}；种子 ${inputs.seed}；重复 ${inputs.replications} 次`;
}

/** What a manager may quote: the headline of each group, in words, with what is assumed and how far law was checked. */
function summaryPart(drawing: Drawing): string {
  const { report, lang } = drawing;
  const sentences = measureGroups.flatMap((group) => groupSentences(report, group, lang));
  return `<section class="summary" aria-labelledby="summary"><h2 id="summary">${forHtml(words.summary[lang])}</h2>${sentences.map((sentence) => `<p>${forHtml(sentence)}</p>`).join("")}</section>`;
}

function contentsOf({ report, lang }: Drawing, figures: readonly Figure[]): readonly (readonly [string, string])[] {
  return [
    ...figures.map(({ id, title }) => [`figure-${id}`, title] as const),
    ...measureGroups.map((group) => [`measures-${group}`, groupTitles[group][lang]] as const),
    ["laws", words.laws[lang]] as const,
    ...(report.expectations.length === 0 ? [] : [["expectations", words.expectations[lang]] as const]),
    ["basis", words.basis[lang]] as const,
  ];
}

function figurePart(figure: Figure, { lang }: Drawing): string {
  const { id, title, sees, table } = figure;
  const svg = drawSvg(figure).replace("<svg ", `<svg role="img" aria-labelledby="title-${id}" aria-describedby="sees-${id}" `);
  const tools = figure.option === undefined ? "" : (["svg", "png"] as const).map((kind) => `<button type="button" data-save="${kind}" data-figure="${id}">${kind.toUpperCase()}</button>`).join("");
  return `<figure id="figure-${id}" data-figure="${id}"><h3 id="title-${id}">${forHtml(title)}</h3>
<div class="still">${svg}</div><div class="live" id="live-${id}" hidden></div>
<figcaption id="sees-${id}">${forHtml(sees)}</figcaption>
${tools === "" ? "" : `<div class="tools">${tools}</div>`}
<details><summary>${forHtml(words.table[lang])}${lang === "en" ? ": " : "："}${forHtml(title)}</summary>${tableHtml(table.head, table.rows, title)}</details></figure>`;
}

/** A table whose first column names the row; wide ones scroll by keyboard too. */
function tableHtml(head: readonly string[], rows: readonly (readonly string[])[], caption: string): string {
  const cell = (text: string, at: number, tag: "td" | "th"): string => `<${tag}${tag === "th" ? ' scope="col"' : ""}${at > 0 ? ' class="n"' : ""}>${forHtml(text)}</${tag}>`;
  const body = rows.map((cells) => `<tr>${cells.map((text, at) => (at === 0 ? `<th scope="row">${forHtml(text)}</th>` : cell(text, at, "td"))).join("")}</tr>`).join("");
  return `<div class="wide" tabindex="0" role="region" aria-label="${forHtml(caption)}"><table><caption>${forHtml(caption)}</caption><thead><tr>${head.map((text, at) => cell(text, at, "th")).join("")}</tr></thead><tbody>${body}</tbody></table></div>`;
}

function measuresPart(group: MeasureGroup, { report, lang }: Drawing): string {
  const shown = measures.filter((measure) => measure.group === group && report.policies.some((policy) => (valueIn(policy, measure.name)?.value ?? null) !== null));
  if (shown.length === 0) return "";
  const head = `<th scope="col">${forHtml(words.measure[lang])}</th>${report.policies.map((_, index) => `<th scope="col" class="n">${letterAt(index)}</th>`).join("")}`;
  const rows = shown.map((measure) => `<tr><th scope="row" title="${forHtml(`${measure.numerator[lang]} ÷ ${measure.denominator[lang]}`)}">${forHtml(measure.title[lang])}${measure.assumed ? " *" : ""}</th>${report.policies.map((_, index) => valueCell(report, measure, index, lang)).join("")}</tr>`);
  return `<section id="measures-${group}"><h2>${forHtml(groupTitles[group][lang])}</h2><div class="wide" tabindex="0" role="region" aria-label="${forHtml(groupTitles[group][lang])}"><table><thead><tr>${head}</tr></thead><tbody>${rows.join("")}</tbody></table></div></section>`;
}

function valueCell(report: RunReport, measure: Measure, index: number, lang: Lang): string {
  const policy = report.policies[index];
  if (policy === undefined) return "<td></td>";
  const value = valueIn(policy, measure.name);
  const verdict = comparedWith(report, policy, measure.name)?.verdict;
  const bounds = boundsText(measure.unit, value?.interval, lang);
  const told = verdict === undefined ? "" : ` <span class="${verdict === "better" || verdict === "worse" ? verdict : "soft"}">${forHtml(comparisonWords[verdict][lang])}</span>`;
  return `<td class="n">${forHtml(valueText(measure, value, lang))}${bounds === "" ? "" : ` <span class="soft">${forHtml(bounds)}</span>`}${told}</td>`;
}

function lawPart({ report, lang }: Drawing): string {
  const ids = [...new Map(report.policies.flatMap(({ laws }) => laws.map((line) => [line.id, line] as const))).values()];
  const heard = ids.filter(({ id }) => report.policies.some(({ laws }) => laws.some((line) => line.id === id && (line.count > 0 || line.inconclusive > 0))));
  const head = [words.rule, words.severity, words.checked].map((word) => `<th scope="col">${forHtml(word[lang])}</th>`).join("") + report.policies.map((_, index) => `<th scope="col" class="n">${letterAt(index)}</th>`).join("");
  const rows = heard.map((line) => {
    const cells = report.policies.map(({ laws }) => `<td class="n">${countText(laws.find(({ id }) => id === line.id))}</td>`).join("");
    return `<tr><th scope="row">${forHtml(line.id)} ${forHtml(line.title[lang])}<br><span class="soft">${forHtml(line.citation[lang])}</span></th><td>${forHtml(severityWords[line.severity][lang])}</td><td>${forHtml(verificationWords[line.verification][lang])}${line.declared ? `, ${forHtml(words.declared[lang])}` : ""}</td>${cells}</tr>`;
  });
  const body = heard.length === 0 ? `<p>${forHtml(words.silent[lang])}</p>` : `<div class="wide" tabindex="0" role="region" aria-label="${forHtml(words.laws[lang])}"><table><thead><tr>${head}</tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
  return `<section id="laws"><h2>${forHtml(words.laws[lang])}</h2><p class="soft">${forHtml(words.lawNote[lang])}</p>${body}</section>`;
}

function countText(line: LawLine | undefined): string {
  if (line === undefined) return "";
  const open = line.inconclusive > 0 ? ` ${Math.round(line.inconclusive)}?` : "";
  return `${grouped(line.count, 0)}${open}`;
}

/** Of a close comparison: the matrix of who is decided otherwise. */
function swapsPart({ champion, challenger, swapSets }: Comparison, { report, lang }: Drawing): string {
  if (swapSets === undefined) return "";
  const parts = swapParts(swapSets, report, challenger, lang).map(({ title, sentences, table, points }) => {
    const rows = table === undefined || table.rows.length === 0 ? "" : tableHtml(table.head, table.rows, title ?? "");
    return `<h3>${forHtml(title ?? "")}</h3>${sentences.map((sentence) => `<p>${forHtml(sentence)}</p>`).join("")}${rows}${points.length === 0 ? "" : list(points.map(forHtml))}`;
  });
  return `<section><h2>${forHtml(challenger)} / ${forHtml(champion)}</h2>${parts.join("")}</section>`;
}

function expectationsPart({ report, lang }: Drawing): string {
  if (report.expectations.length === 0) return "";
  const items = report.expectations.map(({ name, policy, verdict, evidence }) => `<b>${forHtml(verdictWords[verdict][lang])}</b> ${forHtml(name)} <span class="soft">(${forHtml(policy)})</span>: ${forHtml(evidence[lang])}`);
  return `<section id="expectations"><h2>${forHtml(words.expectations[lang])}</h2>${list(items)}</section>`;
}

function basisPart({ report, lang }: Drawing): string {
  const hashes = Object.entries(report.inputs.hashes).map(([file, hash]) => [file, hash]);
  return `<section id="basis"><h2>${forHtml(words.basis[lang])}</h2><p>${forHtml(words.assumed[lang])}</p><p>${forHtml(intervalSentence(report)[lang])}</p><p>${forHtml(words.repeat[lang])} <code>policy-bench run ${forHtml(report.inputs.scenario)} --seed ${forHtml(report.inputs.seed)}</code></p><details><summary>${forHtml(words.hashes[lang])}</summary>${tableHtml([words.file[lang], "SHA-256"], hashes, words.hashes[lang])}</details></section>`;
}

/** The report travels in its page; what is packed has no angle bracket. */
function packedPart(packed: string | undefined): string {
  return packed === undefined ? "" : `${reportMark}${forHtml(packed)}</script>\n`;
}

/** The pictures once more as data, and the script that draws them anew. Nothing in the data can end the element. */
function scriptPart(figures: readonly Figure[], script: PageScript | undefined): string {
  if (script === undefined) return "";
  const data = figures.flatMap(({ id, option, height, suffix }) => (option === undefined ? [] : [{ id, option, height, suffix }]));
  const json = JSON.stringify(data).replaceAll("<", String.raw`\u003c`);
  return `<script type="application/json" id="figures-data">${json}</script>\n<script>${script.text}</script>\n`;
}
