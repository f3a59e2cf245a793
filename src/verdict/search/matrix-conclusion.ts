import type { Bounds } from "../../base/index.ts";
import type { ComparedMeasure } from "../report.ts";
import type { CellPlace } from "./matrix-report.ts";

/** What a cell says of a challenger; higher and lower where neither is better; alike: no difference that matters. */
export type CellSide = "better" | "worse" | "higher" | "lower" | "alike" | "undecided" | "no-data";

/** A cell with what it says. */
export interface CellSaid extends Pick<CellPlace, "scenario" | "assumptions"> {
  readonly side: CellSide;
  readonly difference: number | null;
  readonly interval: Bounds | null;
}

/**
 * What becomes of "this challenger against the champion" over all cells. `holds`: every cell says the same; `turns`: some
 * cells say the opposite; `fades`: none says the opposite, but some do not decide; `open`: no cell decides a direction.
 */
export interface MatrixConclusion {
  readonly challenger: string;
  /** The champions it met, each once. */
  readonly champions: readonly string[];
  readonly standing: "holds" | "turns" | "fades" | "open" | "no-data";
  /** What most cells say, of those that decide. */
  readonly side: CellSide;
  readonly cells: number;
  readonly agreeing: number;
  /** Cells that say otherwise: where it turns or fades. */
  readonly otherwise: readonly CellSaid[];
  /** Least and greatest difference over the cells. */
  readonly range: Bounds | null;
}

interface Figure extends CellPlace {
  readonly difference: ComparedMeasure | null;
}

/** One conclusion a challenger. `champions`: by scenario. */
export function conclude(figures: readonly Figure[], champions: ReadonlyMap<string, string>): readonly MatrixConclusion[] {
  const challengers = [...new Set(figures.filter(({ difference }) => difference !== null).map(({ policy }) => policy))];
  return challengers.map((challenger) => {
    const own = figures.filter(({ policy, difference }) => policy === challenger && difference !== null);
    const met = [...new Set(own.map(({ scenario }) => champions.get(scenario) ?? ""))];
    return { challenger, champions: met, ...judged(own.map(saidBy)) };
  });
}

function saidBy({ scenario, assumptions, difference }: Figure): CellSaid {
  const interval = difference?.interval ?? null;
  return { scenario, assumptions, side: sideOf(difference), difference: difference?.difference ?? null, interval: interval === null ? null : { low: interval.low, high: interval.high } };
}

function sideOf(compared: ComparedMeasure | null): CellSide {
  if (compared === null || compared.difference === null) return "no-data";
  if (compared.verdict === "different") return compared.difference > 0 ? "higher" : "lower";
  return compared.verdict === "no-difference-that-matters" ? "alike" : compared.verdict;
}

const opposite: Readonly<Partial<Record<CellSide, CellSide>>> = { better: "worse", worse: "better", higher: "lower", lower: "higher" };

function judged(said: readonly CellSaid[]): Omit<MatrixConclusion, "challenger" | "champions"> {
  const known = said.flatMap(({ difference }) => (difference === null ? [] : [difference]));
  const range = known.length === 0 ? null : { low: Math.min(...known), high: Math.max(...known) };
  const count = (side: CellSide): number => said.filter((one) => one.side === side).length;
  const ranked = (sides: readonly CellSide[]): CellSide | undefined => sides.filter((side) => count(side) > 0).toSorted((a, b) => count(b) - count(a))[0];
  const side = ranked(["better", "worse", "higher", "lower"]) ?? ranked(["alike", "undecided"]) ?? "no-data";
  const otherwise = said.filter((one) => one.side !== side);
  return { standing: standingOf(side, otherwise), side, cells: said.length, agreeing: said.length - otherwise.length, otherwise, range };
}

function standingOf(side: CellSide, otherwise: readonly CellSaid[]): MatrixConclusion["standing"] {
  if (side === "no-data") return "no-data";
  if (side === "undecided") return "open";
  if (otherwise.length === 0) return "holds";
  const against = opposite[side];
  if (against === undefined) return "open";
  return otherwise.some((one) => one.side === against) ? "turns" : "fades";
}
