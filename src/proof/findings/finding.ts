import type { Level, Text } from "../../base/index.ts";
import type { Constant, DecisionName, Moment, Policy } from "../../policy/index.ts";
import type { FactName } from "../../facts/index.ts";
import type { Region } from "../claims/region.ts";

/** What the rules of a policy say about themselves, without any claim. */
export const findingKinds = ["impossible", "shadowed", "redundant", "idle-cap", "conflict", "exclusive", "tiers-overlap", "tier-hole", "gap", "idle-condition", "unknown"] as const;
export type FindingKind = (typeof findingKinds)[number];

/** How much each matters: what is surely a mistake, what probably is, and what may be meant so. */
export const findingLevels: Readonly<Record<FindingKind, Level>> = {
  impossible: "error",
  shadowed: "error",
  redundant: "note",
  "idle-cap": "note",
  conflict: "warning",
  exclusive: "error",
  "tiers-overlap": "warning",
  "tier-hole": "error",
  gap: "note",
  "idle-condition": "warning",
  unknown: "warning",
};

export interface RuleFinding {
  readonly kind: FindingKind;
  /** `note`: worth knowing, no mistake. */
  readonly level: Level;
  readonly decision: DecisionName;
  /** The moments it holds at. */
  readonly moments: readonly Moment[];
  /** The rule it is about, and the others that have a part in it. */
  readonly rule?: string;
  readonly others: readonly string[];
  readonly message: Text;
  /** Where in the rule file: a JSON pointer. */
  readonly pointer: string;
  /** Of tiers: the fact whose bands they are, and where they overlap or leave a hole, in its unit. */
  readonly band?: { readonly fact: FactName; readonly ranges: readonly { readonly from: number; readonly to: number }[] };
  readonly region?: Region;
  /** An applicant of whom it is true, as departures from the typical one. */
  readonly example?: Readonly<Record<FactName, Constant | null>>;
  readonly policy: Policy["name"];
}
