// What proofs cost: all claims and all findings of the shipped policies, and of decisions of 500 and 2,000 rules; and what
// z3 takes on the same questions in the same run. `node test/bench/proof.ts [class]`. CPU milliseconds, so that a busy machine
// counts for little. A question of z3's that passes its timeout counts as that long; z3 is asked until it has used so much
// of the processor, and what it was not asked is left out of its time, so that its time is at least what is told. Exits
// with 1 where a verdict of z3's is another one than ours, or something is undecided; times are told beside their targets.
import { join } from "node:path";
import type { Policy } from "../../src/policy/index.ts";
import { certificatesOf, findInRules, makeProver, readClaims, statementsOf, type Claim, type ClaimResult, type Prover, type RuleFinding } from "../../src/proof/index.ts";
import { banded, chaotic, largeClaims, numbers, policyOf } from "../proof/large-policies.ts";
import { claimQuestions, findingQuestions, type SmtSheet } from "../proof/smt-questions.ts";
import { askTimed } from "../proof/z3-timed.ts";
import { readWhole } from "../rules/read-policies.ts";
import { readText, shipped } from "../rules/written.ts";

/** Milliseconds: of one question of z3's; of its CPU for one sheet of questions. */
const [timeout, most] = [20_000, Number(process.env["POLICY_BENCH_Z3_MS"] ?? 20_000)];
const rounds = 3;

interface Measured {
  readonly claims: number;
  readonly findings: number;
  readonly prover: Prover;
  readonly results: readonly ClaimResult[];
  readonly found: readonly RuleFinding[];
}

function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Reads nothing and keeps nothing from the run before. What the policy says is worked out once, for claims and findings. */
function measure(policy: Policy, claims: readonly Claim[]): Measured {
  const start = cpu();
  const prover = makeProver({ policy, claims });
  const results = claims.map((claim) => prover.prove(claim));
  const proved = cpu();
  const found = findInRules(prover, statementsOf(prover.model));
  return { claims: proved - start, findings: cpu() - proved, prover, results, found };
}

interface Class {
  readonly name: string;
  readonly target: number;
  readonly policy: Policy;
  readonly claims: readonly Claim[];
  readonly sheets: (measured: Measured) => readonly SmtSheet[];
}

/** The questions of the claims as `prove --smtlib` writes them: `sat` of one that is broken, `unsat` of all that are held. */
function certificates({ prover, results }: Measured): readonly SmtSheet[] {
  return results.flatMap(({ claim, verdict }) => certificatesOf(prover, claim).map(({ text }): SmtSheet => {
    const question = text.replaceAll(/^\((?:check-sat|set-logic ALL)\)$/gmu, "");
    return { prelude: "", questions: [{ kind: verdict === "held" ? "claim" : "claim-of-several", name: claim.name, text: question, expected: verdict === "held" ? "unsat" : "sat" }] };
  }));
}

const classes: readonly Class[] = [
  ...shipped.map((name): Class => {
    const policy = readWhole(name);
    const claims = ["rules/invariants.json", join("rules/policies", name, "invariants.json")].flatMap((file) => readClaims({ file, text: readText(file) }, policy).claims);
    return { name, target: 200, policy, claims, sheets: (measured) => oneSheet(certificates(measured)) };
  }),
  ...([["500 banded", 1000, banded(500, numbers(7))], ["500 chaotic", 3000, chaotic(500, numbers(9))], ["2000 banded", 3000, banded(2000, numbers(7))]] as const).map(([name, target, conditions]): Class => {
    const policy = policyOf(conditions);
    return { name, target, policy, claims: largeClaims, sheets: ({ results, found }) => [...claimQuestions(policy, results), findingQuestions(policy, found)] };
  }),
];

/** Sheets that declare nothing are one. */
function oneSheet(sheets: readonly SmtSheet[]): readonly SmtSheet[] {
  return [{ prelude: "", questions: sheets.flatMap(({ questions }) => questions) }];
}

/** Of every so many questions one, so that a sheet that is broken off has asked of all kinds. */
function spread({ prelude, questions }: SmtSheet): SmtSheet {
  const strides = [97, 89, 83, 79, 73, 71, 67, 61];
  const stride = strides.find((each) => questions.length % each !== 0) ?? 1;
  return { prelude, questions: questions.map((question, index) => questions[(index * stride) % questions.length] ?? question) };
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;

async function bench({ name, target, policy, claims, sheets }: Class): Promise<void> {
  const runs = Array.from({ length: rounds }, () => measure(policy, claims));
  const [first] = runs;
  if (first === undefined) throw new Error("there is a run");
  const total = (run: Measured): number => run.claims + run.findings;
  const best = runs.reduce((a, b) => (total(b) < total(a) ? b : a));
  const undecided = first.results.filter(({ verdict }) => verdict === "undecided").length + first.found.filter(({ kind }) => kind === "unknown").length;
  console.log(`${name}: ${policy.decisions.enrolment.rules.length} rules of enrolment, ${claims.length} claims, ${first.found.length} findings, ${undecided} undecided`);
  console.log(`  ours  first ${seconds(total(first))}, best of ${rounds} ${seconds(total(best))} (claims ${seconds(best.claims)}, findings ${seconds(best.findings)}); target ${seconds(target)}${total(best) > target ? ": missed" : ""}`);
  let [asked, all, spent, late, wrong] = [0, 0, 0, 0, 0];
  for (const sheet of sheets(first)) {
    const { declared, answers } = await askTimed(spread(sheet), { timeout, most });
    all += sheet.questions.length;
    asked += answers.length;
    spent += declared + answers.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
    late += answers.filter(({ answer }) => answer === "unknown").length;
    const disagreements = answers.filter(({ question, answer }) => question.kind !== "claim-of-several" && answer !== "unknown" && answer !== question.expected);
    for (const { question, answer } of disagreements.slice(0, 5)) console.error(`  z3 says ${answer} of ${question.kind} ${question.name}, we say ${question.expected}`);
    wrong += disagreements.length + (answers.length < sheet.questions.length ? 0 : severalWrong(answers));
  }
  console.log(`  z3    ${asked} of ${all} questions in ${seconds(spent)}${late > 0 ? `, ${late} given up after ${timeout / 1000} s` : ""}; ${wrong} disagreements; at least ${(spent / total(best)).toFixed(1)} times as long${asked < all ? `, at its pace ${((spent / asked / total(best)) * all).toFixed(0)} times` : ""}`);
  if (wrong > 0 || undecided > 0 || asked === 0) process.exitCode = 1;
}

/** A broken claim breaks at one moment at least: claims all of whose questions z3 denies. */
function severalWrong(answers: Awaited<ReturnType<typeof askTimed>>["answers"]): number {
  const several = answers.filter(({ question }) => question.kind === "claim-of-several");
  const names = new Set(several.map(({ question }) => question.name));
  const wrong = [...names].filter((name) => several.every(({ question, answer }) => question.name !== name || answer === "unsat"));
  for (const name of wrong) console.error(`  z3 says unsat to every question of ${name}, we say it is broken`);
  return wrong.length;
}

const only = process.argv[2];
for (const each of classes) if (only === undefined || only === each.name || (only === "shipped" && shipped.some((name) => name === each.name))) await bench(each);
