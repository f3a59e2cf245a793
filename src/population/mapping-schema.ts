import { z } from "zod";

const text = z.strictObject({ en: z.string().min(1).max(400), zh: z.string().min(1).max(400) });
const columnName = z
  .string()
  .min(1)
  .max(200)
  .describe("A column's name in the header, or its number where there is none");
const code = z.string().max(200);
const factValue = z.union([z.string().max(200), z.number(), z.boolean(), z.null()]);
const source = z
  .string()
  .min(3)
  .max(400)
  .optional()
  .describe("Where the number comes from, or the word assumption");

/** What happens to a number after it was read: times, plus, unit, bounds. Whole facts are rounded half to even. */
const arithmetic = {
  times: z.number().min(-1e9).max(1e9).optional(),
  add: z.number().min(-1e12).max(1e12).optional(),
  unit: z
    .string()
    .min(1)
    .max(40)
    .optional()
    .describe("Unit of the result; another one is converted where we know how"),
  clip: z
    .strictObject({ min: z.number().optional(), max: z.number().optional() })
    .optional()
    .describe(
      "Values beyond are set to the bound and counted; without it they are taken as missing",
    ),
  source,
};

const recoding = {
  recode: z
    .record(code, factValue)
    .optional()
    .describe("Code in the file → value of the fact; null is missing"),
  otherwise: factValue.optional().describe("Value for codes that recode does not list"),
};

const fromColumn = z.strictObject({ column: columnName, ...recoding, ...arithmetic });
const fromColumns = z.strictObject({
  columns: z.array(columnName).min(1).max(100),
  aggregate: z.enum(["max", "min", "sum", "mean"]),
  ...recoding,
  ...arithmetic,
});
const fromRatio = z.strictObject({ ratio: z.tuple([columnName, columnName]), ...arithmetic });
const constant = z.strictObject({ constant: factValue, source });
const synthesise = z.strictObject({ synthesise: z.literal(true), source });

/** A column of the file that is no fact of the bench: scorecards and backtests may read it, rules never. */
const attributeWords = { column: columnName, title: text.optional(), source };
const attribute = z.union([
  z
    .strictObject({
      ...attributeWords,
      values: z.record(code, z.string().min(1).max(200)).describe("Code in the file → value"),
    })
    .describe("Categories"),
  z
    .strictObject({
      ...attributeWords,
      min: z.number(),
      max: z.number(),
      decimals: z.int().min(0).max(6).optional(),
      unit: z.string().min(1).max(40).optional(),
    })
    .describe("A number"),
]);

/** A mapping file: which column of a CSV becomes which fact. Facts it does not name are drawn and said to be. */
export const mappingSchema = z.strictObject({
  $schema: z.string().max(400).optional(),
  name: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(80),
  title: text,
  attribution: text.optional(),
  header: z.strictObject({
    rows: z.int().min(0).max(2),
    names: z
      .array(columnName)
      .min(1)
      .max(1_000)
      .optional()
      .describe("What to call the columns of a file without a header, from left to right"),
  }),
  delimiter: z
    .string()
    .length(1)
    .optional()
    .describe("What stands between cells; guessed among , ; tab and | if absent"),
  missing: z
    .array(z.string().max(40))
    .max(20)
    .optional()
    .describe("Cells that mean no value; the empty cell if absent"),
  id: columnName.optional(),
  columns: z
    .record(
      columnName,
      z.strictObject({
        aliases: z.array(columnName).max(20).optional(),
        documented: z
          .array(code)
          .max(1_000)
          .optional()
          .describe("All codes that the file's documentation knows"),
        required: z.boolean().optional().describe("An empty cell is a problem"),
        title: text.optional(),
      }),
    )
    .optional(),
  ignore: z
    .array(columnName)
    .max(1_000)
    .optional()
    .describe("Columns that are left out on purpose"),
  facts: z.record(
    z.string().min(1).max(200),
    z.union([fromColumn, fromColumns, fromRatio, constant, synthesise]),
  ),
  attributes: z
    .record(z.string().regex(/^file\.[a-z][A-Za-z0-9]{0,80}$/), attribute)
    .optional()
    .describe("Columns that are no facts of the bench, for scorecards and backtests"),
  outcome: z
    .strictObject({
      column: columnName,
      bad: z.array(code).min(1).max(100),
      good: z.array(code).min(1).max(100),
      unknown: z
        .array(code)
        .max(100)
        .optional()
        .describe("Codes of rows whose outcome is not known (yet)"),
    })
    .optional()
    .describe("What became of the customers; never enters a decision or a drawn trait"),
});

/** A mapping as read from its file. */
export type Mapping = z.infer<typeof mappingSchema>;
/** Where one fact comes from. */
export type FactSource = Mapping["facts"][string];
export type Arithmetic = Pick<z.infer<typeof fromColumn>, "times" | "add" | "unit" | "clip">;
export type Recoding = Pick<z.infer<typeof fromColumn>, "recode" | "otherwise">;
/** A column beside the facts. */
export type Attribute = z.infer<typeof attribute>;
