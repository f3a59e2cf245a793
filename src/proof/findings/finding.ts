import type { Text } from "../../base/index.ts";
import type { Constant, DecisionName, Moment, Policy } from "../../policy/index.ts";
import type { FactName } from "../../facts/index.ts";
import type { Region } from "../claims/region.ts";

/** What the rules of a policy say about themselves, without any claim. */
export const findingKinds = ["impossible", "shadowed", "redundant", "idle-cap", "conflict", "exclusive", "gap", "idle-condition", "unknown"] as const;
export type FindingKind = (typeof findingKinds)[number];

export interface RuleFinding {
  readonly kind: FindingKind;
  /** `note`: worth knowing, no mistake. */
  readonly level: "warning" | "note";
  readonly decision: DecisionName;
  /** The moments it holds at. */
  readonly moments: readonly Moment[];
  /** The rule it is about, and the others that have a part in it. */
  readonly rule?: string;
  readonly others: readonly string[];
  readonly message: Text;
  /** Where in the rule file: a JSON pointer. */
  readonly pointer: string;
  readonly region?: Region;
  /** An applicant of whom it is true, as departures from the typical one. */
  readonly example?: Readonly<Record<FactName, Constant | null>>;
  readonly policy: Policy["name"];
}
