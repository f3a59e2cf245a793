import fc from "fast-check";
import stringWidth from "string-width";
import { expect, test } from "vitest";
import {
  diagnose,
  displayWidth,
  escapeControl,
  nearest,
  readJson,
  sourceFrame,
} from "../../src/base/index.ts";

const lines = ["one", "two", "three", "  four", "five", "six", "seven"];

test("a frame shows two lines before and after, numbered, with carets under the token", () => {
  expect(sourceFrame(lines.join("\n"), 4, 3, 4)).toBe(
    ["  2 | two", "  3 | three", "> 4 |   four", "    |   ^^^^", "  5 | five", "  6 | six"].join(
      "\n",
    ),
  );
  expect(sourceFrame(lines.join("\r\n"), 1, 1, 3)).toBe(
    ["> 1 | one", "    | ^^^", "  2 | two", "  3 | three"].join("\n"),
  );
  expect(sourceFrame("x", 2, 1, 1)).toBe("");
});

test("a caret after Chinese text stands under its token", () => {
  expect(sourceFrame('{"名称与说明文字": 5}', 1, 13, 1)).toBe(
    ['> 1 | {"名称与说明文字": 5}', "    |                    ^"].join("\n"),
  );
  expect(sourceFrame('"额度"', 1, 2, 2)).toBe(['> 1 | "额度"', "    |  ^^^^"].join("\n"));
});

test("tabs and control characters are made visible", () => {
  expect(sourceFrame("\t\u001b[2Jx", 1, 6, 1)).toBe(
    ["> 1 |   \\u001b[2Jx", "    |            ^"].join("\n"),
  );
});

const token = fc.tuple(
  fc.string({ unit: "grapheme", maxLength: 400 }),
  fc.nat(400),
  fc.integer({ min: 1, max: 300 }),
);

test("carets have the width of what they mark, and no line is wider than a screen", () => {
  fc.assert(
    fc.property(token, fc.nat(300), ([words, at, length], copies) => {
      const line = (words + "字".repeat(copies)).replaceAll(/[\r\n]/g, "");
      const column = (at % (line.length + 1)) + 1;
      const rows = sourceFrame(line, 1, column, length).split("\n");
      expect(rows).toHaveLength(2);
      for (const row of rows) expect(displayWidth(row)).toBeLessThanOrEqual(102);
      expect(rows[1]).toMatch(/^ {4}\| *\^+$/);
    }),
  );
});

test("a long line is cut around the place", () => {
  const line = `${"a".repeat(500)}TOKEN${"b".repeat(500)}`;
  const [source = "", carets = ""] = sourceFrame(line, 1, 501, 5).split("\n");
  expect(source.slice(carets.indexOf("^"), carets.lastIndexOf("^") + 1)).toBe("TOKEN");
  expect(source).toMatch(/^> 1 \| \.\.\.a+TOKENb+\.\.\.$/);
});

test("widths agree with the terminal library on any text of everyday letters", () => {
  const letters = fc.constantFrom(
    ...Array.from("aZ0 ,.:éßЖ中文繁體かなカナ한글ｆｕｌｌ，。「」！？…—·●│█¥€😀🎉👍e\u0301\u200b"),
  );
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 30 }), (parts) => {
      const text = parts.join("");
      expect(displayWidth(text)).toBe(stringWidth(text));
    }),
  );
  for (const emoji of ["👍🏽", "🇨🇳", "👩‍👩‍👧", "❤️", "☺️"])
    expect(displayWidth(emoji), emoji).toBe(stringWidth(emoji));
  expect([displayWidth(""), displayWidth("额度 limit"), displayWidth("\u001b")]).toEqual([
    0, 10, 0,
  ]);
});

test("what acts on a terminal is written out, everything else stays", () => {
  expect(escapeControl("a\u001b]0;x\u0007\r\n\u202e\u200b\ufeff\u0085\ud800")).toBe(
    "a\\u001b]0;x\\u0007\\u000d\\u000a\\u202e\\u200b\\ufeff\\u0085\\ud800",
  );
  for (const plain of ["limit", "额度：５０００", "👩‍👩‍👧", "naïve", ""])
    expect(escapeControl(plain)).toBe(plain);
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const once = escapeControl(text);
      expect(once).not.toMatch(/\p{Cc}/u);
      expect(escapeControl(once)).toBe(once);
    }),
  );
});

const facts = [
  "customer.age",
  "customer.incomeMonthlyFen",
  "shop.spendLast12mFen",
  "account.limitFen",
  "bureau.score",
  "score.points",
];

test("a slip of the pen finds the name that was meant", () => {
  const slips: readonly (readonly [string, string | undefined])[] = [
    ["customer.incomeMonthyFen", "customer.incomeMonthlyFen"],
    ["customer.incomeMonthly", "customer.incomeMonthlyFen"],
    ["user.incomeMonthlyFen", "customer.incomeMonthlyFen"],
    ["custmoer.age", "customer.age"],
    ["Customer.Age", "customer.age"],
    ["limitFen", "account.limitFen"],
    ["bureau.scores", "bureau.score"],
    ["weather.tomorrow", undefined],
    ["", undefined],
    ["x", undefined],
  ];
  for (const [word, meant] of slips) expect(nearest(word, facts), word).toBe(meant);
  expect(nearest("greaterThen", ["greaterThan", "greaterThanInclusive"])).toBe("greaterThan");
  expect(nearest("bool", ["enum", "boolean"])).toBe("boolean");
});

test("a word that is there is its own nearest, and one letter off is found", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...facts),
      fc.nat(30),
      fc.constantFrom("", "z", "zz"),
      (name, at, inserted) => {
        expect(nearest(name, facts)).toBe(name);
        const place = at % name.length;
        expect(nearest(name.slice(0, place) + inserted + name.slice(place + 1), facts)).toBe(name);
      },
    ),
  );
});

test("a finding has a place where it has a document, and none where it has none", () => {
  const message = { en: "something is wrong", zh: "有误" };
  expect(diagnose({ code: "x", message })).toEqual({ code: "x", level: "error", message });
  const document = readJson('{"a": 1}', "x.json");
  const found = diagnose({
    code: "x",
    level: "note",
    message,
    hint: message,
    document,
    pointer: "/a",
    part: "key",
  });
  expect(found).toMatchObject({
    level: "note",
    hint: message,
    place: { file: "x.json", pointer: "/a", column: 2, length: 3 },
  });
});
