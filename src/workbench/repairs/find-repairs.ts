import { wilson, type Text } from "../../base/index.ts";
import { decisionNames, moments, type DecisionName, type Moment, type Policy } from "../../policy/index.ts";
import { candidateEdits, makeDecider, makeProver, type Budget, type Claim, type ClaimResult, type FileEdit } from "../../proof/index.ts";
import { meetCustomers, type Customers } from "../population-cases.ts";
import type { Source } from "../read-file.ts";
import { readPolicyTexts, type Ground } from "../read-rules.ts";
import { applyEdit } from "./apply-edit.ts";

/** A single edit after which a broken claim is proved, and every claim that was proved still is. */
export interface Repair {
  readonly claim: string;
  readonly edit: FileEdit;
  readonly title: Text;
  /** The file as it is after the edit. */
  readonly source: Source;
  /** Customers who are then decided differently, and those of them who did not break the claim. */
  readonly touched: { readonly count: number; readonly of: number; readonly low: number; readonly high: number; readonly others: number };
}

export interface RepairTask {
  readonly policy: Policy;
  readonly sources: readonly Source[];
  readonly ground: Ground;
  readonly budget: Budget;
  readonly since: ReadonlyMap<string, Policy>;
  /** Claims that are proved and have to stay so. */
  readonly kept: readonly Claim[];
  readonly customers: Customers | undefined;
}

/** At most so many repairs of one claim are told. */
const repairsMax = 5;

/** The repairs of one broken claim, those that touch the fewest customers first. */
export function findRepairs(broken: ClaimResult, task: RepairTask): readonly Repair[] {
  const { policy, sources, ground, budget, since, kept } = task;
  const because = [...new Set(broken.counterexamples.flatMap(({ outcomes, second }) => [...outcomes, ...(second?.outcomes ?? [])].flatMap((outcome) => outcome.because)))];
  const holds = (candidate: Policy, claims: readonly Claim[]): boolean => {
    const prover = makeProver({ policy: candidate, claims, budget, since });
    return claims.every((claim) => prover.prove(claim).verdict === "held");
  };
  const found = candidateEdits(policy, broken.claim, because).flatMap((edit): Repair[] => {
    const source = applyEdit(sources, edit);
    if (source === undefined) return [];
    const read = readPolicyTexts(sources.map((each) => (each.file === source.file ? source : each)), ground);
    if (read.policy === undefined || read.diagnostics.some(({ level }) => level === "error")) return [];
    if (!holds(read.policy, [broken.claim]) || !holds(read.policy, kept)) return [];
    return [{ claim: broken.claim.name, edit, title: edit.title, source, touched: touchedBy(read.policy, edit, broken, task) }];
  });
  return found.toSorted((a, b) => a.touched.count - b.touched.count || a.touched.others - b.touched.others).slice(0, repairsMax);
}

/** Each customer in the situations of the counterexamples and in the typical one, decided before and after. */
function touchedBy(after: Policy, edit: FileEdit, { claim, counterexamples }: ClaimResult, { policy, customers, budget, since }: RepairTask): Repair["touched"] {
  if (customers === undefined) return { count: 0, of: 0, low: 0, high: 0, others: 0 };
  const own = new Set(customers.population.facts);
  const situations = [{}, ...counterexamples.map(({ departures }) => departures)].map((facts) => ({ facts: Object.fromEntries(Object.entries(facts).filter(([name]) => !own.has(name))) }));
  const touched = new Set<number>();
  const breaking = new Set<number>();
  const prover = makeProver({ policy, claims: [claim], budget, since });
  const decisions: readonly DecisionName[] = edit.file === "policy" ? decisionNames : decisionNames.filter((name) => name === edit.file);
  for (const decision of decisions) {
    for (const moment of moments[decision] as readonly Moment[]) {
      const [was, is] = [policy, after].map((each) => makeDecider(each, decision, moment));
      // Parameters and derived facts are each policy's own.
      for (const { customer, rows } of meetCustomers(customers, { policies: [policy, after], moment, situations })) {
        const [before, then] = rows;
        if (before === undefined || then === undefined || was === undefined || is === undefined) continue;
        if (!touched.has(customer) && said(was.decide(before)) !== said(is.decide(then))) touched.add(customer);
      }
    }
  }
  for (const { asked, departures, second } of counterexamples) {
    if (second !== undefined) continue;
    const trial = prover.trial(claim, asked);
    for (const { customer, rows } of meetCustomers(customers, { policies: [policy], moment: asked[0]?.moment ?? "application", situations: [{ facts: departures }] })) {
      const [row] = rows;
      if (row !== undefined && trial.breaks({ first: row })) breaking.add(customer);
    }
  }
  const of = customers.population.size;
  const bounds = wilson(touched.size, of);
  return { count: touched.size, of, low: bounds?.low ?? 0, high: bounds?.high ?? 0, others: [...touched].filter((customer) => !breaking.has(customer)).length };
}

/** What is decided, not by which rule or for which reason. */
function said({ type, types, params }: ReturnType<ReturnType<typeof makeDecider>["decide"]>): string {
  const { reason: _, ...rest } = params;
  return JSON.stringify([type, types, rest]);
}
