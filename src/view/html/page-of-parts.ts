import type { ComparePart } from "../compare/part.ts";
import type { Figure } from "./figure.ts";
import type { PagePart, PartsPage } from "./parts-page.ts";

/** What a page has that the text of its parts has not. */
export interface PageExtras {
  /** One line on what the report is of. */
  readonly size: string;
  /** Pictures, in the place of the sketch that text has at the beginning. */
  readonly figures?: readonly Figure[];
}

/** A report whose first part says what it is: that one is the title and the summary of the page. */
export function pageOfParts([head, ...parts]: readonly ComparePart[], { size, figures = [] }: PageExtras): PartsPage {
  const { title = "", sentences = [], points = [], picture = [], table } = head ?? {};
  const rest: ComparePart = { depth: 2, sentences: [], points: [], ...(figures.length === 0 && picture.length > 0 ? { picture } : {}), ...(table === undefined ? {} : { table }) };
  const all: readonly PagePart[] = [...figures.map((figure) => ({ figure })), rest, ...parts];
  return { title, size, summary: [...sentences, ...points], parts: all.filter((part) => "figure" in part || part.title !== undefined || part.sentences.length + part.points.length + (part.picture?.length ?? 0) + (part.table?.rows.length ?? 0) > 0), chapters: 2 };
}
