import { encodeFact, type FactLayout, type FactName } from "../../facts/index.ts";
import { roundHalfEven } from "../../base/index.ts";
import type { Row } from "../compiled.ts";
import type { Constant } from "../policy.ts";
import { inForce, scoreFact, type Characteristic, type Scorecard } from "./scorecard.ts";

/** A scorecard made ready for rows of one layout. */
export interface Scorer {
  /** The score of a row, a whole number within the scale; NaN where there is none. */
  points(row: Row): number;
  /** Where a customer lost most against the best bin of each characteristic: the reasons of a low score, worst first. */
  lostMost(row: Row, most: number): readonly { readonly fact: FactName; readonly points: number }[];
}

interface Prepared {
  readonly fact: FactName;
  readonly slot: number;
  /** Upper ends of bands, rising; of values, every code but the last and a half. */
  readonly ends: readonly number[];
  readonly points: readonly number[];
  /** NaN: without it there is no score. */
  readonly missing: number;
  readonly best: number;
}

/** Prepares a scorecard that was read without an error. */
export function makeScorer(scorecard: Scorecard, layout: FactLayout): Scorer {
  const parts = scorecard.characteristics.map((characteristic) => prepare(characteristic, layout));
  const scale = layout.dictionary.facts.get(scoreFact);
  if (scale?.type !== "integer") throw new Error(`${scoreFact} is no whole number`);
  return {
    points(row) {
      let sum = scorecard.basePoints;
      for (const part of parts) sum += worth(part, row);
      return sum !== sum ? Number.NaN : Math.min(scale.max, Math.max(scale.min, roundHalfEven(sum)));
    },
    lostMost: (row, most) =>
      parts
        .map((part) => ({ fact: part.fact, points: worth(part, row) - part.best }))
        .filter(({ points }) => points < 0)
        .toSorted((a, b) => a.points - b.points)
        .slice(0, most),
  };
}

/** The score that a policy's own scorecard gives to these facts, where it is in force and they do not name a score. */
export function withOwnScore(row: Row, given: Readonly<Record<FactName, Constant | null>>, layout: FactLayout, scorecard: Scorecard | undefined): Row {
  const own = inForce(scorecard);
  if (own === undefined || Object.hasOwn(given, scoreFact)) return row;
  row[layout.slot(scoreFact)] = makeScorer(own, layout).points(row);
  return row;
}

function worth({ slot, ends, points, missing }: Prepared, row: Row): number {
  const value = row[slot] ?? Number.NaN;
  if (value !== value) return missing;
  let at = 0;
  while (at < ends.length && value >= (ends[at] ?? 0)) at++;
  return points[at] ?? Number.NaN;
}

function prepare({ fact, bins, missing = Number.NaN }: Characteristic, layout: FactLayout): Prepared {
  const definition = layout.dictionary.facts.get(fact);
  if (definition === undefined) throw new Error(`${fact} is not in the dictionary`);
  const none = missing === "no-score" ? Number.NaN : missing;
  const best = Math.max(...bins.map(({ points }) => points));
  const common = { fact, slot: layout.slot(fact), missing: none, best };
  const bands = bins.flatMap((bin) => ("in" in bin ? [] : [bin]));
  if (bands.length > 0) return { ...common, ends: bands.slice(0, -1).map((bin) => bin.below ?? Number.POSITIVE_INFINITY), points: bands.map(({ points }) => points) };
  const values = bins.flatMap((bin) => ("in" in bin ? bin.in.map((value) => ({ code: encodeFact(definition, value), points: bin.points })) : []));
  const byCode = values.toSorted((a, b) => a.code - b.code);
  return { ...common, ends: byCode.slice(0, -1).map(({ code }) => code + 0.5), points: byCode.map(({ points }) => points) };
}
