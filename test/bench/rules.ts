// What coverage, suggestions and mutation take on a policy of 500 rules: every shipped rule and example copied with
// other thresholds. Prints times; exits with 1 where mutation takes more than 60 seconds.
import { layoutFacts } from "../../src/facts/index.ts";
import { compileDecision, caseRow, decisionNames, exampleCases, expectedOf, knownFacts, makeMutants, measureCoverage, prepareMutation, readOutcome, suggestExamples } from "../../src/policy/index.ts";
import type { Condition, Policy, RuleFile } from "../../src/policy/index.ts";
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
const start = performance.now();
const judged = timed("mutation", () =>
  decisionNames.flatMap((decision) => {
    const judge = prepareMutation(policy, decision);
    return makeMutants(policy, decision).map((mutant) => judge.judge(mutant));
  }),
);
const seconds = (performance.now() - start) / 1000;
const count = (status: string): number => judged.filter((one) => one.status === status).length;
console.log(`${judged.length} edits: ${count("killed")} killed, ${count("survived")} survived, ${count("equivalent")} equivalent`);
if (seconds > mostSeconds) {
  console.error(`mutation took ${seconds.toFixed(0)} s, more than ${mostSeconds}`);
  process.exitCode = 1;
}
