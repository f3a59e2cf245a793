import type { Lang, Text } from "../../base/index.ts";
import type { Unit } from "../../statistics/index.ts";
import type { RunReport } from "../../verdict/index.ts";
import type { FactWords } from "../text/fact-words.ts";
import { letterAt } from "../pretty/letters.ts";

/** Width that pictures are drawn at; the page scales them. */
export const figureWidth = 760;

/** What a chart library is told: plain JSON, so that the page can draw it again. Colours are names of the page's style. */
export type ChartOption = Readonly<Record<string, unknown>>;

/** A picture with everything a reader needs who cannot see it. */
export interface Figure {
  /** Unique in the report; letters, digits and dashes. */
  readonly id: string;
  readonly title: string;
  /** One sentence: what to see. */
  readonly sees: string;
  readonly height: number;
  /** Written after each number of the picture. */
  readonly suffix: string;
  /** What the chart library draws, here and again in the page; a figure that is drawn without it has its SVG instead. */
  readonly option?: ChartOption;
  readonly svg?: string;
  readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
}

/** What the pictures of a report share. */
export interface Drawing {
  readonly report: RunReport;
  readonly lang: Lang;
  /** What facts and their values are called. */
  readonly facts?: FactWords | undefined;
  readonly rules?: RuleTitles | undefined;
}

/** What rules are called, by policy and rule. */
export type RuleTitles = ReadonlyMap<string, ReadonlyMap<string, Text>>;

/** Colours that are told apart without red and green, by name in the style; shapes and dashes repeat the message. */
const colours = ["var(--p1)", "var(--p2)", "var(--p3)", "var(--p4)", "var(--p5)", "var(--p6)"];
const symbols = ["circle", "triangle", "rect", "diamond", "pin", "arrow"];
const dashes = ["solid", "dashed", "dotted"];

/** The look of a policy: colour, shape and dash by its place in the report. */
export function lookOf(index: number): { readonly color: string; readonly symbol: string; readonly dash: string } {
  return { color: colours[index % colours.length] ?? "var(--ink)", symbol: symbols[index % symbols.length] ?? "circle", dash: dashes[index % dashes.length] ?? "solid" };
}

/** `A Silent auto-enrolment`: the letter leads back to the tables. */
export const policyLabel = ({ report, lang }: Drawing, index: number): string => `${letterAt(index)} ${report.policies[index]?.title[lang] ?? ""}`;

const quiet = { lineStyle: { color: "var(--rule)" } };

/** An axis in the colours of the page. */
export function axis(more: ChartOption): ChartOption {
  const { axisLabel, ...others } = more;
  return {
    axisLine: { show: true, ...quiet },
    axisTick: { show: false },
    splitLine: quiet,
    nameLocation: "middle",
    nameTextStyle: { color: "var(--soft)" },
    ...others,
    axisLabel: { color: "var(--soft)", hideOverlap: true, ...(typeof axisLabel === "object" ? axisLabel : {}) },
  };
}

/** What every picture has. */
export function chart(more: ChartOption): ChartOption {
  return {
    animation: false,
    backgroundColor: "transparent",
    textStyle: { fontFamily: "system-ui, sans-serif", color: "var(--ink)" },
    grid: { left: 56, right: 24, top: 40, bottom: 56, containLabel: false },
    legend: { top: 0, left: 0, itemGap: 18, textStyle: { color: "var(--ink)" }, inactiveColor: "var(--rule)" },
    tooltip: { confine: true, backgroundColor: "var(--paper)", borderColor: "var(--rule)", textStyle: { color: "var(--ink)" } },
    ...more,
  };
}

/** A share as percent with two decimals, for the picture; null stays no point. */
export const percent = (share: number | null): number | null => (share === null ? null : Math.round(share * 1e6) / 1e4);

const isShare = (unit: Unit): boolean => unit === "share" || unit === "ratio";

/** A value as an axis counts it: percent, yuan, or as it is. */
export function onAxis(unit: Unit, value: number | null): number | null {
  if (value === null) return null;
  if (isShare(unit)) return percent(value);
  return unit === "fen" ? Math.round(value) / 100 : value;
}

/** What stands behind the numbers of such an axis. */
export const axisSign = (unit: Unit): string => (isShare(unit) ? "%" : "");

/** Our words in the language of the report. */
export const told = ({ lang }: Pick<Drawing, "lang">, text: Text): string => text[lang];
