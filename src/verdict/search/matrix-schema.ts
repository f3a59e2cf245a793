import { z } from "zod";
import { checkShape, type Diagnostic, type JsonDocument } from "../../base/index.ts";
import type { MatrixReport } from "./matrix-report.ts";

const text = z.strictObject({ en: z.string(), zh: z.string() });
const bounds = z.strictObject({ low: z.number(), high: z.number() }).nullable();
const interval = z
  .strictObject({ low: z.number(), high: z.number(), kind: z.enum(["sampling", "replication"]) })
  .nullable()
  .meta({ description: "95 %. sampling: other customers in this economy; replication: other economies too." });
const side = z.enum(["better", "worse", "higher", "lower", "alike", "undecided", "no-data"]);
const place = { scenario: z.string(), assumptions: z.string() };

const measure = z.strictObject({
  name: z.string(),
  value: z.number().nullable().meta({ description: "numerator ÷ denominator (× 1,000 per thousand); null is no data" }),
  interval,
  numerator: z.number(),
  denominator: z.number(),
  assumed: z.boolean().meta({ description: "rests on a behavioural assumption that was put in" }),
});

const difference = z
  .strictObject({
    name: z.string(),
    difference: z.number().nullable(),
    interval,
    verdict: z.enum(["better", "worse", "different", "no-difference-that-matters", "undecided"]),
    breakEven: z.number().nullable(),
    adjusted: z.number().nullish(),
    timesNeeded: z.number().nullish(),
  })
  .nullable()
  .meta({ description: "less the champion of the same scenario and assumption set, on the same customers; null for the champion" });

const conclusion = z.strictObject({
  challenger: z.string(),
  champions: z.array(z.string()),
  standing: z.enum(["holds", "turns", "fades", "open", "no-data"]),
  side,
  cells: z.int(),
  agreeing: z.int(),
  otherwise: z.array(z.strictObject({ ...place, side, difference: z.number().nullable(), interval: bounds })),
  range: bounds,
});

const inputs = z.strictObject({
  scenarios: z.array(
    z.strictObject({
      name: z.string(),
      title: text,
      startDate: z.string(),
      months: z.int(),
      customers: z.int(),
      seed: z.string(),
      replications: z.int(),
      lender: z.string(),
      environment: z.string(),
      population: z.string(),
      laws: z.array(z.string()),
      champion: z.string(),
      policies: z.array(z.string()),
    }),
  ),
  assumptions: z.array(z.string()),
  policies: z.array(z.string()),
  version: z.string(),
  hashes: z.record(z.string(), z.string()).meta({ description: "SHA-256 of each input file" }),
  flags: z.array(z.string()),
  digest: z.string(),
});

const matrix: z.ZodType<MatrixReport> = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal("matrix"),
  inputs,
  family: z.int(),
  measures: z.array(
    z.strictObject({
      measure: z.string(),
      better: z.enum(["higher", "lower", "neither"]),
      cells: z.array(z.strictObject({ ...place, policy: z.string(), measure, difference })),
      worst: z.array(z.strictObject({ ...place, policy: z.string(), value: z.number(), safest: z.boolean() })),
      conclusions: z.array(conclusion),
    }),
  ),
});

/** The JSON Schema (draft-07) of what `matrix --json` writes. */
export function matrixSchema(): object {
  return z.toJSONSchema(matrix, { target: "draft-7" });
}

/** Reads a matrix back; one diagnostic for each thing that does not fit the published schema. */
export function readMatrix(document: JsonDocument): { readonly report?: MatrixReport; readonly diagnostics: readonly Diagnostic[] } {
  const { value, diagnostics } = checkShape(matrix, document);
  const all = [...document.diagnostics, ...diagnostics];
  return value === undefined ? { diagnostics: all } : { report: value, diagnostics: all };
}
