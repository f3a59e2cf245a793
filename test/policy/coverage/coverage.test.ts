import fc from "fast-check";
import { expect, test } from "vitest";
import { collectRule, decisionNames, exampleCases, measureCoverage, moments, ruleTree, suggestExamples } from "../../../src/policy/index.ts";
import type { Condition, Policy, RuleFile } from "../../../src/policy/index.ts";
import { readWhole } from "../../rules/read-policies.ts";
import { shipped } from "../../rules/written.ts";

const leaf = (fact: string): Condition => ({ fact, operator: "equal", value: true });
const [a, b, c] = [leaf("a"), leaf("b"), leaf("c")];

/** What truths of the comparisons, written TFT, show of a condition. */
function shown(condition: Condition, cases: readonly string[], named: Readonly<Record<string, Condition>> = {}) {
  const collector = collectRule(ruleTree(condition, "/rules/0/conditions", named));
  for (const one of cases) collector.add(one, Uint8Array.from(one, (letter) => (letter === "T" ? 1 : letter === "F" ? 0 : 2)));
  return collector.record();
}

test("(a and b) or c: the four cases of the textbook show each condition by a pair of its own", () => {
  // Hayhurst, Veerhusen, Chilenski, Rierson, NASA/TM-2001-210876: n + 1 cases are enough for n conditions.
  const { leaves } = shown({ any: [{ all: [a, b] }, c] } as Condition, ["TTF", "FTF", "TFF", "TFT"]);
  expect(leaves.map((one) => one.shown)).toEqual(["unique", "unique", "unique"]);
  expect(leaves.map((one) => one.pair)).toEqual([["TTF", "FTF"], ["TTF", "TFF"], ["TFT", "TFF"]]);
});

test("(a and b) or c: where only c varies with a false, a and b stay unshown", () => {
  const { leaves } = shown({ any: [{ all: [a, b] }, c] } as Condition, ["FTF", "FTT", "TTT"]);
  expect(leaves.map((one) => one.shown)).toEqual(["none", "none", "unique"]);
});

test("a and (b or c): decision and condition coverage without MC/DC is told apart", () => {
  const { leaves, fired, notFired } = shown({ all: [a, { any: [b, c] }] } as Condition, ["TTT", "FFF"]);
  expect([fired, notFired]).toEqual([1, 1]);
  expect(leaves.map(({ isTrue, isFalse }) => [isTrue, isFalse])).toEqual([[1, 1], [1, 1], [1, 1]]);
  // TTT against FFF: neither b nor c decides where both are true, and a decides nothing where both are false.
  expect(leaves.map((one) => one.shown)).toEqual(["none", "none", "none"]);
});

test("coupled conditions are shown by masking where no pair can differ in one alone", () => {
  // (a and b) or (not a and c): a occurs twice, so no pair differs in one occurrence only.
  const condition = { any: [{ all: [a, b] }, { all: [{ not: a }, c] }] } as Condition;
  const { leaves } = shown(condition, ["TTTF", "FTFF", "TFTF", "FFFT", "TFTT"]);
  expect(leaves.map((one) => one.shown)).toEqual(["masking", "unique", "masking", "masking"]);
});

test("a missing fact neither shows its condition nor hides another", () => {
  const condition = { any: [a, b] } as Condition;
  expect(shown(condition, ["T?", "F?"]).leaves[0]?.shown).toBe("none");
  expect(shown(condition, ["T?", "F?"])).toMatchObject({ fired: 1, notFired: 0, open: 1 });
  expect(shown({ all: [a, { any: [b, c] }] } as Condition, ["TT?", "FT?"]).leaves[0]?.shown).toBe("unique");
});

test("a named condition counts in every rule that refers to it", () => {
  const tree = ruleTree({ all: [a, { condition: "both" }] } as Condition, "/rules/3/conditions", { both: { all: [b, c] } });
  expect(tree.leaves.map(({ pointer }) => pointer)).toEqual(["/rules/3/conditions/all/0", "/conditions/both/all/0", "/conditions/both/all/1"]);
});

test("MC/DC by pairs is what its definition says, for every small tree and set of cases", () => {
  const { tree } = fc.letrec<{ tree: Condition }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom("p", "q", "r").map(leaf),
      fc.record({ all: fc.array(tie("tree"), { minLength: 1, maxLength: 3 }) }),
      fc.record({ any: fc.array(tie("tree"), { minLength: 1, maxLength: 3 }) }),
      fc.record({ not: tie("tree") }),
    ) as fc.Arbitrary<Condition>,
  }));
  const value = (node: Condition, next: () => boolean): boolean => {
    if ("all" in node) return node.all.map((part) => value(part, next)).every(Boolean);
    if ("any" in node) return node.any.map((part) => value(part, next)).some(Boolean);
    if ("not" in node) return !value(node.not, next);
    return next();
  };
  const outcome = (node: Condition, word: string): boolean => {
    let at = 0;
    return value(node, () => word[at++] === "T");
  };
  fc.assert(
    fc.property(tree, fc.array(fc.array(fc.boolean(), { minLength: 27, maxLength: 27 }), { minLength: 1, maxLength: 8 }), (condition, drawn) => {
      const { leaves } = ruleTree(condition, "", {});
      const words = drawn.map((truths) => truths.slice(0, leaves.length).map((truth) => (truth ? "T" : "F")).join(""));
      const record = shown(condition, words);
      expect(record.fired).toBe(words.filter((word) => outcome(condition, word)).length);
      leaves.forEach((_, index) => {
        const flip = (word: string): string => word.slice(0, index) + (word[index] === "T" ? "F" : "T") + word.slice(index + 1);
        const decides = words.filter((word) => outcome(condition, word) !== outcome(condition, flip(word)));
        const unique = decides.some((word) => words.includes(flip(word)));
        const masking = ["T", "F"].every((letter) => decides.some((word) => word[index] === letter));
        expect(record.leaves[index]?.shown).toBe(unique ? "unique" : masking ? "masking" : "none");
      });
    }),
  );
});

/** A policy with other examples in one decision. */
function withExamples(policy: Policy, decision: (typeof decisionNames)[number], examples: RuleFile["examples"]): Policy {
  return { ...policy, decisions: { ...policy.decisions, [decision]: { ...policy.decisions[decision], examples } } };
}

test.each(shipped)("what is suggested for %s closes every gap but those it names", (name) => {
  const policy = readWhole(name);
  for (const decision of decisionNames) {
    const { examples, unreached } = suggestExamples({ policy, decision });
    const added = examples.map(({ title, moment, facts, expect: expected }) => ({ name: title.en, moment, facts, expect: expected }));
    const more = withExamples(policy, decision, [...policy.decisions[decision].examples, ...added]);
    const after = measureCoverage({ policy: more, decision, cases: exampleCases({ policy: more, decision }) });
    expect(unreached, decision).toEqual([]);
    expect(after.mcdc.covered, decision).toBe(after.mcdc.of);
    expect(after.conditionOutcomes.covered, decision).toBe(after.conditionOutcomes.of);
    expect(after.ruleOutcomes.covered, decision).toBe(after.ruleOutcomes.of);
    expect(new Set(more.decisions[decision].examples.map((one) => one.name)).size).toBe(more.decisions[decision].examples.length);
  }
});

test("without any example everything is suggested from the typical applicant", () => {
  const policy = withExamples(readWhole("consent-first"), "enrolment", []);
  const before = measureCoverage({ policy, decision: "enrolment", cases: exampleCases({ policy, decision: "enrolment" }) });
  expect(before.mcdc.covered).toBe(0);
  const { examples, unreached } = suggestExamples({ policy, decision: "enrolment" });
  expect(unreached).toEqual([]);
  expect(examples.length).toBeGreaterThan(10);
  expect(examples.every(({ moment }) => (moments.enrolment as readonly string[]).includes(moment))).toBe(true);
});

test("a comparison that the decision's moments settle is not asked for", () => {
  const policy = readWhole("consent-first");
  const coverage = measureCoverage({ policy, decision: "closure", cases: exampleCases({ policy, decision: "closure" }) });
  const settled = coverage.rules.flatMap(({ conditions }) => conditions).filter(({ constant }) => constant);
  expect(settled.map(({ text }) => text.en)).toEqual(["moment = request"]);
});

test("a rule of the largest size is measured at once", () => {
  const size = 9_000;
  const collector = collectRule(ruleTree({ any: Array.from({ length: size }, (_, index) => leaf(`f${index}`)) }, "", {}));
  for (let index = -1; index < 300; index += 1) collector.add(`case ${index}`, Uint8Array.from({ length: size }, (_, at) => (at === index ? 1 : 0)));
  const { leaves } = collector.record();
  expect(leaves.filter(({ shown: how }) => how === "unique").length).toBe(300);
  expect(leaves[7]?.pair).toEqual(["case 7", "case -1"]);
});
