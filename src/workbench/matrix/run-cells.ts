import { measures, type Measure, type MeasureSample } from "../../statistics/index.ts";
import type { MeasuredCell } from "../../verdict/index.ts";
import type { Call } from "../call.ts";
import { readSettings } from "../settings.ts";
import { openVariantCrew } from "../variants/variant-crew.ts";
import { labOf, type VariantLab } from "../variants/variant-lab.ts";
import { runRequest } from "../run-request.ts";
import { buildId } from "./build-id.ts";
import type { CellCache } from "./cell-cache.ts";
import { cellKey } from "./cell-key.ts";
import type { PlannedScenario, PlannedSet } from "./plan-scenario.ts";

/** A cell that is to be had, and what is known of it. */
interface Wanted {
  readonly plan: PlannedScenario;
  readonly set: PlannedSet;
  readonly policy: string;
  readonly key: string;
  readonly known: readonly MeasureSample[] | undefined;
}

export interface CellsRequest {
  readonly plans: readonly PlannedScenario[];
  readonly wanted: readonly Measure[];
  readonly cache: CellCache;
  /** Called as cells end, and once before the first. */
  readonly progress: (done: number, total: number) => void;
}

/** Cells of a matrix, and how many of them were found in the cache. */
export interface CellsDone {
  readonly cells: readonly MeasuredCell[];
  readonly cached: number;
}

/** Every cell: from the cache where it is there, else run, and kept as soon as it is done. */
export async function runCells(call: Call, { plans, wanted, cache, progress }: CellsRequest): Promise<CellsDone> {
  const laws = wanted.some(({ group }) => group === "law");
  const build = buildId(call.world.packageRoot);
  const cells = plans.flatMap((plan) => plan.sets.flatMap((set) => plan.told.policies.map((policy): Wanted => {
    const keyed = { texts: set.texts, bench: set.bench, policy, csv: plan.csv, build };
    const [judged, own] = [cellKey({ ...keyed, laws: true }), cellKey({ ...keyed, laws })];
    // A cell that was put to the law answers what is asked without it, too.
    return { plan, set, policy, key: own, known: cache.read(judged) ?? (own === judged ? undefined : cache.read(own)) };
  })));
  const cached = cells.filter(({ known }) => known !== undefined).length;
  let done = cached;
  progress(done, cells.length);
  const kept = measures.filter(({ group }) => laws || group !== "law");
  const fresh = new Map<Wanted, readonly MeasureSample[]>();
  for (const plan of plans) {
    const missing = cells.filter((cell) => cell.plan === plan && cell.known === undefined);
    await inLab(call, plan, missing.length, (lab) => Promise.all(missing.map(async (cell) => {
      const samples = await lab.samples({ policy: cell.policy, assumptions: cell.set.bench.assumptions.values }, { wanted: kept });
      cache.keep(cell.key, samples);
      fresh.set(cell, samples);
      done += 1;
      progress(done, cells.length);
    })));
  }
  return { cells: cells.map((cell) => measured(cell, cell.known ?? fresh.get(cell) ?? [], wanted)), cached };
}

/** Threads with the customers of one scenario, for as long as there is something to run. */
async function inLab(call: Call, plan: PlannedScenario, jobs: number, work: (lab: VariantLab) => Promise<unknown>): Promise<void> {
  const [first] = plan.sets;
  if (first === undefined || jobs === 0) return;
  const { texts, bench } = first;
  const inputs = { texts, groupBy: [], bench, ...(plan.imported === undefined ? {} : { imported: plan.imported }) };
  const crew = await openVariantCrew({ ...inputs, threads: readSettings(call).threads.value, packageRoot: call.world.packageRoot }, jobs);
  const { project } = runRequest(call);
  try {
    await work(labOf({ project, bench, texts, customers: plan.customers, crew, asked: [], diagnostics: [], flags: [], hashes: plan.hashes }));
  } finally {
    await crew.close();
  }
}

function measured({ plan, set, policy }: Wanted, samples: readonly MeasureSample[], wanted: readonly Measure[]): MeasuredCell {
  const { name, champion } = plan.told;
  return {
    scenario: name,
    assumptions: set.name,
    policy,
    champion: policy === champion,
    samples: wanted.map((measure) => {
      const found = samples.find((sample) => sample.measure.name === measure.name);
      if (found === undefined) throw new Error(`${measure.name} was not measured`);
      return found;
    }),
  };
}
