import type { Lang, Text } from "../../base/index.ts";
import { forMarkdown } from "../text/escape.ts";

/** What every Markdown line is written with: our words are markup where they mean to be, others' words never are. */
export interface Scribe {
  readonly lang: Lang;
  /** Our own words and the titles of files: no markup in them is meant. */
  readonly say: (text: Text) => string;
  /** Our own words that carry markup, such as emphasis. */
  readonly mark: (text: Text) => string;
  /** Words from a file or a person. */
  readonly own: (text: string) => string;
}

/** A scribe in one language. */
export function scribe(lang: Lang): Scribe {
  return { lang, say: (text) => forMarkdown(text[lang]), mark: (text) => text[lang], own: forMarkdown };
}
