import type { Text } from "../../base/index.ts";
import type { Formula, Variable } from "../logic/formula.ts";
import type { Dictionary, FactDefinition, FactName } from "../../facts/index.ts";
import { derivedThatMayMiss, makeFactSource } from "../../policy/index.ts";
import type { DerivedFact, FactSource, KnownFacts, Operand } from "../../policy/index.ts";
import type { Space } from "../logic/space.ts";
import type { Field } from "./field.ts";
import { deriveTerm } from "./derive-term.ts";
import { factTerm, known as knownTerm } from "./term.ts";
import type { Term } from "./term.ts";

/** What conditions of one policy at one moment read: facts as numbers of a space, and what its decisions say. */
export interface Scope {
  readonly space: Space;
  readonly facts: FactSource;
  definition(name: FactName): FactDefinition;
  /** The number of a fact, known, derived or the applicant's own. */
  term(name: FactName): Term;
  /** True or false, nobody knows which; one for each name, apart from those of other decisions and policies. */
  readonly open: (name: string, why: Text) => Formula;
  /** Some number, likewise. */
  readonly openNumber: (name: string, low: number, high: number, why: Text) => Variable;
  /** What a decision says, by the name of its fact (`outcome.limit.limitFen`); undefined for facts of applicants. */
  field(name: FactName): Field | undefined;
}

export interface ScopeInput {
  readonly space: Space;
  /** With `outcome.*` where conditions read them. */
  readonly dictionary: Dictionary;
  readonly known: KnownFacts;
  readonly derived: readonly DerivedFact[];
  /** Put before the names of derived facts, so that those of two policies stay apart. */
  readonly prefix?: string;
  /** Which decision at which moment it is for; put before what is left open about it. */
  readonly asked?: string;
  readonly fields?: ReadonlyMap<FactName, Field>;
}

/** A scope over a dictionary. */
export function makeScope({ space, dictionary, known, derived, prefix = "", asked = "", fields }: ScopeInput): Scope {
  const derivations = new Map(derived.map((fact) => [fact.name, fact.derivation]));
  const made = new Map<FactName, Term>();
  const definition = (name: FactName): FactDefinition => {
    const found = dictionary.facts.get(name);
    if (found === undefined) throw new Error(`fact ${name} is not in the dictionary`);
    return found;
  };
  const operand = (of: Operand): Term => (typeof of === "number" ? knownTerm(of) : term(of));
  const make = (name: FactName): Term => {
    const value = known.get(name);
    if (value !== undefined) return knownTerm(value);
    const derivation = derivations.get(name);
    if (derivation !== undefined) return deriveTerm(space, `${prefix}${name}`, derivation, operand);
    return factTerm(space.fact(definition(name)));
  };
  const term = (name: FactName): Term => {
    const found = made.get(name) ?? make(name);
    made.set(name, found);
    return found;
  };
  const mayMiss = derivedThatMayMiss(derived, { dictionary, known });
  return {
    space,
    facts: makeFactSource({ dictionary, known, mayMiss }),
    definition,
    term,
    open: (name, why) => space.open(`${prefix}${asked} ${name}`, why),
    openNumber: (name, low, high, why) => space.openNumber(`${prefix}${asked} ${name}`, low, high, { why }),
    field: (name) => fields?.get(name),
  };
}
