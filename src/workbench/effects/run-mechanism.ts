import type { Diagnostic } from "../../base/index.ts";
import { viewTally, type TallyData } from "../../simulation/index.ts";
import { measureEffects, type MeasureEffect } from "../../verdict/index.ts";
import { readBench, type Bench } from "../bench.ts";
import { importCustomers } from "../open-population.ts";
import { readOverrides, type Override } from "../overrides.ts";
import type { Project } from "../project.ts";
import { runBlocks } from "../run-blocks.ts";
import { readRunTexts, type RunTexts } from "../run-texts.ts";
import type { Mechanism, Settings } from "./mechanism.ts";

/** How mechanisms are run. */
export interface MechanismRequest {
  readonly project: Project;
  /** The scenario for mechanisms that name none of their own. */
  readonly scenario: string;
  /** Settings that a mechanism may change: a small population for a test. */
  readonly defaults?: Settings;
  /** The user's own, over what the mechanism sets in both runs. */
  readonly overrides?: readonly Override[];
  /** Another policy than the one a mechanism is shown on. */
  readonly policy?: string | undefined;
  readonly csv?: string | undefined;
  readonly threads: number;
  readonly packageRoot: string;
  readonly progress?: ((done: number, total: number) => void) | undefined;
}

/** A mechanism off and on over the same customers, or why it could not be run. */
export interface RanMechanism {
  readonly mechanism: Mechanism;
  readonly scenario: string;
  readonly policy: string;
  readonly customers: number;
  readonly months: number;
  readonly replications: number;
  /** Every measure, in report order; empty where it could not be run. */
  readonly effects: readonly MeasureEffect[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Runs mechanisms one after the other. Sides that are the same run are run once. */
export function mechanismRunner(request: MechanismRequest): (mechanism: Mechanism) => Promise<RanMechanism> {
  const sides = new Map<string, Promise<Side>>();
  const side = (mechanism: Mechanism, settings: Settings): Promise<Side> => {
    const asked = sideOf(mechanism, settings, request);
    const key = JSON.stringify([asked.scenario, asked.policy, asked.overrides.map(({ path, value }) => [path, value])]);
    const known = sides.get(key) ?? runSide(asked, request);
    sides.set(key, known);
    return known;
  };
  return async (mechanism) => {
    const off = await side(mechanism, mechanism.off);
    const on = await side(mechanism, mechanism.on);
    const { scenario, policy } = sideOf(mechanism, {}, request);
    const frame = { customers: on.customers, months: on.bench?.scenario.months ?? 0, replications: on.tallies.length };
    const diagnostics = off.bench === undefined ? off.diagnostics : on.diagnostics;
    const severities = new Map((on.bench?.packs ?? []).flatMap((pack) => pack.rules.map(({ id, severity }) => [id, severity] as const)));
    const runnable = off.bench !== undefined && on.bench !== undefined;
    const effects = runnable ? measureEffects({ off: off.tallies.map((tally) => viewTally(tally)), on: on.tallies.map((tally) => viewTally(tally)), severities }) : [];
    return { mechanism, scenario, policy, ...frame, effects, diagnostics };
  };
}

interface AskedSide {
  readonly scenario: string;
  readonly policy: string;
  readonly overrides: readonly Override[];
}

function sideOf(mechanism: Mechanism, settings: Settings, request: MechanismRequest): AskedSide {
  const policy = request.policy ?? mechanism.policy;
  const written = (each: Settings = {}): readonly Override[] =>
    readOverrides(Object.entries(each).map(([path, value]) => `${onPolicy(path, mechanism.policy, policy)}=${JSON.stringify(value)}`));
  const overrides = [...written(request.defaults), ...written(mechanism.common), ...(request.overrides ?? []), ...written(settings)];
  return { scenario: mechanism.scenario ?? request.scenario, policy, overrides };
}

/** A path into the policy that a mechanism is shown on, as a path into the one that is asked about. */
function onPolicy(path: string, shown: string, asked: string): string {
  const own = `policies.${shown}.`;
  return path.startsWith(own) ? `policies.${asked}.${path.slice(own.length)}` : path;
}

/** One run of one policy. */
interface Side {
  /** Absent where something it rests on has an error. */
  readonly bench?: Bench;
  readonly tallies: readonly TallyData[];
  readonly customers: number;
  readonly diagnostics: readonly Diagnostic[];
}

async function runSide({ scenario, policy, overrides }: AskedSide, request: MechanismRequest): Promise<Side> {
  const { project, csv } = request;
  const read = readRunTexts({ project, scenario, overrides, policies: [policy], ...(csv === undefined ? {} : { csv }) });
  return read.texts === undefined ? { tallies: [], customers: 0, diagnostics: read.diagnostics } : simulateSide(read.texts, request);
}

async function simulateSide(texts: RunTexts, { threads, packageRoot, progress }: MechanismRequest): Promise<Side> {
  const { bench, diagnostics } = readBench(texts);
  const imported = bench === undefined ? undefined : await importCustomers(bench, texts);
  const all = [...diagnostics, ...(imported?.diagnostics ?? [])];
  if (bench === undefined || all.some(({ level }) => level === "error")) return { tallies: [], customers: 0, diagnostics: all };
  const data = imported?.result?.data;
  const customers = data?.customers ?? bench.scenario.population.customers ?? 0;
  const [policy = ""] = bench.policies.keys();
  const { replications } = bench.scenario;
  const done = await runBlocks({
    texts, groupBy: [], policies: [policy], replications, customers, threads, packageRoot, progress,
    ...(data === undefined ? {} : { imported: data }),
  });
  return { bench, tallies: done.tallies.get(policy) ?? [], customers, diagnostics: all };
}
