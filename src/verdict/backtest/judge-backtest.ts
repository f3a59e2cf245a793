import type { Verdict } from "../../base/index.ts";
import type { Requirement } from "../search/requirement.ts";
import type { BacktestEstimate, BacktestReport } from "./backtest-report.ts";
import { noEstimate, shareOf } from "./estimates.ts";

type Figure = (report: BacktestReport) => BacktestEstimate;

/** Of the last sample: out-of-time where there is one. */
const scored = (of: (sample: NonNullable<BacktestReport["score"]>["samples"][number]) => BacktestEstimate): Figure => ({ score }) => {
  const last = score?.samples.at(-1);
  return last === undefined ? noEstimate : of(last);
};
const decidedAs = (of: (decided: BacktestReport["decisions"][number]) => BacktestEstimate): Figure => ({ decisions, samples, inputs }) => {
  const own = decisions.find(({ policy, sample }) => policy === inputs.policy && sample === samples.at(-1)?.name);
  return own === undefined ? noEstimate : of(own);
};
type Standings = BacktestReport["decisions"][number]["standings"];
const standing = (name: Standings[number]["standing"], of: (one: Standings[number]) => BacktestEstimate): Figure =>
  decidedAs(({ standings }) => {
    const found = standings.find((one) => one.standing === name);
    return found === undefined ? noEstimate : of(found);
  });

/** What can be required of a backtest. */
export const backtestFigures: Readonly<Record<string, Figure>> = {
  auc: scored(({ auc }) => auc),
  gini: scored(({ gini }) => gini),
  ks: scored(({ ks }) => ks),
  informationValue: scored(({ informationValue }) => informationValue),
  observedToExpected: scored(({ calibration }) => calibration?.observedToExpected ?? noEstimate),
  psi: ({ score }) => score?.psi ?? noEstimate,
  approvedShare: standing("approved", ({ share }) => share),
  badRateApproved: standing("approved", ({ badRate }) => badRate),
  badRateDeclined: standing("declined", ({ badRate }) => badRate),
  undecidedShare: standing("undecided", ({ share }) => share),
  syntheticShare: decidedAs(({ standings, rows }) => shareOf(standings.reduce((sum, { onSynthetic }) => sum + onSynthetic, 0), rows)),
};

/** Held where the whole interval is on the right side, broken where it is on the wrong one, else undecided; no data decides nothing. */
export function judgeBacktest(report: BacktestReport, requirements: readonly Requirement[]): BacktestReport["requirements"] {
  return requirements.map((requirement) => {
    const { text, measure } = requirement;
    const estimate = (Object.hasOwn(backtestFigures, measure) ? backtestFigures[measure]?.(report) : undefined) ?? noEstimate;
    return { text, measure, ...estimate, verdict: verdictOf(estimate, requirement) };
  });
}

function verdictOf({ value, low, high }: BacktestEstimate, { side, bound }: Requirement): Verdict {
  if (value === null || bound === "champion") return "undecided";
  const meets = (x: number): boolean => ({ atMost: x <= bound, below: x < bound, atLeast: x >= bound, above: x > bound })[side];
  const ends = [low ?? value, high ?? value].map(meets);
  return ends.every(Boolean) ? "held" : ends.some(Boolean) ? "undecided" : "broken";
}
