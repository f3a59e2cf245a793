import type { Place, Text } from "../base/index.ts";
import type { Dictionary, FactName } from "../facts/index.ts";
import type { Arrangement } from "./arrangement.ts";
import type { Procedures } from "./procedures.ts";
import type { Scorecard } from "./scorecard/index.ts";

/** The five decision points, in the order a customer meets them. */
export const decisionNames = ["enrolment", "limit", "pricing", "closure", "monitoring"] as const;
export type DecisionName = (typeof decisionNames)[number];

/** When each decision may be asked for: the values of `request.moment`. */
export const moments = {
  enrolment: ["registration", "checkout", "application", "monthly-scan", "invitation-answer"],
  limit: ["booking", "review", "request", "monitoring"],
  pricing: ["booking", "purchase", "review"],
  closure: ["request"],
  monitoring: ["month-end", "overdue", "complaint", "discovery"],
} as const satisfies Record<DecisionName, readonly string[]>;
export type EnrolmentMoment = (typeof moments)["enrolment"][number];
export type Moment = (typeof moments)[DecisionName][number];

/** A value in an event's params: a constant, a list of constants, or a fact read when the rule fires. */
export type ParamValue = Constant | readonly Constant[] | { readonly fact: FactName };
export type Constant = number | string | boolean;

/** A json-rules-engine event: what a rule says when it fires. Params are flat. */
export interface RuleEvent {
  readonly type: string;
  readonly params?: Readonly<Record<string, ParamValue>>;
}

/** A condition exactly as json-rules-engine takes it, already checked for shape. */
export type Condition =
  | { readonly all: readonly Condition[]; readonly priority?: number }
  | { readonly any: readonly Condition[]; readonly priority?: number }
  | { readonly not: Condition; readonly priority?: number }
  | { readonly condition: string; readonly priority?: number }
  | Leaf;

export interface Leaf {
  readonly fact: FactName;
  readonly operator: string;
  readonly value: unknown;
  readonly path?: string;
  readonly params?: unknown;
  readonly priority?: number;
}

/** One rule: `name` is its id; title, why and serves are ours and ignored by json-rules-engine. */
export interface Rule {
  readonly name: string;
  readonly title: Text;
  readonly why?: Text;
  readonly serves: readonly string[];
  /** json-rules-engine's: an integer of 1 or more, higher first; 1 when absent. */
  readonly priority: number;
  readonly conditions: Condition;
  readonly event: RuleEvent;
}

/** How the events of one type combine into one. `exclusive` pairs stand beside it in the file. */
export const combiners = ["first", "unique", "min", "max", "sum", "set"] as const;
export type Combiner = (typeof combiners)[number];

/** A case from the author: facts that depart from the typical applicant, and what must be decided. */
export interface Example {
  readonly name: string;
  readonly moment: Moment;
  readonly facts: Readonly<Record<FactName, Constant | null>>;
  /** The outcome: `type`, its params, and `because`: the rules that decided, in order of priority. */
  readonly expect: Readonly<Record<string, unknown>>;
  /** Where it stands, if it was read from a file. */
  readonly place?: () => Place;
}

/** One decision file. */
export interface RuleFile {
  readonly decision: DecisionName;
  readonly combine: Readonly<Record<string, Combiner>>;
  /** Pairs of event types that may not fire together. */
  readonly exclusive: readonly (readonly [string, string])[];
  /** The outcome where no rule decides, by moment. */
  readonly otherwise: Readonly<Partial<Record<Moment, RuleEvent>>>;
  /** The outcome where a missing fact could change the result. */
  readonly onMissing: RuleEvent;
  /** Named conditions, as json-rules-engine's `setCondition` takes them. */
  readonly conditions: Readonly<Record<string, Condition>>;
  readonly rules: readonly Rule[];
  readonly examples: readonly Example[];
  /** Path of the file as the user knows it. */
  readonly file: string;
}

/** A number of the policy that sweeps and the terminal UI may move. */
export interface Parameter {
  readonly name: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly unit: string;
  readonly title: Text;
}

/** A derived fact: a small closed grammar, no arithmetic beyond it. Operands are fact names or numbers. */
export type Derivation =
  | { readonly times: readonly [Operand, Operand]; readonly roundDownTo?: number }
  | { readonly plus: readonly [Operand, Operand]; readonly roundDownTo?: number }
  | { readonly minus: readonly [Operand, Operand]; readonly roundDownTo?: number }
  | { readonly dividedBy: readonly [Operand, Operand]; readonly roundDownTo?: number }
  | { readonly min: readonly Operand[]; readonly roundDownTo?: number }
  | { readonly max: readonly Operand[]; readonly roundDownTo?: number }
  /** Steps: the `to` of the last band whose `from` is at most the fact; below the first, missing. */
  | { readonly band: FactName; readonly steps: readonly { readonly from: number; readonly to: number }[] };
export type Operand = FactName | number;

export interface DerivedFact {
  /** With its prefix: `derived.incomeCapFen`. */
  readonly name: FactName;
  readonly title: Text;
  readonly derivation: Derivation;
}

/** A reason code's texts: for the file, and for the customer. */
export interface ReasonText {
  readonly code: string;
  readonly file: Text;
  readonly customer: Text;
}

/** A whole policy, read and checked. */
export interface Policy {
  readonly name: string;
  readonly title: Text;
  readonly version: string;
  readonly effectiveFrom?: string;
  readonly effectiveTo?: string;
  readonly parameters: readonly Parameter[];
  /** In the order in which they can be computed: no derived fact reads a later one. */
  readonly derived: readonly DerivedFact[];
  readonly arrangements: Readonly<Record<string, Arrangement>>;
  readonly procedures: Procedures;
  /** The scoring model that stands beside the rules, if there is one and it could be read. */
  readonly scorecard?: Scorecard;
  readonly reasons: ReadonlyMap<string, ReasonText>;
  readonly decisions: Readonly<Record<DecisionName, RuleFile>>;
  /** The dictionary this policy's rules read: the shared one with `param.*` and `derived.*` added. */
  readonly dictionary: Dictionary;
}
