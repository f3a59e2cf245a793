import type { Lang, Text } from "../../base/index.ts";
import { measureNamed } from "../../statistics/index.ts";
import type { TornadoMeasure, TornadoReport } from "../../verdict/index.ts";
import { axisSign, lookOf, onAxis, type Figure } from "../html/figure.ts";
import { dotFigure } from "../html/figures/dot-figure.ts";
import { boundsText, differenceText } from "../text/figures.ts";

const words = {
  sees: {
    en: "Each bar is one assumption taken from the low to the high end of its range, all else as it is; the mark is the difference as assumed. A bar that reaches across zero would turn the conclusion round.",
    zh: "每条横线为一项假设从区间低端到高端、其余不变时差值的变化；标记为当前假设下的差值。横线跨过零点者会使结论反转。",
  },
  assumption: { en: "assumption", zh: "假设" },
  low: { en: "at its low end", zh: "取低端" },
  high: { en: "at its high end", zh: "取高端" },
  difference: { en: "challenger less champion", zh: "候选政策减现行政策" },
  zero: { en: "no difference", zh: "无差异" },
} as const satisfies Readonly<Record<string, Text>>;

const shown = 15;

/** For each measure the strongest assumptions, from one end to the other. */
export function tornadoFigures({ measures }: TornadoReport, lang: Lang): readonly Figure[] {
  return measures.flatMap((measure, at) => one(measure, at, lang));
}

function one({ measure, base, bars }: TornadoMeasure, at: number, lang: Lang): readonly Figure[] {
  const known = measureNamed(measure);
  if (known === undefined || base.difference === null) return [];
  const { unit } = known;
  const list = bars.slice(0, shown);
  const ends = list.map(({ atLow, atHigh }) => [onAxis(unit, atLow.difference), onAxis(unit, atHigh.difference)].flatMap((end) => end ?? []));
  return dotFigure({
    id: `tornado-${at}`,
    title: known.title[lang],
    sees: words.sees[lang],
    series: [{ name: words.difference[lang], ...lookOf(at) }],
    dots: list.map(({ title }, index) => {
      const own = ends[index] ?? [];
      return { label: title[lang], series: 0, value: onAxis(unit, base.difference), low: own.length === 0 ? null : Math.min(...own), high: own.length === 0 ? null : Math.max(...own) };
    }),
    suffix: axisSign(unit),
    lines: [{ at: 0, name: words.zero[lang] }],
    table: {
      head: [words.assumption, words.low, words.high].map((word) => word[lang]),
      rows: list.map(({ assumption, title, atLow, atHigh }) => [`${title[lang]} (${assumption})`, ...[atLow, atHigh].map(({ difference, interval }) => `${differenceText(unit, difference, lang)} ${boundsText(unit, interval, lang)}`.trimEnd())]),
    },
  });
}
