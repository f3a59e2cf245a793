import { encodeFact, layoutFacts, typicalFacts } from "../facts/index.ts";
import {
  caseRow,
  compileDecision,
  deriveFacts,
  inForce,
  knownFacts,
  readOutcome,
  scoreFact,
  type Constant,
  type DecisionName,
  type Moment,
  type Policy,
  type ReadOutcome,
} from "../policy/index.ts";

/** One decision on one set of facts: what was decided, and the facts it was decided on. */
export interface DecidedOne {
  readonly outcome: ReadOutcome;
  /** All facts, parameters and derived facts included; missing ones left out. */
  readonly facts: Readonly<Record<string, Constant>>;
  /** Facts the decision still reads at this moment. */
  readonly reads: readonly string[];
}

/**
 * Decides for the typical applicant with some facts changed; null is a missing fact. A scorecard in force gives the
 * score, unless the facts name one.
 */
export function decideOne(
  policy: Policy,
  { decision, moment, facts }: { readonly decision: DecisionName; readonly moment: Moment; readonly facts: Readonly<Record<string, Constant | null>> },
): DecidedOne {
  const layout = layoutFacts(policy.dictionary);
  const compiled = compileDecision({ policy, decision, moment, layout, known: knownFacts(policy) });
  const parameters = Object.fromEntries(policy.parameters.map(({ name, value }) => [`param.${name}`, value]));
  const plain = { ...typicalFacts(policy.dictionary), ...facts };
  const all = deriveFacts(policy, { ...plain, ...ownScore(policy, facts), ...parameters, "request.moment": moment });
  const row = new Float64Array(layout.size).fill(NaN);
  for (const definition of policy.dictionary.facts.values()) {
    row[layout.slot(definition.name)] = encodeFact(definition, all[definition.name]);
  }
  const outcome = compiled.newOutcome();
  compiled.decide(row, outcome);
  return { outcome: readOutcome(compiled, outcome), facts: present(all), reads: compiled.reads };
}

/** The score that the policy's own scorecard gives; nothing where there is none in force, or the facts name a score. */
function ownScore(policy: Policy, facts: Readonly<Record<string, Constant | null>>): Readonly<Record<string, number | null>> {
  if (inForce(policy.scorecard) === undefined || Object.hasOwn(facts, scoreFact)) return {};
  const layout = layoutFacts(policy.dictionary);
  const points = caseRow({ moment: "application", facts }, layout, policy.scorecard)[layout.slot(scoreFact)] ?? Number.NaN;
  return { [scoreFact]: points === points ? points : null };
}

function present(facts: Readonly<Record<string, Constant | null>>): Readonly<Record<string, Constant>> {
  return Object.fromEntries(Object.entries(facts).flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}
