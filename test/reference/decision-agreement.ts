// The decision-level property, for any compiler: outcomes against json-rules-engine's events, and missing facts
// against every case that they leave open.
import { Engine, type RuleProperties, type TopLevelCondition } from "json-rules-engine";
import { encodeFact, type FactLayout } from "../../src/facts/index.ts";
import { deriveFacts, knownFacts, type Constant, type ParamValue, type ReadOutcome, type Rule, type RuleFile } from "../../src/policy/index.ts";
import { combine, type Fired, type Said } from "./combine.ts";
import type { CompilerCopy } from "./faults.ts";
import type { RandomDecision } from "./random-policies.ts";

type Facts = Readonly<Record<string, Constant | null>>;

export interface DecisionStatistics {
  rows: number;
  undecided: number;
  decidedInSpiteOfMissing: number;
  grants: number;
}

export async function checkDecision(compiler: CompilerCopy, given: RandomDecision, seen?: DecisionStatistics): Promise<void> {
  const { policy, layout, decision, moment } = given;
  const file = policy.decisions[decision];
  const compiled = compiler.compileDecision({ policy, decision, moment, layout, known: new Map() });
  const outcome = compiled.newOutcome();
  const outcomes = given.rows.map((facts) => {
    compiled.decide(rowOf(layout, facts), outcome);
    return compiler.readOutcome(compiled, outcome);
  });
  checkColumns(compiler, given, outcomes);
  for (const [index, facts] of given.rows.entries()) {
    const ours = outcomes[index];
    if (ours === undefined) throw new Error("a row has an outcome");
    const all = plainFacts(given, facts);
    const isLarge = given.policy.decisions[decision].rules.length > 32;
    if (isLarge && !isWhole(given, all)) continue;
    if (isWhole(given, all)) await compareWhole(given, { ours, facts: all });
    else {
      checkOpen(compiler, given, { ours, facts, all });
      await checkCompletions(compiler, given, { ours, facts });
    }
    if (seen !== undefined) count(seen, ours, !isWhole(given, all));
  }
  if (compiled.rules.length !== file.rules.length) throw new Error("a rule is lost");
}

function count(seen: DecisionStatistics, ours: ReadOutcome, isOpen: boolean): void {
  seen.rows += 1;
  if (ours.undecided) seen.undecided += 1;
  if (isOpen && !ours.undecided) seen.decidedInSpiteOfMissing += 1;
  if (ours.types.includes("grant")) seen.grants += 1;
}

function rowOf(layout: FactLayout, facts: Facts): Float64Array {
  return Float64Array.from(layout.dictionary.facts.values(), (fact) => encodeFact(fact, facts[fact.name] ?? null));
}

/** The facts json-rules-engine sees: observed, parameters, derived, and the moment; what is missing is left out. */
function plainFacts({ policy, moment }: RandomDecision, facts: Facts): Facts {
  const present = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));
  return deriveFacts(policy, { ...present, "request.moment": moment });
}

function isWhole({ layout }: RandomDecision, facts: Facts): boolean {
  return [...layout.dictionary.facts.keys()].every((name) => Object.hasOwn(facts, name));
}

async function compareWhole(given: RandomDecision, { ours, facts }: { ours: ReadOutcome; facts: Facts }): Promise<void> {
  const file = given.policy.decisions[given.decision];
  const fired = await eventsOf(file, facts);
  same("fired", ours.fired, fired.toSorted((a, b) => a.index - b.index).map((rule) => rule.name));
  const theirs = combine(file, given.moment, fired);
  if (theirs.kind === "contradiction") {
    same("contradiction", [ours.undecided, ours.conflict], [true, true]);
    return;
  }
  same("undecided", ours.undecided, false);
  compareSaid(ours, theirs);
  same("conflict", ours.conflict, theirs.conflict || hasTwins(file, fired));
}

/** Two rules of a `unique` type that do not decide are a conflict all the same. */
function hasTwins(file: RuleFile, fired: readonly Fired[]): boolean {
  if (file.decision !== "enrolment" && file.decision !== "pricing") return false;
  return Object.entries(file.combine).some(([type, combiner]) => combiner === "unique" && fired.filter((rule) => rule.type === type).length > 1);
}

function compareSaid(ours: ReadOutcome, theirs: Extract<Said, { kind: "said" }>): void {
  same("types", ours.types.toSorted(), theirs.types.toSorted());
  same("params", sorted(ours.params), sorted(theirs.params));
  same("because", ours.because, theirs.because);
}

/** Lists as sets, since the order of united factors has no meaning. */
function sorted(params: Readonly<Record<string, unknown>>): unknown {
  const entries = Object.entries(params).map(([name, value]) => [name, Array.isArray(value) ? value.map(String).toSorted((a, b) => (a < b ? -1 : 1)) : value] as const);
  return entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function same(what: string, ours: unknown, theirs: unknown): void {
  const [a, b] = [JSON.stringify(ours), JSON.stringify(theirs)];
  if (a !== b) throw new Error(`${what}: compiled ${a}, reference ${b}`);
}

/** Events of one run of json-rules-engine, with the facts in params replaced. */
async function eventsOf(file: RuleFile, facts: Facts): Promise<readonly Fired[]> {
  const engine = new Engine([], { replaceFactsInEventParams: true });
  for (const [name, conditions] of Object.entries(file.conditions)) engine.setCondition(name, structuredClone(conditions) as TopLevelCondition);
  for (const rule of file.rules) engine.addRule(structuredClone(rule) as unknown as RuleProperties);
  const { results } = await engine.run({ ...facts });
  return results.map((result) => {
    const index = file.rules.findIndex((rule) => rule.name === result.name);
    return { name: String(result.name), priority: file.rules[index]?.priority ?? 1, index, type: result.event?.type ?? "", params: result.event?.params ?? {} };
  });
}

/** With missing facts: the outcome is decided exactly where every case of the open rules and amounts has the same one. */
function checkOpen(compiler: CompilerCopy, given: RandomDecision, { ours, facts, all }: { ours: ReadOutcome; facts: Facts; all: Facts }): void {
  const file = given.policy.decisions[given.decision];
  const { certain, open } = statuses(compiler, given, facts);
  same("fired", ours.fired, certain.map((rule) => rule.name));
  const cases = [...everyCase(file, { certain, open, all })].map((fired) => combine(file, given.moment, fired));
  const [first] = cases;
  if (first === undefined) throw new Error("there is a case");
  if (given.decision === "monitoring") {
    checkOpenSet(file, ours, cases);
    return;
  }
  const isDecided = cases.every((said) => saidSame(said, first)) && first.kind === "said";
  // A missing amount beside limits that expire is left open, even where it could not matter.
  if (isDecided && ours.undecided && hasUnknownAmount(file, [...certain, ...open], all)) return;
  same("undecided", ours.undecided, !isDecided);
  if (first.kind === "said" && isDecided) {
    same("types", ours.types, first.types);
    same("params", sorted(ours.params), sorted(first.params));
  }
}

/** What is decided holds for every completion: json-rules-engine fires what is certain, nothing that is excluded. */
async function checkCompletions(compiler: CompilerCopy, given: RandomDecision, { ours, facts }: { ours: ReadOutcome; facts: Facts }): Promise<void> {
  const file = given.policy.decisions[given.decision];
  const { certain, open } = statuses(compiler, given, facts);
  for (const [index, values] of given.completions.entries()) {
    const observed = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, value ?? values[name] ?? null]));
    const all = plainFacts(given, observed);
    // A derived fact that cannot be computed (a division by zero, below the first band) is missing: it may be anything.
    const extreme = index === 0 ? -1e15 : 1e15;
    const underived = [...given.layout.dictionary.facts.keys()].filter((name) => !Object.hasOwn(all, name));
    const fired = await eventsOf(file, { ...all, ...Object.fromEntries(underived.map((name) => [name, extreme])) });
    const names = new Set(fired.map((rule) => rule.name));
    for (const rule of certain) same(`${rule.name} fires`, true, names.has(rule.name));
    for (const rule of file.rules) if (!certain.includes(rule) && !open.includes(rule)) same(`${rule.name} fires`, false, names.has(rule.name));
    const theirs = combine(file, given.moment, fired);
    if (ours.undecided || given.decision === "monitoring") continue;
    if (theirs.kind === "contradiction") throw new Error("compiled decided, reference a contradiction for a completion");
    same("types", ours.types, theirs.types);
    same("params", sorted(ours.params), sorted(theirs.params));
  }
}

function hasUnknownAmount(file: RuleFile, rules: readonly Rule[], all: Facts): boolean {
  const expires = file.rules.some((rule) => rule.event.params?.["untilMonths"] !== undefined);
  return expires && rules.some((rule) => Object.values(rule.event.params ?? {}).some((value) => isFact(value) && !Object.hasOwn(all, value.fact)));
}

/** Monitoring: each type that stands does so in every case, and nothing is open where all cases are one. */
function checkOpenSet(file: RuleFile, ours: ReadOutcome, cases: readonly Said[]): void {
  const [first] = cases;
  if (first?.kind === "said" && cases.every((said) => saidSame(said, first))) {
    same("undecided", ours.undecided, false);
    same("types", ours.types.toSorted(), first.types.toSorted());
    return;
  }
  const own = ours.undecided ? ours.types.filter((type) => type !== file.onMissing.type) : ours.types;
  for (const type of own) {
    const params = sorted(Object.fromEntries(Object.entries(ours.params).filter(([name]) => name.startsWith(`${type}.`))));
    for (const said of cases) {
      if (said.kind === "contradiction") continue;
      same(`${type} stands`, true, said.types.includes(type));
      same(`${type} says`, params, sorted(Object.fromEntries(Object.entries(said.params).filter(([name]) => name.startsWith(`${type}.`)))));
    }
  }
  const isOne = cases.every((said) => said.kind === "said" && first?.kind === "said" && saidSame(said, first));
  if (!ours.undecided) same("every case", isOne, true);
}

function saidSame(a: Said, b: Said): boolean {
  if (a.kind === "contradiction" || b.kind === "contradiction") return a.kind === b.kind;
  return JSON.stringify([a.types.toSorted(), sorted(a.params)]) === JSON.stringify([b.types.toSorted(), sorted(b.params)]);
}

/** Which rules are certain and which open, each judged alone. */
function statuses(compiler: CompilerCopy, { policy, layout, decision, moment }: RandomDecision, facts: Facts): { certain: readonly Rule[]; open: readonly Rule[] } {
  const { rules, conditions } = policy.decisions[decision];
  const momentFact = layout.dictionary.facts.get("request.moment");
  const known = new Map([...knownFacts(policy), ["request.moment", momentFact === undefined ? NaN : encodeFact(momentFact, moment)] as const]);
  const compiled = compiler.compileRules({ rules, named: conditions, layout, known, derived: policy.derived });
  const judged = { fired: new Int32Array(compiled.words), open: new Int32Array(compiled.words), failed: new Int32Array(compiled.words) };
  compiled.judge(rowOf(layout, facts), [], judged);
  const pick = (words: Int32Array): readonly Rule[] => rules.filter((_, index) => (((words[index >> 5] ?? 0) >>> (index & 31)) & 1) === 1);
  return { certain: pick(judged.fired), open: pick(judged.open) };
}

/** Every choice of the open rules, and of a very low or a very high value for each missing fact that params are read from. */
function* everyCase(file: RuleFile, { certain, open, all }: { certain: readonly Rule[]; open: readonly Rule[]; all: Facts }): Generator<readonly Fired[]> {
  const either = [...certain, ...open];
  const missing = [...new Set(either.flatMap((rule) => Object.values(rule.event.params ?? {}).flatMap((value) => (isFact(value) && !Object.hasOwn(all, value.fact) ? [value.fact] : []))))];
  for (let chosen = 0; chosen < 1 << open.length; chosen += 1) {
    for (let extreme = 0; extreme < 1 << missing.length; extreme += 1) {
      const facts = { ...all, ...Object.fromEntries(missing.map((name, bit) => [name, ((extreme >> bit) & 1) === 1 ? 1e15 : -1e15])) };
      const rules = [...certain, ...open.filter((_, bit) => ((chosen >> bit) & 1) === 1)];
      yield rules.map((rule) => firedOf(file, rule, facts));
    }
  }
}

function isFact(value: ParamValue): value is { readonly fact: string } {
  return typeof value === "object" && !Array.isArray(value);
}

function firedOf(file: RuleFile, rule: Rule, facts: Facts): Fired {
  const params = Object.fromEntries(Object.entries(rule.event.params ?? {}).map(([name, value]) => [name, isFact(value) ? facts[value.fact] : value]));
  return { name: rule.name, priority: rule.priority, index: file.rules.indexOf(rule), type: rule.event.type, params };
}

function checkColumns(compiler: CompilerCopy, given: RandomDecision, outcomes: readonly ReadOutcome[]): void {
  const { policy, layout, decision, moment } = given;
  const rows = given.rows.map((facts) => rowOf(layout, facts));
  const columns = Array.from({ length: layout.size }, (_, slot) => Float64Array.from(rows, (row) => row[slot] ?? NaN));
  const compiled = compiler.compileDecision({ policy, decision, moment, layout, known: new Map() });
  compiler.compileColumns({ policy, decision, moment, layout, known: new Map() }).decide(columns, rows.length, (index, outcome) => {
    same("columns", compiler.readOutcome(compiled, outcome), outcomes[index]);
  });
}

