import { z } from "zod";
import { checkShape, diagnose, isIsoDate, readJson, type Diagnostic, type JsonDocument } from "../base/index.ts";
import { lenderSchema } from "../simulation/index.ts";
import { expectationSchema } from "../verdict/index.ts";

const text = z.strictObject({ en: z.string().min(1).max(2000), zh: z.string().min(1).max(2000) });
/** Names become file names and report headings: letters, digits, dots and dashes only. */
const name = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/u, {
  message: "use letters, digits, dots and dashes",
});

/** A scenario file: who the customers are, what the world does, which policies meet them. */
export const scenarioSchema = z.strictObject({
  $schema: z.string().optional(),
  name,
  title: text,
  startDate: z.string().refine(isIsoDate, { message: "use a date like 2026-11-01" }),
  months: z.int().min(1).max(240),
  seed: z.string().min(1).max(200),
  replications: z.int().min(1).max(1000).default(1),
  population: z.strictObject({
    customers: z.int().min(1).max(200_000_000).optional(),
    profile: name.default("urban-shoppers"),
    book: z.enum(["empty", "seasoned"]).default("empty"),
    /** Customers from a CSV file, read by a mapping of scenarios/mappings. */
    mapping: name.optional(),
    /** The CSV file, relative to the scenario; `--csv` wins. */
    csv: z.string().min(1).max(4096).optional(),
  }),
  lender: lenderSchema,
  environment: z.strictObject({ macro: name }),
  assumptions: name.default("base"),
  champion: name,
  challengers: z.array(name).max(100).default([]),
  laws: z.array(name).max(20).default([]),
  expectations: z.array(expectationSchema).max(1000).default([]),
});
export type Scenario = z.infer<typeof scenarioSchema>;

/** A scenario as read, with the document that diagnostics point into. */
export interface ReadScenario {
  readonly scenario?: Scenario;
  readonly document: JsonDocument;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a scenario file; every mistake is reported, and nothing is returned where one is an error. */
export function readScenario(source: { readonly file: string; readonly text: string }): ReadScenario {
  const document = readJson(source.text, source.file);
  if (document.value === undefined) return { document, diagnostics: document.diagnostics };
  const shape = checkShape(scenarioSchema, document);
  const diagnostics = [...document.diagnostics, ...shape.diagnostics];
  if (shape.value === undefined) return { document, diagnostics };
  diagnostics.push(...checkPopulation(shape.value, document));
  const broken = diagnostics.some((d) => d.level === "error");
  return broken ? { document, diagnostics } : { scenario: shape.value, document, diagnostics };
}

/** Policies of a scenario in report order, each once: a champion may stand among its own challengers. */
export function policiesOf(scenario: Scenario): readonly string[] {
  return [...new Set([scenario.champion, ...scenario.challengers])];
}

function checkPopulation(scenario: Scenario, document: JsonDocument): Diagnostic[] {
  const { population } = scenario;
  if (population.mapping !== undefined || population.customers !== undefined) return [];
  return [
    diagnose({
      code: "missing-key",
      document,
      pointer: "/population",
      message: {
        en: "the population says neither how many `customers` to make nor which `mapping` to import by",
        zh: "population 既没有写要生成多少 `customers`，也没有写按哪个 `mapping` 导入",
      },
      hint: { en: 'add "customers": 20000', zh: '加上 "customers": 20000' },
    }),
  ];
}
