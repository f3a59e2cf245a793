// Compiled decisions against json-rules-engine on one policy of 25 rules: results compared in the same run, then speed.
// Prints both rates and their ratio; exits with 1 where results differ, a rule is too rare or too common, or the ratio is below 1,000.
import { Engine, type RuleProperties } from "json-rules-engine";
import { createDraws, streamKey } from "../../src/base/index.ts";
import { decodeFact, layoutFacts, readDictionary, type FactDefinition } from "../../src/facts/index.ts";
import { compileColumns, compileDecision, readOutcome, type Condition, type Policy, type Rule, type RuleEvent } from "../../src/policy/index.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const target = 1_000;
const rowsForEngine = 2_000;
const rowsForCode = 16_384;
const repeats = 40;

const text = readFileSync(join(import.meta.dirname, "../../rules/dictionary.json"), "utf8");
const { dictionary } = readDictionary({ file: "rules/dictionary.json", text });
const layout = layoutFacts(dictionary);

type Leaf = Extract<Condition, { readonly fact: string }>;
const leaf = (fact: string, operator: string, value: unknown): Leaf => ({ fact, operator, value });
const all = (...list: readonly Condition[]): Condition => ({ all: list });
const any = (...list: readonly Condition[]): Condition => ({ any: list });

/** 25 rules of the kinds that policies have: thresholds, lists, facts against facts, nesting, negation. */
const conditions: readonly Condition[] = [
  all(leaf("customer.age", "lessThan", 30)),
  all(leaf("customer.age", "greaterThanInclusive", 55), leaf("bureau.score", "lessThan", 700)),
  all(leaf("customer.incomeMonthlyFen", "lessThan", 350_000_000)),
  any(leaf("bureau.score", "lessThan", 450), leaf("bureau.queries6m", "greaterThan", 160)),
  all(leaf("payment.bankInflowMonthlyFen", "greaterThan", { fact: "customer.incomeMonthlyFen" })),
  all({ not: leaf("customer.identityVerified", "equal", true) }),
  all(leaf("customer.occupation", "in", ["student", "unemployed", "gig-worker"])),
  any(leaf("device.isRooted", "equal", true), leaf("device.sharedAccounts", "greaterThan", 80)),
  all(leaf("shop.tenureMonths", "lessThan", 60), leaf("shop.ordersLast12m", "lessThan", 1_400)),
  all(leaf("shop.returnShareBps", "greaterThan", 5_000)),
  all(leaf("payment.onTimeShareBps", "lessThan", 6_000)),
  any(leaf("payment.failedLast6m", "greaterThan", 150), leaf("bureau.maxDaysPastDue24m", "greaterThan", 500)),
  all(leaf("customer.cityTier", "lessThanInclusive", 2)),
  all(leaf("bureau.openLoans", "greaterThan", 40), leaf("bureau.utilisationBps", "greaterThan", 8_000)),
  all({ not: { any: [leaf("shop.memberTier", "equal", "gold"), leaf("shop.memberTier", "equal", "plus")] } }),
  any(leaf("customer.education", "in", ["university", "graduate"]), leaf("score.points", "greaterThanInclusive", 700)),
  all(leaf("score.points", "greaterThanInclusive", 600), leaf("bureau.score", "greaterThanInclusive", 500)),
  all(leaf("bureau.limitTotalFen", "greaterThan", { fact: "bureau.debtFen" })),
  all(leaf("shop.daysSinceLastOrder", "lessThan", 4_000), { not: leaf("payment.autopayEnabled", "equal", false) }),
  any(all(leaf("customer.age", "greaterThan", 40), leaf("score.points", "lessThan", 500)), all(leaf("bureau.hasFile", "equal", false), leaf("device.count", "greaterThan", 25))),
  all(leaf("shop.spendLast12mFen", "greaterThanInclusive", 2_000_000_000), leaf("shop.averageOrderFen", "lessThan", 80_000_000)),
  all(leaf("device.ageDays", "lessThan", 2_000)),
  all(leaf("payment.walletBalanceFen", "greaterThan", 300_000_000), leaf("device.riskPoints", "lessThanInclusive", 60)),
  any(leaf("customer.maritalStatus", "equal", "married"), leaf("customer.region", "notIn", ["north", "east"])),
  all(leaf("bureau.debtToIncomeBps", "greaterThan", 40_000), any(leaf("score.ageMonths", "greaterThan", 120), leaf("shop.addressChanges12m", "greaterThan", 25))),
];

const events: readonly RuleEvent[] = [{ type: "decline", params: { reason: "too-risky" } }, { type: "review", params: { queue: "thin-file" } }, { type: "enrol" }];
const rules: readonly Rule[] = conditions.map((condition, index) => ({
  name: `R-${index + 1}`,
  title: { en: "", zh: "" },
  serves: [],
  priority: 1 + ((index * 7) % 25),
  conditions: condition,
  event: events[index % events.length] ?? { type: "enrol" },
}));
const file = { decision: "enrolment", combine: {}, exclusive: [], otherwise: {}, onMissing: { type: "no-action" }, conditions: {}, rules, examples: [], file: "enrolment.json" } as const;
const policy = { name: "bench", title: { en: "", zh: "" }, version: "1", parameters: [], derived: [], decisions: { enrolment: file }, dictionary } as unknown as Policy;
const input = { policy, decision: "enrolment", moment: "application", layout, known: new Map() } as const;

/** Every fact drawn evenly over its domain. */
function drawColumn(definition: FactDefinition, slot: number): Float64Array {
  const draws = createDraws(streamKey("bench", 0));
  return Float64Array.from({ length: rowsForCode }, (_, row) => {
    const u = draws.uniform(row, 0, slot);
    if (definition.type === "boolean") return u < 0.5 ? 1 : 0;
    if (definition.type === "enum") return Math.floor(u * definition.values.length);
    return Math.floor(definition.min + u * (definition.max - definition.min + 1));
  });
}

const starts = performance.now();
const compiled = compileDecision(input);
const code = compileColumns(input);
const compileMs = performance.now() - starts;

const definitions = [...dictionary.facts.values()];
const columns = definitions.map((definition, slot) => (compiled.reads.includes(definition.name) ? drawColumn(definition, slot) : new Float64Array(0)));
const plain = Array.from({ length: rowsForEngine }, (_, row) =>
  Object.fromEntries(definitions.flatMap((definition, slot) => (compiled.reads.includes(definition.name) ? [[definition.name, decodeFact(definition, columns[slot]?.[row] ?? NaN)]] : []))),
);

/** One engine, used again for one run after the other: the quickest way to use it. */
async function runEngine(): Promise<{ readonly ms: number; readonly fired: readonly string[][] }> {
  const engine = new Engine(structuredClone(rules) as unknown as RuleProperties[]);
  for (const facts of plain.slice(0, 200)) await engine.run(facts);
  const fired: string[][] = [];
  const start = performance.now();
  for (const facts of plain) {
    const { results } = await engine.run(facts);
    fired.push(results.map((result) => String(result.name)));
  }
  return { ms: performance.now() - start, fired };
}

const engine = await runEngine();

let differences = 0;
const hits = rules.map(() => 0);
code.decide(columns, rowsForEngine, (row, outcome) => {
  const ours = readOutcome(compiled, outcome);
  const theirs = engine.fired[row] ?? [];
  const [first] = rules.filter((rule) => theirs.includes(rule.name)).toSorted((a, b) => b.priority - a.priority);
  if (ours.fired.join() !== rules.filter((rule) => theirs.includes(rule.name)).map((rule) => rule.name).join()) differences += 1;
  if (ours.type !== (first?.event.type ?? "no-action") || ours.because.join() !== (first?.name ?? "")) differences += 1;
  for (const [index, rule] of rules.entries()) if (theirs.includes(rule.name)) hits[index] = (hits[index] ?? 0) + 1;
});

let sum = 0;
const rates: number[] = [];
for (let repeat = 0; repeat < 5; repeat += 1) {
  const start = performance.now();
  for (let again = 0; again < repeats; again += 1) {
    code.decide(columns, rowsForCode, (_, outcome) => {
      sum += outcome.code;
    });
  }
  rates.push((rowsForCode * repeats) / ((performance.now() - start) / 1_000));
}
const engineRate = rowsForEngine / (engine.ms / 1_000);
const codeRate = rates.toSorted((a, b) => a - b)[2] ?? 0;
const ratio = codeRate / engineRate;
const hitShares = hits.map((hit) => hit / rowsForEngine);
const odd = hitShares.filter((share) => share < 0.1 || share > 0.9);
process.stdout.write(
  `25 rules, ${compiled.reads.length} facts, hit rates ${Math.min(...hitShares).toFixed(2)}–${Math.max(...hitShares).toFixed(2)}, ${differences} differences on ${rowsForEngine} rows (check ${sum})\n` +
    `json-rules-engine, one engine reused: ${Math.round(engineRate)} decisions a second\n` +
    `compiled, over columns: ${Math.round(codeRate)} decisions a second; compiling twice took ${compileMs.toFixed(1)} ms\n` +
    `ratio ${Math.round(ratio)} (target ${target})\n`,
);
if (differences > 0 || odd.length > 0 || ratio < target) process.exitCode = 1;
