import * as fc from "fast-check";
import { expect, test } from "vitest";
import { encodeFact, layoutFacts } from "../../src/facts/index.ts";
import { decisionNames, deriveFacts } from "../../src/policy/index.ts";
import type { DecisionName, Policy } from "../../src/policy/index.ts";
import { known, makeDecider, makeSolver, makeSpace, modelPolicy } from "../../src/proof/index.ts";
import { randomDecision } from "../reference/random-policies.ts";
import type { RandomDecision } from "../reference/random-policies.ts";

const reason = { code: "", file: { en: "", zh: "" }, customer: { en: "", zh: "" } };

/** What the compiled decision says of each row must be what the model allows, and all it allows where nothing is left open. */
function disagreements({ policy: bare, decision, moment, rows }: RandomDecision): { readonly wrong: readonly string[]; readonly sure: number } {
  const nothing = { type: "no-action" };
  const empty = decisionNames.map((name) => [name, { decision: name, combine: {}, exclusive: [], otherwise: {}, onMissing: nothing, conditions: {}, rules: [], examples: [], file: name }]);
  const decisions = { ...Object.fromEntries(empty), ...bare.decisions };
  const policy: Policy = { ...bare, decisions, reasons: new Map(["young", "poor", "none", "no-tier"].map((code) => [code, reason])), arrangements: {} };
  const space = makeSpace();
  const { formulas } = space;
  const model = modelPolicy(policy, space).outcome({ decision, moment });
  const decider = makeDecider(policy, decision, moment);
  const layout = layoutFacts(policy.dictionary);
  const wrong: string[] = [];
  let sure = 0;
  for (const facts of rows) {
    const all = deriveFacts(policy, { ...facts, "request.moment": moment });
    const row = Float64Array.from(policy.dictionary.facts.values(), (definition) => encodeFact(definition, all[definition.name]));
    const said = decider.say(decider.decide(row));
    const point = space.variables.flatMap((variable) => {
      const definition = variable.kind === "fact" ? space.definition(variable) : undefined;
      if (definition === undefined) return [];
      const value = row[layout.slot(definition.name)] ?? NaN;
      if (Number.isNaN(value)) return [formulas.not(formulas.atLeast(variable, variable.lowest))];
      const whole = Math.round(value * variable.scale);
      return [formulas.atLeast(variable, whole), formulas.not(formulas.atLeast(variable, whole + 1))];
    });
    const fields = [...model.fields].map(([name, field]) => {
      const value = said.get(name) ?? NaN;
      if (Number.isNaN(value)) return formulas.not(field.present);
      return field.kind === "codes" ? field.is(value) : formulas.all([field.atLeast(known(value)), formulas.not(field.above(known(value)))]);
    });
    const same = formulas.all(fields);
    const solver = makeSolver(space, [same, ...point], { nodes: 100_000, conflicts: 10_000 });
    if (solver.ask(formulas.all([...point, same])).kind !== "somebody") {
      const names = [...model.fields.keys()].filter((_, index) => solver.ask(formulas.all([...point, fields[index] ?? 0])).kind !== "somebody");
      wrong.push(`${JSON.stringify(facts)} says ${JSON.stringify([...said])}; not: ${names.join()}`);
    }
    if (space.variables.some(({ why }) => why !== undefined)) continue;
    sure += 1;
    if (solver.ask(formulas.all([...point, formulas.not(same)])).kind !== "nobody") wrong.push(`${JSON.stringify(facts)} may say more`);
  }
  return { wrong, sure };
}

test.each(decisionNames.map((name) => [name] as const))("what the model of %s allows is what the compiled decision says, missing facts included", (decision: DecisionName) => {
  let sure = 0;
  fc.assert(
    fc.property(randomDecision(decision), (made) => {
      const found = disagreements(made);
      sure += found.sure;
      expect(found.wrong).toEqual([]);
    }),
    { numRuns: 150, seed: 7 },
  );
  expect(sure).toBeGreaterThan(100);
});
