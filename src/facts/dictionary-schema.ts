import { z } from "zod";
import { consentSources, dataCategories, producers } from "./dictionary.ts";
import { factPrefixes } from "./prefixes.ts";

const namePattern = /^[a-z][A-Za-z0-9]*(?:\.[a-z][A-Za-z0-9]*)+$/;

const text = z
  .strictObject({
    en: z.string().trim().min(1).describe("In English."),
    zh: z.string().trim().min(1).describe("In Chinese."),
  })
  .readonly();

const common = {
  name: z
    .string()
    .regex(namePattern)
    .describe(`Dotted name of the fact; its first part is one of ${factPrefixes.join(", ")}.`),
  title: text.describe("A few words, shown beside the fact."),
  description: text.describe("One sentence: what it means, its unit, its edges."),
  nullable: z.boolean().describe("Whether the fact may be missing for an applicant."),
  producedBy: z.enum(producers).describe("Who writes the fact."),
  level: z
    .union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])
    .describe("Data level by JR/T 0197, 1 (public) to 5."),
  sensitive: z.boolean().describe("Sensitive personal information (PIPL art 28, GB/T 35273)."),
  category: z.enum(dataCategories).optional().describe("Data that some laws keep out of an assessment: of a social network, or a special category such as health or belief."),
  consent: z
    .enum(consentSources)
    .optional()
    .describe("The consent that the use of the fact rests on."),
  riskFactor: z.boolean().describe("Whether a price may rest on it as a risk or cost factor."),
};

const booleanFact = z
  .strictObject({ ...common, type: z.literal("boolean"), typical: z.boolean() })
  .describe("A fact that is true or false.");

const range = {
  min: z.number().describe("The least value."),
  max: z.number().describe("The greatest value."),
  unit: z.string().min(1).describe("Unit of the number: fen, bps, days, months …"),
  typical: z.number().describe("The value of the typical applicant, from whom examples start."),
};

const integerFact = z
  .strictObject({
    ...common,
    type: z.literal("integer"),
    ...range,
    min: z.int().describe("The least value."),
    max: z.int().describe("The greatest value."),
    typical: z.int().describe("The value of the typical applicant, from whom examples start."),
    decimals: z.literal(0).optional().describe("A whole number has no decimals."),
  })
  .describe("A whole number.");

const decimalFact = z
  .strictObject({
    ...common,
    type: z.literal("decimal"),
    ...range,
    decimals: z.int().min(1).max(9).describe("Decimals kept."),
  })
  .describe("A number with decimals.");

const enumFact = z
  .strictObject({
    ...common,
    type: z.literal("enum"),
    values: z.array(z.string().min(1)).min(1).describe("The values, in their order."),
    valueTitles: z.record(z.string(), text).optional().describe("What each value means, as people read it; all of them or none."),
    typical: z.string(),
  })
  .describe("One of a few named values.");

/** One entry of a dictionary as it stands in the file. */
export const factSchema = z.discriminatedUnion("type", [
  booleanFact,
  integerFact,
  decimalFact,
  enumFact,
]);
export type FactEntry = z.infer<typeof factSchema>;

/** The outer form of the file; entries are checked one by one, so that one bad entry does not hide the others. */
export const dictionaryFrame = z.strictObject({
  $schema: z.string().optional(),
  facts: z.array(z.unknown()).min(1),
});

/** The whole file, as published for editors. */
export const dictionaryFileSchema = z.strictObject({
  $schema: z.string().optional(),
  facts: z
    .array(factSchema)
    .min(1)
    .describe("Every fact a rule may read, in the order of the tables and screens."),
});

/** JSON Schema (draft-07) of `rules/dictionary.json`. */
export function dictionarySchema(): object {
  return z.toJSONSchema(dictionaryFileSchema, { target: "draft-7", io: "input" });
}
