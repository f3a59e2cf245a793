import { exp, logistic, normalCdf, normalQuantile, type StreamKey } from "../base/index.ts";
import { attackTable, type AttackTable } from "./attacks.ts";
import type { AssumptionValues } from "./assumptions.ts";
import { macroPath, type Environment } from "./environment.ts";

const cells = 4096;

/** Functions of a draw or a month, computed once for a run; the month looks them up. */
export interface Tables {
  /** Times the median purchase, at cell boundaries of the uniform: e^(spread · Φ⁻¹(u)). */
  readonly amount: Float64Array;
  /** Chance of choosing instalments, by cell of the same uniform. */
  readonly instalment: Float64Array;
  /** Chance of entering an income shock; index: month + warmUp. */
  readonly shockEntry: Float64Array;
  /** Times the rate of purchases; same index. */
  readonly purchaseFactor: Float64Array;
  /** Times amounts on credit; same index. */
  readonly creditFactor: Float64Array;
  readonly attacks: AttackTable;
  /** Chances by cycles missed: index 1 … 7 and 1 … 6; beyond the last, the last. */
  readonly roll: Float64Array;
  readonly cure: Float64Array;
}

export interface TableInputs {
  readonly assumed: AssumptionValues;
  readonly environment: Environment;
  readonly key: StreamKey;
  readonly warmUp: number;
  readonly months: number;
  /** Calendar month of month 0: 1 … 12. */
  readonly firstCalendarMonth: number;
}

/** Computes the tables of a run. */
export function makeTables(inputs: TableInputs): Tables {
  const { assumed: a, environment, key, warmUp, months } = inputs;
  const z = macroPath(environment, key, warmUp, months);
  const length = warmUp + months;
  return {
    amount: Float64Array.from({ length: cells + 1 }, (_, i) => exp(a.purchaseSpread * boundary(i))),
    instalment: Float64Array.from({ length: cells }, (_, i) =>
      logistic(a.instalmentChoice + a.instalmentAmount * normalQuantile((i + 0.5) / cells)),
    ),
    shockEntry: z.map((state) => shockEntry(a, state)),
    purchaseFactor: Float64Array.from({ length }, (_, i) => {
      const calendar = (((inputs.firstCalendarMonth - 1 + i - warmUp) % 12) + 12) % 12;
      const festival = environment.festivals.find(({ month }) => month === i - warmUp);
      return (environment.purchaseFactors[calendar] ?? 1) * (festival?.factor ?? 1);
    }),
    creditFactor: Float64Array.from({ length }, (_, i) => environment.festivals.find(({ month }) => month === i - warmUp)?.creditFactor ?? 1),
    attacks: attackTable(environment, a, warmUp, months),
    roll: Float64Array.of(0, a.roll1, a.roll2, a.roll3, a.roll4, a.roll5, a.roll6, a.roll7),
    cure: Float64Array.of(0, a.cure1, a.cure2, a.cure3, a.cure4, a.cure5, a.cure6),
  };
}

/** The multiplier at a uniform, linear between cell boundaries; the tails end at half a cell. */
export function amountAt(table: Float64Array, u: number): number {
  const x = u * cells;
  const cell = Math.floor(x);
  const low = table[cell] ?? 0;
  return low + ((table[cell + 1] ?? low) - low) * (x - cell);
}

/** The cell of a uniform in `Tables.instalment`. */
export const cellOf = (u: number): number => Math.floor(u * cells);

/** Φ⁻¹ at the boundary of cell i; the two outermost are taken half a cell inside. */
function boundary(i: number): number {
  return normalQuantile(Math.min(Math.max(i, 0.5), cells - 0.5) / cells);
}

/** Vasicek's conditional chance: Φ((Φ⁻¹(p) − √ρ Z) / √(1 − ρ)). */
export function shockEntry(a: Pick<AssumptionValues, "shockEntry" | "shockCorrelation">, z: number): number {
  if (a.shockEntry === 0 || a.shockEntry === 1 || a.shockCorrelation >= 1) return a.shockEntry;
  const rho = a.shockCorrelation;
  return normalCdf((normalQuantile(a.shockEntry) - Math.sqrt(rho) * z) / Math.sqrt(1 - rho));
}
