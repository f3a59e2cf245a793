import type { Text } from "../base/index.ts";

/** A dotted fact name, as in rule files: `customer.age`. */
export type FactName = string;

/** Sources of personal data whose use needs the customer's consent, and the account itself. */
export const consentSources = [
  "purchases",
  "payments",
  "device",
  "bankAccount",
  "bureau",
  "thirdPartyScore",
  "marketing",
  "account",
] as const;
export type ConsentSource = (typeof consentSources)[number];

/** Who writes a fact. `declared` is the author's word in procedures and is marked as such in every legal total. */
export const producers = [
  "population",
  "simulation",
  "procedures",
  "declared",
  "policy",
  "lender",
  "law",
] as const;
export type Producer = (typeof producers)[number];

/** Kinds of data that some laws keep out of an assessment: of a social network (contacts, ties), and special categories (health, belief …). */
export const dataCategories = ["social-network", "special"] as const;
export type DataCategory = (typeof dataCategories)[number];

interface FactCommon {
  readonly name: FactName;
  readonly title: Text;
  readonly description: Text;
  /** May be missing for an applicant: a thin file, a score never computed. */
  readonly nullable: boolean;
  readonly producedBy: Producer;
  /** JR/T 0197 data level, 1 (public) to 5. */
  readonly level: 1 | 2 | 3 | 4 | 5;
  /** Sensitive personal information in the sense of PIPL art 28 or GB/T 35273. */
  readonly sensitive: boolean;
  /** Absent for ordinary data. */
  readonly category?: DataCategory;
  /** Which consent the use of the fact rests on; absent where none is needed. */
  readonly consent?: ConsentSource;
  /** Whether a price may rest on it as a risk or cost factor (PIPL art 24). */
  readonly riskFactor: boolean;
}

export interface BooleanFact extends FactCommon {
  readonly type: "boolean";
  readonly typical: boolean;
}

export interface NumberFact extends FactCommon {
  readonly type: "integer" | "decimal";
  readonly min: number;
  readonly max: number;
  /** Decimals kept: 0 for integers. */
  readonly decimals: number;
  readonly unit: string;
  readonly typical: number;
}

export interface EnumFact extends FactCommon {
  readonly type: "enum";
  readonly values: readonly string[];
  /** What each value means, as people read it. */
  readonly valueTitles?: Readonly<Record<string, Text>>;
  readonly typical: string;
}

/** One entry of the dictionary: everything the bench knows about a fact. */
export type FactDefinition = BooleanFact | NumberFact | EnumFact;

/** All facts that rules may read, by name, in file order. */
export interface Dictionary {
  readonly facts: ReadonlyMap<FactName, FactDefinition>;
}

/**
 * Where each fact lives in a row of numbers. Invariant: slots are 0 … size−1 in dictionary order.
 * Booleans are 0 or 1, enums the index into `values`, numbers themselves, a missing fact is NaN.
 */
export interface FactLayout {
  readonly dictionary: Dictionary;
  readonly size: number;
  /** Throws for a name that is not in the dictionary: that is our defect, not an author's. */
  slot(name: FactName): number;
}
