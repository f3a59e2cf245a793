import type { Comparison } from "../../verdict/index.ts";
import { bookPart } from "../compare/book-part.ts";
import { comparedHead } from "../compare/compare.ts";
import { groupParts } from "../compare/group-part.ts";
import { livePart } from "../compare/live-part.ts";
import { neededPart } from "../compare/measure-part.ts";
import type { ComparePart } from "../compare/part.ts";
import { swapParts } from "../compare/swap-part.ts";
import { forHtml } from "../text/escape.ts";
import type { Drawing } from "./figure.ts";
import { groupsMost } from "./groups-section.ts";
import { partBody, partHtml } from "./page-parts.ts";

/** What a close comparison is called: both policies by their titles. */
export const comparedTitle = (compared: Comparison, { report, lang }: Drawing): string => comparedHead(report, compared, lang).title ?? "";

/** Of a close comparison: what a live test would need, who is decided otherwise, and for which groups it is better or worse. */
export function comparedPart(compared: Comparison, { report, lang, facts }: Drawing, index: number): string {
  const { swapSets, challenger } = compared;
  const parts: readonly ComparePart[] = [
    ...bookPart(report, compared, lang),
    ...livePart(compared, lang),
    ...(swapSets === undefined ? [] : swapParts(swapSets, report, challenger, { lang, facts })),
    ...groupParts(compared, report, { lang, facts }, groupsMost),
  ];
  if (parts.length === 0) return "";
  const head = comparedHead(report, compared, lang);
  const needed = neededPart(report, compared, lang).map((part) => `<details><summary>${forHtml(part.title ?? "")}</summary>${partBody(part)}</details>`).join("");
  return `<section id="compared-${index}"><h2>${forHtml(head.title ?? "")}</h2>${partBody(head)}${needed}${parts.map((part) => partHtml(part, part.depth <= 2 ? 3 : 4)).join("")}</section>`;
}
