import fc from "fast-check";
import { encodeFact } from "../../src/facts/index.ts";
import type { FactDefinition } from "../../src/facts/index.ts";

/** The typical applicant who has no account yet and has authorised the bureau in writing. */
const applicant: Readonly<Record<string, string>> = { "account.status": "none", "consent.bureau.kind": "written" };

/** A fact's code: mostly typical, so that guards are passed and the rules behind them are reached. */
export function anyCode(fact: FactDefinition): fc.Arbitrary<number> {
  const typical = encodeFact(fact, applicant[fact.name] ?? fact.typical);
  return fc.oneof({ weight: 6, arbitrary: fc.constant(typical) }, { weight: 1, arbitrary: wholeDomain(fact) });
}

function wholeDomain(fact: FactDefinition): fc.Arbitrary<number> {
  const value = valueOf(fact);
  return fact.nullable ? fc.oneof(value, fc.constant(Number.NaN)) : value;
}

function valueOf(fact: FactDefinition): fc.Arbitrary<number> {
  if (fact.type === "boolean") return fc.constantFrom(0, 1);
  if (fact.type === "enum") return fc.nat(fact.values.length - 1);
  return fc.integer({ min: Math.ceil(fact.min), max: Math.floor(fact.max) });
}
