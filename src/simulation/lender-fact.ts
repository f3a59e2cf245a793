import { encodeFact, type Dictionary, type FactName } from "../facts/index.ts";
import type { Lender } from "./lender.ts";

/** What rules know of the lender from the start: its licence, encoded; nothing where the dictionary has no such fact. */
export function lenderFact({ facts }: Dictionary, lender: Pick<Lender, "type">): readonly (readonly [FactName, number])[] {
  const definition = facts.get("lender.type");
  return definition === undefined ? [] : [["lender.type", encodeFact(definition, lender.type)]];
}
