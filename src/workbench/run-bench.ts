import type { FactName } from "../facts/index.ts";
import { prepareRun, type Run, type Waits } from "../simulation/index.ts";
import type { Population } from "../population/index.ts";
import type { Bench } from "./bench.ts";

/** One policy under one replication, ready to run. */
export function runOf(
  bench: Bench,
  request: { readonly policy: string; readonly replication: number; readonly groupBy: readonly FactName[]; readonly population: Population; readonly waits?: Waits | undefined },
): Run {
  const policy = bench.policies.get(request.policy);
  if (policy === undefined) throw new Error(`policy ${request.policy} was not read`);
  const { scenario } = bench;
  return prepareRun({
    policy,
    population: request.population,
    packs: bench.packs,
    lender: scenario.lender,
    environment: bench.environment,
    assumptions: bench.assumptions,
    startDate: scenario.startDate,
    months: scenario.months,
    seed: scenario.seed,
    replication: request.replication,
    book: scenario.population.book,
    groupBy: request.groupBy,
    ...(request.waits === undefined ? {} : { waits: request.waits }),
  });
}
