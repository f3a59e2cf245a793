import type { FactName } from "../facts/index.ts";
import type { Policy } from "../policy/index.ts";
import { prepareRun, type PolicySwitch, type Run, type RunInputs, type Waits } from "../simulation/index.ts";
import type { Population } from "../population/index.ts";
import type { Bench } from "./bench.ts";

/** Which run of a bench: a policy, a replication, its customers, and what they wait. */
interface RunAsked {
  readonly policy: string;
  readonly replication: number;
  readonly groupBy: readonly FactName[];
  readonly population: Population;
  readonly waits?: Waits | undefined;
}

/** One policy under one replication, ready to run. */
export function runOf(bench: Bench, request: RunAsked): Run {
  return prepareRun(runInputsOf(bench, request));
}

/** All that such a run rests on. */
export function runInputsOf(bench: Bench, request: RunAsked): RunInputs {
  const policy = bench.policies.get(request.policy);
  if (policy === undefined) throw new Error(`policy ${request.policy} was not read`);
  const { scenario } = bench;
  const change = switchTo(bench, policy);
  return {
    policy: change === undefined ? policy : change.before,
    ...(change === undefined ? {} : { switch: change.switch }),
    ...(scenario.switch === undefined ? {} : { rollOutBps: scenario.switch.shareBps }),
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
  };
}

/** What a policy takes over from, and when; undefined where it is in force from the start. */
function switchTo({ before, scenario }: Bench, policy: Policy): { readonly before: Policy; readonly switch: PolicySwitch } | undefined {
  const { switch: change } = scenario;
  if (change === undefined || before === undefined || policy.name === before.name) return undefined;
  if (change.policies !== undefined && !change.policies.includes(policy.name)) return undefined;
  return { before, switch: { to: policy, month: change.month, shareBps: change.shareBps } };
}
