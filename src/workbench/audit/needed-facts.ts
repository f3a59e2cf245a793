import type { Text } from "../../base/index.ts";
import { layoutFacts, type FactName } from "../../facts/index.ts";
import type { CompiledDecision, DecisionName, Moment, Policy, Row, RuleFile } from "../../policy/index.ts";
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
  for (const reads of decisions) {
    const rows = rowsAt(policy, reads, customers);
    for (const { fact } of reads.facts) {
      if (changesSomebody(reads.compiled, rows, { slot: layoutFacts(policy.dictionary).slot(fact.name), nullable: fact.nullable })) found.set(keyOf(reads, fact.name), { needed: "yes", by: "customers" });
    }
  }
  const open = decisions.flatMap((reads) => reads.facts.flatMap(({ fact }) => (found.has(keyOf(reads, fact.name)) ? [] : [{ reads, fact: fact.name }])));
  if (open.length === 0) return found;
  const claims = open.map(({ reads, fact }) => [keyOf(reads, fact), independence(policy, reads, fact)] as const);
  const prover = makeProver({ policy, claims: claims.map(([, claim]) => claim) });
  for (const [key, claim] of claims) found.set(key, proved(prover.prove(claim), policy.decisions[claim.decisions[0] ?? "enrolment"]));
  return found;
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

function changesSomebody(compiled: CompiledDecision, rows: readonly Row[], { slot, nullable }: { readonly slot: number; readonly nullable: boolean }): boolean {
  const [before, after] = [compiled.newOutcome(), compiled.newOutcome()];
  const same = (): boolean => before.code === after.code && before.undecided === after.undecided && before.params.every((value, at) => Object.is(value, after.params[at]));
  return rows.some((row, at) => {
    compiled.decide(row, before);
    const values = Array.from({ length: othersTried }, (_, other) => rows[(at + 1 + other * 37) % rows.length]?.[slot] ?? Number.NaN);
    const changed = Float64Array.from(row);
    return [...values, ...(nullable ? [Number.NaN] : [])].some((value) => {
      if (Number.isNaN(value) && !nullable) return false;
      changed[slot] = value;
      compiled.decide(changed, after);
      return !same();
    });
  });
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
