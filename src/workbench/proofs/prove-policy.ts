import { wilson } from "../../base/index.ts";
import { layoutFacts } from "../../facts/index.ts";
import type { Policy } from "../../policy/index.ts";
import { makeProver, type Budget, type Claim, type ClaimResult, type Counterexample, type Prover } from "../../proof/index.ts";
import type { ProofReport, ToldClaim, ToldCounterexample } from "../../view/index.ts";
import type { Customers } from "../population-cases.ts";
import { replayed, replayedFinding } from "../replay-proof.ts";
import { findingsOf } from "./rule-findings.ts";

/** A policy to be proved, and what with. */
export interface ProofTask {
  readonly policy: Policy;
  readonly claims: readonly Claim[];
  readonly budget: Budget;
  readonly since: ReadonlyMap<string, Policy>;
  readonly customers: Customers | undefined;
}

/** What was proved about a policy: as it is told, and as it was found. */
export interface PolicyProof {
  readonly report: ProofReport;
  readonly prover: Prover;
  readonly results: readonly ClaimResult[];
}

/** Proves the claims about a policy and looks through its rules. Every counterexample is put to json-rules-engine. */
export async function provePolicy({ policy, claims, budget, since, customers }: ProofTask): Promise<PolicyProof> {
  const start = performance.now();
  const prover = makeProver({ policy, claims, budget, since });
  const findings = findingsOf(prover);
  const told: ToldClaim[] = [];
  const results: ClaimResult[] = [];
  let proving = performance.now() - start;
  for (const finding of findings) await replayedFinding(policy, finding);
  for (const claim of claims) {
    const before = performance.now();
    const result = prover.prove(claim);
    const milliseconds = performance.now() - before;
    proving += milliseconds;
    results.push(result);
    told.push(await tell(result, { prover, policy, customers, milliseconds }));
    // Lets signals through between claims.
    await new Promise((resolve) => setImmediate(resolve));
  }
  const report: ProofReport = {
    policy: policy.name,
    claims: told,
    findings,
    milliseconds: proving,
    ...(customers === undefined ? {} : { population: { profile: customers.profile, customers: customers.population.size } }),
  };
  return { report, prover, results };
}

interface Telling {
  readonly prover: Prover;
  readonly policy: Policy;
  readonly customers: Customers | undefined;
  readonly milliseconds: number;
}

async function tell({ claim, verdict, vacuous, why, counterexamples }: ClaimResult, telling: Telling): Promise<ToldClaim> {
  const { name, title, kind, level, serves } = claim;
  const told: ToldCounterexample[] = [];
  for (const one of counterexamples) told.push(await tellCounterexample(claim, one, telling));
  return { name, title, kind, level, serves, verdict, vacuous, milliseconds: telling.milliseconds, counterexamples: told, ...(why === undefined ? {} : { why }) };
}

async function tellCounterexample(claim: Claim, one: Counterexample, { prover, policy, customers }: Telling): Promise<ToldCounterexample> {
  const share = customers === undefined || one.second !== undefined ? undefined : shareOf(claim, one, { prover, policy, customers });
  return {
    moments: one.asked.map(({ decision, moment }) => `${decision}@${moment}`),
    because: [...new Set(one.outcomes.flatMap(({ because }) => because))],
    departures: one.departures,
    outcomes: one.outcomes.map(({ type, params }) => ({ type, params })),
    replay: await replayed(policy, one),
    ...(one.region === undefined ? {} : { region: one.region }),
    ...(one.second === undefined ? {} : { second: { ...one.second, outcomes: one.second.outcomes.map(({ type, params }) => ({ type, params })) } }),
    ...(share === undefined ? {} : { share }),
  };
}

/** How many customers break the claim, all that the population does not know being as in the counterexample. */
function shareOf(claim: Claim, one: Counterexample, { prover, policy, customers }: { readonly prover: Prover; readonly policy: Policy; readonly customers: Customers }): ToldCounterexample["share"] {
  const { population } = customers;
  const layout = layoutFacts(policy.dictionary);
  const trial = prover.trial(claim, one.asked);
  const row = Float64Array.from(one.applicants.first);
  let count = 0;
  for (let first = 0; first < population.size; first += 4096) {
    const block = population.block(first, Math.min(4096, population.size - first));
    const columns = [...block.observed].flatMap(([name, column]) => (layout.dictionary.facts.has(name) ? [[layout.slot(name), column] as const] : []));
    for (let index = 0; index < block.count; index += 1) {
      for (const [slot, column] of columns) row[slot] = column[index] ?? NaN;
      if (trial.breaks({ first: row })) count += 1;
    }
  }
  const bounds = wilson(count, population.size);
  return bounds === null ? undefined : { count, of: population.size, low: bounds.low, high: bounds.high };
}
