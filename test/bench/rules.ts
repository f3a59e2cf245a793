// What lint, coverage, suggestions and mutation take on a policy of 500 rules: every shipped rule and example copied with
// other thresholds; and what `check` of the shipped rules and the start of lint take. Prints times; exits with 1 where a bound
// is passed.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { layoutFacts } from "../../src/facts/index.ts";
import { compileDecision, caseRow, decisionNames, exampleCases, expectedOf, knownFacts, makeMutants, measureCoverage, readOutcome, suggestExamples } from "../../src/policy/index.ts";
import type { Condition, Policy, RuleFile } from "../../src/policy/index.ts";
import { makeEditJudge } from "../../src/workbench/mutation/edit-judge.ts";
import { readWhole } from "../rules/read-policies.ts";

const rulesInAll = 500;
const mostSeconds = 60;

/** The condition with every number in it moved. */
function shifted(condition: Condition, by: number): Condition {
  if ("all" in condition) return { all: condition.all.map((part) => shifted(part, by)) };
  if ("any" in condition) return { any: condition.any.map((part) => shifted(part, by)) };
  if ("not" in condition) return { not: shifted(condition.not, by) };
  if ("condition" in condition) return condition;
  return typeof condition.value === "number" ? { ...condition, value: condition.value + by } : condition;
}

/** A file with its rules copied until there are so many, the copies below the originals. */
function grown(file: RuleFile, count: number): RuleFile {
  const rules = Array.from({ length: count }, (_, index) => {
    const rule = file.rules[index % file.rules.length];
    if (rule === undefined) throw new Error("a file has rules");
    const copy = Math.floor(index / file.rules.length);
    return { ...rule, name: `${rule.name}-${copy}`, priority: rule.priority * 1000 - copy, conditions: shifted(rule.conditions, copy) };
  });
  const examples = rules.map((rule, index) => {
    const example = file.examples[index % file.examples.length];
    if (example === undefined) throw new Error("a file has examples");
    const facts = Object.entries(example.facts).map(([name, value]) => [name, typeof value === "number" && value > 0 ? value + Math.floor(index / file.examples.length) : value]);
    return { ...example, name: `${example.name} ${rule.name}`, facts: Object.fromEntries(facts) as typeof example.facts };
  });
  return { ...file, rules, examples };
}

/** Examples that expect what is decided. */
function settled(policy: Policy): Policy {
  const layout = layoutFacts(policy.dictionary);
  const decisions = decisionNames.map((decision) => {
    const file = policy.decisions[decision];
    const examples = file.examples.map((example) => {
      const code = compileDecision({ policy, decision, moment: example.moment, layout, known: knownFacts(policy) });
      const outcome = code.newOutcome();
      code.decide(caseRow(example, layout), outcome);
      return { ...example, expect: expectedOf(decision, readOutcome(code, outcome)) };
    });
    return [decision, { ...file, examples }];
  });
  return { ...policy, decisions: Object.fromEntries(decisions) as Policy["decisions"] };
}

const base = readWhole("consent-first");
const files = decisionNames.map((decision) => [decision, grown(base.decisions[decision], rulesInAll / decisionNames.length)]);
const policy = settled({ ...base, decisions: Object.fromEntries(files) as Policy["decisions"] });

const timed = <T>(what: string, work: () => T): T => {
  const start = performance.now();
  const result = work();
  console.log(`${what.padEnd(34)} ${((performance.now() - start) / 1000).toFixed(2)} s`);
  return result;
};

timed("coverage of 500 rules by 500 examples", () => decisionNames.map((decision) => measureCoverage({ policy, decision, cases: exampleCases({ policy, decision }) })));
timed("suggestions for all gaps", () => decisionNames.map((decision) => suggestExamples({ policy, decision })));
const start = process.cpuUsage();
const judged = timed("mutation", () =>
  decisionNames.flatMap((decision) => {
    const judge = makeEditJudge(policy, decision, []);
    return makeMutants(policy, decision).map((mutant) => judge.judge(mutant));
  }),
);
const used = process.cpuUsage(start);
const seconds = (used.user + used.system) / 1_000_000;
const count = (status: string): number => judged.filter((one) => one.status === status).length;
console.log(`${seconds.toFixed(1)} s of processor; ${judged.length} edits: ${count("killed")} killed, ${count("survived")} survived, ${count("equivalent")} equivalent, ${count("undecided")} undecided`);
if (seconds > mostSeconds) {
  console.error(`mutation took ${seconds.toFixed(0)} s of processor, more than ${mostSeconds}`);
  process.exitCode = 1;
}

/** Processor seconds (user and system) of one command, by the shell's own clock: a busy machine does not slow it. */
function processorSeconds(args: readonly string[], cwd: string): number {
  const { stderr, status } = spawnSync("bash", ["-c", 'TIMEFORMAT="%U %S"; time "$@" >/dev/null 2>&1', "bash", process.execPath, ...args], { cwd, encoding: "utf8" });
  const [user, system] = stderr.trim().split(/\s+/u).slice(-2).map(Number);
  if (status === null || user === undefined || system === undefined || Number.isNaN(user + system)) throw new Error(`bash could not time ${args.join(" ")}`);
  return user + system;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
const root = join(import.meta.dirname, "..", "..");
const bin = join(root, "dist", "policy-bench.js");

function bound(what: string, seconds: number, most: number): void {
  console.log(`${what.padEnd(44)} ${seconds.toFixed(3)} s of processor (bound ${most} s)`);
  if (seconds <= most) return;
  console.error(`${what}: more than ${most} s`);
  process.exitCode = 1;
}

/** A project whose one policy has 500 rules, as files. */
function writeLarge(): string {
  const folder = mkdtempSync(join(tmpdir(), "policy-bench-rules-"));
  cpSync(join(root, "rules"), join(folder, "rules"), { recursive: true, filter: (path) => !/invited|silent-auto|schema/u.test(path) });
  const home = join(folder, "rules", "policies", "consent-first");
  rmSync(join(folder, "rules", "policies", "consent-first", "invariants.json"));
  for (const decision of decisionNames) {
    const path = join(home, `${decision}.json`);
    const written = JSON.parse(readFileSync(path, "utf8"));
    const { rules, examples } = policy.decisions[decision];
    const texts = rules.map((rule) => ({ name: rule.name, title: rule.title, why: rule.why, serves: rule.serves, priority: rule.priority, conditions: rule.conditions, event: rule.event }));
    writeFileSync(path, JSON.stringify({ ...written, rules: texts, examples: examples.map(({ name, moment, facts, expect }) => ({ name, moment, facts, expect })) }, null, 2));
  }
  return folder;
}

if (existsSync(bin)) {
  const times = (args: readonly string[], cwd: string, count: number): number => median(Array.from({ length: count }, () => processorSeconds(args, cwd)));
  const bare = times(["-e", ""], root, 7);
  bound("start of lint above node", times([bin, "lint", "--explain", "tier-hole"], root, 7) - bare, 0.1);
  const folder = writeLarge();
  bound("lint of 500 rules, 500 examples", times([bin, "lint", "rules/policies/consent-first"], folder, 3) - bare, 0.5);
  rmSync(folder, { recursive: true });
  bound("check of the shipped rules", processorSeconds([bin, "check"], root), 30);
} else console.log("dist is missing: npm run build measures the commands too");
