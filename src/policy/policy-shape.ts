import { z } from "zod";
import { ignoreShape } from "./lint/ignores.ts";
import type { Parameter } from "./policy.ts";
import type { SameType } from "./same-type.ts";
import { schemaKey, textShape } from "./text-shape.ts";

const sections = z.record(z.string(), z.unknown());

/** The frame of policy.json; its sections are checked one by one, so that one mistake leaves the rest readable. */
export const policyFrame = z.strictObject({
  $schema: schemaKey,
  name: z.string(),
  title: textShape,
  version: z.string().trim().min(1).max(50).describe("Version of the policy."),
  effectiveFrom: z.iso.date().exactOptional().describe("First day on which the policy is in force."),
  effectiveTo: z.iso.date().exactOptional().describe("Last day on which the policy is in force."),
  parameters: sections.exactOptional().describe("Numbers that sweeps and the terminal UI may move; `minScore` is read as `param.minScore`."),
  derived: sections.exactOptional().describe("Facts computed before the rules; `incomeCapFen` is read as `derived.incomeCapFen`."),
  arrangements: sections.exactOptional().describe("Who funds, bears losses and earns, by the name that pricing rules use."),
  procedures: sections.describe("How the lender acts around its decisions."),
  ignore: ignoreShape.exactOptional(),
});

/** One entry of `parameters`. */
export const parameterShape = z.strictObject({
  value: z.number().describe("The value in force."),
  min: z.number().describe("The least value it may take."),
  max: z.number().describe("The greatest value it may take."),
  step: z.number().gt(0).describe("The step in which sweeps move it."),
  unit: z.string().trim().min(1).max(50).describe("fen, bps, points, days, months …"),
  title: textShape,
});

void (true satisfies SameType<z.infer<typeof parameterShape> & { name: string }, Parameter>);
