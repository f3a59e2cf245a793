import { reachable } from "../logic/formula.ts";
import type { Formula, Variable } from "../logic/formula.ts";
import { makeSteps } from "../logic/ladder.ts";
import { putIntoCells } from "../logic/orders.ts";
import { domainOf } from "../logic/ordinary.ts";
import { conjuncts, isSmall } from "../logic/parts.ts";
import { rewrite } from "../logic/rewrite.ts";
import type { PolicyModel } from "../model.ts";
import type { Violation } from "./violation.ts";

/** Somebody met on the way, and for claims about two the second one's value of the fact. */
export interface Met {
  readonly wholes: (variable: Variable) => number;
  readonly second?: number;
}

/** So many searches are made on the way down the rules of a decision, of so many conflicts at most. */
const [searchesMax, conflictsMax] = [250, 200];
/** A statement of so few parts is asked of those who are met. */
const partsMax = 200;

/**
 * For each rule of a decision in turn somebody whom it decides, where few conditions of the question are met too; for claims
 * about two those whom it no longer decides once the fact is another one. Whether they break the claim is to be tried.
 */
export function* walkRules(model: PolicyModel, { asked, differs, question, premise }: Violation, apart: Variable | undefined): Generator<Met, undefined> {
  const { space } = model;
  const { formulas } = space;
  const wanted = conjuncts(formulas, differs === undefined ? question() : premise).filter((part) => isSmall(formulas, part, partsMax));
  for (const each of asked) {
    const rules = model.outcome(each).rows.rows.map(({ truths }) => truths.yes);
    const settled = putIntoCells(space, [...rules, ...wanted]);
    const steps = makeSteps(space, rules.map(settled));
    const always = wanted.map(settled);
    let searches = 0;
    for (const [place, rule] of rules.map(settled).entries()) {
      const values = apart === undefined ? [undefined] : cellsIn(rule, apart);
      for (const value of values) {
        searches += 1;
        if (searches > searchesMax) break;
        const turned = value === undefined || apart === undefined ? [] : [formulas.not(at(rule, apart, value))];
        if (steps.solve(place, [rule, ...turned, ...always], conflictsMax) !== "satisfiable") continue;
        const wholes = steps.wholes();
        yield { wholes, ...(value === undefined ? {} : { second: value }) };
        // The other way round, too.
        if (value !== undefined && apart !== undefined) yield { wholes: (variable) => (variable === apart ? value : wholes(variable)), second: wholes(apart) };
      }
    }
  }
  return undefined;

  /** Where the cells begin into which a rule cuts a fact; none where it does not read it. */
  function cellsIn(rule: Formula, variable: Variable): readonly number[] {
    const cuts = reachable(formulas, [rule]).flatMap((of) => {
      const node = formulas.node(of);
      return node.kind === "atLeast" && node.variable === variable ? [node.cut] : [];
    });
    return cuts.length === 0 ? [] : [domainOf(variable).from, ...new Set(cuts)];
  }

  /** The rule, the fact having this value. */
  function at(rule: Formula, variable: Variable, value: number): Formula {
    return rewrite(formulas, [rule], (node, of) => (node.kind === "atLeast" && node.variable === variable ? (value >= node.cut ? formulas.yes : formulas.no) : of))(rule);
  }
}
