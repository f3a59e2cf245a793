import type { Diagnostic } from "../../base/index.ts";
import type { TallyData } from "../../simulation/index.ts";
import type { RuleSeverity } from "../../statistics/index.ts";
import { readBench } from "../bench.ts";
import { importCustomers } from "../open-population.ts";
import { runBlocks } from "../run-blocks.ts";
import type { RunTexts } from "../run-texts.ts";
import { wholeRun } from "../whole-run.ts";

/** One run of one policy, as plain data: a thread can send it back. */
export interface Side {
  /** One tally a replication; none where something the run rests on has an error. */
  readonly tallies: readonly TallyData[];
  readonly severities: readonly (readonly [string, RuleSeverity])[];
  readonly customers: number;
  readonly months: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the texts of a run and runs its first policy from beginning to end on this thread. */
export async function runSide(texts: RunTexts): Promise<Side> {
  const { bench, diagnostics } = readBench(texts);
  if (bench === undefined) return notRun(diagnostics);
  const { result, diagnostics: unread } = await importCustomers(bench, texts);
  const all = [...diagnostics, ...unread];
  if (all.some(({ level }) => level === "error")) return notRun(all);
  const imported = result?.data;
  const customers = imported?.customers ?? bench.scenario.population.customers ?? 0;
  const whole = wholeRun(bench, customers);
  const [policy = ""] = whole.policies;
  const done = await runBlocks({
    texts, bench, groupBy: [], ...whole, policies: [policy], threads: 1, packageRoot: "",
    ...(imported === undefined ? {} : { imported }),
  });
  return {
    tallies: done.tallies.get(policy) ?? [],
    severities: bench.packs.flatMap(({ rules }) => rules.map(({ id, severity }) => [id, severity] as const)),
    customers,
    months: bench.scenario.months,
    diagnostics: all,
  };
}

/** A run that could not be, and why. */
export function notRun(diagnostics: readonly Diagnostic[]): Side {
  return { tallies: [], severities: [], customers: 0, months: 0, diagnostics };
}
