import { z } from "zod";
import type { Diagnostic, JsonDocument } from "../base/index.ts";
import { readShape } from "./read-shape.ts";
import type { RunReport } from "./report.ts";
import { choiceSchema } from "./search/choice.ts";

const text = z.strictObject({ en: z.string(), zh: z.string() });
const orNull = (schema: z.ZodNumber) => schema.nullable();
const amount = z.number();

const interval = z
  .strictObject({ low: amount, high: amount, kind: z.enum(["sampling", "replication"]) })
  .nullable()
  .meta({ description: "95 %. sampling: other customers in this economy; replication: other economies too." });

const measure = z.strictObject({
  name: z.string(),
  value: orNull(amount).meta({ description: "numerator ÷ denominator (× 1,000 per thousand); null is no data" }),
  interval,
  numerator: amount,
  denominator: amount,
  assumed: z.boolean().meta({ description: "rests on a behavioural assumption that was put in" }),
});

const lawLine = z.strictObject({
  id: z.string(),
  jurisdiction: z.string(),
  title: text,
  citation: text,
  remedy: text,
  act: z.string(),
  severity: z.enum(["critical", "high", "medium", "low"]),
  verification: z.enum(["text", "secondary", "unverified"]),
  houseStandard: z.boolean(),
  core: z.boolean(),
  declared: z.boolean(),
  judged: amount,
  persons: amount,
  accounts: amount,
  counts: z.enum(["persons", "accounts", "lender-months"]),
  count: amount,
  inconclusive: amount,
  declaredPersons: amount,
  firstMonth: z.int().nullable(),
  personsByMonth: z.array(amount),
  cases: z.array(z.strictObject({ customer: z.int(), month: z.int() })).max(3),
});

const lawSummary = z.strictObject({
  modelled: z.int(),
  matched: z.int(),
  matchedCritical: z.int(),
  inconclusive: z.int(),
  notJudged: z.int(),
  restingOnDeclarations: z.int(),
  matchedOnDeclarations: z.int(),
  matchedOnHouseStandards: z.int(),
  matchedByVerification: z.strictObject({ text: z.int(), secondary: z.int(), unverified: z.int() }),
  persons: amount,
});

const vintage = z.strictObject({
  kind: z.enum(["ever30", "ever90", "chargedOff", "balance90"]),
  points: z.array(
    z.strictObject({ monthsOnBook: z.int(), value: orNull(amount), low: orNull(amount), high: orNull(amount), accounts: z.int() }),
  ),
});

const queue = z.strictObject({
  name: z.string(),
  perMonth: amount,
  passes: z.int(),
  arrivals: z.array(amount),
  waitDays: z.array(amount).meta({ description: "days that a case of the month waits, as the last pass was given them" }),
  impliedDays: z.array(amount).meta({ description: "days that the arrivals of the last pass itself come to" }),
  gapDays: amount,
});

const bookFigure = z.strictObject({
  name: z.string(),
  passes: z.int(),
  given: z.array(amount).meta({ description: "month by month, as the last pass was given it; -1: none yet" }),
  implied: z.array(amount).meta({ description: "as the last pass itself came to" }),
  gap: amount,
});

const policy = z.strictObject({
  name: z.string(),
  title: text,
  role: z.enum(["champion", "challenger"]),
  measures: z.array(measure),
  series: z.record(z.string(), z.array(orNull(amount))),
  vintages: z.array(vintage),
  distributions: z.record(z.string(), z.strictObject({ edges: z.array(amount), counts: z.array(amount) })),
  rulesFired: z.record(z.string(), z.array(z.strictObject({ rule: z.string(), times: amount }))),
  arrangements: z.record(
    z.string(),
    z.strictObject({ originatedFen: amount, lossFen: amount, revenueFen: amount, guaranteeFeeFen: amount }),
  ),
  bands: z.array(
    z.strictObject({
      band: z.enum(["none", "below-580", "580-619", "620-659", "660-699", "700-739", "740-up"]),
      holders: amount, revenueFen: amount, costFen: amount, lossFen: amount, marginFen: amount, exposureFen: amount, defaultRate: orNull(amount),
      capitalFen: amount, raroc: orNull(amount), subsidyFen: amount,
    }),
  ),
  lossOverEconomies: z.strictObject({ runs: z.int(), medianFen: amount, nineTenthsFen: amount, worstFen: amount }).nullable(),
  bearers: z.array(
    z.strictObject({
      bearer: z.string(), role: z.enum(["lender", "funder", "guarantor"]),
      originatedFen: amount, revenueFen: amount, guaranteeFeeFen: amount, fundingCostFen: amount, lossFen: amount, ownCostFen: amount,
      boughtBackFen: amount, marginFen: amount, cashFen: amount, receivableFen: amount,
    }),
  ),
  pools: z.array(z.strictObject({ name: z.string(), kind: z.enum(["arrangement", "bought-back", "sold"]), lentFen: amount, owedFen: amount, lossFen: amount, staticRate: orNull(amount), dynamicRate: orNull(amount) })),
  settlements: z
    .record(z.string(), z.strictObject({ settlements: amount, settledFen: amount, feeFen: amount, late: amount, failed: amount, short: amount }))
    .exactOptional(),
  lawSummary,
  laws: z.array(lawLine),
  queues: z.array(queue).exactOptional(),
  figures: z.array(bookFigure).exactOptional(),
  groups: z.array(z.strictObject({ key: z.string(), customers: amount, measures: z.array(measure) })),
  phases: z.array(z.strictObject({ from: z.int(), to: z.int(), measures: z.array(measure) })),
  byMonth: z.array(z.strictObject({ date: z.string(), measures: z.array(measure) })),
});

const estimate = z.strictObject({ value: orNull(amount), interval });
const swapSide = z.strictObject({ accounts: amount, badRate: estimate, loss: estimate, margin: estimate, creditSalesFen: amount });
const swapLife = z.strictObject({ accounts: amount, bads: amount, creditSalesFen: amount, lossFen: amount, marginFen: amount });
const swapSet = z.strictObject({
  cell: z.enum(["in", "out", "kept", "neither"]),
  customers: amount,
  champion: swapSide,
  challenger: swapSide,
  segments: z.array(z.strictObject({ fact: z.string(), label: z.string(), customers: amount, share: amount, shareOfAll: amount })),
  cases: z.array(z.strictObject({ customer: z.int(), champion: swapLife, challenger: swapLife })),
});
const swaps = z.strictObject({
  customers: amount,
  decisions: z.array(
    z.strictObject({ decision: z.enum(["enrolment", "limit", "pricing", "closure", "monitoring"]), cells: z.array(swapSet) }),
  ),
  marginalBadRate: estimate.meta({ description: "accounts gone bad more ÷ accounts more, challenger less champion" }),
});

const comparedMeasure = z.strictObject({
  name: z.string(),
  difference: orNull(amount).meta({ description: "challenger less champion" }),
  interval,
  verdict: z.enum(["better", "worse", "different", "no-difference-that-matters", "undecided"]),
  breakEven: orNull(amount).meta({
    description: "the ranking turns where the champion's value is so many times what it came out as",
  }),
  adjusted: orNull(amount)
    .optional()
    .meta({ description: "of compare: the error level of the verdict after Holm's correction over all measures" }),
  timesNeeded: orNull(amount)
    .optional()
    .meta({ description: "of compare: times as many customers (replications), to decide an undecided one" }),
});

const liveTest = z
  .strictObject({
    name: z.string(),
    difference: amount,
    method: z.enum(["two-proportions", "variance"]),
    customersPerArm: z.strictObject({ power80: z.int(), power90: z.int() }),
    months: z.int(),
    counted: z.enum(["on-book", "run"]),
  })
  .meta({ description: "what an unpaired live test at a level of 5 % would need to see the simulated difference" });

const comparison = z.strictObject({
  champion: z.string(),
  challenger: z.string(),
  measures: z.array(comparedMeasure),
  liveTests: z.array(liveTest).optional(),
  swapSets: swaps.optional(),
  groups: z.array(z.strictObject({ key: z.string(), customers: amount, measures: z.array(comparedMeasure) })).optional(),
});

const axis = z.strictObject({ measure: z.string(), better: z.enum(["higher", "lower"]) });
const tradeOff = z.strictObject({ x: axis, y: axis, frontier: z.array(z.string()) });

const calibrationLine = z.strictObject({
  title: text,
  source: text,
  confidence: z.enum(["high", "medium", "low"]),
  measure: z.string().nullable(),
  heldOut: z.boolean(),
  target: z.strictObject({ low: amount, high: amount }),
  model: orNull(amount),
  gap: orNull(amount),
});

const expectation = z.strictObject({
  name: z.string(),
  policy: z.string(),
  measure: z.string(),
  verdict: z.enum(["held", "broken", "undecided"]),
  level: z.enum(["error", "warning"]),
  evidence: text,
});

const importSummary = z.strictObject({
  rows: z.int(),
  customers: z.int(),
  imported: z.array(z.string()),
  constant: z.array(z.string()),
  synthesised: z.array(z.string()),
  problems: z.array(
    z.strictObject({
      kind: z.string(),
      count: z.int(),
      title: text,
      places: z.array(z.strictObject({ row: z.int(), column: z.string(), value: z.string() })),
    }),
  ),
  outcomeColumn: z.string().nullable(),
});

const inputs = z.strictObject({
  scenario: z.string(),
  title: text,
  startDate: z.string(),
  months: z.int(),
  customers: z.int(),
  seed: z.string(),
  replications: z.int(),
  lender: z.string(),
  switch: z.strictObject({ month: z.int(), shareBps: z.int(), policies: z.array(z.string()) }).nullable(),
  environment: z.string(),
  assumptions: z.string(),
  population: z.string(),
  policies: z.array(z.string()),
  laws: z.array(z.string()),
  version: z.string(),
  hashes: z.record(z.string(), z.string()).meta({ description: "SHA-256 of each input file" }),
  import: importSummary.nullable(),
  flags: z.array(z.string()).optional().meta({ description: "of compare: the flags that the result depends on" }),
  digest: z.string().optional().meta({ description: "of compare: SHA-256 over hashes, flags and version" }),
});

const report: z.ZodType<RunReport> = z.strictObject({
  schemaVersion: z.literal(1),
  inputs,
  policies: z.array(policy),
  comparisons: z.array(comparison),
  tradeOffs: z.array(tradeOff),
  calibration: z
    .strictObject({ policy: z.string(), tunedTo: z.array(calibrationLine), checkedAgainst: z.array(calibrationLine) })
    .nullable(),
  expectations: z.array(expectation),
  choice: choiceSchema.optional(),
});

/** The JSON Schema (draft-07) of `report.json`. */
export function reportSchema(): object {
  return z.toJSONSchema(report, { target: "draft-7" });
}

/** Reads a report back; one diagnostic for each thing that does not fit the published schema. */
export function readReport(document: JsonDocument): { readonly report?: RunReport; readonly diagnostics: readonly Diagnostic[] } {
  return readShape(report, document, ["inputs", "policies"]);
}
