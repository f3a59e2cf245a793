import { expect, test } from "vitest";
import { growth, proportionate } from "../growth.ts";
import { z } from "zod";
import { checkShape, readJson, refuse } from "../../src/base/index.ts";

const leaf = z.strictObject({
  fact: z.string(),
  operator: z.enum(["equal", "greaterThan", "lessThan"]),
  value: z.unknown(),
  path: z.string().optional(),
});
const condition: z.ZodType = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(condition), priority: z.int().optional() }),
    z.strictObject({ any: z.array(condition) }),
    z.strictObject({ not: condition }),
    z.strictObject({ condition: z.string() }),
    leaf,
  ]),
);
const amount = z.union([
  z.number(),
  z.boolean(),
  z.array(z.number()),
  z.strictObject({ fact: z.string() }),
]);
const schema = z.strictObject({
  name: z.string().min(1),
  size: z.int().min(0).max(10).default(1),
  share: z.number().multipleOf(5).optional(),
  day: z.iso.date().optional(),
  when: condition.optional(),
  params: z.record(z.string().regex(/^[a-z]+$/), amount).optional(),
  moments: z.partialRecord(z.enum(["booking", "review"]), z.string()).optional(),
  layer: z
    .union([
      z.strictObject({ first: z.number(), bearer: z.string() }),
      z.strictObject({ rest: z.number() }),
    ])
    .optional(),
  kind: z
    .discriminatedUnion("type", [
      z.strictObject({ type: z.literal("a"), x: z.number() }),
      z.strictObject({ type: z.literal("b") }),
    ])
    .optional(),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
  pair: z.array(z.string()).min(2).max(2).optional(),
  words: z
    .array(z.string())
    .superRefine((words, context) => {
      for (const [i, word] of words.entries()) {
        if (word !== "bad") continue;
        context.addIssue(
          refuse({
            code: "bad-word",
            message: { en: "`bad` is no good word", zh: "`bad` 不是好词" },
            path: [i],
          }),
        );
      }
    })
    .optional(),
});

function check(value: unknown): readonly string[] {
  const text = typeof value === "string" ? value : JSON.stringify(value, null, 1);
  const document = readJson(text, "x.json");
  const { diagnostics } = checkShape(schema, document);
  for (const { message, hint, place } of diagnostics) {
    expect(message.en).toMatch(/^[^A-Z].*[^.]$/s);
    expect(message.zh + (hint?.zh ?? "")).toMatch(/\p{Script=Han}/u);
    expect(place?.frame).toMatch(/\^/);
  }
  return diagnostics.map(
    ({ code, message, place }) => `${place?.pointer ?? ""} ${code}: ${message.en}`,
  );
}

test("a value that fits comes back parsed, defaults filled in", () => {
  const document = readJson('{"name": "n"}', "x.json");
  expect(checkShape(schema, document)).toEqual({ value: { name: "n", size: 1 }, diagnostics: [] });
  expect(checkShape(z.string(), document, "/name")).toEqual({ value: "n", diagnostics: [] });
});

test("each mistake is one finding, all at once, in the order of the text", () => {
  expect(check({ size: 1.5, name: "", share: 7, day: "2026-02-30", zzzzz: 1 })).toEqual([
    "/size wrong-type: expected a whole number, found `1.5`",
    "/name out-of-range: must not be empty",
    "/share out-of-range: `7` is not a multiple of 5",
    "/day wrong-format: `2026-02-30` is not in the form expected here",
    "/zzzzz unknown-key: unknown key `zzzzz`",
  ]);
});

test("a number outside its range names the bound", () => {
  expect(check({ name: "n", size: -1 })).toEqual([
    "/size out-of-range: must be at least 0, is `-1`",
  ]);
  expect(check({ name: "n", size: 11 })).toEqual([
    "/size out-of-range: must be at most 10, is `11`",
  ]);
  expect(check({ name: "n", pair: ["x"] })).toEqual([
    "/pair out-of-range: must have at least 2 items, has 1",
  ]);
});

test("a misspelt key is one finding with a guess, not a missing and an unknown one", () => {
  expect(check({ nmae: "n" })).toEqual([
    "/nmae unknown-key: unknown key `nmae`; did you mean `name`?",
  ]);
  expect(check({ name: "n", moments: { bokking: "x" } })).toEqual([
    "/moments/bokking unknown-key: unknown key `bokking`; did you mean `booking`?",
  ]);
});

test("a guess is never a key that is there already", () => {
  expect(check({ name: "n", names: "m" })).toEqual(["/names unknown-key: unknown key `names`"]);
});

test("a missing key is reported on the object that should hold it", () => {
  expect(check({})).toEqual([" missing-key: missing key `name`"]);
  expect(check({ name: "n", when: { all: [{ fact: "a", value: 1 }] } })).toEqual([
    "/when/all/0 missing-key: missing key `operator`",
  ]);
});

test("of a union only the branch that was meant is reported, at any depth", () => {
  expect(check({ name: "n", when: { fact: "a", operator: "equals", value: 1 } })).toEqual([
    "/when/operator unknown-value: unknown value `equals`; did you mean `equal`?",
  ]);
  const deep = {
    all: [{ any: [{ not: { fact: 3, operator: "equal", value: 1, pth: "$" } }] }, { all: {} }, 5],
  };
  expect(check({ name: "n", when: deep })).toEqual([
    "/when/all/0/any/0/not/fact wrong-type: expected a text, found `3`",
    "/when/all/0/any/0/not/pth unknown-key: unknown key `pth`; did you mean `path`?",
    "/when/all/1/all wrong-type: expected a list, found an object",
    "/when/all/2 wrong-type: expected an object, found `5`",
  ]);
});

test("without a key that tells the choices apart, they are named or guessed", () => {
  expect(check({ name: "n", when: {} })).toEqual([
    "/when missing-key: expected one of the keys `all`, `any`, `not`, `condition`, `fact`",
  ]);
  expect(check({ name: "n", when: { alll: [] } })).toEqual([
    "/when/alll unknown-key: unknown key `alll`; did you mean `all`?",
  ]);
  expect(check({ name: "n", layer: {} })).toEqual([
    "/layer missing-key: expected one of the keys `first`, `rest`",
  ]);
});

test("keys of two choices clash", () => {
  expect(check({ name: "n", when: { all: [], any: [] } })).toEqual([
    "/when/any clashing-key: `any` cannot stand beside `all`",
  ]);
  expect(check({ name: "n", layer: { first: 1, bearer: "g", rest: 2 } })).toEqual([
    "/layer/rest clashing-key: `rest` cannot stand beside `first`, `bearer`",
  ]);
});

test("a union of plain values and types names them", () => {
  expect(check({ name: "n", params: { a: null } })).toEqual([
    "/params/a wrong-type: expected a number, `true` or `false`, a list or an object, found `null`",
  ]);
  expect(check({ name: "n", params: { a: ["x"], b: {} } })).toEqual([
    "/params/a/0 wrong-type: expected a number, found the text `x`",
    "/params/b missing-key: missing key `fact`",
  ]);
  expect(check({ name: "n", level: 9 })).toEqual(["/level unknown-value: unknown value `9`"]);
});

test("a discriminated union asks for its tag, or names its values", () => {
  expect(check({ name: "n", kind: {} })).toEqual(["/kind missing-key: missing key `type`"]);
  expect(check({ name: "n", kind: { type: "c" } })).toEqual([
    "/kind/type unknown-value: unknown value `c`",
  ]);
  expect(check({ name: "n", kind: { type: "a", x: "1" } })).toEqual([
    "/kind/x wrong-type: expected a number, found the text `1`",
  ]);
});

test("a key that a record does not take is reported at the key", () => {
  expect(check({ name: "n", params: { A1: 1 } })).toEqual([
    "/params/A1 wrong-key: `A1` cannot be a key here",
  ]);
});

test("a schema's own check speaks with its own code and words", () => {
  expect(check({ name: "n", words: ["good", "bad"] })).toEqual([
    "/words/1 bad-word: `bad` is no good word",
  ]);
});

test("control characters of the author are written out", () => {
  expect(check({ name: "n", "\u001b[31m": 1 })).toEqual([
    "/\u001b[31m unknown-key: unknown key `\\u001b[31m`",
  ]);
});

test("after a syntax error only what stood whole before it is judged, and no value is given", () => {
  const list = z.array(z.strictObject({ name: z.string() }));
  const document = readJson('[{"name": 1}, {"nam": "x"}, {"name": oops}, {}]', "x.json");
  const { value, diagnostics } = checkShape(list, document);
  expect(value).toBeUndefined();
  expect(diagnostics.map(({ message }) => message.en)).toEqual([
    "expected a text, found `1`",
    "unknown key `nam`; did you mean `name`?",
  ]);
  const broken = readJson('{"name": "n"', "x.json");
  expect(checkShape(z.strictObject({ name: z.string() }), broken)).toEqual({ diagnostics: [] });
});

test("after a syntax error a part that stood whole before it still has its value", () => {
  const document = readJson('{"good": {"name": "n"}, "bad": oops}', "x.json");
  const named = z.strictObject({ name: z.string() });
  expect(checkShape(named, document, "/good")).toEqual({ value: { name: "n" }, diagnostics: [] });
  expect(checkShape(named, document, "/bad")).toEqual({ diagnostics: [] });
});

test("thousands of mistakes end in a count, not in a flood", () => {
  const document = readJson(JSON.stringify(Array(5000).fill("x")), "x.json");
  const { diagnostics } = checkShape(z.array(z.number()), document);
  expect(diagnostics).toHaveLength(201);
  expect(diagnostics.at(-1)?.message.en).toBe("4800 more findings are not shown");
});

test("mistakes are counted in proportion to their number", () => {
  const count = (mistakes: number): void => {
    const misspelt = readJson(JSON.stringify(Array(mistakes).fill({ nmae: 1, other: 2 })), "x.json");
    expect(checkShape(z.array(z.strictObject({ name: z.string() })), misspelt).diagnostics).toHaveLength(201);
  };
  expect(growth(48_000, count)).toBeLessThan(proportionate);
});
