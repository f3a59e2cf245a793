import type { Lang } from "../../base/index.ts";
import type { FactWords } from "../text/fact-words.ts";
import type { TextOptions } from "../text/options.ts";
import { wrapTo } from "../text/pad.ts";
import { penOf, type Pen } from "../text/pen.ts";

/** A pen that keeps to the width it is given, where those of reports never go below 80 cells. */
export function narrowPen(options: TextOptions): Pen {
  const width = Math.max(20, options.width);
  return { ...penOf(options), width, paragraph: (text, indent = "") => wrapTo(text, width - indent.length).map((line) => indent + line) };
}

/** A pen for the screen: colour is the business of spans, and a cell is left free on either side. */
export function screenPen({ lang, ascii, columns, facts }: { readonly lang: Lang; readonly ascii: boolean; readonly columns: number; readonly facts?: FactWords }): Pen {
  return narrowPen({ lang, ascii, color: false, width: columns - 2, facts });
}
