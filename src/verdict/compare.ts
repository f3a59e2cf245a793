import { differenceInterval, jackknifeInterval } from "../base/index.ts";
import type { Interval, Measure, MeasureSample, MeasureValue } from "../statistics/index.ts";
import type { ComparedMeasure, ComparisonVerdict } from "./report.ts";

/**
 * One measure of a challenger less the champion's. Both met the same customers with the same luck, so the interval
 * is that of the paired difference: the jackknife over differences part by part. A policy against itself gives
 * exactly 0 and the interval [0, 0].
 */
export function compareMeasure(champion: MeasureSample, challenger: MeasureSample, confidence = 0.95): ComparedMeasure {
  const { measure } = champion;
  if (champion.value === null || challenger.value === null) {
    return { name: measure.name, difference: null, interval: null, verdict: "undecided", breakEven: null };
  }
  const difference = challenger.value - champion.value;
  const interval = intervalOf(champion, challenger, difference, confidence);
  const verdict = verdictOf(measure, interval ?? (measure.method === "none" ? { low: difference, high: difference } : null));
  const turns = measure.assumed && champion.value !== 0 && (verdict === "better" || verdict === "worse" || verdict === "different");
  return { name: measure.name, difference, interval, verdict, breakEven: turns ? challenger.value / champion.value : null };
}

function intervalOf(
  champion: MeasureSample,
  challenger: MeasureSample,
  difference: number,
  confidence: number,
): Interval | null {
  const { measure, kind } = champion;
  const parts = pairedParts(champion, challenger);
  const same = champion.numerator === challenger.numerator && champion.denominator === challenger.denominator;
  if (same && champion.leaveOneOut.every((part, index) => part === challenger.leaveOneOut[index])) return { low: 0, high: 0, kind };
  if (measure.method === "none") return null;
  // Quantiles move in steps, which the jackknife does not follow.
  if (measure.method === "quantile" && kind === "sampling") return hybrid(champion, challenger, confidence);
  if (isBare(champion) || isBare(challenger)) {
    if (measure.method === "wilson" || measure.method === "clustered") return hybrid(champion, challenger, confidence);
    if (measure.unit === "share" || measure.unit === "ratio") return null;
  }
  const known = parts.filter((part) => part !== null);
  if (known.length < parts.length) return null;
  const bounds = jackknifeInterval(difference, known, confidence);
  return bounds === null ? null : { low: bounds.low, high: bounds.high, kind };
}

/** Nothing or everything was found: the parts of such a sample all agree, and the jackknife sees no doubt in it. */
const isBare = ({ numerator, denominator }: MeasureSample): boolean => numerator === 0 || numerator === denominator;

/**
 * The interval of a difference from the intervals of both sides (Newcombe 1998, method 10): wider than the paired
 * one, and honest where one side found nothing.
 */
function hybrid(champion: MeasureSample, challenger: MeasureSample, confidence: number): Interval | null {
  const [own, other] = [champion.at(confidence).interval, challenger.at(confidence).interval];
  if (own === null || other === null || champion.value === null || challenger.value === null) return null;
  return { ...differenceInterval({ ...own, value: champion.value }, { ...other, value: challenger.value }), kind: champion.kind };
}

/**
 * Two measures known by their values and intervals alone, such as those of two saved reports: as the samples may share
 * nothing, the interval of the difference is made from both (the method of variance estimates recovery, Zou and Donner
 * 2008). Without an interval on either side, only equal values are compared.
 */
export function compareValues(measure: Measure, champion: MeasureValue, challenger: MeasureValue): ComparedMeasure {
  if (champion.value === null || challenger.value === null) return { name: measure.name, difference: null, interval: null, verdict: "undecided", breakEven: null };
  const difference = challenger.value - champion.value;
  const [own, other] = [champion.interval, challenger.interval];
  const interval =
    own === null || other === null
      ? null
      : {
          ...differenceInterval({ ...own, value: champion.value }, { ...other, value: challenger.value }),
          kind: own.kind === other.kind ? own.kind : ("sampling" as const),
        };
  const verdict = verdictOf(measure, interval ?? (measure.method === "none" || difference === 0 ? { low: difference, high: difference } : null));
  return { name: measure.name, difference, interval, verdict, breakEven: null };
}

/** A measure of one run beside itself: exactly zero. */
export function compareWithItself(measure: Measure, own: MeasureValue): ComparedMeasure {
  const { value, interval } = own;
  if (value === null) return compareValues(measure, own, own);
  const zero = { low: 0, high: 0 };
  return { name: measure.name, difference: 0, interval: interval === null ? null : { ...zero, kind: interval.kind }, verdict: verdictOf(measure, zero), breakEven: null };
}

function pairedParts(champion: MeasureSample, challenger: MeasureSample): readonly (number | null)[] {
  if (champion.leaveOneOut.length !== challenger.leaveOneOut.length || champion.kind !== challenger.kind) {
    throw new Error(`${champion.measure.name}: the policies did not meet the same customers`);
  }
  return champion.leaveOneOut.map((part, index) => {
    const other = challenger.leaveOneOut[index] ?? null;
    return part === null || other === null ? null : other - part;
  });
}

/** Beyond the smallest difference that matters, wholly within it, or neither. */
function verdictOf(measure: Measure, bounds: { readonly low: number; readonly high: number } | null): ComparisonVerdict {
  if (bounds === null) return "undecided";
  const { matters, better } = measure;
  if (bounds.low > -matters && bounds.high < matters) return "no-difference-that-matters";
  const higher = bounds.low >= matters;
  const lower = bounds.high <= -matters;
  if (!higher && !lower) return "undecided";
  if (better === "neither") return "different";
  return higher === (better === "higher") ? "better" : "worse";
}
