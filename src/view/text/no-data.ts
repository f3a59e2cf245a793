import type { Lang } from "../../base/index.ts";
import { measureNamed } from "../../statistics/index.ts";

/** Why a measure has no data and what may help: one sentence for each name. */
export function noDataText(names: readonly string[], lang: Lang): readonly string[] {
  return [...new Set(names)].flatMap((name) => {
    const measure = measureNamed(name);
    if (measure === undefined) return [];
    if (lang === "en") return [`${measure.title.en}: no data, because its denominator (${measure.denominator.en}) is zero here; a longer run or more customers may have some.`];
    return [`${measure.title.zh}：无数据，因为其分母（${measure.denominator.zh}）在此为零；延长期限或增加客户后或可得到。`];
  });
}
