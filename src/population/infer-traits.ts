import { exp, normalQuantile } from "../base/index.ts";
import type { FactName } from "../facts/index.ts";
import type { Draft } from "./draft.ts";
import { uniformAt, type Lanes } from "./lanes.ts";
import { cholesky, solveFor } from "./positive-matrix.ts";
import { purposes } from "./purposes.ts";
import { inferredTraits, type Signal } from "./signals.ts";

/** What an imported column tells about latent traits: where each of its values stands in the file. */
export interface SignalData {
  readonly fact: FactName;
  /** Position among all signals: the address of its draw. */
  readonly position: number;
  readonly loadings: readonly number[];
  /** Different values, ascending, and how many customers stand at or below each. */
  readonly values: Float64Array;
  readonly atOrBelow: Float64Array;
}

/** Signals with their correlations in the file; plain data that travels to threads. */
export interface Signals {
  readonly signals: readonly SignalData[];
  /** Row by row, signals × signals. */
  readonly correlations: Float64Array;
}

/**
 * Ranks the columns and measures how they hang together in this file. Equal values are parted by the
 * customer's own draw, so each signal is standard normal over the file.
 */
export function measureSignals(
  columns: ReadonlyMap<FactName, Float64Array>,
  known: readonly Signal[],
  lanes: Lanes,
  customers: number,
): Signals {
  const signals = known.flatMap(({ fact, loadings }, position): readonly SignalData[] => {
    const column = columns.get(fact);
    const ranks = column === undefined ? undefined : ranked(column);
    return ranks === undefined || ranks.values.length < 2
      ? []
      : [{ fact, position, loadings, ...ranks }];
  });
  const size = signals.length;
  const sums = new Float64Array(size * size);
  const counts = new Float64Array(size * size);
  for (let first = 0; first < customers; first += sliceLength) {
    const count = Math.min(sliceLength, customers - first);
    lanes.start(first, count);
    const scores = signals.map((signal) => {
      const column = columns.get(signal.fact);
      if (column === undefined) throw new Error(`no column for ${signal.fact}`);
      return normalScores(signal, column.subarray(first, first + count), lanes);
    });
    for (let a = 0; a < size; a++)
      for (let b = 0; b <= a; b++) addProducts(sums, counts, a * size + b, scores[a], scores[b]);
  }
  return { signals, correlations: correlationsOf(sums, counts, size) };
}

const sliceLength = 4_096;

function ranked(column: Float64Array): {
  readonly values: Float64Array;
  readonly atOrBelow: Float64Array;
} {
  const sorted = column.filter((value) => value === value).sort();
  const values: number[] = [];
  const atOrBelow: number[] = [];
  sorted.forEach((value, index) => {
    if (index > 0 && value === sorted[index - 1]) atOrBelow[atOrBelow.length - 1] = index + 1;
    else {
      values.push(value);
      atOrBelow.push(index + 1);
    }
  });
  return { values: Float64Array.from(values), atOrBelow: Float64Array.from(atOrBelow) };
}

/** Standard normal scores of a slice of a column; NaN where it has no value. */
function normalScores(
  { values, atOrBelow, position }: SignalData,
  slice: Float64Array,
  lanes: Lanes,
): Float64Array {
  const lane = lanes.of(purposes.signalFirst + position);
  const total = atOrBelow[atOrBelow.length - 1] ?? 1;
  return slice.map((value, i) => {
    if (value !== value) return value;
    const index = indexOfValue(values, value);
    const low = index === 0 ? 0 : (atOrBelow[index - 1] ?? 0);
    const high = atOrBelow[index] ?? total;
    return normalQuantile((low + uniformAt(lane, i) * (high - low)) / total);
  });
}

function indexOfValue(values: Float64Array, value: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function addProducts(
  sums: Float64Array,
  counts: Float64Array,
  at: number,
  a: Float64Array | undefined,
  b: Float64Array | undefined,
): void {
  if (a === undefined || b === undefined) return;
  for (let i = 0; i < a.length; i++) {
    const product = (a[i] ?? Number.NaN) * (b[i] ?? Number.NaN);
    if (product !== product) continue;
    sums[at] = (sums[at] ?? 0) + product;
    counts[at] = (counts[at] ?? 0) + 1;
  }
}

/** Scores have variance one, so the mean product is the correlation. */
function correlationsOf(sums: Float64Array, counts: Float64Array, size: number): Float64Array {
  const result = new Float64Array(size * size);
  for (let a = 0; a < size; a++) {
    result[a * size + a] = 1;
    for (let b = 0; b < a; b++) {
      const at = a * size + b;
      const mean = (sums[at] ?? 0) / Math.max(1, counts[at] ?? 0);
      const held = Math.max(-1, Math.min(1, mean));
      result[at] = held;
      result[b * size + a] = held;
    }
  }
  return result;
}

/** A customer's signals as a number: one bit a signal. */
const bits = Array.from({ length: 24 }, (_, k) => 1 << k);

/** How to draw the traits given which signals a customer has. */
interface Posterior {
  /** Signals that count, by index. */
  readonly present: readonly number[];
  /** Trait by trait: the weight of each present signal. */
  readonly weights: readonly Float64Array[];
  /** Lower triangular factor of what the signals leave open, traits × traits. */
  readonly open: Float64Array;
}

/**
 * Turns the free draws of quality, standing, demand and over-borrowing into draws given the signals: mean M·z,
 * covariance I − M·R·M′, with R the correlations in the file. So over the file the traits stay standard normal
 * and independent, however the signals hang together, and lean on each signal about as stated.
 */
export function createInference({ signals, correlations }: Signals): (draft: Draft) => void {
  const cache = new Map<number, Posterior>();
  const posteriorFor = (mask: number): Posterior => {
    const found = cache.get(mask) ?? posterior(signals, correlations, mask);
    cache.set(mask, found);
    return found;
  };
  return (draft) => {
    if (signals.length === 0) return;
    const scores = signals.map((signal) => {
      const given = draft.given.get(signal.fact) ?? new Float64Array(draft.count).fill(Number.NaN);
      return normalScores(signal, given, draft.lanes);
    });
    for (let i = 0; i < draft.count; i++) {
      let mask = 0;
      scores.forEach((score, k) => {
        if (score[i] === score[i]) mask += bits[k] ?? 0;
      });
      redraw(draft, i, posteriorFor(mask), scores);
    }
  };
}

function redraw(
  { latent, profile }: Draft,
  i: number,
  { present, weights, open }: Posterior,
  scores: readonly Float64Array[],
): void {
  const { overborrowingCorrelation: link } = profile.source.quality;
  const { demandSpread } = profile.source.behaviour;
  const own = Math.sqrt(1 - link * link);
  const quality = latent.quality[i] ?? 0;
  const free = [
    quality,
    latent.status[i] ?? 0,
    latent.demandNormal[i] ?? 0,
    ((latent.overborrowing[i] ?? 0) - link * quality) / own,
  ];
  const drawn = inferredTraits.map((_, trait) => {
    let sum = 0;
    present.forEach((k, at) => (sum += (weights[trait]?.[at] ?? 0) * (scores[k]?.[i] ?? 0)));
    for (let other = 0; other <= trait; other++)
      sum += (open[trait * inferredTraits.length + other] ?? 0) * (free[other] ?? 0);
    return sum;
  });
  const [newQuality = 0, status = 0, demand = 0, overborrowing = 0] = drawn;
  latent.quality[i] = newQuality;
  latent.status[i] = status;
  latent.demand[i] = exp(demandSpread * demand);
  latent.overborrowing[i] = link * newQuality + own * overborrowing;
}

/** Weights that would leave less than nothing open are shrunk until they fit. */
function posterior(
  signals: readonly SignalData[],
  correlations: Float64Array,
  mask: number,
): Posterior {
  const present = signals.flatMap((_, k) => ((mask & (bits[k] ?? 0)) !== 0 ? [k] : []));
  const size = present.length;
  const traits = inferredTraits.length;
  const inFile = Float64Array.from({ length: size * size }, (_, at) => {
    const row = present[Math.floor(at / size)] ?? 0;
    return correlations[row * signals.length + (present[at % size] ?? 0)] ?? 0;
  });
  const weights = weightsOf(
    present.flatMap((k) => signals[k] ?? []),
    inFile,
  );
  const spread = weights.map((weight) => times(inFile, weight));
  for (let share = 1; share > 0.01; share *= 0.95) {
    const left = new Float64Array(traits * traits);
    for (let a = 0; a < traits; a++) {
      for (let b = 0; b < traits; b++)
        left[a * traits + b] = (a === b ? 1 : 0) - share * share * product(weights[a], spread[b]);
    }
    const open = cholesky(left, traits, leastOpen);
    if (open !== undefined)
      return {
        present,
        weights: weights.map((weight) => weight.map((value) => value * share)),
        open,
      };
  }
  throw new Error("signals of no weight cannot be too many");
}

/** At least this share of each trait stays a matter of luck. */
const leastOpen = 0.02;

/**
 * One row of M a trait. The proportions are those of the best estimate if signals had only the traits in
 * common (R = ΛΛ′ off the diagonal); the size is the one that meets the stated loadings best (least squares)
 * given how the signals really correlate. Signals that say the same twice are then counted once, and signals
 * that contradict each other cancel.
 */
function weightsOf(signals: readonly SignalData[], inFile: Float64Array): readonly Float64Array[] {
  const size = signals.length;
  const model = Float64Array.from({ length: size * size }, (_, at) => {
    const row = Math.floor(at / size);
    return row === at % size ? 1 : product(signals[row]?.loadings, signals[at % size]?.loadings);
  });
  const factor = stableFactor(model, size);
  return inferredTraits.map((_, trait) => {
    const stated = Float64Array.from(signals, ({ loadings }) => loadings[trait] ?? 0);
    const best = solveFor(factor, size, stated);
    const reached = times(inFile, best);
    const power = product(reached, reached);
    const scale = power > 1e-9 ? Math.max(0, product(stated, reached) / power) : 0;
    return best.map((value) => value * scale);
  });
}

function times(matrix: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  return vector.map((_, row) => product(matrix.subarray(row * size, (row + 1) * size), vector));
}

function product(a: ArrayLike<number> | undefined, b: ArrayLike<number> | undefined): number {
  let sum = 0;
  for (let k = 0; k < (a?.length ?? 0); k++) sum += (a?.[k] ?? 0) * (b?.[k] ?? 0);
  return sum;
}

/** Signals without noise of their own leave the matrix singular; it is drawn towards the identity until it is not. */
function stableFactor(matrix: Float64Array, size: number): Float64Array {
  for (let held = matrix, turn = 0; turn < 60; turn++) {
    const factor = cholesky(held, size, 1e-3);
    if (factor !== undefined) return factor;
    held = held.map((value, at) => (Math.floor(at / size) === at % size ? 1 : value * 0.9));
  }
  throw new Error("an identity matrix has a factor");
}
