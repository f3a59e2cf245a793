import { z } from "zod";
import type { BridgeReport } from "./bridge-report.ts";
import type { OptimiseReport, Winner } from "./optimise-report.ts";
import { axisPart, boundsPart, differencePart, inputsPart, measurePart, parameterPart, requirementPart, settingPart, textPart } from "./schema-parts.ts";
import type { SweepReport } from "./sweep-report.ts";
import type { TornadoReport } from "./tornado-report.ts";

const sweep: z.ZodType<SweepReport> = z.strictObject({
  schemaVersion: z.literal(1),
  inputs: inputsPart,
  policy: z.string(),
  design: z.enum(["grid", "points"]),
  varied: z.array(parameterPart),
  x: axisPart,
  y: axisPart,
  points: z.array(
    z.strictObject({
      id: z.int(), policy: z.string(), named: z.boolean(), parameters: settingPart, measures: z.array(measurePart), differences: z.array(differencePart),
      standing: z.enum(["frontier", "open", "beaten", "no-data"]).meta({ description: "open: beaten, but not beyond chance on the same customers" }),
    }),
  ),
  frontier: z.array(z.int()),
  steps: z.array(z.strictObject({ from: z.int(), to: z.int(), dx: z.number(), dy: z.number(), slope: z.number(), interval: boundsPart.nullable() })),
});

const winner: z.ZodType<Winner> = z.strictObject({
  id: z.int(),
  parameters: settingPart,
  search: z.array(measurePart).meta({ description: "as the search saw it: better than it is" }),
  fresh: z.array(measurePart).meta({ description: "on customers and luck that the search never met" }),
  differences: z.array(differencePart),
  requirements: z.array(requirementPart),
  proved: z.enum(["held", "broken", "undecided"]).nullable(),
  chosen: z.boolean(),
});

const optimise: z.ZodType<Omit<OptimiseReport, "diagnostics">> = z.strictObject({
  schemaVersion: z.literal(1),
  inputs: inputsPart,
  policy: z.string(),
  champion: z.string(),
  varied: z.array(parameterPart),
  objectives: z.array(axisPart),
  requirements: z.array(z.strictObject({ written: z.string(), title: textPart })),
  budget: z.number(),
  spent: z.number(),
  tried: z.int(),
  dropped: z.strictObject({ beaten: z.int(), broken: z.int() }),
  meeting: z.int(),
  disproved: z.int(),
  freshSeed: z.string(),
  current: winner,
  winners: z.array(winner),
  conflict: z.strictObject({ requirements: z.array(textPart), nearest: settingPart, results: z.array(requirementPart) }).nullable(),
  changes: z.array(z.strictObject({ name: z.string(), text: textPart })).optional(),
});

const bridge: z.ZodType<BridgeReport> = z.strictObject({
  schemaVersion: z.literal(1),
  inputs: inputsPart,
  from: z.string(),
  to: z.string(),
  attribution: z.enum(["shapley", "sequence"]),
  runs: z.int(),
  measures: z.array(z.strictObject({ from: measurePart, to: measurePart, difference: differencePart })),
  steps: z.array(
    z.strictObject({
      name: z.string(), title: textPart, edits: z.array(textPart), more: z.int(),
      effects: z.array(z.strictObject({ measure: z.string(), effect: z.number().nullable(), interval: boundsPart.nullable() })),
    }),
  ),
  merged: z.array(z.strictObject({ names: z.array(z.string()), why: textPart })),
});

const moved = { assumption: z.string(), title: textPart, unit: z.string() };

const tornado: z.ZodType<TornadoReport> = z.strictObject({
  schemaVersion: z.literal(1),
  inputs: inputsPart,
  champion: z.string(),
  challenger: z.string(),
  assumptions: z.int(),
  measures: z.array(
    z.strictObject({
      measure: z.string(),
      base: differencePart,
      bars: z.array(
        z.strictObject({ ...moved, low: z.number(), base: z.number(), high: z.number(), atLow: differencePart, atHigh: differencePart, swing: z.number(), turns: z.enum(["sign", "verdict"]).nullable() }),
      ),
      still: z.int(),
      sobol: z.array(z.strictObject({ assumption: z.string(), title: textPart, first: z.number(), firstInterval: boundsPart, total: z.number(), totalInterval: boundsPart })).optional(),
      range: boundsPart.extend({ above: z.int(), points: z.int() }).optional(),
    }),
  ),
  requirements: z
    .array(z.strictObject({ written: z.string(), title: textPart, base: requirementPart, ends: z.array(z.strictObject({ ...moved, base: z.number(), value: z.number(), result: requirementPart })) }))
    .optional(),
});

/** The JSON Schemas (draft-07) of what sweep, optimise, bridge and tornado write with --json, by file name. */
export function searchSchemas(): Readonly<Record<string, object>> {
  return Object.fromEntries(Object.entries({ sweep, optimise, bridge, tornado }).map(([name, schema]) => [`${name}.schema.json`, z.toJSONSchema(schema, { target: "draft-7" })]));
}
