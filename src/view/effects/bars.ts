import { displayWidth } from "../../base/index.ts";
import { measureNamed } from "../../statistics/index.ts";
import type { EffectsReport } from "../../verdict/index.ts";
import { differenceText } from "../text/figures.ts";
import { cutTo, padTo } from "../text/pad.ts";
import type { Pen } from "../text/pen.ts";

const arm = 22;

/** One measure's effect by mechanism, as bars to both sides of zero; the longest bar is the largest effect. */
export function bars(report: EffectsReport, measure: string, pen: Pen): readonly string[] {
  const unit = measureNamed(measure)?.unit ?? "count";
  const rows = report.mechanisms.flatMap(({ name, effects }) => {
    const difference = effects.find((effect) => effect.name === measure)?.difference ?? null;
    return difference === null || difference === 0 ? [] : [{ name: pen.own(name), difference }];
  });
  const most = Math.max(...rows.map(({ difference }) => Math.abs(difference)));
  const wide = Math.min(32, Math.max(0, ...rows.map(({ name }) => displayWidth(name))));
  return rows.map(({ name, difference }) => {
    const length = Math.max(1, Math.round((Math.abs(difference) / most) * arm));
    const left = difference < 0 ? padTo("#".repeat(length), arm, "right") : " ".repeat(arm);
    const right = difference > 0 ? padTo("#".repeat(length), arm) : " ".repeat(arm);
    return `${padTo(cutTo(name, wide, "~"), wide)}  ${left}|${right}  ${pen.own(differenceText(unit, difference, pen.lang))}`;
  });
}
