import fc from "fast-check";
import { expect, test } from "vitest";
import { growth, proportionate } from "../growth.ts";
import { below, fromPointer, readJson, toPointer, valueAt } from "../../src/base/index.ts";

/** Findings as `line:column code message`, and the value. */
function check(text: string): {
  value: unknown;
  found: readonly string[];
  hints: readonly string[];
} {
  const { value, diagnostics } = readJson(text, "x.json");
  for (const { message, hint } of diagnostics) {
    expect(message.en).toMatch(/^[^A-Z].*[^.]$/);
    expect(message.zh + (hint?.zh ?? "")).toMatch(/\p{Script=Han}/u);
  }
  return {
    value,
    found: diagnostics.map(
      ({ code, message, place }) => `${place?.line}:${place?.column} ${code}: ${message.en}`,
    ),
    hints: diagnostics.map(({ hint }) => hint?.en ?? ""),
  };
}

/** JSON values whose keys we do not refuse, at most a few levels deep. */
const anyValue = fc
  .jsonValue({ maxDepth: 4 })
  .filter((value) => !/"(?:__proto__|constructor|prototype)":/.test(JSON.stringify(value)));

test("any JSON text reads as JSON.parse reads it, laid out or not, with or without a byte-order mark", () => {
  fc.assert(
    fc.property(anyValue, fc.constantFrom("", "\t", "  "), fc.boolean(), (value, indent, mark) => {
      const text = JSON.stringify(value, null, indent);
      const document = readJson(
        (mark ? "\ufeff" : "") + text.replaceAll("\n", mark ? "\r\n" : "\n"),
        "x.json",
      );
      expect(document.diagnostics).toEqual([]);
      expect(document.whole).toBe(true);
      expect(document.value).toEqual(JSON.parse(text));
    }),
  );
});

test("a text that JSON.parse refuses has at least one finding, and nothing throws", () => {
  const edits = fc.array(
    fc.tuple(
      fc.nat(200),
      fc.constantFrom("", "{", "}", "[", "]", ",", ":", '"', "\\", "x", "0", "\n", "/*", "//", "-"),
    ),
    {
      minLength: 1,
      maxLength: 3,
    },
  );
  fc.assert(
    fc.property(anyValue, edits, fc.boolean(), (value, changes, remove) => {
      let text = JSON.stringify({ key: value, list: [1, true, "two"] }, null, 1);
      for (const [at, inserted] of changes) {
        const place = at % (text.length + 1);
        text = text.slice(0, place) + inserted + text.slice(remove ? place + 1 : place);
      }
      const { diagnostics, place } = readJson(text, "x.json");
      expect(place("/list/0").line).toBeGreaterThan(0);
      if (isJson(text)) {
        expect(
          diagnostics.every(({ code }) => code === "duplicate-key" || code === "number-too-large"),
        ).toBe(true);
        return;
      }
      expect(diagnostics.length).toBeGreaterThan(0);
      expect(
        diagnostics.every(
          ({ place: where }) => where !== undefined && where.line > 0 && where.column > 0,
        ),
      ).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test("an unclosed bracket is reported where it opens, the inner one where the layout tells", () => {
  expect(check('{"a": [1, 2')).toMatchObject({
    value: { a: [1, 2] },
    found: ["1:7 json-syntax: `[` is never closed"],
    hints: ["it opens here, and the text ends on line 1"],
  });
  expect(check('{\n  "a": {\n    "b": 1\n  ,\n  "c": 2\n}\n').found).toEqual([
    "2:8 json-syntax: `{` is never closed",
  ]);
});

test("a bracket of the wrong kind says which one it would close", () => {
  expect(check('{\n "a": [1,\n 2}').found).toEqual([
    "3:3 json-syntax: `}` closes the `[` of line 2",
  ]);
  expect(check('{"a": 1}}').found).toEqual(["1:9 json-syntax: `}` closes nothing"]);
});

test("an unclosed text is reported where it begins, once, though the rest of the file is out of step", () => {
  expect(check('{"a": "x,\n "b": "y",\n "c": ["z"]}').found).toEqual([
    "1:7 json-syntax: the text that begins here is never closed",
  ]);
});

test("each slip of the pen has its own sentence", () => {
  const slips: readonly (readonly [string, string])[] = [
    ['{"a": 1,}', "1:8 json-syntax: comma before the closing `}`"],
    ["[1, 2,\n]", "1:6 json-syntax: comma before the closing `]`"],
    ['{"a": 1 "b": 2}', '1:9 json-syntax: missing comma before `"b"`'],
    ["[1 2]", "1:4 json-syntax: missing comma before `2`"],
    ['{"a" 1}', "1:6 json-syntax: expected a colon after the key, found `1`"],
    ["{a: 1}", "1:2 json-syntax: expected a key in double quotes, found `a`"],
    ["{'a': 1}", "1:2 json-syntax: expected a key in double quotes, found `'a'`"],
    ['{"a": nope}', "1:7 json-syntax: expected a value, found `nope`"],
    ['{"a": 0x1F}', "1:7 json-syntax: `0x1F` is not a number in JSON"],
    ['{"a": .5}', "1:7 json-syntax: `.5` is not a number in JSON"],
    ['{"a": 01}', "1:7 json-syntax: `01` is not a number in JSON"],
    ['{"a": "\\x"}', "1:7 json-syntax: unknown escape in a text"],
    ['{"a": "\u0007"}', "1:7 json-syntax: control character in a text"],
    ['// note "\n{"a": 1}', "1:1 json-syntax: comments are not allowed in JSON"],
    ['{"a": /* } */ 1}', "1:7 json-syntax: comments are not allowed in JSON"],
    ['{"a": 1}\n{"b": 2}', "2:1 json-syntax: text after the end of the document"],
  ];
  for (const [text, sentence] of slips) expect(check(text).found).toEqual([sentence]);
  expect(check('{"a": True}').hints).toEqual(["did you mean `true`?"]);
});

test("all mistakes of a file are found at once, and what can be read is read", () => {
  const { value, found } = check(
    '{\n "a": 1,\n "b": [1, 2,],\n "c": tru,\n "d": 4\n "e": 5,\n "e": 6\n}',
  );
  expect(found).toEqual([
    "3:12 json-syntax: comma before the closing `]`",
    "4:7 json-syntax: expected a value, found `tru`",
    '6:2 json-syntax: missing comma before `"e"`',
    "7:2 duplicate-key: key `e` stands twice",
  ]);
  expect(value).toMatchObject({ a: 1, b: [1, 2], d: 4, e: 6 });
});

test("a duplicate key is a finding that points to the first; escapes do not hide it", () => {
  expect(check('{"a": {"k": 1,\n"\\u006b": 2}}')).toMatchObject({
    found: ["2:1 duplicate-key: key `k` stands twice"],
    hints: ["it is already on line 1; one of the two would be ignored in silence"],
  });
});

test("keys that reach an object's prototype are refused and never set", () => {
  const { value, found } = check(
    '{"__proto__": {"polluted": 1}, "a": [{"constructor": 1, "prototype": 2, "ok": 3}]}',
  );
  expect(found).toEqual([
    "1:2 forbidden-key: key `__proto__` is not allowed",
    "1:39 forbidden-key: key `constructor` is not allowed",
    "1:57 forbidden-key: key `prototype` is not allowed",
  ]);
  expect(value).toEqual({ a: [{ ok: 3 }] });
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect(Reflect.get({}, "polluted")).toBeUndefined();
});

test("nesting up to 64 levels is read, deeper is refused at the bracket, however deep", () => {
  const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);
  expect(check(nested(64)).found).toEqual([]);
  expect(check(nested(65)).found).toEqual(["1:65 too-deep: nested deeper than 64 levels"]);
  expect(check('{"a":'.repeat(200_000)).found).toEqual([
    "1:321 too-deep: nested deeper than 64 levels",
  ]);
  expect(check(`{"a": ${JSON.stringify(nested(100))}}`).found).toEqual([]);
});

test("an empty, a binary and a huge file each have one finding", () => {
  expect(check("").found).toEqual(["1:1 empty-file: the file is empty"]);
  expect(check(" \n\t\ufeff").found).toEqual(["1:1 empty-file: the file is empty"]);
  expect(check("\ufeff").found).toEqual(["1:1 empty-file: the file is empty"]);
  expect(check('{"a":\0}').found).toEqual([
    "1:1 binary-file: the file is not text: it contains NUL bytes",
  ]);
  expect(check(`"${"x".repeat(20_000_000)}"`).found).toEqual([
    "1:1 too-large: the file is larger than 20 MB",
  ]);
  expect(check(`"${"字".repeat(7_000_000)}"`).found).toEqual([
    "1:1 too-large: the file is larger than 20 MB",
  ]);
});

test("a number past the range of doubles is a finding", () => {
  expect(check('{"a": 1e999}').found).toEqual(["1:7 number-too-large: the number is too large"]);
});

test("a place is the value, or its key, or what encloses a pointer to nothing", () => {
  const { place } = readJson('{\n  "中文": [10, {"a/b~c": true}],\r\n  "x": {}\r}', "x.json");
  expect(place("/中文/0")).toMatchObject({ file: "x.json", line: 2, column: 10, length: 2 });
  expect(place("/中文", "key")).toMatchObject({ line: 2, column: 3, length: 4 });
  expect(place("/中文")).toMatchObject({ line: 2, column: 9, length: 1 });
  expect(place("/中文/1/a~1b~0c")).toMatchObject({ line: 2, column: 24, length: 4 });
  expect(place("/x/y/z")).toMatchObject({ pointer: "/x/y/z", line: 3, column: 8, length: 1 });
  expect(place("")).toMatchObject({ line: 1, column: 1, length: 1 });
  expect(place("/中文/7", "key")).toMatchObject({ line: 2, column: 9 });
});

test("keys and pointers turn into each other", () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (keys) => {
      expect(fromPointer(toPointer(keys))).toEqual(keys);
    }),
  );
  expect(below("/rules", 3, "a/b")).toBe("/rules/3/a~1b");
  expect(valueAt({ a: [{ "": 5 }] }, "/a/0/")).toBe(5);
  expect(valueAt({ a: 1 }, "/toString")).toBeUndefined();
});

test("a file of 10 MB is read, and places in it are found, at a cost in proportion to its length", () => {
  let files = 0;
  const readRules = (count: number): void => {
    files += 1; // texts that were read before are remembered
    const rules = Array.from({ length: count }, (_, i) => `{"name": "R-${i}", "value": ${i}, "on": ${files}}`);
    const document = readJson(`{"rules": [\n${rules.join(",\n")}\n]}`, "x.json");
    const lines = rules.flatMap((_, i) => (i % 50 === 0 ? [document.place(`/rules/${i}/value`).line - i] : []));
    expect(new Set(lines)).toEqual(new Set([2]));
  };
  expect(growth(256_000, readRules)).toBeLessThan(proportionate);
});
