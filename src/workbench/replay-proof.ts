import { scoreFact, type Policy, type ReadOutcome } from "../policy/index.ts";
import type { Asked, Counterexample, RuleFinding } from "../proof/index.ts";
import { decideOne } from "./decide-one.ts";
import { askReference } from "./reference.ts";

/**
 * A counterexample put to json-rules-engine before it is shown: the same rules must match. Rules that read a missing
 * fact cannot be asked there. A disagreement is a defect of ours and is thrown.
 */
export async function replayed(policy: Policy, { asked, departures, outcomes, second }: Counterexample): Promise<"confirmed" | "facts-missing"> {
  const answers = [await agrees(policy, asked, departures, outcomes)];
  if (second !== undefined) answers.push(await agrees(policy, asked, { ...departures, [second.fact]: second.value }, second.outcomes));
  return answers.every(Boolean) ? "confirmed" : "facts-missing";
}

/** The same for an applicant who shows a finding about rules; nothing where there is none. */
export async function replayedFinding(policy: Policy, { decision, moments, example }: Pick<RuleFinding, "decision" | "moments" | "example">): Promise<"confirmed" | "facts-missing" | undefined> {
  const [moment] = moments;
  if (example === undefined || moment === undefined) return undefined;
  const facts = { [scoreFact]: policy.dictionary.facts.get(scoreFact)?.typical ?? null, ...example };
  const { outcome } = decideOne(policy, { decision, moment, facts });
  return (await agrees(policy, [{ decision, moment }], example, [outcome])) ? "confirmed" : "facts-missing";
}

/** The same for one outcome of one applicant; one that the decision, made anew, does not give is a defect of ours and is thrown. */
export async function sameOutcome(policy: Policy, asked: Asked, departures: Counterexample["departures"], { type, params }: ReadOutcome): Promise<void> {
  const facts = { [scoreFact]: policy.dictionary.facts.get(scoreFact)?.typical ?? null, ...departures };
  const { outcome } = decideOne(policy, { ...asked, facts });
  if (JSON.stringify([type, params]) !== JSON.stringify([outcome.type, outcome.params])) throw new Error(`${policy.name} ${asked.decision}@${asked.moment}: ${JSON.stringify([type, params])} was said, and now ${JSON.stringify([outcome.type, outcome.params])}`);
  await agrees(policy, [asked], departures, [outcome]);
}

/** Whether json-rules-engine matches the same rules on these facts; false where it cannot be asked, a fact being missing. */
export async function agrees(policy: Policy, asked: readonly Asked[], departures: Counterexample["departures"], outcomes: readonly ReadOutcome[]): Promise<boolean> {
  let whole = true;
  // A proof is about every score, whatever a scorecard would make of the other facts.
  const typical = policy.dictionary.facts.get(scoreFact)?.typical ?? null;
  const facts = { [scoreFact]: typical, ...departures };
  for (const [index, { decision, moment }] of asked.entries()) {
    const decided = decideOne(policy, { decision, moment, facts });
    const proved = outcomes[index];
    if (proved === undefined || JSON.stringify(proved) !== JSON.stringify(decided.outcome)) {
      throw new Error(`${policy.name} ${decision}@${moment}: the proof says ${JSON.stringify(proved)}, the decision ${JSON.stringify(decided.outcome)}`);
    }
    if (decided.reads.some((name) => facts[name] === null)) {
      whole = false;
      continue;
    }
    const traced = await askReference(policy.decisions[decision], decided.facts);
    const [reference, ours] = [traced.filter(({ fired }) => fired).map(({ name }) => name).toSorted(), decided.outcome.fired.toSorted()];
    if (reference.join() !== ours.join()) {
      throw new Error(`${policy.name} ${decision}@${moment}: json-rules-engine fires ${reference.join()}, the compiled form ${ours.join()}`);
    }
  }
  return whole;
}
