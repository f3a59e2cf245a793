import { z } from "zod";
import type { MeasureValue } from "../../statistics/index.ts";
import type { ComparedMeasure } from "../report.ts";
import type { Axis } from "./axis.ts";
import type { RequirementResult } from "./requirement.ts";
import type { SearchInputs } from "./search-inputs.ts";
import type { SweptParameter } from "./sweep-report.ts";

/** A text in both languages. */
export const textPart = z.strictObject({ en: z.string(), zh: z.string() });

/** Two ends. */
export const boundsPart = z.strictObject({ low: z.number(), high: z.number() });

const interval = z
  .strictObject({ low: z.number(), high: z.number(), kind: z.enum(["sampling", "replication"]) })
  .nullable()
  .meta({ description: "95 %. sampling: other customers in this economy; replication: other economies too." });

/** A measure with its interval. */
export const measurePart: z.ZodType<MeasureValue> = z.strictObject({
  name: z.string(),
  value: z.number().nullable().meta({ description: "numerator ÷ denominator (× 1,000 per thousand); null is no data" }),
  interval,
  numerator: z.number(),
  denominator: z.number(),
  assumed: z.boolean().meta({ description: "rests on a behavioural assumption that was put in" }),
});

/** A paired difference with its verdict. */
export const differencePart: z.ZodType<ComparedMeasure> = z.strictObject({
  name: z.string(),
  difference: z.number().nullable(),
  interval,
  verdict: z.enum(["better", "worse", "different", "no-difference-that-matters", "undecided"]),
  breakEven: z.number().nullable(),
  adjusted: z.number().nullish(),
  timesNeeded: z.number().nullish(),
});

/** A measure and which way of it is wanted. */
export const axisPart: z.ZodType<Axis> = z.strictObject({ measure: z.string(), better: z.enum(["higher", "lower"]) });

/** A parameter that varied. */
export const parameterPart: z.ZodType<SweptParameter> = z.strictObject({
  name: z.string(), title: textPart, unit: z.string(), current: z.number(), low: z.number(), high: z.number(), values: z.int(),
});

/** A requirement with how it was met. */
export const requirementPart: z.ZodType<RequirementResult> = z.strictObject({
  text: z.string(),
  measure: z.string(),
  verdict: z.enum(["held", "broken", "undecided"]),
  value: z.number().nullable(),
  interval: boundsPart.nullable(),
  difference: z.number().nullable(),
  excess: z.number(),
});

/** What a search rests on. */
export const inputsPart: z.ZodType<SearchInputs> = z.strictObject({
  scenario: z.string(),
  customers: z.int(),
  months: z.int(),
  seed: z.string(),
  replications: z.int(),
  assumptions: z.string(),
  version: z.string(),
  hashes: z.record(z.string(), z.string()).meta({ description: "SHA-256 of each input file" }),
  flags: z.array(z.string()).meta({ description: "the flags that the result depends on" }),
  digest: z.string().meta({ description: "SHA-256 over hashes, flags and version" }),
});

/** Parameters by name. */
export const settingPart = z.record(z.string(), z.number());
