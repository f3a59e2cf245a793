import type { Lang, Text } from "../../base/index.ts";
import { measureNamed } from "../../statistics/index.ts";
import type { BridgeReport } from "../../verdict/index.ts";
import { axisSign, lookOf, onAxis, type Figure } from "../html/figure.ts";
import { dotFigure } from "../html/figures/dot-figure.ts";
import { boundsText, differenceText } from "../text/figures.ts";

const words = {
  sees: { en: "What each group of edits earns or costs, with its 95% interval; all of them together are the whole difference between the two policies.", zh: "每组改动带来的增减及其 95% 区间；各组相加即为两项政策的全部差值。" },
  edits: { en: "edits", zh: "改动" },
  effect: { en: "effect", zh: "作用" },
  zero: { en: "no effect", zh: "无作用" },
} as const satisfies Readonly<Record<string, Text>>;

/** For each measure what each group of edits does to it. */
export function bridgeFigures({ measures, steps }: BridgeReport, lang: Lang): readonly Figure[] {
  return measures.flatMap(({ from }, at) => {
    const known = measureNamed(from.name);
    if (known === undefined) return [];
    const { unit } = known;
    return dotFigure({
      id: `bridge-${at}`,
      title: known.title[lang],
      sees: words.sees[lang],
      series: [{ name: words.effect[lang], ...lookOf(at) }],
      dots: steps.map(({ title, effects }) => ({ label: title[lang], series: 0, value: onAxis(unit, effects[at]?.effect ?? null), low: onAxis(unit, effects[at]?.interval?.low ?? null), high: onAxis(unit, effects[at]?.interval?.high ?? null) })),
      suffix: axisSign(unit),
      lines: [{ at: 0, name: words.zero[lang] }],
      table: {
        head: [words.edits[lang], words.effect[lang]],
        rows: steps.map(({ title, effects }) => [title[lang], `${differenceText(unit, effects[at]?.effect ?? null, lang)} ${boundsText(unit, effects[at]?.interval === undefined || effects[at].interval === null ? null : { ...effects[at].interval, kind: "sampling" }, lang)}`.trimEnd()]),
      },
    });
  });
}
