import type { Lang } from "../../base/index.ts";
import { figure, measureNamed } from "../../statistics/index.ts";
import type { Comparison } from "../../verdict/index.ts";
import { differenceText } from "../text/figures.ts";
import type { ComparePart } from "./part.ts";
import { words } from "./words.ts";

/** How many customers and months a live test would need to see what was simulated. */
export function livePart({ liveTests = [], measures }: Comparison, lang: Lang): readonly ComparePart[] {
  if (liveTests.length === 0) return [];
  const head = [words.measure, words.difference, words.power80, words.power90, words.duration].map((word) => word[lang]);
  const rows = liveTests.map(({ name, difference, customersPerArm, months, counted }) => {
    const measure = measureNamed(name);
    const open = measures.find((one) => one.name === name)?.verdict === "undecided";
    const time = lang === "en" ? `${months} ${counted === "on-book" ? "months on book" : "months"}` : counted === "on-book" ? `账龄满 ${months} 个月` : `${months} 个月`;
    return [
      `${measure?.title[lang] ?? name}${open ? " ?" : ""}`,
      measure === undefined ? "" : differenceText(measure.unit, difference, lang),
      figure("count", customersPerArm.power80, lang),
      figure("count", customersPerArm.power90, lang),
      time,
    ];
  });
  return [{ title: words.liveTitle[lang], depth: 2, sentences: [words.liveNote[lang]], points: [], table: { head, rows, words: new Set([0, 4]) } }];
}
