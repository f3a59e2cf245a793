import type { Derivation, Operand } from "../../policy/index.ts";
import type { Formula, Monotone, Variable } from "../logic/formula.ts";
import type { Space } from "../logic/space.ts";
import { boundsOf, isAbove, isAtLeast, isPresent, known, variablesOf } from "./term.ts";
import type { Term } from "./term.ts";

/** What a derived fact comes to; `read` gives its operands. Exact unless two facts are put into one sum, product or quotient. */
export function deriveTerm(space: Space, name: string, derivation: Derivation, read: (operand: Operand) => Term): Term {
  const term = derived(space, name, derivation, read);
  return roundedDown(space, term, "band" in derivation ? undefined : derivation.roundDownTo);
}

function derived(space: Space, name: string, derivation: Derivation, read: (operand: Operand) => Term): Term {
  if ("band" in derivation) {
    const of = read(derivation.band);
    if (of.kind === "number") return known(derivation.steps.findLast((step) => step.from <= of.value)?.to ?? NaN);
    return { kind: "steps", key: name, of, steps: derivation.steps };
  }
  if ("min" in derivation) return extreme("least", name, derivation.min.map(read));
  if ("max" in derivation) return extreme("most", name, derivation.max.map(read));
  if ("times" in derivation) return combined(space, name, "times", derivation.times.map(read));
  if ("plus" in derivation) return combined(space, name, "plus", derivation.plus.map(read));
  if ("minus" in derivation) return combined(space, name, "minus", derivation.minus.map(read));
  return combined(space, name, "dividedBy", derivation.dividedBy.map(read));
}

function extreme(kind: "least" | "most", key: string, parts: readonly Term[]): Term {
  const numbers = parts.flatMap((part) => (part.kind === "number" ? [part.value] : []));
  const others = parts.filter((part) => part.kind !== "number");
  const number = kind === "least" ? Math.min(...numbers) : Math.max(...numbers);
  if (others.length === 0 || Number.isNaN(number)) return known(number);
  return { kind, key, parts: numbers.length === 0 ? others : [...others, known(number)] };
}

/** `Math.floor(value / step) * step`, as json-rules-engine's facts are computed: it rises with the value. */
function roundedDown(space: Space, term: Term, step: number | undefined): Term {
  if (step === undefined) return term;
  const down = (value: number): number => Math.floor(value / step) * step;
  switch (term.kind) {
    case "number":
      return known(down(term.value));
    case "monotone":
      return { ...term, key: `${term.key}↓${step}`, at: (value) => down(term.at(value)) };
    case "least":
    case "most":
      return { ...term, key: `${term.key}↓${step}`, parts: term.parts.map((part) => roundedDown(space, part, step)) };
    case "steps":
      return { ...term, key: `${term.key}↓${step}`, steps: term.steps.map(({ from, to }) => ({ from, to: down(to) })) };
    case "unknown":
      return anyNumber(space, `${term.key}↓${step}`, [down(term.any.variable.lowest), down(term.any.variable.highest)], { present: term.present, restsOn: variablesOf(term) });
  }
}

type Arithmetic = "times" | "plus" | "minus" | "dividedBy";

const operations: Readonly<Record<Arithmetic, (a: number, b: number) => number>> = {
  times: (a, b) => a * b,
  plus: (a, b) => a + b,
  minus: (a, b) => a - b,
  dividedBy: (a, b) => a / b,
};

function combined(space: Space, name: string, how: Arithmetic, [a, b]: readonly Term[]): Term {
  if (a === undefined || b === undefined) throw new Error("a derivation of two facts has two");
  const compute = operations[how];
  if (b.kind === "number" && (Number.isNaN(b.value) || (how === "dividedBy" && b.value === 0))) return known(NaN);
  if (a.kind === "number" && b.kind === "number") return known(compute(a.value, b.value));
  if (a.kind === "number" && Number.isNaN(a.value)) return known(NaN);
  if (a.kind === "monotone" && b.kind === "number") {
    const rising = how === "plus" || how === "minus" || b.value >= 0 ? a.rising : !a.rising;
    return { ...a, key: name, rising, at: (value) => compute(a.at(value), b.value) };
  }
  if (a.kind === "number" && b.kind === "monotone") {
    const rising = fromNumber(how, a.value, b);
    if (rising !== undefined) return { ...b, key: name, rising, at: (value) => compute(a.value, b.at(value)) };
  }
  if (a.kind === "monotone" && b.kind === "monotone" && a.variable === b.variable) {
    const together = (how === "plus" && a.rising === b.rising) || (how === "minus" && a.rising !== b.rising);
    if (together) return { ...a, key: name, at: (value) => compute(a.at(value), b.at(value)) };
  }
  return unknownTerm(space, name, how, [a, b]);
}

/** Which way a number combined with a function of a fact goes; undefined where it turns. */
function fromNumber(how: Arithmetic, number: number, of: Monotone): boolean | undefined {
  if (how === "plus") return of.rising;
  if (how === "minus") return !of.rising;
  if (how === "times") return number >= 0 ? of.rising : !of.rising;
  const [low, high] = boundsOf(of);
  if (low <= 0 && high >= 0) return undefined;
  return number >= 0 ? !of.rising : of.rising;
}

/** Any number between the least and the most it can be, where its facts are there. */
function unknownTerm(space: Space, name: string, how: Arithmetic, [a, b]: readonly [Term, Term]): Term {
  const { formulas } = space;
  const divides = how === "dividedBy";
  const isZero = divides ? formulas.all([isAtLeast(space, b, 0), formulas.not(isAbove(space, b, 0))]) : formulas.no;
  const present = formulas.all([isPresent(space, a), isPresent(space, b), formulas.not(isZero)]);
  const ends = boundsOf(a).flatMap((x) => boundsOf(b).map((y) => operations[how](x, y)));
  return anyNumber(space, name, divides || ends.some(Number.isNaN) ? [-Infinity, Infinity] : [Math.min(...ends), Math.max(...ends)], { present, restsOn: [...variablesOf(a), ...variablesOf(b)] });
}

function anyNumber(space: Space, name: string, [low, high]: readonly [number, number], { present, restsOn }: { readonly present: Formula; readonly restsOn: readonly Variable[] }): Term {
  const variable = space.openNumber(name, low, high, { why: { en: `arithmetic between facts in \`${name}\``, zh: `\`${name}\` 中事实之间的运算` }, restsOn });
  return { kind: "unknown", key: name, any: { kind: "monotone", key: name, variable, rising: true, at: (value) => value }, present };
}
