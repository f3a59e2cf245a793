import type { Combiner } from "../../policy/index.ts";
import { choose } from "../logic/formula.ts";
import type { Formula } from "../logic/formula.ts";
import type { Scope } from "../terms/scope.ts";
import { isPresent, keyOf } from "../terms/term.ts";
import type { Term } from "../terms/term.ts";
import type { Row } from "./rows.ts";

/** Whether an amount reaches some number, given whether a single rule's amount does. */
export type Reach = (reaches: (amount: Term) => Formula) => Formula;

/** The tiers, floors or caps of a limit together: what they come to at least and at most, whatever is missing. */
export interface AmountPart {
  readonly terms: readonly Term[];
  /** Some rule fired; some fired or may. */
  readonly certain: Formula;
  readonly possible: Formula;
  readonly low: Reach;
  readonly high: Reach;
  /** Two rules of a unique type fired; two may. */
  readonly contradicts: Formula;
  readonly mayContradict: Formula;
}

/** The same ranges as the compiler measures, rule by rule, as statements. A missing amount may be any. */
export function amountPart(scope: Scope, rows: readonly Row[], amounts: readonly Term[], combiner: Combiner): AmountPart {
  const { space } = scope;
  const { formulas } = space;
  const each = rows.flatMap((row, index) => {
    const [may, amount] = [formulas.not(row.truths.no), amounts[index] ?? ({ kind: "number", value: NaN } as const)];
    return may === formulas.no ? [] : [{ fired: row.truths.yes, may, open: row.open, amount }];
  });
  const certain = formulas.any(each.map(({ fired }) => fired));
  const possible = formulas.any(each.map(({ may }) => may));
  type One = (typeof each)[number];
  const lowOf = (reaches: (amount: Term) => Formula) => (one: One): Formula => reaches(one.amount);
  const highOf = (reaches: (amount: Term) => Formula) => (one: One): Formula => formulas.any([reaches(one.amount), formulas.not(isPresent(space, one.amount))]);
  const allWhere = (where: (one: One) => Formula, holds: (one: One) => Formula): Formula => formulas.all(each.map((one) => formulas.any([formulas.not(where(one)), holds(one)])));
  const anyWhere = (where: (one: One) => Formula, holds: (one: One) => Formula): Formula => formulas.any(each.map((one) => formulas.all([where(one), holds(one)])));
  const [fired, may, isOpen] = [(one: One) => one.fired, (one: One) => one.may, (one: One) => one.open];
  const ranges: Pick<AmountPart, "low" | "high"> =
    combiner === "min"
      ? {
          low: (reaches) => choose(formulas, certain, allWhere(may, lowOf(reaches)), allWhere(isOpen, lowOf(reaches))),
          high: (reaches) => choose(formulas, certain, allWhere(fired, highOf(reaches)), anyWhere(isOpen, highOf(reaches))),
        }
      : combiner === "max"
        ? {
            low: (reaches) => choose(formulas, certain, anyWhere(fired, lowOf(reaches)), allWhere(isOpen, lowOf(reaches))),
            high: (reaches) => choose(formulas, certain, anyWhere(may, highOf(reaches)), anyWhere(isOpen, highOf(reaches))),
          }
        : combiner === "sum"
          ? summed(scope, rows)
          : {
              low: (reaches) => each.reduceRight((below, one) => choose(formulas, one.fired, lowOf(reaches)(one), formulas.all([below, formulas.any([formulas.not(one.may), lowOf(reaches)(one)])])), formulas.yes),
              high: (reaches) => each.reduceRight((below, one) => choose(formulas, one.fired, highOf(reaches)(one), formulas.any([below, formulas.all([one.may, highOf(reaches)(one)])])), formulas.no),
            };
  const twice = (test: (one: One) => Formula): Formula =>
    combiner === "unique" ? formulas.any(each.flatMap((one, index) => each.slice(index + 1).map((other) => formulas.all([test(one), test(other)])))) : formulas.no;
  return {
    terms: [...new Map(each.map(({ amount }) => [keyOf(amount), amount])).values()].filter((term) => term.kind !== "number" || !Number.isNaN(term.value)),
    certain,
    possible,
    ...ranges,
    contradicts: twice(fired),
    mayContradict: twice(may),
  };
}

/** Sums are not followed: whether one reaches a number is left open, for each number anew. */
function summed(scope: Scope, rows: readonly Row[]): Pick<AmountPart, "low" | "high"> {
  const names = rows.map(({ saying }) => saying).join();
  let asked = 0;
  const reach: Reach = () => {
    asked += 1;
    return scope.open(`sum ${asked} of ${names}`, { en: "amounts are added up", zh: "额度按求和方式合并" });
  };
  return { low: reach, high: reach };
}
