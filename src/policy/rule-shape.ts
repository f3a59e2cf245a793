import { z } from "zod";
import { ignoreShape } from "./lint/ignores.ts";
import { decisionNames } from "./policy.ts";
import { schemaKey, textShape } from "./text-shape.ts";

/** The frame of a decision file; combining, outcomes, conditions and rules are checked one by one. */
export const ruleFileFrame = z.strictObject({
  $schema: schemaKey,
  decision: z.enum(decisionNames),
  combine: z.record(z.string(), z.unknown()).exactOptional(),
  exclusive: z.array(z.unknown()).exactOptional(),
  otherwise: z.record(z.string(), z.unknown()).exactOptional(),
  onMissing: z.unknown().exactOptional(),
  conditions: z.record(z.string(), z.unknown()).exactOptional(),
  rules: z.array(z.unknown()),
  examples: z.array(z.unknown()).exactOptional(),
  tables: z.array(z.unknown()).exactOptional(),
  ignore: ignoreShape.exactOptional(),
});

/** One rule but for its conditions, event and priority, which are checked in rule-files' own terms. */
export const ruleFrame = z.strictObject({
  name: z.string(),
  title: textShape,
  why: textShape.exactOptional(),
  serves: z.array(z.string().trim().min(1)).exactOptional(),
  priority: z.unknown().exactOptional(),
  conditions: z.unknown().exactOptional(),
  event: z.unknown().exactOptional(),
  ignore: ignoreShape.exactOptional(),
  $comment: z.string().exactOptional(),
});

/** One example but for its facts and outcome. */
export const exampleFrame = z.strictObject({
  name: z.string(),
  moment: z.string(),
  facts: z.record(z.string(), z.unknown()),
  expect: z.record(z.string(), z.unknown()),
  $comment: z.string().exactOptional(),
});

/** A table of cases: columns are facts, `name`, `moment`, `expect.…`; each row is an example. */
export const tableFrame = z.strictObject({
  name: z.string().trim().min(1).max(200),
  moment: z.string().exactOptional(),
  facts: z.record(z.string(), z.unknown()).exactOptional(),
  expect: z.record(z.string(), z.unknown()).exactOptional(),
  columns: z.array(z.string().trim().min(1)).min(1).max(200),
  rows: z.array(z.array(z.unknown())),
  $comment: z.string().exactOptional(),
});

/** Examples in a file beside a decision file: `limit.examples.json`. */
export const examplesFileFrame = z.strictObject({
  $schema: schemaKey,
  examples: z.array(z.unknown()).exactOptional(),
  tables: z.array(z.unknown()).exactOptional(),
  $comment: z.string().exactOptional(),
});
