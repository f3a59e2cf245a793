import type { Lang, Text } from "../../base/index.ts";
import { toAscii } from "./ascii.ts";
import type { FactWords } from "./fact-words.ts";
import { forTerminal } from "./escape.ts";
import { usableWidth, type TextOptions } from "./options.ts";
import { wrapTo } from "./pad.ts";

export type Look = "bold" | "dim" | "red" | "green" | "yellow" | "cyan" | "magenta";

const codes: Readonly<Record<Look, readonly [number, number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
  magenta: [35, 39],
};

/**
 * What every terminal text is written with. All words pass through it, so none reaches the terminal with a control
 * sequence, in the wrong language, or with signs that were not wanted.
 */
export interface Pen {
  readonly lang: Lang;
  readonly width: number;
  readonly ascii: boolean;
  /** What facts and their values are called. */
  readonly facts?: FactWords | undefined;
  /** Our own words, in the language asked for. */
  readonly say: (text: Text) => string;
  /** Words from a file or a person: made harmless. */
  readonly own: (text: string) => string;
  /** A finished, plain piece in a look; plain itself where there is no colour. */
  readonly look: (look: Look, text: string) => string;
  /** A paragraph in the width, each line after an indent. */
  readonly paragraph: (text: string, indent?: string) => readonly string[];
}

/** A pen for the options. */
export function penOf(options: TextOptions): Pen {
  const own = (text: string): string => (options.ascii ? toAscii(forTerminal(text)) : forTerminal(text));
  const width = usableWidth(options.width);
  return {
    lang: options.lang,
    width,
    ascii: options.ascii,
    facts: options.facts,
    own,
    say: (text) => own(text[options.lang]),
    look: (look, text) => {
      const [on, off] = codes[look];
      return options.color && text !== "" ? `\u001b[${on}m${text}\u001b[${off}m` : text;
    },
    paragraph: (text, indent = "") => wrapTo(text, width - indent.length).map((line) => indent + line),
  };
}
