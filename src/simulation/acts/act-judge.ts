import { encodeFact, type FactDefinition, type FactLayout, type FactName } from "../../facts/index.ts";
import type { CompiledLaw, Row } from "../../policy/index.ts";
import type { ActFacts, RowFact } from "./act-facts.ts";
import type { Answers } from "./answers.ts";
import type { FoldedLaw } from "./law-compiler.ts";
import type { ResidualSpread } from "./residual-spread.ts";
import type { Standing } from "./standing.ts";
import type { Verdicts } from "./verdicts.ts";

interface ActJudgeInputs {
  readonly law: FoldedLaw;
  readonly facts: ActFacts;
  readonly lenderType: string;
  readonly layout: FactLayout;
  readonly verdicts: Verdicts;
  /** For prices that rest on a non-risk feature. */
  readonly spread?: ResidualSpread;
}

/**
 * One form of act put to the rules in force during one season. It keeps a short row of its own in which only derived
 * facts and the named slots of the month ever stand: what nobody provides is missing, and a missing fact leaves a rule
 * open. All that never changes is folded into the rules, once with what the author declared and once without: often
 * little is left to look at, or nothing.
 */
export class ActJudge {
  /** Whether the verdict depends on the row. */
  readonly isByRow: boolean;
  /** Whether it depends on the customer's standing; where neither, on nothing but the policy. */
  readonly isByStanding: boolean;
  readonly #own: Float64Array;
  readonly #law: CompiledLaw;
  readonly #answer: Answers;
  readonly #verdicts: Verdicts;
  readonly #standing: StandingWriter;
  /** Facts that are copies of a slot, and those that have to be worked out. */
  readonly #plain: readonly { readonly to: number; readonly from: number }[];
  readonly #others: readonly { readonly to: number; readonly value: (row: Row) => number }[];
  readonly #violated: Int32Array;
  readonly #open: Int32Array;
  /** By place: a sign and its verdict. */
  readonly #remembered = new Int32Array(signs * 2).fill(-1);

  constructor({ law: fold, facts, lenderType, layout, verdicts, spread }: ActJudgeInputs) {
    const changing = [...new Set([...facts.row.map(({ to }) => to), ...facts.standingFacts])];
    const isPlain = (fact: RowFact) => isCopy(fact) && (fact.to !== spreadFact || spread === undefined);
    const copies = new Map(facts.row.filter(isPlain).map((fact) => [fact.to, layout.slot(fact.from[0])]));
    const fixed = { "lender.type": lenderType, ...facts.fixed };
    const { law, answer } = fold({ known: { ...facts.declared, ...fixed }, undeclared: fixed, changing, copies });
    const slot = (name: FactName) => changing.indexOf(name);
    const reads = new Set(law.reads);
    const row = facts.row.filter(({ to }) => reads.has(to));
    const standingFacts = facts.standingFacts.filter((name) => reads.has(name));
    const valueIn = (fact: RowFact) => (fact.to === spreadFact && spread !== undefined ? spread : valueOf(fact, layout));
    this.isByRow = row.length > 0;
    this.isByStanding = standingFacts.length > 0;
    this.#own = new Float64Array(changing.length).fill(Number.NaN);
    this.#law = law;
    this.#answer = answer;
    this.#verdicts = verdicts;
    this.#standing = new StandingWriter(standingFacts, facts, layout, { own: this.#own, slot });
    this.#plain = row.filter(isPlain).map((fact) => ({ to: slot(fact.to), from: layout.slot(fact.from[0]) }));
    this.#others = row.filter((fact) => !isPlain(fact)).map((fact) => ({ to: slot(fact.to), value: valueIn(fact) }));
    this.#violated = new Int32Array(law.words);
    this.#open = new Int32Array(law.words);
  }

  /** Writes the facts that follow from a standing, which has a number; until then they are missing. */
  stand(number: number, standing: Standing): void {
    this.#standing.write(number, standing);
  }

  /** Numbers of standings mean something else from now on. */
  forget(): void {
    this.#standing.forget();
  }

  /** The number of the verdict on the act, given what stands and what the row says. */
  judge(given: Row): number {
    const own = this.#own;
    const others = this.#others;
    for (let i = 0; i < others.length; i++) {
      const other = others[i];
      if (other !== undefined) own[other.to] = other.value(given);
    }
    const { sign } = this.#law;
    if (sign === undefined) return this.#judgeAnew(given);
    const remembered = this.#remembered;
    const found = sign(given, own);
    const at = ((found ^ (found >>> 8) ^ (found >>> 16)) & (signs - 1)) * 2;
    if (remembered[at] === found) return remembered[at + 1] ?? 0;
    remembered[at] = found;
    return (remembered[at + 1] = this.#judgeAnew(given));
  }

  #judgeAnew(given: Row): number {
    for (const { to, from } of this.#plain) this.#own[to] = given[from] ?? Number.NaN;
    this.#law.judge(this.#own, this.#violated, this.#open);
    return this.#answer.number(this.#violated, this.#open, this.#verdicts);
  }
}

/** Signs whose verdicts are remembered at once: a power of two. Acts of one form rarely have more than ten. */
const signs = 256;

/** A row of the facts that change, and where they stand in it. */
interface OwnRow {
  readonly own: Row;
  readonly slot: (name: FactName) => number;
}

/** Writes facts that follow from a standing. They are worked out once a standing: most customers stand like others. */
class StandingWriter {
  readonly #facts: ActFacts;
  readonly #definitions: readonly (FactDefinition | undefined)[];
  readonly #slots: Int32Array;
  readonly #own: Row;
  readonly #known: (Float64Array | undefined)[] = [];

  constructor(names: readonly FactName[], facts: ActFacts, layout: FactLayout, { own, slot }: OwnRow) {
    this.#facts = facts;
    this.#definitions = names.map((name) => layout.dictionary.facts.get(name));
    this.#slots = Int32Array.from(names, slot);
    this.#own = own;
  }

  write(number: number, standing: Standing): void {
    const slots = this.#slots;
    if (slots.length === 0) return;
    const values = this.#known[number] ?? this.#encode(standing);
    this.#known[number] = values;
    for (let i = 0; i < slots.length; i++) this.#own[slots[i] ?? 0] = values[i] ?? Number.NaN;
  }

  forget(): void {
    this.#known.length = 0;
  }

  #encode(standing: Standing): Float64Array {
    const values = this.#facts.standing(standing);
    return Float64Array.from(this.#definitions, (definition) => (definition === undefined ? Number.NaN : encodeFact(definition, values[definition.name])));
  }
}

const spreadFact = "price.residualSpreadBps";

/** A fact that is a copy of one slot. */
function isCopy(fact: RowFact): boolean {
  return fact.from.length === 1 && fact.table === undefined && !("unlessKnown" in fact);
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
