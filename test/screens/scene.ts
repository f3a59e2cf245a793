// What the tests of the screen look at: a report with curves and law, and a model around it.
import type { RunReport, ReportInputs } from "../../src/verdict/index.ts";
import { drawScreen, type Drawn, type ScreenModel } from "../../src/view/screens/frame.ts";
import { firstState, press, type KeyName, type ScreenState } from "../../src/view/screens/state.ts";
import { laws, lawRule, reportOf, request } from "../verdict/report-of.ts";
import { tallyOf } from "../statistics/tally-of.ts";

const rising = (each: number): readonly number[] => Array.from({ length: 24 }, (_, age) => Math.max(0, age - 2) * each);

/** Two policies with curves, three law rules, a claim. */
export const report: RunReport = sceneOf();

export function sceneOf(more: Partial<ReportInputs> = {}): RunReport {
  const made = request(more);
  if (more.runs !== undefined) return reportOf(more);
  const runs = made.runs.map((run, index) => ({
    ...run,
    tallies: run.tallies.map((tally) => {
      const curves = tallyOf({ months: 24, vintages: [{ booked: 300, ever90: rising(index === 0 ? 1 : 0.5) }, { booked: 200, ever90: rising(index === 0 ? 0.8 : 0.2) }] });
      const late: Readonly<Record<string, (month: number) => number>> = { current: (month) => 12 * month, dpd1to30: (month) => month, dpd31to60: (month) => Math.max(0, month - 3) >> index, dpd61to90: (month) => Math.max(0, month - 6) >> 1, dpd91plus: (month) => Math.max(0, month - 8) >> 1, chargedOff: (month) => (month % 3 === 2 ? 1 : 0) };
      return { ...tally, at: (counter: Parameters<typeof tally.at>[0], month: number) => late[counter]?.(month) ?? tally.at(counter, month), vintageBooked: (vintage: number) => curves.vintageBooked(vintage), vintage: (...at: Parameters<typeof curves.vintage>) => curves.vintage(...at) };
    }),
  }));
  return reportOf({ ...more, runs });
}

/** A report whose every text is the one given. */
export function reportSaying(words: string): RunReport {
  const text = { en: words, zh: words };
  const made = request();
  return sceneOf({
    inputs: { ...made.inputs, scenario: words, title: text, seed: words, lender: words, assumptions: words },
    runs: made.runs.map((run) => ({ ...run, title: text })),
    laws: [lawRule("A", { title: text, citation: text, remedy: text, act: words }), ...laws.slice(1)],
  });
}

/** The screen of a terminal with 100 × 30 cells, in English, with the report. */
export function modelOf(more: Partial<ScreenModel> = {}): ScreenModel {
  return { title: "Steady economy", report, state: firstState, columns: 100, rows: 30, lang: "en", ascii: false, again: "policy-bench replay baseline", ...more };
}

/** Lines as a reader sees them. */
export function textOf(drawn: Drawn): string {
  return drawn.lines.map((line) => line.map((part) => part.text).join("").trimEnd()).join("\n");
}

/** The state after keys pressed one after the other on a screen drawn anew each time. */
export function after(keys: readonly KeyName[], model: ScreenModel = modelOf()): ScreenState {
  return keys.reduce((state, key) => press(state, key, drawScreen({ ...model, state }).extent), model.state);
}

/** Characters as keys. */
export function typed(text: string): readonly KeyName[] {
  return Array.from(text, (character) => ({ character }));
}
