import type { FactLayout, FactName } from "../../facts/index.ts";
import type { KnownFacts, Row } from "../compiled.ts";
import type { Condition, DerivedFact } from "../policy.ts";
import { derivedThatMayMiss } from "./derive.ts";
import { makeFactSource } from "./fact-source.ts";
import { lower } from "./lower.ts";
import type { Node } from "./node.ts";
import { makeProgram } from "./program.ts";

/** Rules to be judged each alone, without events. */
export interface RulesInput {
  readonly rules: readonly { readonly name: string; readonly conditions: Condition }[];
  /** Named conditions. */
  readonly named: Readonly<Record<string, Condition>>;
  readonly layout: FactLayout;
  readonly known: KnownFacts;
  readonly derived?: readonly DerivedFact[];
  /** Facts outside the dictionary, which may hold any JavaScript value: their places in the list given with a row. */
  readonly outside?: readonly FactName[];
}

/** Bit i of word i>>5 stands for rule i: what became of it. A rule without a bit did not fire. */
export interface Judged {
  readonly fired: Int32Array;
  /** A missing fact leaves it open. */
  readonly open: Int32Array;
  /** json-rules-engine would reject the run with a TypeError. */
  readonly failed: Int32Array;
}

/** Rules as code. */
export interface CompiledRules {
  readonly words: number;
  /** Facts still read once the known ones are folded in, derived ones resolved to their operands. */
  readonly reads: readonly FactName[];
  /** Judges one row; `outside` holds the outside facts, `missing` where there is none. */
  judge(row: Row, outside: readonly unknown[], judged: Judged): void;
  /** Judges rows 0 … count−1 of columns; each gets `words` words in `judged`. */
  judgeColumns(columns: Columns, count: number, judged: Judged): void;
}

/** Facts by column: one per slot of the layout, one per outside fact. */
export interface Columns {
  readonly facts: readonly Float64Array[];
  readonly outside?: readonly (readonly unknown[])[];
}

/** Compiles rules that are judged each alone. Throws on what `checkCompilable` refuses. */
export function compileRules(input: RulesInput): CompiledRules {
  const { layout, known, derived = [] } = input;
  const rules = lowerRules(input).map((node, index) => ({ node, index, fills: [] }));
  const program = makeProgram({ layout, known, derived, rules, values: new Float64Array(0) });
  const { words, reads, open, failed } = program;
  return {
    words,
    reads,
    judge(row, outside, judged) {
      program.run(row, outside, judged.fired);
      judged.open.set(open);
      judged.failed.set(failed);
    },
    judgeColumns({ facts, outside = [] }, count, judged) {
      const run = program.bind(facts, outside);
      const fired = new Int32Array(words);
      for (let index = 0; index < count; index += 1) {
        run(index, fired);
        judged.fired.set(fired, index * words);
        judged.open.set(open, index * words);
        judged.failed.set(failed, index * words);
      }
    },
  };
}

/** The conditions of rules as nodes, in the same order. */
export function lowerRules({ rules, named, layout, known, derived = [], outside = [] }: RulesInput): readonly Node[] {
  const mayMiss = derivedThatMayMiss(derived, { dictionary: layout.dictionary, known });
  const facts = makeFactSource({ dictionary: layout.dictionary, known, mayMiss, outside });
  return rules.map(({ name, conditions }) => {
    const { node, refusals } = lower(conditions, { facts, named });
    const [first] = refusals;
    if (first !== undefined) throw new Error(`${name}${first.pointer}: ${first.why.en}`);
    return node;
  });
}
