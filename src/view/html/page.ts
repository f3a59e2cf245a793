import type { Lang } from "../../base/index.ts";
import { forHtml } from "../text/escape.ts";
import type { FactWords } from "../text/fact-words.ts";
import type { Figure, RuleTitles } from "./figure.ts";
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
  /** What facts and their values are called. */
  readonly facts?: FactWords | undefined;
  readonly rules?: RuleTitles | undefined;
  readonly script?: PageScript | undefined;
  /** The report itself as one word of letters and digits, so that two pages can be compared. */
  readonly packed?: string | undefined;
}

/** A page before it has a head and a foot. All but the title is HTML already. */
export interface PageContent {
  readonly title: string;
  /** What stands below the title. */
  readonly lead: string;
  readonly main: string;
  /** The pictures that stand in `main`: they are drawn once more in the page. */
  readonly figures: readonly Figure[];
}

/** One HTML file: it asks nothing of the network, and reads whole without its script. */
export function pageHtml({ title, lead, main, figures }: PageContent, { lang, script, packed }: PageOptions): string {
  return `<!doctype html>
<html lang="${lang === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${forHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${forHtml(title)}</h1>
${lead}
</header>
<main>
${main}
</main>
<footer><p>${forHtml(words.advice[lang])}</p></footer>
${packedPart(packed)}${scriptPart(figures, script)}</body>
</html>
`;
}

/** Nothing may be loaded; styles stand in the page, and of scripts only ours runs. */
function policyOf(script: PageScript | undefined): string {
  const run = script === undefined ? "" : ` script-src 'sha256-${script.sha256}';`;
  return `default-src 'none'; style-src 'unsafe-inline'; img-src data: blob:;${run} base-uri 'none'; form-action 'none'`;
}

/** The report travels in its page; what is packed has no angle bracket. */
function packedPart(packed: string | undefined): string {
  return packed === undefined ? "" : `${reportMark}${forHtml(packed)}</script>\n`;
}

/** The pictures once more as data, and the script that draws them anew. Nothing in the data can end the element. */
function scriptPart(figures: readonly Figure[], script: PageScript | undefined): string {
  const data = figures.flatMap(({ id, option, height, suffix }) => (option === undefined ? [] : [{ id, option, height, suffix }]));
  if (script === undefined || data.length === 0) return "";
  const json = JSON.stringify(data).replaceAll("<", String.raw`\u003c`);
  return `<script type="application/json" id="figures-data">${json}</script>\n<script>${script.text}</script>\n`;
}
