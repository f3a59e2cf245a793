import type { Lang } from "../../base/index.ts";
import { wrapTo } from "../text/pad.ts";
import { penOf, type Pen } from "../text/pen.ts";

/** A pen for the screen: colour is the business of spans, and paragraphs may be narrower than any report. */
export function screenPen({ lang, ascii, columns }: { readonly lang: Lang; readonly ascii: boolean; readonly columns: number }): Pen {
  const width = Math.max(20, columns - 2);
  return {
    ...penOf({ lang, ascii, color: false, width }),
    width,
    paragraph: (text, indent = "") => wrapTo(text, width - indent.length).map((line) => indent + line),
  };
}
