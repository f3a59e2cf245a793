import { grouped } from "../../statistics/index.ts";
import type { LawLine } from "../../verdict/index.ts";
import { letterAt } from "../pretty/letters.ts";
import { forHtml } from "../text/escape.ts";
import { severityWords, verificationWords } from "../words.ts";
import type { Drawing } from "./figure.ts";
import { scrolling } from "./page-parts.ts";
import { words } from "./words.ts";

/** Every law rule that matched or was left open, with its citation and how far its text was checked. */
export function lawPart({ report, lang }: Drawing): string {
  const ids = [...new Map(report.policies.flatMap(({ laws }) => laws.map((line) => [line.id, line] as const))).values()];
  const heard = ids.filter(({ id }) => report.policies.some(({ laws }) => laws.some((line) => line.id === id && (line.count > 0 || line.inconclusive > 0))));
  const head = [words.rule, words.severity, words.checked].map((word) => `<th scope="col">${forHtml(word[lang])}</th>`).join("") + report.policies.map((_, index) => `<th scope="col" class="n">${letterAt(index)}</th>`).join("");
  const rows = heard.map((line) => {
    const cells = report.policies.map(({ laws }) => `<td>${countText(laws.find(({ id }) => id === line.id))}</td>`).join("");
    return `<tr><th scope="row">${forHtml(line.id)} ${forHtml(line.title[lang])}<br><span class="soft">${forHtml(line.citation[lang])}</span></th><td class="w">${forHtml(severityWords[line.severity][lang])}</td><td class="w">${forHtml(verificationWords[line.verification][lang])}${line.declared ? `, ${forHtml(words.declared[lang])}` : ""}</td>${cells}</tr>`;
  });
  const body = heard.length === 0 ? `<p>${forHtml(words.silent[lang])}</p>` : scrolling(`<table><thead><tr>${head}</tr></thead><tbody>${rows.join("")}</tbody></table>`, words.laws[lang]);
  return `<section id="laws"><h2>${forHtml(words.laws[lang])}</h2><p class="soft">${forHtml(words.lawNote[lang])}</p>${body}</section>`;
}

function countText(line: LawLine | undefined): string {
  if (line === undefined) return "";
  const open = line.inconclusive > 0 ? ` ${Math.round(line.inconclusive)}?` : "";
  return `${grouped(line.count, 0)}${open}`;
}
