import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../../src/base/index.ts";
import { readDictionary } from "../../src/facts/index.ts";
import { readLawPack, readPolicy, readReasons, type Policy, type Procedures } from "../../src/policy/index.ts";
import { readProfile, synthesise, type Population } from "../../src/population/index.ts";
import {
  prepareRun,
  readAssumptions,
  readEnvironment,
  type AssumptionName,
  type Assumptions,
  type Run,
  type RunInputs,
} from "../../src/simulation/index.ts";

const root = join(import.meta.dirname, "..", "..");

/** A file of the project as readers take it. */
export function source(path: string): { file: string; text: string } {
  return { file: path, text: readFileSync(join(root, path), "utf8") };
}

function given<T>(value: T | undefined, diagnostics: readonly Diagnostic[]): T {
  if (value === undefined) throw new Error(diagnostics.map((d) => `${d.place?.file}${d.place?.pointer}: ${d.message.en}`).join("\n"));
  return value;
}

export const dictionary = (() => {
  const read = readDictionary(source("rules/dictionary.json"));
  return given(read.dictionary, read.diagnostics);
})();

const reasons = (() => readReasons(source("rules/reasons.json")).reasons)();

/** A shipped policy by name. */
export function policy(name: string): Policy {
  const folder = `rules/policies/${name}`;
  const files = readdirSync(join(root, folder)).filter((file) => file.endsWith(".json") && file !== "invariants.json");
  const read = readPolicy({ files: files.map((file) => source(`${folder}/${file}`)), dictionary, reasons });
  return given(read.policy, read.diagnostics);
}

/** A policy with other procedures. */
export function withProcedures(base: Policy, change: (procedures: Procedures) => Procedures): Policy {
  return { ...base, procedures: change(base.procedures) };
}

export const china = (() => {
  const read = readLawPack(source("rules/laws/cn.json"), dictionary);
  return given(read.pack, read.diagnostics);
})();

export const assumptions = (() => {
  const read = readAssumptions(source("scenarios/assumptions/base.json"));
  return given(read.assumptions, read.diagnostics);
})();

/** The base assumptions with some values changed. */
export function assuming(changes: Partial<Record<AssumptionName, number>>): Assumptions {
  return { ...assumptions, values: { ...assumptions.values, ...changes } };
}

export function environment(name: string) {
  const read = readEnvironment(source(`scenarios/environments/${name}.json`));
  return given(read.environment, read.diagnostics);
}

const profile = (() => {
  const read = readProfile(source("scenarios/profiles/urban-shoppers.json"));
  return given(read.profile, read.diagnostics);
})();

/** Customers of the shipped profile. */
export function population(customers: number, seed = "test"): Population {
  return synthesise({ profile, seed, replication: 0, customers, dictionary });
}

export interface Trial extends Partial<Omit<RunInputs, "policy" | "population">> {
  readonly policy?: Policy | string;
  readonly customers?: number;
}

/** Inputs of a run of the base case, with what the trial changes. */
export function inputsOf(trial: Trial): RunInputs {
  const { policy: chosen = "silent-auto-enrolment", customers = 2000, ...rest } = trial;
  return {
    policy: typeof chosen === "string" ? policy(chosen) : chosen,
    population: population(customers, rest.seed ?? "test"),
    packs: [china],
    lender: { type: "microlender" },
    environment: environment("steady"),
    assumptions,
    startDate: "2026-11-01",
    months: 24,
    seed: "test",
    replication: 0,
    book: "empty",
    groupBy: [],
    ...rest,
  };
}

export const run = (trial: Trial): Run => prepareRun(inputsOf(trial));
