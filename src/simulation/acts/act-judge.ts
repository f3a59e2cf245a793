import { encodeFact, type FactLayout, type FactName } from "../../facts/index.ts";
import type { CompiledLaw, Constant, Row } from "../../policy/index.ts";
import type { ActFacts, RowFact } from "./act-facts.ts";
import type { ResidualSpread } from "./residual-spread.ts";
import type { Standing } from "./standing.ts";
import type { VerdictSets, Verdicts } from "./verdicts.ts";

/** What an act's verdict depends on: nothing but the policy, the customer's standing, or the row as well. */
export type Scope = "policy" | "standing" | "row";

/** One form of act put to the rules in force during one season. */
export interface ActJudge {
  readonly scope: Scope;
  /** The facts that follow from a standing, encoded: those that the law reads. */
  encode(standing: Standing): Row;
  /** Writes them; until then they are missing. */
  stand(encoded: Row): void;
  /** The number of the verdict on the act, given what stands and what the row says. */
  judge(row: Row): number;
}

interface ActJudgeInputs {
  readonly law: CompiledLaw;
  readonly facts: ActFacts;
  readonly lenderType: string;
  readonly layout: FactLayout;
  readonly verdicts: Verdicts;
  /** Number of each rule of `law.rules` among all rules. */
  readonly numbers: readonly number[];
  /** For prices that rest on a non-risk feature. */
  readonly spread?: ResidualSpread;
}

/**
 * Keeps a row of its own in which only derived facts and the named slots of the month ever stand: what nobody
 * provides is missing, and a missing fact leaves a rule open. A second row lacks what the author declared.
 */
export function createActJudge({ law, facts, lenderType, layout, verdicts, numbers, spread }: ActJudgeInputs): ActJudge {
  const own = new Float64Array(layout.size).fill(Number.NaN);
  const undeclared = new Float64Array(layout.size).fill(Number.NaN);
  const write = (values: Readonly<Record<FactName, Constant | undefined>>, rows: readonly Row[]) => {
    for (const [name, value] of Object.entries(values)) {
      const definition = layout.dictionary.facts.get(name);
      if (definition !== undefined) for (const row of rows) row[layout.slot(name)] = encodeFact(definition, value);
    }
  };
  write({ "lender.type": lenderType }, [own, undeclared]);
  write(facts.declared, [own]);
  write(facts.fixed, [own, undeclared]);

  const reads = new Set(law.reads);
  const read = facts.standingFacts.filter((name) => reads.has(name)).flatMap((name) => layout.dictionary.facts.get(name) ?? []);
  const slots = Int32Array.from(read, ({ name }) => layout.slot(name));
  const row = facts.row.filter(({ to }) => reads.has(to));
  const declares = Object.keys(facts.declared).some((name) => facts.declared[name] !== undefined && reads.has(name));
  const decide = createDecider({ law, numbers, verdicts, own, undeclared: declares ? undeclared : undefined });
  const copy = createCopier(row, layout, spread, declares ? [own, undeclared] : [own]);
  let verdict = -1;
  return {
    scope: row.length > 0 ? "row" : read.length > 0 ? "standing" : "policy",
    encode(standing) {
      const values = facts.standing(standing);
      return Float64Array.from(read, (fact) => encodeFact(fact, values[fact.name]));
    },
    stand(encoded) {
      for (let i = 0; i < slots.length; i++) {
        own[slots[i] ?? 0] = encoded[i] ?? Number.NaN;
        undeclared[slots[i] ?? 0] = encoded[i] ?? Number.NaN;
      }
      verdict = -1;
    },
    judge(from) {
      if (copy(from) || verdict < 0) verdict = decide();
      return verdict;
    },
  };
}

/**
 * Copies what the month wrote and says whether anything changed. A fact from several slots is true where one of them
 * is, missing where that is not known.
 */
function createCopier(facts: ActFacts["row"], layout: FactLayout, spread: ResidualSpread | undefined, rows: readonly Row[]): (row: Row) => boolean {
  const isSpread = (fact: RowFact) => spread !== undefined && fact.to === "price.residualSpreadBps";
  const isPlain = (fact: RowFact) => fact.from.length === 1 && fact.table === undefined && !("unlessKnown" in fact) && !isSpread(fact);
  const singles = facts.filter(isPlain);
  const to = Int32Array.from(singles, (fact) => layout.slot(fact.to));
  const from = Int32Array.from(singles, (fact) => layout.slot(fact.from[0]));
  const others = facts.filter((fact) => !isPlain(fact) && !isSpread(fact)).map((fact) => ({ to: layout.slot(fact.to), value: valueOf(fact, layout) }));
  const spreads = facts.filter(isSpread).map((fact) => layout.slot(fact.to));
  const first = rows[0] ?? new Float64Array(layout.size);
  const put = (slot: number, value: number): boolean => {
    const held = first[slot] ?? 0;
    if (value === held || (Number.isNaN(value) && Number.isNaN(held))) return false;
    for (const row of rows) row[slot] = value;
    return true;
  };
  return (row) => {
    let changed = false;
    for (let i = 0; i < to.length; i++) if (put(to[i] ?? 0, row[from[i] ?? 0] ?? Number.NaN)) changed = true;
    for (const other of others) if (put(other.to, other.value(row))) changed = true;
    if (spread !== undefined) for (const slot of spreads) if (put(slot, spread(row))) changed = true;
    return changed;
  };
}

/** How a fact that is no plain copy is found in a row. */
function valueOf(fact: RowFact, layout: FactLayout): (row: Row) => number {
  const slots = fact.from.map((name) => layout.slot(name));
  const { table } = fact;
  if (table !== undefined) return (row) => table[row[slots[0] ?? -1] ?? -1] ?? Number.NaN;
  if (!("unlessKnown" in fact)) return (row) => anyOf(row, slots);
  const otherwise = fact.unlessKnown === false ? 0 : Number.NaN;
  const knownIn = (row: Row, some: readonly number[]) => (some.some((slot) => !Number.isNaN(row[slot] ?? Number.NaN)) ? 1 : otherwise);
  const slotsAt = fact.readAt?.map((names) => names?.map((name) => layout.slot(name)));
  if (slotsAt === undefined) return (row) => knownIn(row, slots);
  return (row) => {
    const some = slotsAt[row[slots[0] ?? -1] ?? -1];
    return some === undefined ? Number.NaN : knownIn(row, some);
  };
}

function anyOf(row: Row, slots: readonly number[]): number {
  let result = 0;
  for (const slot of slots) {
    const value = row[slot] ?? Number.NaN;
    if (value === 1) return 1;
    if (Number.isNaN(value)) result = Number.NaN;
  }
  return result;
}

/** Asks the compiled law and numbers its answer. Answers seen before, mostly two or three, are found by comparing bits. */
function createDecider({ law, numbers, verdicts, own, undeclared }: {
  readonly law: CompiledLaw;
  readonly numbers: readonly number[];
  readonly verdicts: Verdicts;
  readonly own: Row;
  readonly undeclared: Row | undefined;
}): () => number {
  const words = Math.max(1, law.words);
  const [violated, open, unused, openUndeclared] = [new Int32Array(words), new Int32Array(words), new Int32Array(words), new Int32Array(words)];
  const known: { readonly violated: Int32Array; readonly open: Int32Array; readonly openUndeclared: Int32Array; readonly verdict: number }[] = [];
  return () => {
    clear(violated);
    clear(open);
    law.judge(own, violated, open);
    if (undeclared !== undefined) {
      clear(unused);
      clear(openUndeclared);
      law.judge(undeclared, unused, openUndeclared);
    }
    for (let i = 0; i < known.length; i++) {
      const one = known[i];
      if (one !== undefined && same(one.violated, violated) && same(one.open, open) && same(one.openUndeclared, openUndeclared)) return one.verdict;
    }
    const verdict = verdicts.number(spreadOut({ violated, open, openUndeclared }, numbers, verdicts.words));
    known.push({ violated: violated.slice(), open: open.slice(), openUndeclared: openUndeclared.slice(), verdict });
    return verdict;
  };
}

/** From the bits of one compiled law to the bits of all rules. */
function spreadOut(
  { violated, open, openUndeclared }: { readonly violated: Int32Array; readonly open: Int32Array; readonly openUndeclared: Int32Array },
  numbers: readonly number[],
  words: number,
): VerdictSets {
  const sets = { judged: new Int32Array(words), violated: new Int32Array(words), inconclusive: new Int32Array(words), declared: new Int32Array(words) };
  numbers.forEach((number, bit) => {
    const set = (bits: Int32Array) => {
      bits[number >> 5] = (bits[number >> 5] ?? 0) | (1 << (number & 31));
    };
    set(sets.judged);
    const isOpen = has(open, bit);
    if (has(violated, bit)) set(sets.violated);
    if (isOpen) set(sets.inconclusive);
    if (!isOpen && has(openUndeclared, bit)) set(sets.declared);
  });
  return sets;
}

function has(bits: Int32Array, bit: number): boolean {
  return (((bits[bit >> 5] ?? 0) >> (bit & 31)) & 1) === 1;
}

function same(one: Int32Array, other: Int32Array): boolean {
  for (let w = 0; w < one.length; w++) if (one[w] !== other[w]) return false;
  return true;
}

function clear(bits: Int32Array): void {
  for (let w = 0; w < bits.length; w++) bits[w] = 0;
}
