import type { Level, Place, Text } from "../../base/index.ts";
import type { FactName } from "../../facts/index.ts";
import type { Condition, DecisionName, Moment } from "../../policy/index.ts";

/** The kinds of claims about every possible applicant. */
export const claimKinds = ["always", "never", "monotone", "independent", "exhaustive", "unchanged-since"] as const;
export type ClaimKind = (typeof claimKinds)[number];

interface ClaimCommon {
  /** Its id. */
  readonly name: string;
  readonly title: Text;
  readonly why?: Text;
  readonly level: Level;
  /** Law rules it answers. */
  readonly serves: readonly string[];
  /** The moments it speaks of, by decision; all moments of the first decision, and the first of each other, where it is silent. */
  readonly at: Readonly<Partial<Record<DecisionName, readonly Moment[]>>>;
  /** Decisions whose outcomes it reads, in the order in which a customer meets them. */
  readonly decisions: readonly DecisionName[];
  /** Only applicants of whom this is true; absent: all. */
  readonly when?: Condition;
  readonly place?: Place;
}

/** What must hold for every applicant: in the rule language, with what decisions say as facts `outcome.<decision>.<field>`. */
export type Claim =
  /** `that` (in files: `then`) is never false, or never true, of an applicant of whom `when` is true. What is not said is neither. */
  | (ClaimCommon & { readonly kind: "always" | "never"; readonly that: Condition })
  /** All else equal, as the fact rises the outcome never falls (or rises); `order`: words of the outcome, the lowest first. */
  | (ClaimCommon & { readonly kind: "monotone"; readonly fact: FactName; readonly outcome: FactName; readonly never: "falls" | "rises"; readonly order?: readonly string[] })
  /** All else equal, none of these facts alone changes an outcome. */
  | (ClaimCommon & { readonly kind: "independent"; readonly of: readonly FactName[]; readonly outcomes: readonly FactName[] })
  /** Some rule decides: `otherwise` never speaks. */
  | (ClaimCommon & { readonly kind: "exhaustive" })
  /** Nothing differs from what another policy decides. */
  | (ClaimCommon & { readonly kind: "unchanged-since"; readonly since: string });
