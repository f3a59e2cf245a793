import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { displayWidth } from "../../src/base/index.ts";
import { compactNumber, cutTo, forCsv, forHtml, forMarkdown, forTerminal, json, padTo, say, wrapTo, yuan } from "../../src/view/index.ts";

const hostile = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom("\u001b[31mred", "a\u0007b", "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "<script>", "`x`", "[a](http://b)", "| x |", "\u202Eevil", "中文“引号”…", "＝1", "a\nb"),
);
const control = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

test("no control character survives in any medium", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      for (const safe of [forTerminal(text), forMarkdown(text), forHtml(text), forCsv(text)]) expect(safe).not.toMatch(control);
    }),
  );
});

test("a CSV cell reads back as it was, or with an apostrophe where it would be a formula", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const [row] = Papa.parse<string[]>(`${forCsv(text)},end\n`).data;
      expect(row).toHaveLength(2);
      expect([forTerminal(text), `'${forTerminal(text)}`]).toContain(row?.[0]);
      expect(row?.[0]).not.toMatch(/^\s*[=+\-@]/u);
    }),
  );
});

test("HTML holds no tag and no quote of others, Markdown no tag, link or code", () => {
  expect(forHtml(`<img src="x" onerror='y'>&`)).toBe("&lt;img src=&quot;x&quot; onerror=&#39;y&#39;&gt;&amp;");
  expect(forMarkdown("[a](http://b) `c` *d* | <e>")).toBe("\\[a\\](http&#58;//b) \\`c\\` \\*d\\* \\| &lt;e&gt;");
  expect(forMarkdown("# no heading")).toBe("\\# no heading");
  expect(forMarkdown("1. no list")).toBe("1\\. no list");
});

test("padding and cutting count cells, Chinese two", () => {
  expect(padTo("额度", 6)).toBe("额度  ");
  expect(padTo("额度", 6, "right")).toBe("  额度");
  expect(cutTo("额度使用率", 7, "…")).toBe("额度使…");
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 0, max: 30 }), (text, cells) => {
      expect(displayWidth(cutTo(forTerminal(text), cells))).toBeLessThanOrEqual(cells);
      expect(displayWidth(padTo(forTerminal(text), cells))).toBeGreaterThanOrEqual(cells);
    }),
  );
});

test("wrapped lines fit and lose nothing but spaces", () => {
  const words = fc.array(fc.constantFrom("credit", "额度", "，", "。", "a-very-long-word-that-goes-on", "（假设）", "1,234", "…"), { maxLength: 30 }).map((list) => list.join(" ").replaceAll("度 ", "度"));
  fc.assert(
    fc.property(words, fc.integer({ min: 10, max: 60 }), (text, cells) => {
      const lines = wrapTo(text, cells);
      for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(cells);
      expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
    }),
  );
  expect(wrapTo("额度使用率，下降。", 10)).toEqual(["额度使用", "率，下降。"]);
});

test("money prints in yuan, large numbers in few cells", () => {
  expect(yuan(123_456_789)).toBe("¥1,234,567.89");
  expect(yuan(-50)).toBe("-¥0.50");
  expect(yuan(100_000, 0)).toBe("¥1,000");
  expect(compactNumber(12_345, "en")).toBe("12.3k");
  expect(compactNumber(12_345, "zh")).toBe("1.2 万");
  expect(compactNumber(300_000_000, "zh")).toBe("3 亿");
  expect(compactNumber(999, "en")).toBe("999");
  expect(say("zh", { en: "a", zh: "甲" })).toBe("甲");
});

test("JSON reads back as it was, is the same each time, and refuses what is no number", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(json(value))).toEqual(JSON.parse(JSON.stringify(value)));
      expect(json(value)).toBe(json(structuredClone(value)));
    }),
  );
  expect(() => json({ a: Number.NaN })).toThrow(/JSON number/u);
  expect(json({ a: undefined, b: [1, 2] })).toBe("{ \"b\": [1, 2] }\n");
});
