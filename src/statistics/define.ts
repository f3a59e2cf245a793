import type { Text } from "../base/index.ts";
import type { CounterName } from "../simulation/index.ts";
import type { IntervalMethod, Measure, MeasureGroup, Unit } from "./measure.ts";
import { anyIn, quantileOrZero } from "./quantile.ts";
import { sampleMeasure, sliceRun } from "./sample.ts";
import type { Sums } from "./sums.ts";

/** A quantity of a slice: one counter, several added up, or a formula. */
export type Term = CounterName | readonly CounterName[] | ((sums: Sums) => number);

/** What a measure's file says. */
export interface MeasureWords {
  readonly name: string;
  readonly group: MeasureGroup;
  readonly title: Text;
  readonly numerator: Text;
  readonly denominator: Text;
  readonly excludes: Text;
  readonly of: Term;
  readonly among: Term;
  readonly better: Measure["better"];
  readonly matters: number;
  /** Rests on a behavioural assumption; false when absent. */
  readonly assumed?: boolean;
  readonly quantile?: Measure["quantile"];
}

/** What the file of a median says: the histogram it is of, instead of terms. */
export interface MedianWords extends Omit<MeasureWords, "of" | "among" | "quantile"> {
  readonly histogram: string;
}

/** A share of persons or accounts, each counted once: Wilson's interval. */
export const share = (words: MeasureWords): Measure => define(words, "share", "wilson");

/** A share of events of which one customer may have several: months, requests, statements. */
export const eventShare = (words: MeasureWords): Measure => define(words, "share", "clustered");

/** The median of a histogram of shares, to the edge of a bin: Woodruff's interval. */
export const medianShare = (words: MedianWords): Measure => define(medianOf(words), "share", "quantile");

/** The same in fen. */
export const medianFen = (words: MedianWords): Measure => define(medianOf(words), "fen", "quantile");

/** A share of money. */
export const moneyShare = (words: MeasureWords): Measure => define(words, "share", "jackknife");

/** A quotient that may be negative or above one. */
export const ratio = (words: MeasureWords): Measure => define(words, "ratio", "jackknife");

/** Events per thousand persons. */
export const perThousand = (words: MeasureWords): Measure => define(words, "perThousand", "clustered");

/** Fen per person or account. */
export const meanFen = (words: MeasureWords): Measure => define(words, "fen", "jackknife");

/** Months per person or account. */
export const meanMonths = (words: MeasureWords): Measure => define(words, "months", "jackknife");

/** Days per case. */
export const meanDays = (words: MeasureWords): Measure => define(words, "days", "jackknife");

/** A number of persons or events of a run, estimated: another sample of customers would give another. */
export const count = (words: Omit<MeasureWords, "among" | "denominator">): Measure =>
  define({ ...words, among: (sums) => sums.runs, denominator: perRun }, "count", "jackknife");

/** A number that is what it is in this run and estimates nothing, such as the number of rules matched. */
export const plainCount = (words: Omit<MeasureWords, "denominator">): Measure =>
  define({ ...words, denominator: perRun }, "count", "none");

/** Points of a score, estimated. */
export const meanPoints = (words: MeasureWords): Measure => define(words, "count", "jackknife");

/** A quotient of the run as a whole: no interval, because it cannot be split by customers. */
export const fixedRatio = (words: MeasureWords): Measure => define(words, "ratio", "none");

/** A share of the run as a whole, without an interval. */
export const fixedShare = (words: MeasureWords): Measure => define(words, "share", "none");

/** Months of the run as a whole, without an interval. */
export const fixedMonths = (words: MeasureWords): Measure => define(words, "months", "none");

function medianOf({ histogram, ...words }: MedianWords): MeasureWords {
  const half = { histogram, share: 0.5 };
  return { ...words, of: quantileOrZero(half), among: anyIn(histogram), quantile: half };
}

const perRun: Text = { en: "one run (with replications: their number)", zh: "一次运行（多次重复时为重复次数）" };

function define(words: MeasureWords, unit: Unit, method: IntervalMethod): Measure {
  const measure: Measure = {
    name: words.name,
    title: words.title,
    unit,
    numerator: words.numerator,
    denominator: words.denominator,
    excludes: words.excludes,
    assumed: words.assumed ?? false,
    matters: words.matters,
    better: words.better,
    group: words.group,
    method,
    quantile: words.quantile,
    of: quantity(words.of),
    counted: typeof words.of === "function" ? [] : [words.of].flat(),
    among: quantity(words.among),
    compute: (tally) => sampleMeasure(measure, sliceRun(tally)).at(0.95),
  };
  return measure;
}

function quantity(term: Term): (sums: Sums) => number {
  if (typeof term === "function") return term;
  if (typeof term === "string") return (sums) => sums.of(term);
  return (sums) => term.reduce((total, counter) => total + sums.of(counter), 0);
}
