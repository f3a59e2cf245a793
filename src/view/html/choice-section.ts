import type { Lang } from "../../base/index.ts";
import type { RunReport } from "../../verdict/index.ts";
import { choiceParts } from "../compare/choice-part.ts";
import { partHtml } from "./page-parts.ts";

/** Which policy to choose under the requirements of `compare --require`, with its table; nothing where nothing was asked. */
export function choiceSection(report: Pick<RunReport, "choice" | "inputs">, lang: Lang): string {
  const [first, ...each] = choiceParts(report, lang);
  return first === undefined ? "" : `<section id="choice">${partHtml(first, 2)}${each.map((part) => partHtml(part, 3)).join("")}</section>`;
}
