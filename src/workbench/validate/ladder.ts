import { computeMeasures } from "../../statistics/index.ts";
import { calibrationOf, type Calibration, type Rung, type ValidationLine } from "../../verdict/index.ts";
import { bands } from "./bands.ts";
import { closedForms } from "./closed-forms.ts";
import { debtPerLimit } from "./debt-per-limit.ts";
import { geometric } from "./geometric.ts";
import type { Lab } from "./lab.ts";
import { markov } from "./markov.ts";
import { metamorphic } from "./metamorphic.ts";
import { publishedTables, type ReadTable } from "./published-tables.ts";
import { shape } from "./shape.ts";
import { vasicek } from "./vasicek.ts";

/** What is examined, and how thoroughly. */
export interface LadderRequest {
  readonly lab: Lab;
  /** Customers behind the bands and the calibration. */
  readonly customers: number;
  /** Published data, where they are at hand. */
  readonly table: ReadTable;
}

/** One rung: its name, and the checks on it. */
export interface LadderRung {
  readonly rung: Rung;
  readonly run: (request: LadderRequest) => readonly ValidationLine[];
}

/** The ladder of validation, from what is certain to what is only plausible. */
export const ladder: readonly LadderRung[] = [
  { rung: "closed-form", run: () => closedForms() },
  { rung: "golden", run: ({ table, lab }) => publishedTables(table, lab) },
  { rung: "vasicek", run: ({ lab }) => vasicek(lab) },
  { rung: "markov", run: ({ lab }) => markov(lab) },
  { rung: "geometric", run: ({ lab }) => geometric(lab) },
  { rung: "shape", run: ({ lab }) => shape(lab) },
  { rung: "metamorphic", run: ({ lab }) => metamorphic(lab) },
  { rung: "band", run: ({ lab, customers }) => bands((["seasoned", "empty"] as const).map((name) => ({ name, tally: lab.play({ customers, book: name }) }))) },
];

/** Tuned to and checked against, of the policy that enrols most on a seasoned book. */
export function calibrated({ lab, customers }: Omit<LadderRequest, "table">): Calibration {
  const measures = computeMeasures(lab.play({ customers, book: "seasoned" }));
  return calibrationOf("silent-auto-enrolment", measures, new Map([["debtPerLimit", debtPerLimit(lab)]]));
}
