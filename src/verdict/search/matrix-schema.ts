import { z } from "zod";
import type { Diagnostic, JsonDocument } from "../../base/index.ts";
import { readShape } from "../read-shape.ts";
import type { MatrixReport } from "./matrix-report.ts";
import { boundsPart, differencePart, measurePart, textPart } from "./schema-parts.ts";

const bounds = boundsPart.nullable();
const side = z.enum(["better", "worse", "higher", "lower", "alike", "undecided", "no-data"]);
const place = { scenario: z.string(), assumptions: z.string() };

const difference = differencePart.nullable().meta({ description: "less the champion of the same scenario and assumption set, on the same customers; null for the champion" });

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
      title: textPart,
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
      cells: z.array(z.strictObject({ ...place, policy: z.string(), measure: measurePart, difference })),
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
  return readShape(matrix, document, ["inputs", "measures"]);
}
