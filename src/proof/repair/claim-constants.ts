import type { FactName } from "../../facts/index.ts";
import type { Condition, Leaf } from "../../policy/index.ts";
import type { Claim } from "../claims/claim.ts";

/** Comparisons of a condition, whatever stands around them. */
export function leavesIn(condition: Condition | undefined): readonly Leaf[] {
  if (condition === undefined || "condition" in condition) return [];
  if ("not" in condition) return leavesIn(condition.not);
  if ("fact" in condition) return [condition];
  return ("all" in condition ? condition.all : condition.any).flatMap(leavesIn);
}

/** What a claim says of facts and of outcomes: the comparisons of its `when` and its `then`. */
export function claimLeaves(claim: Claim): readonly Leaf[] {
  return [claim.when, "that" in claim ? claim.that : undefined].flatMap(leavesIn);
}

/** Numbers that a claim compares a fact with. */
export function numbersFor(claim: Claim, fact: FactName): readonly number[] {
  return claimLeaves(claim).flatMap(({ fact: name, value }) => (name === fact && typeof value === "number" ? [value] : []));
}

/** Numbers that a claim compares outcomes with: amounts a rule or a parameter may be set to. */
export function outcomeNumbers(claim: Claim): readonly number[] {
  return claimLeaves(claim).flatMap(({ fact, value }) => (fact.startsWith("outcome.") && typeof value === "number" ? [value] : []));
}

const opposites: Readonly<Record<string, string>> = {
  equal: "notEqual",
  notEqual: "equal",
  in: "notIn",
  notIn: "in",
  lessThan: "greaterThanInclusive",
  greaterThanInclusive: "lessThan",
  greaterThan: "lessThanInclusive",
  lessThanInclusive: "greaterThan",
};

/** Comparisons of whom a claim breaks: its premise, and of what must never be what stands beside the outcome, of what must always be the opposite. */
export function breakingOf(claim: Claim): readonly Leaf[] {
  const own = ({ fact }: Leaf): boolean => !fact.startsWith("outcome.");
  const when = leavesIn(claim.when).filter(own);
  if (claim.kind === "never") return [...when, ...leavesIn(claim.that).filter(own)];
  const [only, ...more] = claim.kind === "always" ? leavesIn(claim.that).filter(own) : [];
  // Of several that must hold any may fail: one rule says only one of them.
  return only === undefined || more.length > 0 ? when : [...when, ...turned(only)];
}

function turned(leaf: Leaf): readonly Leaf[] {
  const operator = opposites[leaf.operator];
  return operator === undefined ? [] : [{ ...leaf, operator }];
}

/**
 * Conditions that would keep a rule from speaking where the claim breaks: of what is bad about an applicant the
 * opposite, as one comparison.
 */
export function guardsOf(claim: Claim): readonly Leaf[] {
  const own = ({ fact }: Leaf): boolean => !fact.startsWith("outcome.") && fact !== "request.moment";
  const when = leavesIn(claim.when).filter(own).flatMap(turned);
  if (claim.kind === "never") return [...when, ...leavesIn(claim.that).filter(own).flatMap(turned)];
  return claim.kind === "always" ? [...when, ...leavesIn(claim.that).filter(own)] : when;
}
