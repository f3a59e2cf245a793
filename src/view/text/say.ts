import type { Lang, Text } from "../../base/index.ts";

/** A text in the language asked for. */
export function say(lang: Lang, text: Text): string {
  return text[lang];
}
