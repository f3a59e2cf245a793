import type { Text } from "../base/index.ts";
import { factValueText } from "./fact-value.ts";
import type { Pen } from "./text/pen.ts";
import { termText } from "./words.ts";

/** A change of facts that leads to another outcome. */
export interface NearestChange {
  readonly changes: readonly { readonly fact: string; readonly title: Text; readonly from: unknown; readonly to: unknown }[];
  readonly outcome: { readonly type: string; readonly params: Readonly<Record<string, unknown>> };
  readonly because: readonly string[];
}

/** Why another outcome did not come about: the nearest changes that would have led there, the nearest first. */
export interface WhyNot {
  /** As it was asked; empty: any other outcome. */
  readonly wanted: string;
  readonly ways: readonly NearestChange[];
  /** Why it could not be told whether there are more. */
  readonly unknown?: Text;
}

const words = {
  head: { en: "would have been otherwise with", zh: "若有以下改变，结果会不同" },
  wanted: { en: "would have led to", zh: "可得出" },
  or: { en: "or", zh: "或" },
  none: { en: "no change of facts would have led to another outcome", zh: "任何事实的改变都不会得出其他结果" },
  noneWanted: { en: "no change of facts leads to", zh: "任何事实的改变都不能得出" },
  unknown: { en: "it could not be told whether there is another way", zh: "无法判定是否还有其他途径" },
  not: { en: "why not", zh: "为何不是" },
} as const;

/** The nearest changes, one after the other. */
export function whyNotLines({ wanted, ways, unknown }: WhyNot, pen: Pen): readonly string[] {
  const asked = wanted === "" ? "" : ` ${pen.own(wanted)}`;
  const head = pen.look("bold", wanted === "" ? pen.say(words.head) : `${pen.say(words.not)}${asked}`);
  if (ways.length === 0) {
    const none = wanted === "" ? pen.say(words.none) : `${pen.say(words.noneWanted)}${asked}`;
    return [...pen.paragraph(unknown === undefined ? none : `${pen.say(words.unknown)}: ${pen.say(unknown)}`)];
  }
  const blocks = ways.flatMap(({ changes, outcome, because }, index) => {
    const list = changes.map(({ fact, title, from, to }) => `${pen.own(fact)} (${pen.say(title)}): ${pen.own(factValueText(fact, from, pen))} → ${pen.own(factValueText(fact, to, pen))}`);
    const params = Object.entries(outcome.params).map(([name, value]) => `${pen.own(name)} = ${pen.own(factValueText(name, value, pen))}`);
    const rules = because.length === 0 ? "" : `; ${because.map(pen.own).join(", ")}`;
    const result = `${pen.own(termText(outcome.type, pen.lang))}${params.length === 0 ? "" : ` (${params.join(", ")})`}${rules}`;
    return [...(index === 0 ? [] : [`  ${pen.say(words.or)}`]), ...list.flatMap((line) => pen.paragraph(line, "  ")), ...pen.paragraph(`= ${result}`, "    ")];
  });
  return [head, ...blocks, ...(unknown === undefined ? [] : pen.paragraph(`${pen.say(words.unknown)}: ${pen.say(unknown)}`))];
}
