import type { Diagnostic } from "../../base/index.ts";
import type { Policy } from "../../policy/index.ts";
import { queuesOf, viewTally, type TallyData } from "../../simulation/index.ts";
import { addFairnessTally, judgedTally, newFairnessTally, sampleMeasures, type FairnessTally, type Measure, type MeasureSample, type RuleSeverity, type Tally } from "../../statistics/index.ts";
import { askedFlags } from "../asked-flags.ts";
import type { SearchInputs } from "../../verdict/index.ts";
import type { Bench } from "../bench.ts";
import { hashesOf, inputsDigest, readBench } from "../bench.ts";
import type { Call } from "../call.ts";
import { textFlag } from "../call.ts";
import { importFindings } from "../import-summary.ts";
import { csvHash, importCustomers } from "../open-population.ts";
import { policyName, readPolicyFiles, type Project } from "../project.ts";
import { runRequest, textsOf } from "../run-request.ts";
import type { RunTexts } from "../run-texts.ts";
import { policiesOf } from "../scenario.ts";
import { readSettings } from "../settings.ts";
import { version } from "../version.ts";
import type { Variant } from "./variant.ts";
import type { FairnessJob } from "./fairness-job.ts";
import { openVariantCrew, type VariantCrew } from "./variant-crew.ts";

/** Everything that many variants of a scenario's policies are run with. */
export interface VariantLab {
  readonly project: Project;
  readonly bench: Bench;
  readonly texts: RunTexts;
  readonly customers: number;
  readonly inputs: SearchInputs;
  /** Policies of the scenario, the champion first. */
  readonly named: readonly string[];
  readonly champion: string;
  /** The policies asked for with --policy, by the names they have in the bench. */
  readonly asked: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** Whether cases wait at a desk under some policy: then a part of the customers is no sample of the whole. */
  readonly queued: boolean;
  tallies(variant: Variant, request: SampleRequest): Promise<readonly TallyData[]>;
  samples(variant: Variant, request: SampleRequest): Promise<readonly MeasureSample[]>;
  /** Samples of tallies that were added up elsewhere. */
  sampled(tallies: readonly TallyData[], wanted: readonly Measure[]): readonly MeasureSample[];
  /** Who is approved under a variant, by group: all customers, in blocks of their own where nobody waits at a desk. */
  fairness(job: Omit<FairnessJob, "first" | "count">): Promise<FairnessTally>;
  close(): Promise<void>;
}

/** What is asked of one variant. */
export interface SampleRequest {
  readonly wanted: readonly Measure[];
  /** All customers unless it says otherwise. */
  readonly first?: number | undefined;
  readonly count?: number | undefined;
  readonly seed?: string | undefined;
}

/** Opens a lab for a scenario with its own policies and those of --policy (or `policies`); findings where it cannot be used. */
export async function openVariantLab(
  call: Call,
  { scenario, jobs, policies }: { readonly scenario: string; readonly jobs: number; readonly policies?: readonly string[] },
): Promise<{ readonly lab?: VariantLab; readonly diagnostics: readonly Diagnostic[] }> {
  const request = runRequest(call);
  const wanted = policies ?? request.policies;
  const alone = { ...request, overrides: request.overrides.filter(({ path }) => path[0] !== "policies") };
  const first = textsOf(call, { ...alone, policies: [] }, scenario);
  if (first.scenario === undefined) return { diagnostics: first.diagnostics };
  const asked = wanted.map((name) => policyName(name, readPolicyFiles(request.project, name).sources));
  const own = policiesOf(first.scenario);
  const all = [...own.filter((name) => !asked.includes(name)), ...wanted];
  const read = textsOf(call, { ...request, policies: all }, scenario);
  if (read.texts === undefined) return { diagnostics: read.diagnostics };
  const { bench, diagnostics } = readBench(read.texts);
  if (bench === undefined) return { diagnostics };
  const imported = await importCustomers(bench, read.texts);
  const { result, diagnostics: unread } = imported;
  const found = [...diagnostics, ...unread, ...(result === undefined ? [] : importFindings(result, read.texts.csv?.shown ?? "", request.strict))];
  if (found.some(({ level }) => level === "error")) return { diagnostics: found };
  const customers = result?.data?.customers ?? bench.scenario.population.customers ?? 0;
  const settings = readSettings(call);
  const inputs = { texts: read.texts, groupBy: [], bench, ...(result?.data === undefined ? {} : { imported: result.data }) };
  const crew = await openVariantCrew({ ...inputs, threads: settings.threads.value, packageRoot: call.world.packageRoot }, jobs);
  const lab = labOf({ project: request.project, bench, texts: read.texts, customers, crew, asked, diagnostics: found, flags: askedFlags(call), hashes: { ...hashesOf(read.texts), ...csvHash(read.texts, imported) } });
  return { lab, diagnostics: found };
}

/** What a lab is made of. */
export interface Opened extends Pick<VariantLab, "project" | "bench" | "texts" | "customers" | "asked" | "diagnostics"> {
  readonly crew: VariantCrew;
  readonly flags: readonly string[];
  readonly hashes: SearchInputs["hashes"];
}

/** A lab from what was read and imported. */
export function labOf({ crew, flags, hashes, ...opened }: Opened): VariantLab {
  const { bench, customers } = opened;
  const { scenario, packs, policies, assumptions } = bench;
  const severities = new Map(packs.flatMap(({ rules }) => rules.map(({ id, severity }): [string, RuleSeverity] => [id, severity])));
  const sampled: VariantLab["sampled"] = (tallies, wanted) => sampleMeasures(tallies.map((tally): Tally => judgedTally(viewTally(tally), severities)), wanted);
  const tallies: VariantLab["tallies"] = (variant, { wanted, first = 0, count = customers - first, seed }) =>
    crew.run({ variant, first, count, laws: wanted.some(({ group }) => group === "law"), seed });
  const queued = (policy: Policy): boolean => queuesOf(policy, scenario.lender, customers).length > 0;
  return {
    ...opened,
    inputs: {
      scenario: scenario.name, customers, months: scenario.months, seed: scenario.seed, replications: scenario.replications,
      assumptions: assumptions.name, version, hashes, flags, digest: inputsDigest(hashes, flags),
    },
    named: policiesOf(scenario).filter((name) => policies.has(name)),
    champion: policies.has(scenario.champion) ? scenario.champion : ([...policies.keys()][0] ?? scenario.champion),
    queued: [...policies.values()].some(queued),
    tallies,
    sampled,
    samples: async (variant, request) => sampled(await tallies(variant, request), request.wanted),
    fairness: (job) => fairnessIn(crew, job, { customers, together: [...policies.values()].some(queued) }),
    close: () => crew.close(),
  };
}

/** Customers that one thread takes at a time. */
const blockSize = 4096;

async function fairnessIn(crew: VariantCrew, job: Omit<FairnessJob, "first" | "count">, { customers, together }: { readonly customers: number; readonly together: boolean }): Promise<FairnessTally> {
  const size = together ? customers : blockSize;
  const firsts = Array.from({ length: Math.ceil(customers / size) }, (_, at) => at * size);
  const tally = newFairnessTally();
  const parts = await Promise.all(firsts.map((first) => crew.fairness({ ...job, first, count: Math.min(size, customers - first) })));
  for (const part of parts) addFairnessTally(tally, part);
  return tally;
}

/** The scenario a command names; `baseline` where it names none. */
export function scenarioOf(call: Call): string {
  return call.operands[0] ?? textFlag(call, "scenario") ?? "baseline";
}
