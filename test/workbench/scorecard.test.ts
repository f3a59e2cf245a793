// A scorecard in force and the examples of rules: the score is worked out where an example names none.
import { expect, test } from "vitest";
import { decisionNames, policyChanges, type Policy } from "../../src/policy/index.ts";
import { decideOne } from "../../src/workbench/decide-one.ts";
import { runExample } from "../../src/workbench/run-examples.ts";
import { policy } from "../simulation/world.ts";

const silent = policy("silent-auto-enrolment");

function inForce(): Policy {
  if (silent.scorecard === undefined) throw new Error("the shipped policy has a scorecard");
  return { ...silent, scorecard: { ...silent.scorecard, status: "in-force" } };
}

const points = (facts: Readonly<Record<string, number | null>>, own: Policy = inForce()): unknown =>
  decideOne(own, { decision: "limit", moment: "booking", facts }).facts["score.points"];

test("the score is that of the facts at hand, unless they name one; a draft is not used", () => {
  const typical = Number(points({}));
  expect(typical).not.toBe(660);
  // The typical customer pays 96 % on time, worth 0 points; under 85 % it is −70, from 99 % on 50.
  expect(points({ "payment.onTimeShareBps": 8000 })).toBe(typical - 70);
  expect(points({ "payment.onTimeShareBps": 9900 })).toBe(typical + 50);
  expect(points({ "payment.onTimeShareBps": 8000, "score.points": 701 })).toBe(701);
  expect(points({ "payment.onTimeShareBps": 8000 }, silent)).toBe(660);
});

test("a fact without which there is no score leaves none", () => {
  const own = inForce();
  const [first, ...others] = own.scorecard?.characteristics ?? [];
  if (first === undefined || own.scorecard === undefined) throw new Error("the scorecard has characteristics");
  const strict: Policy = { ...own, scorecard: { ...own.scorecard, characteristics: [{ ...first, missing: "no-score" }, ...others] } };
  expect(points({ [first.fact]: null }, strict)).toBeUndefined();
  expect(decideOne(strict, { decision: "limit", moment: "booking", facts: { [first.fact]: null } }).outcome.undecided).toBe(true);
});

test("json-rules-engine and the compiled rules agree on every example with a scorecard in force", async () => {
  const own = inForce();
  let ran = 0;
  for (const decision of decisionNames)
    for (const example of own.decisions[decision].examples) {
      await runExample(own, decision, example); // throws where the two disagree
      ran++;
    }
  expect(ran).toBeGreaterThan(50);
});

test("a changed bin is a change of the policy, told by its fact and band", () => {
  const own = inForce();
  const [first, ...others] = own.scorecard?.characteristics ?? [];
  if (first === undefined || own.scorecard === undefined) throw new Error("the scorecard has characteristics");
  const bins = first.bins.map((bin, index) => (index === 0 ? { ...bin, points: -90 } : bin));
  const after: Policy = { ...own, scorecard: { ...own.scorecard, characteristics: [{ ...first, bins }, ...others] } };
  expect(policyChanges(own, after).map(({ part, name, text }) => [part, name, text.en])).toEqual([["scorecard", "payment.onTimeShareBps …–8500", "-70 → -90"]]);
  expect(policyChanges(silent, own).map(({ part, name }) => [part, name])).toEqual([["scorecard", "status"]]);
});
