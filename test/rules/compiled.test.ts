import { describe, expect, test } from "vitest";
import { encodeFact, layoutFacts, typicalRow } from "../../src/facts/index.ts";
import { compileDecision, decisionNames, readOutcome } from "../../src/policy/index.ts";
import type { DecisionName, Example, Policy } from "../../src/policy/index.ts";
import { readWhole } from "./read-policies.ts";
import { folders } from "./written.ts";

function decideCompiled(policy: Policy, decision: DecisionName, { moment, facts }: Example) {
  const layout = layoutFacts(policy.dictionary);
  const compiled = compileDecision({ policy, decision, moment, layout, known: new Map() });
  const row = typicalRow(layout);
  for (const [name, value] of Object.entries({ ...facts, "request.moment": moment })) {
    const fact = policy.dictionary.facts.get(name);
    if (fact === undefined) throw new Error(`no fact ${name}`);
    row[layout.slot(name)] = encodeFact(fact, value);
  }
  const outcome = compiled.newOutcome();
  compiled.decide(row, outcome);
  return readOutcome(compiled, outcome);
}

for (const name of Object.keys(folders)) {
  const policy = readWhole(name);
  for (const decision of decisionNames) {
    describe(`${name}, ${decision}, compiled`, () => {
      test.each(policy.decisions[decision].examples)("$name", (example) => {
        const { type, events, because, undecided, ...params } = example.expect;
        const decided = decideCompiled(policy, decision, example);
        expect(decided.types.length === 0 ? ["no-action"] : decided.types.toSorted()).toEqual(Array.isArray(events) ? events.map(String).toSorted() : [type]);
        expect(decided).toMatchObject({ because, undecided: undecided === true, conflict: false });
        // A monitoring outcome names its params with their event, `remind.channel`; an example says `channel`.
        const bare = Object.fromEntries(Object.entries(decided.params).map(([key, value]) => [key.replace(/^.*\./, ""), value]));
        expect(bare).toMatchObject(params);
      });
    });
  }
}
