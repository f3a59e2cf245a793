import type { Text } from "../../base/index.ts";
import type { DecisionName } from "../policy.ts";

/** Where in a policy a change stands. */
export const changeParts = ["policy", "parameters", "derived", "arrangements", "procedures", "scorecard", "enrolment", "limit", "pricing", "closure", "monitoring"] as const;
export type ChangePart = (typeof changeParts)[number];

/** What kind of change it is. `wording` reaches no decision. */
export type ChangeKind = "added" | "removed" | "renamed" | "changed" | "wording";

/** One change from a policy to another, in words. */
export interface PolicyChange {
  readonly part: ChangePart;
  readonly kind: ChangeKind;
  /** The rule, parameter or other thing that changed. */
  readonly name: string;
  readonly title?: Text;
  readonly text: Text;
  /** Of a wording: what is worded otherwise. */
  readonly path?: string;
}

/** A change of one decision file. */
export interface DecisionChange extends PolicyChange {
  readonly part: DecisionName;
}

/** `a → b` in both languages. */
export function fromTo(before: Text, after: Text): Text {
  return { en: `${before.en} → ${after.en}`, zh: `${before.zh} → ${after.zh}` };
}
