import * as fc from "fast-check";
import { expect, test } from "vitest";
import { makeSat } from "../../src/proof/index.ts";

const literal = fc.tuple(fc.integer({ min: 1, max: 8 }), fc.boolean()).map(([variable, sign]) => (sign ? variable : -variable));
const clauses = fc.array(fc.array(literal, { minLength: 1, maxLength: 4 }), { maxLength: 40 });

function holds(list: readonly (readonly number[])[], value: (variable: number) => boolean): boolean {
  return list.every((clause) => clause.some((each) => value(Math.abs(each)) === each > 0));
}

function anyModel(list: readonly (readonly number[])[], assumed: readonly number[]): boolean {
  return Array.from({ length: 256 }, (_, bits) => bits).some((bits) => holds([...list, ...assumed.map((each) => [each])], (variable) => ((bits >> (variable - 1)) & 1) === 1));
}

test("the search finds a model where one exists, whatever is assumed and however often it is asked", () => {
  fc.assert(
    fc.property(clauses, fc.array(fc.array(literal, { maxLength: 4 }), { minLength: 1, maxLength: 4 }), (list, questions) => {
      const sat = makeSat();
      for (let variable = 1; variable <= 8; variable += 1) sat.variable();
      for (const clause of list) sat.clause(clause);
      for (const assumed of questions) {
        const exists = anyModel(list, assumed);
        expect(sat.solve(assumed, 10_000)).toBe(exists ? "satisfiable" : "unsatisfiable");
        if (exists) expect(holds([...list, ...assumed.map((each) => [each])], (variable) => sat.value(variable))).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
});
