import { displayWidth } from "../../base/index.ts";
import { measureNamed } from "../../statistics/index.ts";
import type { EffectsReport } from "../../verdict/index.ts";
import { differenceText } from "../text/figures.ts";
import { cutTo, padTo } from "../text/pad.ts";
import type { Pen } from "../text/pen.ts";

const arm = 22;

/**
 * One measure's effect by mechanism, as bars to both sides of zero: full where the measure doubles or vanishes, with a
 * `>` or `<` where it does more. Mechanisms that leave it alone, and those without a value to begin with, are left out.
 */
export function bars(report: EffectsReport, measure: string, pen: Pen): readonly string[] {
  const unit = measureNamed(measure)?.unit ?? "count";
  const rows = report.mechanisms.flatMap(({ name, effects }) => {
    const { difference = null, relative = null } = effects.find((effect) => effect.name === measure) ?? {};
    return difference === null || relative === null || difference === 0 ? [] : [{ name: pen.own(name), difference, relative }];
  });
  const wide = Math.min(32, Math.max(0, ...rows.map(({ name }) => displayWidth(name))));
  return rows.map(({ name, difference, relative }) => {
    const length = Math.round(Math.min(1, Math.abs(relative)) * (arm - 1));
    const beyond = Math.abs(relative) > 1;
    const left = relative < 0 ? padTo(`${beyond ? "<" : ""}${"#".repeat(length)}`, arm, "right") : " ".repeat(arm);
    const right = relative > 0 ? padTo(`${"#".repeat(length)}${beyond ? ">" : ""}`, arm) : " ".repeat(arm);
    return `${padTo(cutTo(name, wide, "~"), wide)}  ${left}|${right}  ${pen.own(differenceText(unit, difference, pen.lang))}`;
  });
}
