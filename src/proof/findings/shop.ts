import type { Prover } from "../claims/prove-claims.ts";
import type { Formula } from "../logic/formula.ts";
import { makeDiagrams, never, TooLarge } from "../logic/diagram.ts";
import type { Diagram, Diagrams } from "../logic/diagram.ts";
import { mostOrdinary } from "../logic/ordinary.ts";
import type { Assignment } from "../logic/ordinary.ts";
import { makeSamples } from "../logic/samples.ts";
import type { Samples } from "../logic/samples.ts";
import { makeSolver } from "../logic/solver.ts";
import type { Solver } from "../logic/solver.ts";
import type { Row } from "../outcomes/rows.ts";
import { equalPairs, questionsOf } from "./rule-statements.ts";
import type { DecisionStatements } from "./rule-statements.ts";

/** Who is left of some rules' applicants. */
export type Remains = { readonly kind: "nobody" } | { readonly kind: "somebody"; readonly diagrams: Diagrams; readonly whole: Diagram; readonly formulas: readonly Formula[]; readonly assignment: Assignment };

/** What findings about one decision are worked out with. */
export interface Shop extends Pick<Prover, "space" | "model"> {
  readonly solver: Solver;
  readonly samples: Samples;
  /** Whether a statement is true of anybody: first put to samples, then to the solver; undefined where that is not known. */
  readonly exists: (question: Formula) => boolean | undefined;
  /**
   * Who all of the statements are true of and none of the rules matches, worked out within the first alone, whatever the
   * size of the decision; undefined where that does not say.
   */
  readonly remains: (base: readonly Formula[], before: readonly Row[]) => Remains | undefined;
}

/** Nodes of the diagrams near one rule; after so many failures they are not tried again. */
const [nearNodes, failuresMax] = [3_000, 12];

/** Opens it: samples near every rule's own applicants, one solver for all moments. */
export function openShop({ space, model, budget }: Prover, statements: readonly DecisionStatements[]): Shop {
  const { formulas } = space;
  const questions = questionsOf(statements);
  const solver = makeSolver(space, questions, budget);
  let failures = budget.nodes <= 0 ? failuresMax : 0;
  const isSimple = (of: Formula): boolean => formulas.weight(of) <= 200 && !formulas.compares(of);
  const remains: Shop["remains"] = (base, before) => {
    if (failures >= failuresMax || !base.every(isSimple)) return undefined;
    const diagrams = makeDiagrams(formulas, solver.diagrams.order, nearNodes);
    try {
      let whole = base.reduce((sofar, of) => diagrams.and(sofar, diagrams.of(of)), 1);
      let left = false;
      for (const { truths } of before) {
        if (whole === never) break;
        if (isSimple(truths.yes)) whole = diagrams.and(whole, diagrams.not(diagrams.of(truths.yes)));
        else left = true;
      }
      if (whole === never) return { kind: "nobody" };
      const assignment = left ? undefined : mostOrdinary(diagrams, whole);
      return assignment === undefined ? undefined : { kind: "somebody", diagrams, whole, formulas: [...base, ...before.map(({ truths }) => truths.yes)], assignment };
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
      failures += 1;
      return undefined;
    }
  };
  const seeds = statements.flatMap((each) => [...each.rules.map(({ fires }) => [fires]), ...equalPairs(each).slice(0, 3_000).map(([one, two]) => [one.fires, two.fires])]);
  const near = seeds.flatMap((base) => {
    const found = remains(base, []);
    if (found !== undefined) return found.kind === "somebody" ? [found.assignment] : [];
    return base.length > 1 ? [] : (solver.someone(base[0] ?? 0) ?? []);
  });
  const samples = makeSamples(space, questions, near);
  return { space, model, solver, samples, exists: (question) => (samples.any(question) ? true : solver.somebody(question)), remains };
}
