import type { Dictionary, FactName } from "../facts/index.ts";
import { encodeFact } from "../facts/index.ts";
import { decisionNames, knownFacts } from "../policy/index.ts";
import type { DecisionName, Moment, Policy } from "../policy/index.ts";
import type { Space } from "./logic/space.ts";
import { withOutcomes } from "./outcomes/outcome-facts.ts";
import { modelOutcome } from "./outcomes/outcome-model.ts";
import type { OutcomeModel } from "./outcomes/outcome-model.ts";
import type { Row } from "./outcomes/rows.ts";
import type { Field } from "./terms/field.ts";
import { makeScope } from "./terms/scope.ts";
import type { Scope } from "./terms/scope.ts";

/** Which decision at which moment. */
export interface Asked {
  readonly decision: DecisionName;
  readonly moment: Moment;
}

/** A policy over a space: what each of its decisions says at each moment, made when first asked for. */
export interface PolicyModel {
  readonly policy: Policy;
  readonly space: Space;
  /** The policy's facts and `outcome.*`. */
  readonly dictionary: Dictionary;
  outcome(asked: Asked): OutcomeModel;
  /** What conditions read that speak of these decisions; `request.moment` is the moment of the first. */
  scope(asked: readonly Asked[]): Scope;
}

/**
 * Models a policy. Two policies in one space have different prefixes; two editions of the rules of one policy share its derived
 * facts, and what is left open about an outcome is each edition's own.
 */
export function modelPolicy(policy: Policy, space: Space, prefix = "", edition = ""): PolicyModel {
  const dictionary = withOutcomes(policy);
  const made = new Map<string, OutcomeModel>();
  const met = new Map<DecisionName, Map<number, Row>>(decisionNames.map((decision) => [decision, new Map()]));
  const scopeAt = (moment: Moment | undefined, more: { readonly asked?: string; readonly fields?: ReadonlyMap<FactName, Field> }): Scope => {
    const definition = dictionary.facts.get("request.moment");
    const fixed: readonly (readonly [FactName, number])[] = definition === undefined || moment === undefined ? [] : [["request.moment", encodeFact(definition, moment)]];
    const known = new Map([...knownFacts(policy), ...fixed]);
    return makeScope({ space, dictionary, known, derived: policy.derived, prefix, ...more });
  };
  const outcome = ({ decision, moment }: Asked): OutcomeModel => {
    const key = `${decision}@${moment}`;
    const found = made.get(key) ?? modelOutcome(policy, decision, moment, scopeAt(moment, { asked: `${key}${edition}` }), met.get(decision));
    made.set(key, found);
    return found;
  };
  return {
    policy,
    space,
    dictionary,
    outcome,
    scope: (asked) => scopeAt(asked[0]?.moment, { fields: new Map(asked.flatMap((each) => [...outcome(each).fields])) }),
  };
}
