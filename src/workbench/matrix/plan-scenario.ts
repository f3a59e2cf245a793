import type { Diagnostic } from "../../base/index.ts";
import type { ImportedData } from "../../population/index.ts";
import type { MatrixScenario } from "../../verdict/index.ts";
import { hashesOf, readBench, type Bench } from "../bench.ts";
import type { Call } from "../call.ts";
import { importFindings } from "../import-summary.ts";
import { csvHash, importCustomers } from "../open-population.ts";
import { saidOnce } from "../read-rules.ts";
import { runRequest, textsOf } from "../run-request.ts";
import type { RunTexts } from "../run-texts.ts";

/** A scenario under one assumption set, ready to run. */
export interface PlannedSet {
  readonly name: string;
  readonly texts: RunTexts;
  readonly bench: Bench;
}

/** A scenario of a matrix, read under every set. */
export interface PlannedScenario {
  readonly told: MatrixScenario;
  readonly sets: readonly PlannedSet[];
  readonly imported: ImportedData | undefined;
  /** SHA-256 of an imported file. */
  readonly csv: string | undefined;
  readonly customers: number;
  readonly hashes: Readonly<Record<string, string>>;
}

/** Reads one scenario under each assumption set (under its own where none is asked for); everything wrong is told once. */
export async function planScenario(call: Call, scenario: string, names: readonly string[]): Promise<{ readonly plan?: PlannedScenario; readonly diagnostics: readonly Diagnostic[] }> {
  const request = runRequest(call);
  const own = textsOf(call, request, scenario);
  if (own.texts === undefined || own.scenario === undefined) return { diagnostics: own.diagnostics };
  const diagnostics: Diagnostic[] = [];
  const sets = (names.length === 0 ? [own.scenario.assumptions] : names).flatMap((name): readonly PlannedSet[] => {
    const override = { path: ["assumptions"], value: name, written: `--assumptions ${name}` };
    const read = names.length === 0 ? own : textsOf(call, { ...request, overrides: [...request.overrides, override] }, scenario);
    diagnostics.push(...read.diagnostics);
    if (read.texts === undefined) return [];
    const { bench, diagnostics: found } = readBench(read.texts);
    diagnostics.push(...found);
    return bench === undefined ? [] : [{ name, texts: read.texts, bench }];
  });
  const told = [...saidOnce(diagnostics)];
  const [first] = sets;
  if (first === undefined || told.some(({ level }) => level === "error")) return { diagnostics: told };
  const imported = await importCustomers(first.bench, first.texts);
  const { result } = imported;
  told.push(...imported.diagnostics, ...(result === undefined ? [] : importFindings(result, first.texts.csv?.shown ?? "", request.strict)));
  if (told.some(({ level }) => level === "error")) return { diagnostics: told };
  const customers = result?.data?.customers ?? first.bench.scenario.population.customers ?? 0;
  const read = [...sets.map(({ texts }) => hashesOf(texts)), hashesOf(own.texts), csvHash(first.texts, imported)];
  return { plan: { told: toldOf(first.bench, customers), sets, imported: result?.data, csv: imported.sha256, customers, hashes: Object.fromEntries(read.flatMap((files) => Object.entries(files))) }, diagnostics: told };
}

function toldOf({ scenario, policies, environment, profile, mapping, packs }: Bench, customers: number): MatrixScenario {
  const names = [...policies.keys()];
  return {
    name: scenario.name,
    title: scenario.title,
    startDate: scenario.startDate,
    months: scenario.months,
    customers,
    seed: scenario.seed,
    replications: scenario.replications,
    lender: scenario.lender.type,
    environment: environment.name,
    population: mapping === undefined ? profile.name : mapping.name,
    laws: packs.map(({ name }) => name),
    champion: names.includes(scenario.champion) ? scenario.champion : (names[0] ?? scenario.champion),
    policies: names,
  };
}
