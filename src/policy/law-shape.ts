import { z } from "zod";
import { actKinds, lawCounts, severities, verifications } from "./law.ts";
import { schemaKey, textShape } from "./text-shape.ts";

/** Whom a rule of law binds. */
export const lawActors = ["lender", "platform", "partner", "payment-institution", "collection-agency", "bureau"] as const;

/** The frame of a law pack; parameters, conditions and rules are checked one by one. */
export const lawPackFrame = z.strictObject({
  $schema: schemaKey,
  name: z.string(),
  title: textShape,
  stateOfLaw: z.iso.date().describe("The day as of which the rules were written down."),
  parameters: z.array(z.unknown()).exactOptional().describe("Dated numbers that the rules compare with, as `law.*` facts."),
  conditions: z.record(z.string(), z.unknown()).exactOptional().describe("Named conditions."),
  rules: z.array(z.unknown()).describe("Rules whose match is a violation."),
  $comment: z.string().exactOptional(),
});

/** One parameter of the law. */
export const lawParameterShape = z.strictObject({
  name: z.string().describe("A fact `law.*` of the dictionary."),
  title: textShape,
  values: z
    .array(z.strictObject({ from: z.iso.date().describe("First day of the value."), value: z.number() }))
    .min(1)
    .describe("In order of date; the last that has begun applies."),
  houseStandard: z.boolean().default(false).describe("A default of this product, not a number of the law."),
  $comment: z.string().exactOptional(),
});

/** One rule but for its conditions: a rule of json-rules-engine with what the law needs beside it. */
export const lawRuleShape = z.strictObject({
  name: z.string().describe("The rule's id."),
  title: textShape,
  trigger: z.enum(actKinds).describe("The kind of act that the rule judges."),
  conditions: z.unknown().describe("A match is a violation."),
  event: z.strictObject({ type: z.literal("violation") }),
  severity: z.enum(severities),
  citation: textShape,
  remedy: textShape,
  penalty: textShape.exactOptional().describe("The statutory range of the sanction; never a predicted sum."),
  actors: z.array(z.enum(lawActors)).min(1).describe("Whom the rule binds."),
  effectiveFrom: z.iso.date().exactOptional().describe("First day in force; absent: always."),
  effectiveTo: z.iso.date().exactOptional().describe("Last day in force; absent: no end known."),
  verification: z.enum(verifications).describe("How far the rule's text was checked."),
  core: z.boolean().default(false).describe("One of the rules that every run reports first."),
  counts: z.enum(lawCounts).exactOptional().describe("What matches are counted in; absent: persons, and `lender-months` for the lender's own `month-end`, which allows nothing else."),
  houseStandard: z.boolean().default(false).describe("A match rests on a default of this product rather than on the law's own number."),
  priority: z.int().min(1).exactOptional(),
  $comment: z.string().exactOptional(),
});
