import type { Lang } from "../../base/index.ts";
import type { ComparePart } from "../compare/part.ts";
import { forHtml } from "../text/escape.ts";
import { drawSvg } from "./draw.ts";
import type { Figure } from "./figure.ts";
import { words } from "./words.ts";

/** A list of pieces that are HTML already. */
export const list = (items: readonly string[]): string => `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;

/** Sentences as paragraphs. */
export const paragraphs = (sentences: readonly string[]): string => sentences.map((sentence) => `<p>${forHtml(sentence)}</p>`).join("");

const firstOnly: ReadonlySet<number> = new Set([0]);

/** A table whose first column names the row; columns but those of `wordy` hold numbers. Wide ones scroll by keyboard too. */
export function tableHtml(head: readonly string[], rows: readonly (readonly string[])[], name: string, wordy: ReadonlySet<number> = firstOnly): string {
  const look = (at: number): string => (wordy.has(at) ? "" : ' class="n"');
  // Numbers are many: it is words that are marked.
  const mark = (at: number): string => (wordy.has(at) ? ' class="w"' : "");
  const heads = head.map((text, at) => `<th scope="col"${look(at)}>${forHtml(text)}</th>`).join("");
  const body = rows.map((cells) => `<tr>${cells.map((text, at) => (at === 0 ? `<th scope="row"${look(0)}>${forHtml(text)}</th>` : `<td${mark(at)}>${forHtml(text)}</td>`)).join("")}</tr>`).join("");
  return scrolling(`<table><thead><tr>${heads}</tr></thead><tbody>${body}</tbody></table>`, name);
}

/** Something wide that scrolls by pointer and by keyboard, with a name for those who do not see what it belongs to. */
export const scrolling = (inner: string, name: string): string => `<div class="wide" tabindex="0" role="region" aria-label="${forHtml(name)}">${inner}</div>`;

/** A figure: its picture, what to see in it, and its data. */
export function figureHtml(figure: Figure, lang: Lang): string {
  const { id, title, sees, table } = figure;
  // What every word of a picture would say again, the page says once.
  const svg = drawSvg(figure).replaceAll(' style="font-size:12px;font-family:system-ui, sans-serif;"', "").replace("<svg ", `<svg role="img" aria-labelledby="title-${id}" aria-describedby="sees-${id}" `);
  const tools = figure.option === undefined ? "" : (["svg", "png"] as const).map((kind) => `<button type="button" data-save="${kind}" data-figure="${id}">${kind.toUpperCase()}</button>`).join("");
  return `<figure id="figure-${id}" data-figure="${id}"><h3 id="title-${id}">${forHtml(title)}</h3>
${figure.option === undefined ? scrolling(svg, title).replace('class="wide"', 'class="still wide"') : `<div class="still">${svg}</div>`}<div class="live" id="live-${id}" hidden></div>
<figcaption id="sees-${id}">${forHtml(sees)}</figcaption>
${tools === "" ? "" : `<div class="tools">${tools}</div>`}
<details><summary>${forHtml(words.table[lang])}${lang === "en" ? ": " : "："}${forHtml(title)}</summary>${tableHtml(table.head, table.rows, title)}</details></figure>`;
}

/** A piece of a comparison or search below its heading: sentences, then the sketch, the table, the points. */
export function partBody({ title = "", sentences, picture = [], table, points }: ComparePart): string {
  const sketch = picture.length === 0 ? "" : scrolling(`<pre>${picture.map(forHtml).join("\n")}</pre>`, title);
  const rows = table === undefined || table.rows.length === 0 ? "" : tableHtml(table.head, table.rows, title, table.words);
  return `${paragraphs(sentences)}${sketch}${rows}${points.length === 0 ? "" : list(points.map(forHtml))}`;
}

/** The same with its heading; a part without a title goes on with what stands before it. */
export function partHtml(part: ComparePart, level: 2 | 3 | 4): string {
  const heading = part.title === undefined ? "" : `<h${level}>${forHtml(part.title)}</h${level}>`;
  return `${heading}${partBody(part)}`;
}
