import type { Text } from "../../base/index.ts";
import { layoutFacts, type FactDefinition, type FactName } from "../../facts/index.ts";
import { scoreFact, type CompiledDecision, type DecisionName, type Moment, type Policy, type Row, type RuleFile } from "../../policy/index.ts";
import { makeProver, outcomeFacts, type Claim } from "../../proof/index.ts";
import type { DecisionReads } from "../../simulation/index.ts";
import { meetCustomers, situationsAt, type Customers } from "../population-cases.ts";

/** Whether a decision needs a fact: some pair of applicants who differ in it alone is decided differently, nobody is, or it is not known. */
export interface Need {
  readonly needed: "yes" | "no" | "undecided";
  /** Found among customers, or proved for every applicant. */
  readonly by: "customers" | "proof";
  readonly why?: Text;
}

/** Other customers whose value of a fact is tried in each row. */
const othersTried = 7;
const rowsKept = 1200;

/**
 * For each decision and fact it reads, whether the fact can change what is decided. Customers are tried first: two rows
 * that differ in the fact alone, as customers have it or missing, and come out otherwise settle it. What no customer
 * shows is put to the proof: all else equal, no value of the fact changes an outcome.
 */
export function neededFacts(policy: Policy, decisions: readonly DecisionReads[], customers: Customers): ReadonlyMap<string, Need> {
  const found = new Map<string, Need>();
  const layout = layoutFacts(policy.dictionary);
  const open: { readonly reads: DecisionReads; readonly fact: FactName }[] = [];
  for (const reads of decisions) {
    const rows = rowsAt(policy, reads, customers);
    for (const fact of reads.compiled.reads.filter((name) => name !== "request.moment")) {
      const definition = layout.dictionary.facts.get(fact);
      if (definition !== undefined && changesSomebody(reads.compiled, rows, { slot: layout.slot(fact), definition })) found.set(keyOf(reads, fact), { needed: "yes", by: "customers" });
      else open.push({ reads, fact });
    }
  }
  proveOpen(policy, open, found);
  for (const reads of decisions) for (const { fact, throughScore } of reads.facts) if (throughScore) found.set(keyOf(reads, fact.name), scoredNeed(policy, reads, fact.name, found));
  return found;
}

/** A fact of the policy's own score is needed where the score is, and where what it is worth depends on its value. */
function scoredNeed({ scorecard }: Policy, reads: DecisionReads, fact: FactName, found: ReadonlyMap<string, Need>): Need {
  const own = scorecard?.characteristics.find((one) => one.fact === fact);
  const worth = new Set([...(own?.bins ?? []).map(({ points }) => points), ...(own?.missing === undefined ? [] : [own.missing])]);
  return worth.size > 1 ? (found.get(keyOf(reads, scoreFact)) ?? { needed: "undecided", by: "proof" }) : { needed: "no", by: "proof" };
}

function proveOpen(policy: Policy, open: readonly { readonly reads: DecisionReads; readonly fact: FactName }[], found: Map<string, Need>): void {
  if (open.length === 0) return;
  const claims = open.map(({ reads, fact }) => [keyOf(reads, fact), independence(policy, reads, fact)] as const);
  const prover = makeProver({ policy, claims: claims.map(([, claim]) => claim) });
  for (const [key, claim] of claims) found.set(key, proved(prover.prove(claim), policy.decisions[claim.decisions[0] ?? "enrolment"]));
}

/** The key of a need. */
export function keyOf({ decision, moment }: { readonly decision: DecisionName; readonly moment: Moment }, fact: FactName): string {
  return `${decision}@${moment} ${fact}`;
}

/** Rows of customers at the moment in the situations that the examples name. */
function rowsAt(policy: Policy, { decision, moment }: DecisionReads, customers: Customers): readonly Row[] {
  const own = new Set(customers.population.facts);
  const situations = situationsAt([policy], decision, moment, own);
  const rows: Row[] = [];
  for (const met of meetCustomers(customers, { policies: [policy], moment, situations })) {
    const [row] = met.rows;
    if (row !== undefined) rows.push(Float64Array.from(row));
    if (rows.length >= rowsKept) break;
  }
  return rows;
}

function changesSomebody(compiled: CompiledDecision, rows: readonly Row[], { slot, definition }: { readonly slot: number; readonly definition: FactDefinition }): boolean {
  const ends = valuesOf(definition);
  const [before, after] = [compiled.newOutcome(), compiled.newOutcome()];
  const same = (): boolean => before.code === after.code && before.undecided === after.undecided && before.params.every((value, at) => Object.is(value, after.params[at]));
  return rows.some((row, at) => {
    compiled.decide(row, before);
    const values = Array.from({ length: othersTried }, (_, other) => rows[(at + 1 + other * 37) % rows.length]?.[slot] ?? Number.NaN);
    const changed = Float64Array.from(row);
    return [...values, ...ends].some((value) => {
      if (Number.isNaN(value) && !definition.nullable) return false;
      changed[slot] = value;
      compiled.decide(changed, after);
      return !same();
    });
  });
}

/** Every value of a boolean or an enumeration, the ends of a number, and missing where it may be. */
function valuesOf(definition: FactDefinition): readonly number[] {
  const missing = definition.nullable ? [Number.NaN] : [];
  if (definition.type === "boolean") return [0, 1, ...missing];
  if (definition.type === "enum") return [...definition.values.map((_, code) => code), ...missing];
  return [definition.min, definition.max, ...missing];
}

function independence(policy: Policy, { decision, moment }: DecisionReads, fact: FactName): Claim {
  const name = keyOf({ decision, moment }, fact);
  const outcomes = outcomeFacts(policy).filter((outcome) => outcome.name.startsWith(`outcome.${decision}.`)).map((outcome) => outcome.name);
  return { kind: "independent", name, title: { en: name, zh: name }, level: "error", serves: [], at: { [decision]: [moment] }, decisions: [decision], of: [fact], outcomes };
}

function proved({ verdict, why }: { readonly verdict: "held" | "broken" | "undecided"; readonly why?: Text }, file: RuleFile): Need {
  if (verdict === "broken") return { needed: "yes", by: "proof" };
  if (verdict === "undecided") return { needed: "undecided", by: "proof", ...(why === undefined ? {} : { why }) };
  return saysUntoldLists(file) ? { needed: "undecided", by: "proof", why: listsOpen } : { needed: "no", by: "proof" };
}

const listsOpen: Text = {
  en: "nothing else depends on it; whether a list of terms or channels does is left open",
  zh: "其余结果均不依赖它；期数或渠道列表是否依赖它未能确定",
};

/** Lists that claims cannot tell apart: channels of settling, and terms of which the longest is the same. */
function saysUntoldLists({ rules }: RuleFile): boolean {
  const lists = (param: string): readonly (readonly unknown[])[] =>
    rules.flatMap(({ event }) => {
      const value = event.params?.[param];
      return Array.isArray(value) ? [value] : [];
    });
  const channels = new Set(lists("channels").map((list) => JSON.stringify(list)));
  const terms = new Map([...new Set(lists("terms").map((list) => JSON.stringify(list)))].map((text) => [text, Math.max(...lists("terms").filter((list) => JSON.stringify(list) === text).flat().map(Number))]));
  return channels.size > 1 || new Set(terms.values()).size < terms.size;
}
