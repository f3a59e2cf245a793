import { blank, span, type Line } from "./span.ts";
import type { Pen } from "../text/pen.ts";

/** How far a run is. `share` runs from 0 to 1; times are in seconds; a speed of 0 is not known yet. */
export interface RunProgress {
  readonly share: number;
  readonly customersPerSecond: number;
  readonly secondsLeft: number;
  readonly secondsGone: number;
}

/** What the body shows until there is a report. */
export function waiting(pen: Pen, progress: RunProgress | undefined): readonly Line[] {
  const cells = Math.max(10, Math.min(60, pen.width - 4));
  const started = progress !== undefined && progress.share > 0;
  return [
    blank,
    [span("  "), span(pen.say(started ? simulating : reading), { bold: true })],
    blank,
    [span("  "), ...bar(pen, progress?.share ?? 0, cells)],
    [span(`  ${progress === undefined ? "" : pen.own(figures(pen, progress))}`)],
    blank,
    ...pen.paragraph(pen.say(honest), "  ").map((text): Line => [span(text, { dim: true })]),
  ];
}

const reading = { en: "Reading rules and customers…", zh: "正在读取规则和客户……" };
const simulating = { en: "Simulating: the same customers under every policy…", zh: "正在模拟：同一批客户分别面对每项政策……" };
const honest = {
  en: "A fictional product, no company. What comes out follows from the assumption set of the scenario. Not legal advice.",
  zh: "产品为虚构，不涉及任何公司。结果取决于情景的假设集。不构成法律意见。",
};

/** A bar of so many cells. */
export function bar(pen: Pen, share: number, cells: number): Line {
  const full = Math.max(0, Math.min(cells, Math.round(share * cells)));
  return [span((pen.ascii ? "#" : "█").repeat(full), { color: "green" }), span((pen.ascii ? "." : "░").repeat(cells - full), { dim: true })];
}

/** Percent, customers a second and time left; where no speed is known yet, the time gone. */
export function figures(pen: Pen, { share, customersPerSecond, secondsLeft, secondsGone }: RunProgress): string {
  const gone = Math.floor(secondsGone);
  if (share <= 0) return pen.lang === "en" ? `${gone} s` : `${gone} 秒`;
  const speed = Math.round(customersPerSecond).toLocaleString("en-US");
  const percent = Math.floor(share * 100);
  if (customersPerSecond <= 0) return pen.lang === "en" ? `${percent} %  ${gone} s` : `${percent} %  ${gone} 秒`;
  const left = Math.max(0, Math.ceil(secondsLeft));
  return pen.lang === "en" ? `${percent} %  ${speed} customers/s  ${left} s left` : `${percent} %  每秒 ${speed} 位客户  剩余 ${left} 秒`;
}
