import type { Dictionary, FactName } from "../../facts/index.ts";
import type { Arrangement, CompiledDecision, Constant, Procedures, RuleFile } from "../../policy/index.ts";
import type { Lender } from "../lender.ts";
import type { Waits } from "../loads/coupling.ts";
import type { Standing } from "./standing.ts";

/** Facts as an author would write them; undefined where nothing is known. */
export type FactValues = Readonly<Record<FactName, Constant | undefined>>;

/** What acts get their facts from. */
export interface ActContext {
  readonly procedures: Procedures;
  /** The procedures of the policy before, where another took over. */
  readonly before?: Procedures | undefined;
  /** The enrolment rules: they say which moments are a way in. */
  readonly enrolment: RuleFile;
  /** A value of `lender.type`. */
  readonly lenderType: string;
  readonly dictionary: Dictionary;
  readonly decisions: readonly CompiledDecision[];
  /** The policy's arrangements, in its order; absent: nothing is known of the funding. */
  readonly arrangements?: Readonly<Record<string, Arrangement>>;
  /** The lender's partners and ratios, as far as the scenario states them. */
  readonly lender?: Pick<Lender, "partners" | "jointLoansToTotalLoansBps">;
  /** Desks at which cases wait. */
  readonly waits?: Waits;
  /** Closing shrinks other limits on the platform; absent: it does. */
  readonly shrinksOtherLimits?: boolean;
}

/** A fact of an act taken from the row it is judged on: a copy of one slot, true where any of several is, or as it says. */
export interface RowFact {
  readonly to: FactName;
  readonly from: readonly [FactName, ...FactName[]];
  /** Instead: true where any of the slots holds a value, whatever it is; else this. */
  readonly unlessKnown?: false | undefined;
  /** With `unlessKnown`: the slots looked at, by the number in the one slot; missing where it has none. */
  readonly readAt?: readonly (readonly FactName[] | undefined)[];
  /** Instead: what the number in the one slot stands for, encoded; NaN beyond the table. */
  readonly table?: readonly number[];
}

/** Where each fact of one form of act comes from. What stands nowhere here is missing, whatever the row says. */
export interface ActFacts {
  /** Follows from the procedures, the lender and the rule files. */
  readonly fixed: FactValues;
  /** Left to the author's word; undefined where the author is silent. */
  readonly declared: FactValues;
  /** Names of the facts that `standing` gives. */
  readonly standingFacts: readonly FactName[];
  /** Follows from what the customer was told and agreed to. */
  standing(standing: Standing): FactValues;
  /** Written by the month. */
  readonly row: readonly RowFact[];
}

/** Facts of an act, with nothing where a part is left out. */
export function actFacts(parts: Partial<Omit<ActFacts, "standingFacts" | "standing">> & { readonly standing?: (standing: Standing) => FactValues; readonly standingFacts?: readonly FactName[] }): ActFacts {
  return {
    fixed: parts.fixed ?? {},
    declared: parts.declared ?? {},
    standingFacts: parts.standingFacts ?? [],
    standing: parts.standing ?? (() => ({})),
    row: parts.row ?? [],
  };
}

/** A slot taken as it is. */
export function copied(...facts: readonly FactName[]): RowFact[] {
  return facts.map((fact) => ({ to: fact, from: [fact] }));
}
