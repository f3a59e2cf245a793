import { moments } from "../policy.ts";
import type { DecisionName, Moment } from "../policy.ts";
import { remembered } from "./remembered.ts";
import { boundsOf, domainOf, valueAtPosition, type Ground } from "./truth.ts";
import type { PlacedRule, Subject } from "./subject.ts";

/** The race in which a rule competes for first place; undefined for one that combines otherwise. */
export function raceOf({ rule, file }: PlacedRule): string | undefined {
  const { decision } = file;
  const { type } = rule.event;
  if (decision === "enrolment" || decision === "pricing") return decision;
  const combiner = file.combine[type];
  return combiner === "first" || combiner === "unique" ? `${decision} ${type}` : undefined;
}

/** What truth in a rule is judged by. */
export function groundOf(subject: Subject, { file }: Pick<PlacedRule, "file">): Ground {
  return groundsOf(subject)[file.decision];
}

const groundsOf = remembered(({ policy, constants }: Subject): Readonly<Record<DecisionName, Ground>> => {
  const ground = (decision: DecisionName): Ground => ({ dictionary: policy.dictionary, constants, decision, known: new WeakMap() });
  return { enrolment: ground("enrolment"), limit: ground("limit"), pricing: ground("pricing"), closure: ground("closure"), monitoring: ground("monitoring") };
});

/** The moments at which a rule can match, by its own conditions. */
export function momentsOf(subject: Subject, placed: PlacedRule): readonly Moment[] {
  const ground = groundOf(subject, placed);
  const fact = subject.policy.dictionary.facts.get("request.moment");
  const all: readonly Moment[] = moments[placed.file.decision];
  if (fact === undefined) return all;
  const spans = boundsOf(placed.needs, ground).get("request.moment")?.holds ?? domainOf(fact, placed.file.decision);
  const possible = new Set(spans.flatMap(([low, high]) => Array.from({ length: high - low + 1 }, (_, index) => valueAtPosition(fact, low + index))));
  return all.filter((moment) => possible.has(moment));
}
