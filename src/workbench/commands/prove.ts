import { wilson } from "../../base/index.ts";
import { layoutFacts } from "../../facts/index.ts";
import type { Policy } from "../../policy/index.ts";
import { findInRules, makeProver, questionsOf, statementsOf, usualBudget, type Budget, type Claim, type ClaimResult, type Counterexample, type Prover, type RuleFinding } from "../../proof/index.ts";
import { exitCode, type Finding } from "../../verdict/index.ts";
import { prove as proveText, type ProofReport, type ToldClaim, type ToldCounterexample } from "../../view/index.ts";
import { textFlag, type Call } from "../call.ts";
import { formatOf } from "../format.ts";
import { jsonText } from "../json-text.ts";
import { parseCount } from "../parse-count.ts";
import { openCustomers, type Customers } from "../population-cases.ts";
import { openProject } from "../project.ts";
import { readAllClaims, readSince } from "../read-all-claims.ts";
import { readProjectGround } from "../read-rules.ts";
import { readTargets } from "../read-targets.ts";
import { replayed } from "../replay-proof.ts";
import { sayFindings } from "../say-findings.ts";
import { readSettings } from "../settings.ts";
import { textOptions } from "../text-options.ts";
import { UsageError } from "../world.ts";

/** `policy-bench prove [policy…]`: what holds for every possible applicant, and rules that can never decide. */
export async function prove(call: Call): Promise<number> {
  const settings = readSettings(call);
  const format = formatOf(call, ["pretty", "json"]);
  const budget = budgetOf(call);
  const pattern = patternOf(call);
  const project = openProject(call.world);
  const ground = readProjectGround(project);
  const read = readTargets(project, call.operands, ground);
  const opened = openCustomers(call, project, ground);
  const claimed = read.targets.map((target) => readAllClaims(project, target));
  const since = readSince(project, ground, claimed.flatMap(({ claims }) => claims));
  const diagnostics = [...read.diagnostics, ...opened.diagnostics, ...claimed.flatMap(({ diagnostics: found }) => found)];
  sayFindings(diagnostics, settings, call.world);
  if (diagnostics.some(({ level }) => level === "error")) return exitCode([{ kind: "cannot-run" }]);
  const reports: ProofReport[] = [];
  for (const [index, { policy }] of read.targets.entries()) {
    const claims = (claimed[index]?.claims ?? []).filter(({ name }) => pattern.test(name));
    reports.push(await provePolicy({ policy, claims, budget, since, customers: opened.customers }));
  }
  call.world.stdout.write(format === "json" ? jsonText({ schemaVersion: 1, policies: reports }) : proveText(reports, textOptions(settings)));
  return exitCode(reports.flatMap(verdictsOf));
}

function budgetOf(call: Call): Budget {
  const written = textFlag(call, "budget");
  return written === undefined ? usualBudget : { ...usualBudget, nodes: parseCount(written, "--budget"), ...(written === "0" ? { conflicts: 0 } : {}) };
}

function patternOf(call: Call): RegExp {
  const written = textFlag(call, "run") ?? "";
  try {
    return new RegExp(written, "u");
  } catch {
    throw new UsageError({ en: `--run \`${written}\` is no regular expression`, zh: `--run \`${written}\` 不是正则表达式` });
  }
}

interface Task {
  readonly policy: Policy;
  readonly claims: readonly Claim[];
  readonly budget: Budget;
  readonly since: ReadonlyMap<string, Policy>;
  readonly customers: Customers | undefined;
}

async function provePolicy({ policy, claims, budget, since, customers }: Task): Promise<ProofReport> {
  const start = performance.now();
  const findings = findingsOf(policy, budget);
  const prover = makeProver({ policy, claims, budget, since });
  const told: ToldClaim[] = [];
  let proving = performance.now() - start;
  for (const claim of claims) {
    const before = performance.now();
    const result = prover.prove(claim);
    const milliseconds = performance.now() - before;
    proving += milliseconds;
    told.push(await tell(result, { prover, policy, customers, milliseconds }));
  }
  return {
    policy: policy.name,
    claims: told,
    findings,
    milliseconds: proving,
    ...(customers === undefined ? {} : { population: { profile: customers.profile, customers: customers.population.size } }),
  };
}

function findingsOf(policy: Policy, budget: Budget): readonly RuleFinding[] {
  let statements: ReturnType<typeof statementsOf> = [];
  const prover = makeProver({
    policy,
    claims: [],
    budget,
    about: (model) => {
      statements = statementsOf(model);
      return questionsOf(statements);
    },
  });
  return findInRules(prover, statements);
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

function verdictsOf({ claims, findings }: ProofReport): readonly Finding[] {
  return [
    ...claims.map(({ verdict, level }): Finding => ({ kind: "verdict", verdict, level })),
    ...findings.map((finding): Finding => (finding.kind === "unknown" ? { kind: "verdict", verdict: "undecided" } : { kind: "diagnostic", level: finding.level })),
  ];
}
