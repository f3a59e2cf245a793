// The property itself, for any compiler: the shipped one, or one with a planted fault.
import { encodeFact } from "../../src/facts/index.ts";
import type { compileRules, missing } from "../../src/policy/index.ts";
import { judge, type Judgement, type Verdict } from "./judge.ts";
import { outsideFacts, typedFacts, typedLayout, type RandomCase, type RandomFacts, type RandomRow } from "./random-rules.ts";

/** What the property needs of a compiler. */
export interface Compiler {
  readonly compileRules: typeof compileRules;
  readonly missing: typeof missing;
}

/** Told of every judgement, for statistics. */
export type Watch = (judgement: Judgement, facts: RandomFacts) => void;

/** Rules that cannot be compiled because a constant always throws, by name. */
export type Refused = "refused";

/** Throws where the compiled rules and json-rules-engine disagree on a case. */
export async function checkAgreement(compiler: Compiler, given: RandomCase, watch: Watch = () => undefined): Promise<Refused | undefined> {
  const compiled = compile(compiler, given);
  if (compiled === "refused") return "refused";
  const found = given.rows.map((row) => statuses(compiler, compiled, row.facts, given.rules.length));
  checkColumns(compiler, compiled, given, found);
  for (const [index, row] of given.rows.entries()) await checkRow(given, row, found[index] ?? [], watch);
  return undefined;
}

/** What the compiled rules say of each row; undefined where the rules are refused. */
export function statusesOf(compiler: Compiler, given: RandomCase): readonly (readonly Status[])[] | undefined {
  const compiled = compile(compiler, given);
  return compiled === "refused" ? undefined : given.rows.map((row) => statuses(compiler, compiled, row.facts, given.rules.length));
}

async function checkRow(given: RandomCase, row: RandomRow, found: readonly Status[], watch: Watch): Promise<void> {
  if (row.missing.length === 0) {
    const judgement = await judge(given, row.facts);
    watch(judgement, row.facts);
    given.rules.forEach((rule, index) => {
      const [ours, theirs] = [found[index], judgement.verdicts[index]];
      if (ours !== theirs) throw new Error(`${rule.name}: compiled ${ours}, json-rules-engine ${theirs}`);
    });
    const anyFailed = found.includes("failed");
    if (anyFailed !== (judgement.rejected === "TypeError") || anyFailed !== (judgement.rejected !== undefined)) {
      throw new Error(`compiled ${anyFailed ? "a TypeError" : "no error"}, json-rules-engine ${judgement.rejected ?? "no error"}`);
    }
    return;
  }
  for (const facts of row.completions) {
    const judgement = await judge(given, facts);
    watch(judgement, facts);
    given.rules.forEach((rule, index) => {
      const [ours, theirs] = [found[index], judgement.verdicts[index]];
      // An error is no decision: what is decided holds for every completion that json-rules-engine answers.
      const agrees = ours === "open" || ours === theirs || (theirs === "failed" && ours !== "failed");
      if (!agrees) throw new Error(`${rule.name}: compiled ${ours} with missing facts, json-rules-engine ${theirs} for a completion`);
    });
  }
}

type Status = Verdict | "open";
type Compiled = ReturnType<typeof compileRules>;

function compile({ compileRules: make }: Compiler, { rules, named }: RandomCase): Compiled | "refused" {
  try {
    return make({ ...structuredClone({ rules, named }), layout: typedLayout, known: new Map(), outside: outsideFacts });
  } catch (error) {
    // Which is tested on its own: see "what always throws is refused".
    if (error instanceof Error && /cannot be |loses the key/u.test(error.message)) return "refused";
    throw error;
  }
}

function statuses(compiler: Compiler, compiled: Compiled, facts: RandomFacts, count: number): readonly Status[] {
  const judged = { fired: new Int32Array(compiled.words), open: new Int32Array(compiled.words), failed: new Int32Array(compiled.words) };
  compiled.judge(rowOf(facts), outsideOf(compiler, facts), judged);
  return Array.from({ length: count }, (_, index) => statusAt(judged, index));
}

function statusAt(judged: Readonly<Record<"fired" | "open" | "failed", Int32Array>>, index: number): Status {
  const isOn = (words: Int32Array): boolean => (((words[index >> 5] ?? 0) >>> (index & 31)) & 1) === 1;
  if (isOn(judged.failed)) return "failed";
  if (isOn(judged.open)) return "open";
  return isOn(judged.fired) ? "fired" : "not fired";
}

function rowOf(facts: RandomFacts): Float64Array {
  return Float64Array.from(typedFacts, (fact) => (Object.hasOwn(facts, fact.name) ? encodeFact(fact, facts[fact.name]) : NaN));
}

function outsideOf(compiler: Compiler, facts: RandomFacts): readonly unknown[] {
  return outsideFacts.map((name) => (Object.hasOwn(facts, name) ? facts[name] : compiler.missing));
}

/** The same rows as columns, in batches of every size that has an edge. */
function checkColumns(compiler: Compiler, compiled: Compiled, given: RandomCase, found: readonly (readonly Status[])[]): void {
  const { words } = compiled;
  const rows = given.rows.map((row) => rowOf(row.facts));
  const asides = given.rows.map((row) => outsideOf(compiler, row.facts));
  const count = given.rows.length;
  const facts = typedFacts.map((_, slot) => Float64Array.from(rows, (row) => row[slot] ?? NaN));
  const outside = outsideFacts.map((_, place) => asides.map((values) => values[place]));
  const judged = { fired: new Int32Array(words * count), open: new Int32Array(words * count), failed: new Int32Array(words * count) };
  compiled.judgeColumns({ facts, outside }, count, judged);
  found.forEach((row, at) => {
    const own = { fired: part(judged.fired, at, words), open: part(judged.open, at, words), failed: part(judged.failed, at, words) };
    row.forEach((status, index) => {
      if (statusAt(own, index) !== status) throw new Error(`row ${at}, rule ${index}: ${status} alone, ${statusAt(own, index)} in columns`);
    });
  });
}

function part(words: Int32Array, at: number, width: number): Int32Array {
  return words.subarray(at * width, (at + 1) * width);
}
