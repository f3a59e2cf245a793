import { correctedSize, meansSize, type MeasureSample } from "../statistics/index.ts";
import type { LiveTest } from "./report.ts";

/** The measures of a comparison that a reader looks at first. */
export const comparedHeadlines: readonly string[] = [
  "bookingRate", "enrolledShare", "unaskedShare", "ever90PlusAtMonth12", "lossPerCustomer", "marginPerCustomer", "incrementalSalesPerCustomer", "complaintsPerThousand",
];

/** Measures of an age: they exist when an account is so many months on book, whatever the run lasted. */
const monthsOnBook: Readonly<Record<string, number>> = { ever90PlusAtMonth12: 12, firstPaymentDefault: 2, activeAtMonth12Share: 12 };

/** What the samples were taken from. */
export interface LiveGround {
  /** Over all replications. */
  readonly customers: number;
  readonly months: number;
}

const level = 0.05;

/**
 * How many customers each arm of a live test would need to see the simulated difference, and how long. A live test cannot
 * pair: nobody lives under both policies. Shares go by two proportions; all else by the variance that the jackknife finds.
 */
export function liveTests(champion: readonly MeasureSample[], challenger: readonly MeasureSample[], ground: LiveGround): readonly LiveTest[] {
  return comparedHeadlines.flatMap((name) => {
    const own = champion.find(({ measure }) => measure.name === name);
    const other = challenger.find(({ measure }) => measure.name === name);
    return own === undefined || other === undefined ? [] : liveTest(own, other, ground);
  });
}

function liveTest(champion: MeasureSample, challenger: MeasureSample, ground: LiveGround): readonly LiveTest[] {
  if (champion.value === null || challenger.value === null || champion.value === challenger.value) return [];
  const { name } = champion.measure;
  const onBook = Object.hasOwn(monthsOnBook, name) ? monthsOnBook[name] : undefined;
  const sizes = [0.8, 0.9].map((power) => customersNeeded(champion, challenger, ground, power));
  const [power80, power90] = sizes;
  if (power80 === undefined || power90 === undefined || !Number.isFinite(power90)) return [];
  return [
    {
      name,
      difference: challenger.value - champion.value,
      method: isShare(champion) ? "two-proportions" : "variance",
      customersPerArm: { power80: Math.ceil(power80), power90: Math.ceil(power90) },
      months: onBook ?? ground.months,
      counted: onBook === undefined ? "run" : "on-book",
    },
  ];
}

/** A share of persons or accounts that each count once. */
const isShare = ({ measure, numerator, denominator }: MeasureSample): boolean => measure.method === "wilson" && numerator >= 0 && numerator <= denominator;

function customersNeeded(champion: MeasureSample, challenger: MeasureSample, { customers }: LiveGround, power: number): number {
  const arms = [champion, challenger];
  if (arms.every(isShare)) {
    const [p1 = 0, p2 = 0] = arms.map(({ numerator, denominator }) => numerator / denominator);
    // Not every customer comes to be counted: of a rate of accounts only those who have one, and grown old enough.
    const each = Math.max(...arms.map(({ denominator }) => customers / denominator));
    return correctedSize(p1, p2, { level, power }) * Math.max(1, each);
  }
  const [first, second] = arms.map((arm) => customers * squaredError(arm));
  return meansSize([first ?? Number.NaN, second ?? Number.NaN], (challenger.value ?? 0) - (champion.value ?? 0), { level, power });
}

/** The jackknife's variance of the estimate over the whole run; NaN where it has none. */
function squaredError({ leaveOneOut }: MeasureSample): number {
  const groups = leaveOneOut.length;
  const parts = leaveOneOut.filter((part) => part !== null);
  if (groups < 2 || parts.length < groups) return Number.NaN;
  const mean = parts.reduce((sum, part) => sum + part / groups, 0);
  return (parts.reduce((sum, part) => sum + (part - mean) * (part - mean), 0) * (groups - 1)) / groups;
}
