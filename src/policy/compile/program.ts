import type { FactLayout, FactName } from "../../facts/index.ts";
import type { KnownFacts, Row } from "../compiled.ts";
import type { DerivedFact, Operand } from "../policy.ts";
import { derivedExpression } from "./derive.ts";
import { numeral, status, whenFalse, whenTrue } from "./emit.ts";
import type { Scope } from "./emit.ts";
import { makeFunction } from "./make-function.ts";
import { isConstant, mayBeOpen, mayThrow } from "./node.ts";
import type { Node, TypedFact } from "./node.ts";

/** A rule ready for code. Rules come in the order of their rank: the highest priority first, then file order. */
export interface ProgramRule {
  readonly node: Node;
  /** Its bit in `fired`: its place in the file. */
  readonly index: number;
  /** Facts to be put into `values`, whether the rule fires or not. */
  readonly fills: readonly Fill[];
}

/** A fact's value for a param: the code itself, or what it stands for in `codes`. */
export interface Fill {
  readonly at: number;
  readonly fact: TypedFact;
  readonly codes?: Float64Array;
}

/** What the code is made from. */
export interface ProgramInput {
  readonly layout: FactLayout;
  readonly known: KnownFacts;
  readonly derived: readonly DerivedFact[];
  readonly rules: readonly ProgramRule[];
  /** Values put in whatever fires. */
  readonly fills?: readonly Fill[];
  /** Params of all events, constants already in place; the program writes those that are read. */
  readonly values: Float64Array;
}

/** Rules as code. One row at a time: what it found stands in its arrays until the next. */
export interface Program {
  /** Words of 32 rules. */
  readonly words: number;
  /** By rank: the rules that fired, those a missing fact leaves open, those that throw. */
  readonly ranked: Int32Array;
  readonly open: Int32Array;
  readonly failed: Int32Array;
  readonly values: Float64Array;
  /** Facts of the row that the code reads, in the order of the layout. */
  readonly reads: readonly FactName[];
  /** Sets the bits of `fired` (file order) and the arrays above. */
  run(row: Row, outside: readonly unknown[], fired: Int32Array): void;
  /** The same over columns: one per slot, one per outside fact; the loads of the columns are made once. */
  bind(columns: readonly Float64Array[], outside: readonly (readonly unknown[])[]): (index: number, fired: Int32Array) => void;
}

/** Makes the code, in pieces of 32 rules, so that each stays small enough for the engine to optimise. */
export function makeProgram(input: ProgramInput): Program {
  const words = Math.max(1, Math.ceil(input.rules.length / 32));
  const arrays = { ranked: new Int32Array(words), open: new Int32Array(words), failed: new Int32Array(words) };
  const reads = new Set<FactName>();
  const pieces = Array.from({ length: words }, (_, word) => makePiece(input, word, reads));
  const bound = { ...arrays, values: input.values };
  const rows = pieces.map((piece) => makeFunction<MakeRow>(bindings, piece.rowText)(...boundOf(bound, piece)));
  return {
    words,
    ...bound,
    reads: [...input.layout.dictionary.facts.keys()].filter((name) => reads.has(name)),
    run: inTurn(rows),
    bind(columns, outside) {
      const makers = pieces.map((piece) => makeFunction<MakeColumns>(bindings, piece.columnsText)(...boundOf(bound, piece)));
      const [only, ...more] = makers.map((make) => make(columns, outside));
      if (only === undefined) throw new Error("a program has a piece");
      if (more.length === 0) return only;
      return (index, fired) => {
        only(index, fired);
        for (const piece of more) piece(index, fired);
      };
    },
  };
}

/** The first piece empties `fired`. */
function inTurn([only, ...more]: readonly RunRow[]): RunRow {
  if (only === undefined) throw new Error("a program has a piece");
  if (more.length === 0) return only;
  return (row, outside, fired) => {
    only(row, outside, fired);
    for (const piece of more) piece(row, outside, fired);
  };
}

type Bound = readonly [readonly unknown[], Int32Array, Int32Array, Int32Array, Float64Array];
type RunRow = (row: Row, outside: readonly unknown[], fired: Int32Array) => void;
type RunIndex = (index: number, fired: Int32Array) => void;
type MakeRow = (...bound: Bound) => RunRow;
type MakeColumns = (
  ...bound: Bound
) => (columns: readonly Float64Array[], outside: readonly (readonly unknown[])[]) => RunIndex;

const bindings = ["K", "ranked", "open", "failed", "values"];

function boundOf(arrays: Pick<Program, "ranked" | "open" | "failed" | "values">, { constants }: Piece): Bound {
  return [constants, arrays.ranked, arrays.open, arrays.failed, arrays.values];
}

interface Piece {
  readonly constants: readonly unknown[];
  readonly rowText: string;
  readonly columnsText: string;
}

function makePiece(input: ProgramInput, word: number, reads: Set<FactName>): Piece {
  const scope = makeScope(input, reads);
  const target = (index: number): string => (input.rules.length <= 32 ? "f" : `fired[${index >> 5}]`);
  const rules = input.rules.slice(word * 32, word * 32 + 32).map((rule, bit) => ruleText(rule, { bit, fired: target(rule.index) }, scope));
  const fills = word === 0 ? fillText(input.fills ?? [], scope) : "";
  const derived = scope.derivedText();
  // Where there is but one word, it is kept in a variable till the end.
  const isShort = input.rules.length <= 32;
  const first = isShort ? "let f=0;" : word === 0 ? "fired.fill(0);" : "";
  const last = `ranked[${word}]=r;open[${word}]=o;failed[${word}]=e;${isShort ? "fired[0]=f;" : ""}`;
  const body = `let r=0,o=0,e=0;${first}${derived}${rules.join("")}${fills}${last}`;
  const constants = scope.constants.map((_, k) => `const k${k}=K[${k}];`).join("");
  const slots = [...scope.slots];
  const asides = [...scope.asides];
  const loads = (from: (slot: number) => string, aside: (index: number) => string): string =>
    [...slots.map((slot) => `const x${slot}=${from(slot)};`), ...asides.map((index) => `const y${index}=${aside(index)};`)].join("");
  const rowLoads = loads((slot) => `row[${slot}]`, (index) => `v[${index}]`);
  const hoisted = [...slots.map((slot) => `const c${slot}=columns[${slot}];`), ...asides.map((index) => `const w${index}=v[${index}];`)];
  const columnLoads = loads((slot) => `c${slot}[i]`, (index) => `w${index}[i]`);
  return {
    constants: scope.constants,
    rowText: `${constants}return function(row,v,fired){${rowLoads}${body}};`,
    columnsText: `${constants}return function(columns,v){${hoisted.join("")}return function(i,fired){${columnLoads}${body}};};`,
  };
}

/** Bits are shifted in rather than set behind a branch, since which rules fire is hard to guess. */
function ruleText(rule: ProgramRule, at: { readonly bit: number; readonly fired: string }, scope: Scope): string {
  const { node, index } = rule;
  const { bit } = at;
  if (isConstant(node, 0)) return "";
  const fills = fillText(rule.fills, scope);
  const fired = `${at.fired}|=t<<${index & 31};`;
  if (mayThrow(node)) {
    return `{const s=${status(node, scope)};const t=s===1?1:0;r|=t<<${bit};${fired}o|=(s===2?1:0)<<${bit};e|=(s===3?1:0)<<${bit};${fills}}`;
  }
  const open = mayBeOpen(node) ? `o|=((t|(${whenFalse(node, scope)}))^1)<<${bit};` : "";
  return `{const t=(${whenTrue(node, scope)})|0;r|=t<<${bit};${fired}${open}${fills}}`;
}

function fillText(fills: readonly Fill[], scope: Scope): string {
  return fills
    .map(({ at, fact, codes }) => {
      const x = scope.variable(fact);
      return `values[${at}]=${codes === undefined ? x : `${x}===${x}?${scope.constant(codes)}[${x}]:NaN`};`;
    })
    .join("");
}

/** What a piece of code refers to, as it is being made. */
export interface PieceScope extends Scope {
  readonly constants: readonly unknown[];
  readonly slots: ReadonlySet<number>;
  readonly asides: ReadonlySet<number>;
  /** The derived facts asked for, each computed once, in an order in which it can be. */
  derivedText(): string;
}

/** A scope without anything in it; what is read from the row is added to `reads`. */
export function makeScope({ layout, known, derived }: ProgramInput, reads: Set<FactName>): PieceScope {
  const constants: unknown[] = [];
  const slots = new Set<number>();
  const asides = new Set<number>();
  const places = new Map(derived.map(({ name }, index) => [name, index]));
  const computed = new Map<number, string>();
  const load = (name: FactName): string => {
    const place = places.get(name);
    const fact = place === undefined ? undefined : derived[place];
    if (place === undefined || fact === undefined) {
      reads.add(name);
      slots.add(layout.slot(name));
      return `x${layout.slot(name)}`;
    }
    if (!computed.has(place)) computed.set(place, `const d${place}=${derivedExpression(fact.derivation, operand)};`);
    return `d${place}`;
  };
  const operand = (of: Operand): string => {
    const value = typeof of === "number" ? of : known.get(of);
    return value === undefined ? load(String(of)) : numeral(value);
  };
  return {
    constants,
    slots,
    asides,
    variable: (fact) => load(fact.name),
    outside(index) {
      asides.add(index);
      return `y${index}`;
    },
    constant(value) {
      const at = constants.findIndex((other) => Object.is(other, value));
      return `k${at < 0 ? constants.push(value) - 1 : at}`;
    },
    derivedText: () => [...computed].toSorted(([a], [b]) => a - b).map(([, text]) => text).join(""),
  };
}
