import { queuesOf } from "../simulation/index.ts";
import type { Bench } from "./bench.ts";
import type { BlocksRequest } from "./run-blocks.ts";

/** What is to be run of a bench: every policy, every replication, all passes. The same for whoever runs it. */
export function wholeRun(bench: Bench, customers: number): Pick<BlocksRequest, "policies" | "replications" | "customers" | "queues" | "passes"> {
  const { scenario, policies } = bench;
  return {
    policies: [...policies.keys()],
    replications: scenario.replications,
    customers,
    queues: new Map([...policies].map(([name, policy]) => [name, queuesOf(policy, scenario.lender, customers)])),
    passes: scenario.passes,
  };
}
