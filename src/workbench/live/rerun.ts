import { isDeepStrictEqual } from "node:util";
import { mergeTallies } from "../../simulation/index.ts";
import { mixReports, type Comparison, type RunReport } from "../../verdict/index.ts";
import type { ReportNews, Unchanged } from "../../view/index.ts";
import { importTold, type ReportAsked, type RunResults } from "../report-run.ts";
import { runBlocks, type BlocksRequest } from "../run-blocks.ts";
import type { RunTexts } from "../run-texts.ts";
import type { Prepared } from "../simulate-scenario.ts";
import { wholeRun } from "../whole-run.ts";
import { residentBlock } from "./resident-block.ts";
import type { Counts } from "./resident-runner.ts";
import type { ResidentThreads } from "./resident-threads.ts";
import { sameKey, type createRunKeys, type RunKey } from "./run-key.ts";

/** What one policy came to, and what it came to for the first customers. */
interface KeptRun {
  readonly key: RunKey;
  readonly part: Counts | undefined;
  readonly whole: Counts;
}

/** What is kept of the policies from save to save, and the report made of it. */
export interface KeptRuns {
  readonly runs: ReadonlyMap<string, KeptRun>;
  readonly report: RunReport;
}

/** A scenario as its files are now. */
export interface Rerun {
  readonly texts: RunTexts;
  readonly prepared: Prepared;
  readonly asked: ReportAsked;
  /** What tells whether a policy has to be run again. */
  readonly keyOf: ReturnType<typeof createRunKeys>;
  readonly threads: ResidentThreads;
  /** What was kept of the last run that ended; absent before the first. */
  readonly last: KeptRuns | undefined;
  /** What the run is held against: the last one, or while parameters are tried the last without. */
  readonly base: KeptRuns | undefined;
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number) => void;
  /** Told of the first customers, then of all. */
  readonly tell: (news: ReportNews) => void;
}

/** A run that ended. `unchanged`: how little it changed; absent where numbers moved. */
export interface RerunDone {
  readonly kept: KeptRuns;
  readonly edited: readonly string[];
  readonly unchanged: Unchanged | undefined;
}

/** Customers that are told first, where there are at least twice as many: two blocks, so that two threads share them. */
const partSize = 2 * residentBlock;

/**
 * Runs the policies whose files say something else than in the last run, the first customers first, and tells what came
 * of it; the others keep their numbers. Ends with an AbortError where a newer save comes.
 */
export async function rerun(run: Rerun): Promise<RerunDone> {
  const { prepared, texts, last, base, signal } = run;
  const keys = new Map([...prepared.bench.policies.keys()].map((name) => [name, run.keyOf(name, texts, prepared)]));
  const known = new Map([...keys].flatMap(([name, key]) => [last, base].flatMap((kept) => kept?.runs.get(name) ?? []).filter((one) => sameKey(one.key, key)).slice(0, 1).map((one) => [name, one] as const)));
  const asked = [...keys.keys()].filter((name) => !known.has(name));
  const edited = base === undefined ? [] : [...keys].filter(([name, key]) => !sameKey(base.runs.get(name)?.key ?? [], key)).map(([name]) => name);
  const part = asked.length > 0 && hasPart(prepared) ? await played(run, asked, { from: 0, to: partSize }) : undefined;
  // Made once: threads know counts again by their identity.
  const parts = new Map(part === undefined ? [] : asked.map((name) => [name, only(part, name)] as const));
  if (part !== undefined) await tellPart(run, { asked, edited, known, parts });
  const rest = asked.length === 0 ? nothing : await played(run, asked, { from: part === undefined ? 0 : partSize, to: prepared.customers });
  const runs = new Map([...keys].map(([name, key]): [string, KeptRun] => [name, known.get(name) ?? newRun(key, parts.get(name), only(rest, name))]));
  const { report, changes } = await reported(run, edited, runs);
  signal.throwIfAborted();
  run.tell({ kind: "report", report, previous: base?.report, edited, changes });
  return { kept: { runs, report }, edited, unchanged: base === undefined ? undefined : howLittle(edited, { base, runs, changes }) };
}

function newRun(key: RunKey, part: Counts | undefined, rest: Counts): KeptRun {
  return { key, part, whole: part === undefined ? rest : joined(part, rest) };
}

const nothing: Counts = { tallies: new Map(), queues: new Map() };

/** Where cases wait at a desk, a part of the customers is no sample of the whole. */
function hasPart({ bench, customers }: Prepared): boolean {
  const { queues } = wholeRun(bench, customers);
  return customers >= 2 * partSize && [...(queues ?? new Map<string, readonly unknown[]>()).values()].every(({ length }) => length === 0);
}

async function played({ prepared, texts, threads, signal, progress }: Rerun, edited: readonly string[], { from, to }: { readonly from: number; readonly to: number }): Promise<Counts> {
  const { bench, customers, groupBy } = prepared;
  const request: BlocksRequest = {
    ...wholeRun(bench, customers),
    texts,
    groupBy,
    policies: edited,
    from,
    customers: to,
    threads: 1,
    packageRoot: "",
    crew: { blocks: threads.blocks(signal), blockSize: residentBlock },
    progress: (done, total) => progress(from * edited.length + done, from * edited.length + total),
    signal,
  };
  return await runBlocks(request);
}

interface Parted {
  /** Policies that are run. */
  readonly asked: readonly string[];
  readonly edited: readonly string[];
  readonly known: ReadonlyMap<string, KeptRun>;
  /** What they came to for the first customers. */
  readonly parts: ReadonlyMap<string, Counts>;
}

/** The first customers of the policies that are run; all other numbers stay as they are. */
async function tellPart(run: Rerun, { asked, edited, known, parts }: Parted): Promise<void> {
  const { prepared, last, base, threads, signal } = run;
  const { bench, customers } = prepared;
  const all = [...bench.policies.keys()];
  // Whoever is compared with a policy that is run is needed beside it.
  const wanted = asked.includes(bench.scenario.champion) ? all : all.filter((name) => asked.includes(name) || name === bench.scenario.champion);
  const kept = countsOf(wanted, (name) => parts.get(name) ?? known.get(name)?.part);
  // Without a report to stand in, a part of all policies is a report of its own.
  if (kept.size < wanted.length || (last === undefined && wanted.length < all.length)) return;
  const before = countsOf(edited.filter((name) => asked.includes(name)), (name) => base?.runs.get(name)?.part);
  const { made, changes } = await threads.report({ asked: run.asked, results: { ...resultsOf(run), customers: partSize }, runs: kept, before, about: last === undefined ? undefined : asked });
  signal.throwIfAborted();
  const report = made.kind === "whole" ? made.report : last === undefined ? undefined : mixReports(last.report, made.part, asked);
  if (report === undefined) throw new Error("a part of a report has nowhere to stand");
  run.tell({ kind: "report", report, previous: base?.report, edited, changes, part: { customers: partSize, of: customers } });
  await drawn();
  signal.throwIfAborted();
}

/** Lets the screen draw what it was told before threads take all cores again: React comes to it two turns later. */
async function drawn(): Promise<void> {
  for (let turn = 0; turn < 2; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

async function reported(run: Rerun, edited: readonly string[], runs: ReadonlyMap<string, KeptRun>): Promise<{ readonly report: RunReport; readonly changes: readonly Comparison[] }> {
  const before = countsOf(edited, (name) => run.base?.runs.get(name)?.whole);
  const { made, changes } = await run.threads.report({ asked: run.asked, results: resultsOf(run), runs: new Map([...runs].map(([name, { whole }]) => [name, whole])), before });
  if (made.kind !== "whole") throw new Error("a thread was asked for a whole report and gave a part");
  return { report: made.report, changes };
}

function resultsOf({ prepared, texts }: Rerun): Omit<RunResults, "done"> {
  const { groupBy, customers, imported } = prepared;
  return { groupBy, customers, imported: importTold(texts, imported) };
}

/** What these policies came to, as far as that is known. */
function countsOf(names: readonly string[], of: (name: string) => Counts | undefined): ReadonlyMap<string, Counts> {
  return new Map(names.flatMap((name) => {
    const counts = of(name);
    return counts === undefined ? [] : [[name, counts] as const];
  }));
}

function only({ tallies, queues }: Counts, name: string): Counts {
  return { tallies: new Map([...tallies].filter(([key]) => key === name)), queues: new Map([...queues].filter(([key]) => key === name)) };
}

/** The first customers and the rest, replication by replication. */
function joined(part: Counts, rest: Counts): Counts {
  const tallies = [...part.tallies].map(([name, list]) => [name, list.map((tally, replication) => mergeTallies([tally, ...(rest.tallies.get(name)?.slice(replication, replication + 1) ?? [])]))] as const);
  return { tallies: new Map(tallies), queues: rest.queues };
}

function howLittle(edited: readonly string[], { base, runs, changes }: { readonly base: KeptRuns; readonly runs: ReadonlyMap<string, KeptRun>; readonly changes: readonly Comparison[] }): Unchanged | undefined {
  if (edited.length === 0) return runs.size === base.runs.size ? "no-rule" : undefined;
  if (edited.some((name) => !base.runs.has(name))) return undefined;
  if (edited.every((name) => isDeepStrictEqual(runs.get(name)?.whole.tallies, base.runs.get(name)?.whole.tallies))) return "no-decision";
  return changes.every(({ measures }) => measures.every(({ difference }) => difference === null || difference === 0)) ? "no-number" : undefined;
}
