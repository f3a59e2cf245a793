// The compiler and json-rules-engine agree on random rules and facts. `POLICY_BENCH_LONG=1` runs 100,000 cases from a fresh
// seed; `POLICY_BENCH_SEED` sets the seed.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { encodeFact } from "../../src/facts/index.ts";
import { compileRules, decorators, missing, operators, type CompiledRules, type Condition } from "../../src/policy/index.ts";
import { checkAgreement, statusesOf, type Compiler } from "./agreement.ts";
import { judge, type Judgement } from "./judge.ts";
import { isHostile, outsideLeaf, randomCase, typedFacts, type RandomCase } from "./random-rules.ts";

const long = process.env["POLICY_BENCH_LONG"] === "1";
const seed = Number(process.env["POLICY_BENCH_SEED"] ?? (long ? Date.now() % 2 ** 31 : 20261122));
const rowsPerCase = 4;
const casesWanted = long ? 100_000 : 20_000;

interface Statistics {
  readonly evaluated: Map<string, number>;
  runs: number;
  rules: number;
  fired: number;
  failed: number;
  reads: number;
  hostileReads: number;
}

function count(evaluated: Map<string, number>, word: string): void {
  evaluated.set(word, (evaluated.get(word) ?? 0) + 1);
}

/** Every leaf that json-rules-engine evaluated carries its result. */
function watchTree(node: unknown, seen: Statistics): void {
  if (typeof node !== "object" || node === null) return;
  const { operator, result, fact, factResult, value, valueResult } = node as Record<string, unknown>;
  if (fact !== undefined && result !== undefined && typeof operator === "string") {
    for (const word of operator.split(":")) count(seen.evaluated, word);
    seen.reads += 1;
    if (isHostile(factResult)) seen.hostileReads += 1;
    if (typeof value === "object" && value !== null && Object.hasOwn(value, "fact")) {
      seen.reads += 1;
      if (isHostile(valueResult)) seen.hostileReads += 1;
    }
  }
  for (const key of ["all", "any", "not"]) {
    const below = (node as Record<string, unknown>)[key];
    for (const child of Array.isArray(below) ? below : [below]) watchTree(child, seen);
  }
}

function watchInto(seen: Statistics): (judgement: Judgement) => void {
  return ({ verdicts, trees }) => {
    seen.runs += 1;
    seen.rules += verdicts.length;
    seen.fired += verdicts.filter((verdict) => verdict === "fired").length;
    seen.failed += verdicts.filter((verdict) => verdict === "failed").length;
    for (const tree of trees) watchTree(tree, seen);
  };
}

test("the rules of a hundred together are judged like each alone", () => {
  const property = fc.property(fc.array(randomCase, { minLength: 20, maxLength: 40 }), (cases) => {
    const sound = cases.filter((given) => soleStatuses(given) !== undefined);
    const rules = sound.flatMap((given, index) => given.rules.map((rule) => ({ ...rule, name: `${index} ${rule.name}`, conditions: renamed(rule.conditions, index) })));
    const named = Object.fromEntries(sound.flatMap((given, index) => Object.entries(given.named).map(([name, condition]) => [`${index} ${name}`, renamed(condition, index)])));
    const [first] = sound;
    if (first === undefined) return;
    const rows = first.rows;
    const together = soleStatuses({ rules, named, rows });
    const alone = sound.map((given) => soleStatuses({ ...given, rows }) ?? []);
    expect(together).toEqual(rows.map((_, row) => alone.flatMap((statuses) => statuses[row] ?? [])));
  });
  fc.assert(property, { seed, numRuns: 20 });
});

test("facts known beforehand are read no more, and leave no more open", { timeout: 3_600_000 }, async () => {
  let [decided, open] = [0, 0];
  const property = fc.asyncProperty(randomCase, fc.subarray(typedFacts.map((fact) => fact.name)), async (given, names) => {
    for (const row of given.rows) {
      const known = new Map(typedFacts.filter((fact) => names.includes(fact.name)).map((fact) => [fact.name, encodeFact(fact, row.facts[fact.name] ?? null)]));
      const folding: Compiler = { compileRules: (input) => withoutReads(compileRules({ ...input, known }), names), missing };
      const alone = { ...given, rows: [row] };
      await checkAgreement(folding, alone);
      const [before, after] = [statusesOf({ compileRules, missing }, alone)?.[0], statusesOf(folding, alone)?.[0]];
      before?.forEach((status, index) => {
        if (status !== "open" && after !== undefined) expect(after[index]).toBe(status);
      });
      open += after?.filter((status) => status === "open").length ?? 0;
      decided += after?.filter((status) => status !== "open").length ?? 0;
    }
  });
  await fc.assert(property, { seed, numRuns: long ? 10_000 : 400 });
  expect(open / decided).toBeGreaterThan(0.02);
});

test("what is refused because it always throws does so whatever the facts are", async () => {
  let refusals = 0;
  const property = fc.asyncProperty(outsideLeaf, async (given) => {
    if (statusesOf({ compileRules, missing }, given) !== undefined) return;
    if (JSON.stringify(given.rules).includes("toString")) return;
    refusals += 1;
    for (const row of given.rows.filter((each) => each.missing.length === 0)) {
      expect((await judge(given, row.facts)).rejected).toBe("TypeError");
    }
  });
  await fc.assert(property, { seed, numRuns: long ? 50_000 : 3_000 });
  expect(refusals).toBeGreaterThan(20);
});

function withoutReads(compiled: CompiledRules, names: readonly string[]): CompiledRules {
  expect(compiled.reads.filter((name) => names.includes(name))).toEqual([]);
  return compiled;
}

/** Named conditions carry the number of their case. */
function renamed(condition: Condition, index: number): Condition {
  return JSON.parse(JSON.stringify(condition), (key, value: unknown) => (key === "condition" ? `${index} ${String(value)}` : value)) as Condition;
}

/** What the compiler alone says, row by row; undefined where it refuses. */
function soleStatuses(given: RandomCase): readonly (readonly string[])[] | undefined {
  return statusesOf({ compileRules, missing }, { ...given, ...(JSON.parse(JSON.stringify({ rules: given.rules, named: given.named })) as Pick<RandomCase, "rules" | "named">) });
}

test(`${casesWanted} random cases agree with json-rules-engine, and exercise all of it`, { timeout: 3_600_000 }, async () => {
  const seen: Statistics = { evaluated: new Map(), runs: 0, rules: 0, fired: 0, failed: 0, reads: 0, hostileReads: 0 };
  const watch = watchInto(seen);
  let cases = 0;
  const property = fc.asyncProperty(randomCase, async (given) => {
    const refused = await checkAgreement({ compileRules, missing }, given, watch);
    if (refused === undefined) cases += given.rows.length;
  });
  // About a third of the random rule sets holds a constant that always throws, and is refused.
  await fc.assert(property, { seed, numRuns: Math.ceil((casesWanted / rowsPerCase) * 1.5) });

  const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;
  const evaluated = [...operators, ...decorators].map((word) => `${word} ${seen.evaluated.get(word) ?? 0}`);
  process.stdout.write(
    `agreement: seed ${seed}, ${cases} cases, ${seen.runs} runs of json-rules-engine, ${share(seen.fired, seen.rules)} of rules fired, ` +
      `${share(seen.failed, seen.rules)} threw, ${share(seen.hostileReads, seen.reads)} of facts read hostile\n  ${evaluated.join(", ")}\n`,
  );
  expect(cases).toBeGreaterThanOrEqual(casesWanted);
  for (const word of [...operators, ...decorators]) expect(seen.evaluated.get(word) ?? 0, word).toBeGreaterThanOrEqual(200);
  expect(seen.fired / seen.rules).toBeGreaterThan(0.3);
  expect(seen.fired / seen.rules).toBeLessThan(0.7);
  expect(seen.hostileReads / seen.reads).toBeGreaterThan(0.2);
  expect(seen.failed).toBeGreaterThan(100);
});
