import type { ComparePart } from "../compare/part.ts";
import { forHtml } from "../text/escape.ts";
import type { Figure } from "./figure.ts";
import { figureHtml, list, paragraphs, partHtml } from "./page-parts.ts";
import { pageHtml, type PageOptions } from "./page.ts";
import { words } from "./words.ts";

/** A report made of parts, as it stands in Markdown, with pictures among them. */
export interface PartsPage {
  readonly title: string;
  /** One line on what the report is of. */
  readonly size: string;
  /** What a manager may quote. */
  readonly summary: readonly string[];
  readonly parts: readonly PagePart[];
  /** The depth of the parts that are chapters of the page; deeper ones are sections of these. */
  readonly chapters: 1 | 2;
}

/** A part of the text, or a picture. */
export type PagePart = ComparePart | { readonly figure: Figure };

/** The report as one HTML file. */
export function partsPageHtml({ title, size, summary, parts, chapters }: PartsPage, options: PageOptions): string {
  const { lang } = options;
  const level = (depth: ComparePart["depth"]): 2 | 3 | 4 => (depth <= chapters ? 2 : depth === chapters + 1 ? 3 : 4);
  const body = parts.map((part, at) => ("figure" in part ? figureHtml(part.figure, lang) : level(part.depth) === 2 ? `<section id="part-${at}">${partHtml(part, 2)}</section>` : partHtml(part, level(part.depth))));
  const contents = parts.flatMap((part, at): readonly (readonly [string, string])[] => ("figure" in part ? [[`figure-${part.figure.id}`, part.figure.title]] : part.title !== undefined && level(part.depth) === 2 ? [[`part-${at}`, part.title]] : []));
  const nav = contents.length < 3 ? "" : `<nav aria-label="${forHtml(words.contents[lang])}"><h2>${forHtml(words.contents[lang])}</h2>${list(contents.map(([id, text]) => `<a href="#${id}">${forHtml(text)}</a>`))}</nav>`;
  const short = summary.length === 0 ? "" : `<section class="summary" aria-labelledby="summary"><h2 id="summary">${forHtml(words.summary[lang])}</h2>${paragraphs(summary)}</section>`;
  const figures = parts.flatMap((part) => ("figure" in part ? [part.figure] : []));
  return pageHtml({ title, lead: `<p class="soft">${forHtml(size)}</p>`, main: [short, nav, ...body].join("\n"), figures }, options);
}
