// Edge cases of json-rules-engine that its own tests leave out, each by name; the package is the judge of all of them.
import { Engine } from "json-rules-engine";
import { describe, expect, test } from "vitest";
import { checkCompilable, compileRules, missing, type Condition } from "../../src/policy/index.ts";
import { judge } from "./judge.ts";
import { typedFacts, typedLayout } from "./random-rules.ts";

type Found = "fired" | "not fired" | "failed" | "open";

/** What the compiled rule says of outside facts, by name. */
function compiled(conditions: unknown, facts: Readonly<Record<string, unknown>>, named: Readonly<Record<string, Condition>> = {}): Found {
  const outside = [...new Set([...Object.keys(facts), "a", "b"])];
  const rules = compileRules({ rules: [{ name: "rule", conditions: conditions as Condition }], named, layout: typedLayout, known: new Map(), outside });
  const judged = { fired: new Int32Array(1), open: new Int32Array(1), failed: new Int32Array(1) };
  const row = new Float64Array(typedLayout.size).fill(NaN);
  rules.judge(row, outside.map((name) => (Object.hasOwn(facts, name) ? facts[name] : missing)), judged);
  if (judged.failed[0] === 1) return "failed";
  if (judged.open[0] === 1) return "open";
  return judged.fired[0] === 1 ? "fired" : "not fired";
}

async function agree(conditions: unknown, facts: Readonly<Record<string, unknown>>, expected: Found, named: Readonly<Record<string, Condition>> = {}): Promise<void> {
  const given = { rules: [{ name: "rule", priority: 1, conditions: conditions as Condition }], named };
  const { verdicts, rejected } = await judge(given, facts);
  expect(verdicts).toEqual([expected]);
  expect(rejected).toBe(expected === "failed" ? "TypeError" : undefined);
  expect(compiled(conditions, facts, named)).toBe(expected);
}

const is = (fact: string, operator: string, value: unknown, more: Readonly<Record<string, unknown>> = {}) => ({ fact, operator, value, ...more });
const yes = is("a", "equal", 1);
const no = is("a", "equal", 2);
const throws = is("b", "in", { fact: "a" });

describe("boolean nodes", () => {
  test("an empty `all` holds", () => agree({ all: [] }, {}, "fired"));
  test("an empty `any` holds, too", () => agree({ any: [] }, {}, "fired"));
  test("an empty `any` holds inside another", () => agree({ any: [{ any: [] }, no] }, { a: 1 }, "fired"));
  test("not an empty `any` does not hold", () => agree({ not: { any: [] } }, {}, "not fired"));
  test("a single child decides alone", () => agree({ any: [no] }, { a: 1 }, "not fired"));
  test("of several boolean keys `any` is read first", () => agree({ any: [no], all: [yes], not: no }, { a: 1 }, "not fired"));
  test("of `all` and `not`, `all` is read", () => agree({ all: [{ all: [yes], not: yes }, yes] }, { a: 1 }, "fired"));
  test("below the root a reference is read before `all`", () => agree({ all: [{ condition: "never", all: [] }, yes] }, { a: 1 }, "not fired", { never: { all: [no] } }));
  test("at the root `all` is read before a reference", () => agree({ condition: "never", all: [] }, { a: 1 }, "fired", { never: { all: [no] } }));
  test("a named condition may stand for another", () => agree({ condition: "second" }, { a: 1 }, "fired", { first: { all: [yes] }, second: { condition: "first" } }));
});

describe("errors and order", () => {
  const rank = (condition: object, priority: unknown) => ({ ...condition, priority });
  const facts = { a: 1, b: 1 };
  test("what throws beside what decides still throws", () => agree({ any: [yes, throws] }, facts, "failed"));
  test("what throws behind a higher priority that decides is not reached", () => agree({ any: [rank(yes, 2), throws] }, facts, "fired"));
  test("what throws behind a higher priority that does not decide throws", () => agree({ any: [rank(no, 2), throws] }, facts, "failed"));
  test("the same for `all`", () => agree({ all: [rank(no, 2), throws] }, facts, "not fired"));
  test("a leaf's priority may be a text", () => agree({ all: [rank(no, "7"), throws] }, facts, "not fired"));
  test("a leaf's priority may be broken", () => agree({ all: [rank(no, 2.5), rank(throws, 2)] }, facts, "not fired"));
  test("a boolean node's priority is cut to a whole number", () => agree({ all: [rank({ all: [no, no] }, 2.5), rank(throws, 2)] }, facts, "failed"));
  test("a leaf's negative priority comes last", () => agree({ all: [no, rank(throws, -5)] }, facts, "not fired"));
  test("a priority of 0 is 1", () => agree({ all: [rank(no, 0), throws] }, facts, "failed"));
  test("behind an open higher priority an error is not certain", () => {
    expect(compiled({ any: [rank(is("c", "equal", 1), 2), throws] }, { a: 1, b: 1, c: missing })).toBe("open");
  });
  test("rules of lower priority still run after an error", async () => {
    const engine = new Engine();
    const seen: string[] = [];
    engine.addRule({ conditions: { all: [throws] }, event: { type: "first" }, priority: 2 });
    engine.addRule({ conditions: { all: [yes] }, event: { type: "second" }, priority: 1, onSuccess: (event) => void seen.push(event.type) });
    await expect(engine.run(facts)).rejects.toThrow(TypeError);
    await new Promise((resolve) => setImmediate(resolve));
    expect(seen).toEqual(["second"]);
  });
});

describe("operators on values nobody expects", () => {
  const cases: readonly (readonly [string, unknown, string, unknown, Found])[] = [
    ["a text that starts like a number is a number", "5abc", "lessThan", "6", "fired"],
    ["but compares false with one", "5abc", "lessThan", 6, "not fired"],
    ["two texts compare as texts", "10", "lessThan", "9", "fired"],
    ["a text and a number compare as numbers", "10", "lessThan", 9, "not fired"],
    ["a list of one number is a number", [5], "greaterThanInclusive", 5, "fired"],
    ["a hexadecimal text passes as 0 and compares as 16", "0x10", "greaterThan", 5, "fired"],
    ["dates compare as texts", "2024-01-01", "lessThan", "2024-06-01", "fired"],
    ["null is no number", null, "lessThan", 5, "not fired"],
    ["nor is true", true, "greaterThan", 0, "not fired"],
    ["the value's side may be null", 5, "greaterThanInclusive", null, "fired"],
    ["the value's side may be empty", 5, "greaterThanInclusive", "", "fired"],
    ["infinity is a number", Infinity, "greaterThan", 1e308, "fired"],
    ["NaN is equal to nothing", NaN, "equal", NaN, "not fired"],
    ["NaN differs from itself", NaN, "notEqual", NaN, "fired"],
    ["0 is equal to -0", 0, "equal", -0, "fired"],
    ["a list is equal to no other list", [], "equal", [], "not fired"],
    ["`in` a text looks for a part of it", 1, "in", "123", "fired"],
    ["`in` a text takes undefined for a word", undefined, "in", "undefined!", "fired"],
    ["`notIn` a text", "x", "notIn", "abc", "fired"],
    ["NaN is in no list", NaN, "in", [NaN], "not fired"],
    ["undefined is in a list of it", undefined, "in", [undefined], "fired"],
    ["a text contains nothing", "abc", "contains", "a", "not fired"],
    ["nor does it lack anything", "abc", "doesNotContain", "z", "not fired"],
    ["every item of an empty list", [], "everyFact:equal", 1, "fired"],
    ["some item of an empty list", [], "someFact:equal", 1, "not fired"],
    ["every item of what is no list", 1, "everyFact:equal", 1, "not fired"],
    ["not every item of what is no list", 1, "not:everyFact:equal", 2, "fired"],
    ["not more than a word", "abc", "not:greaterThan", 1, "fired"],
    ["every value of an empty list", 1, "everyValue:equal", [], "fired"],
    ["swapped, the value is checked for being a number", 5, "swap:lessThan", "abc", "not fired"],
    ["three decorators", [[1, 2], [3]], "not:everyFact:someFact:equal", 3, "fired"],
    ["decorators apply from right to left", [1, 2], "someFact:not:equal", 1, "fired"],
  ];
  test.each(cases)("%s", (_name, fact, operator, value, expected) => agree({ all: [is("a", operator, value)] }, { a: fact }, expected));
});

describe("paths", () => {
  const facts = { a: { b: [10, { c: null }], length: 3 }, b: [1, 2, 3] };
  const at = (fact: string, path: string, operator: string, value: unknown) => ({ all: [is(fact, operator, value, { path })] });
  test("a path of keys and indices", () => agree(at("a", "$.b[0]", "equal", 10), facts, "fired"));
  test("a path without the root", () => agree(at("a", "b[1].c", "equal", null), facts, "fired"));
  test("quoted keys", () => agree(at("a", "$['b'][0]", "equal", 10), facts, "fired"));
  test("the length of a list", () => agree(at("b", "$.length", "equal", 3), facts, "fired"));
  test("a path that leads nowhere is undefined", () => agree(at("a", "$.x.y", "equal", undefined), facts, "fired"));
  test("a path into what is no object gives the fact itself", () => agree(at("a", "$.x", "equal", 5), { a: 5 }, "fired"));
  test("inherited keys are not followed", () => agree(at("a", "$.toString", "equal", undefined), facts, "fired"));
  test("the path of a value", () => agree({ all: [is("b", "contains", { fact: "a", path: "$.length" })] }, facts, "fired"));
});

test("engines shared by runs at the same time skip rules in silence, so every run has its own", async () => {
  const engine = new Engine();
  // Of one run's rules the slow one is decided late; the other run finishes first and stops both.
  engine.addFact("slow", (_params, almanac) => almanac.factValue<number>("wait").then((wait) => new Promise((resolve) => setTimeout(() => resolve(1), wait))));
  engine.addRule({ conditions: { all: [is("slow", "equal", 1)] }, event: { type: "high" }, priority: 2 });
  engine.addRule({ conditions: { all: [is("slow", "equal", 1)] }, event: { type: "low" }, priority: 1 });
  const [quick, slow] = await Promise.all([engine.run({ wait: 0 }), engine.run({ wait: 30 })]);
  expect(quick.events.map((event) => event.type)).toEqual(["high", "low"]);
  expect(slow.events.map((event) => event.type)).toEqual(["high"]);
});

describe("what cannot be compiled is refused by name", () => {
  const dictionary = { facts: new Map(typedFacts.map((fact) => [fact.name, fact])) };
  const refusals = (conditions: unknown, named: Readonly<Record<string, unknown>> = {}) =>
    checkCompilable({ conditions: conditions as Condition, named: named as Readonly<Record<string, Condition>>, dictionary }).map((found) => [found.code, found.message.en]);
  const cases: readonly (readonly [string, unknown, RegExp])[] = [
    ["a wildcard", { all: [is("typed.score", "equal", 1, { path: "$.a[*]" })] }, /path `\$\.a\[\*\]`/u],
    ["a filter", { all: [is("typed.score", "equal", 1, { path: "$.a[?(@.b)]" })] }, /the path/u],
    ["a slice", { all: [is("typed.score", "equal", 1, { path: "$.a[0:2]" })] }, /the path/u],
    ["a descent", { all: [is("typed.score", "equal", 1, { path: "$..a" })] }, /the path/u],
    ["params of a fact", { all: [is("typed.score", "equal", 1, { params: { id: 1 } })] }, /params/u],
    ["params of a value", { all: [is("typed.score", "equal", { fact: "typed.amount", params: {} })] }, /params/u],
    ["a custom operator", { all: [is("typed.score", "startsWith", 1)] }, /unknown operator `startsWith`/u],
    ["a custom decorator", { all: [is("typed.score", "twice:equal", 1)] }, /unknown operator `twice:equal`/u],
    ["an unknown fact", { all: [is("typed.none", "equal", 1)] }, /unknown fact `typed\.none`/u],
    ["`in` a number, which always throws", { all: [is("typed.score", "in", 5)] }, /`in` cannot be applied to `5`/u],
    ["`in` a fact that is a number", { all: [is("typed.score", "in", { fact: "typed.amount" })] }, /`in` cannot be applied/u],
    ["`someValue` of what is no list", { all: [is("typed.score", "someValue:equal", "x")] }, /cannot be applied/u],
    ["a reference to nothing", { condition: "nobody" }, /no condition is named `nobody`/u],
    ["a priority that is no number", { all: [is("typed.score", "equal", 1, { priority: "high" }), is("typed.score", "equal", 2)] }, /priority/u],
  ];
  test.each(cases)("%s", (_name, conditions, words) => {
    expect(refusals(conditions)).toEqual([["cannot-compile", expect.stringMatching(words)]]);
    expect(() => compileRules({ rules: [{ name: "rule", conditions: conditions as Condition }], named: {}, layout: typedLayout, known: new Map() })).toThrow(words);
  });
  test("conditions that lead back to themselves", () => {
    expect(refusals({ condition: "a" }, { a: { all: [{ condition: "b" }] }, b: { not: { condition: "a" } } })).toEqual([["cannot-compile", expect.stringMatching(/leads back/u)]]);
  });
  test("conditions that grow without measure", () => {
    const named = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`c${index}`, { all: [{ condition: `c${index + 1}` }, { condition: `c${index + 1}` }] }]));
    expect(refusals({ condition: "c0" }, { ...named, c40: { all: [is("typed.score", "equal", 1)] } })).toEqual([["cannot-compile", expect.stringMatching(/grow too large/u)]]);
  });
  test("every refusal of a condition is reported, at its place", () => {
    const found = checkCompilable({ conditions: { all: [is("typed.score", "in", 5), { not: is("typed.none", "equal", 1) }] } as Condition, named: {}, dictionary });
    expect(found).toHaveLength(2);
  });
  test("what throws where it is never reached is compiled", async () => {
    const conditions = { any: [{ all: [], priority: 2 }, is("a", "in", 5)] };
    await agree(conditions, { a: 1 }, "fired");
    expect(refusals({ all: [is("typed.score", "someFact:in", 5)] })).toEqual([]);
  });
  test("an asynchronous fact is never guessed at", () => {
    expect(() => compiled({ all: [yes] }, { a: () => 1 })).toThrow("function");
    expect(() => compiled({ all: [yes] }, { a: Promise.resolve(1) })).toThrow("promise");
  });
});
