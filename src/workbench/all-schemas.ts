import { z } from "zod";
import { dictionarySchema } from "../facts/index.ts";
import { ruleSchemas } from "../policy/index.ts";
import { claimsSchema } from "../proof/index.ts";
import { populationSchemas } from "../population/index.ts";
import { assumptionsSchema, environmentSchema } from "../simulation/index.ts";
import { backtestSchema, matrixSchema, reportSchema, searchSchemas } from "../verdict/index.ts";
import { json } from "../view/index.ts";
import { scenarioSchema } from "./scenario.ts";

/** Every schema by file name, as it is written. */
export function allSchemas(dictionary: Parameters<typeof ruleSchemas>[0]): Readonly<Record<string, string>> {
  const draft = { target: "draft-7", io: "input", unrepresentable: "any" } as const;
  const schemas: Readonly<Record<string, unknown>> = {
    "dictionary.schema.json": dictionarySchema(),
    ...ruleSchemas(dictionary),
    "invariants.schema.json": claimsSchema(dictionary),
    ...populationSchemas(),
    "scenario.schema.json": z.toJSONSchema(scenarioSchema, draft),
    "environment.schema.json": z.toJSONSchema(environmentSchema, draft),
    "assumptions.schema.json": z.toJSONSchema(assumptionsSchema, draft),
    "report.schema.json": reportSchema(),
    "backtest.schema.json": backtestSchema(),
    "matrix.schema.json": matrixSchema(),
    ...searchSchemas(),
  };
  return Object.fromEntries(Object.entries(schemas).map(([name, value]) => [name, json(value)]));
}
