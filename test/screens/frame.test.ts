import fc from "fast-check";
import { expect, test } from "vitest";
import { displayWidth } from "../../src/base/index.ts";
import { drawScreen } from "../../src/view/screens/frame.ts";
import { lineWidth } from "../../src/view/screens/span.ts";
import { after, modelOf, report, reportSaying, sceneOf, textOf, typed } from "./scene.ts";
import { inputs, request } from "../verdict/report-of.ts";
import { tallyOf } from "../statistics/tally-of.ts";

const size = { columns: fc.integer({ min: 20, max: 240 }), rows: fc.integer({ min: 5, max: 70 }) };
const looks = { lang: fc.constantFrom("en", "zh"), ascii: fc.boolean() } as const;
const places = ["", "2", "3", "4", "?", "i", "\r", "2\r", "3\r", "4\r", "/a", "3/zzz", "2c", "4x", "jjjj", "G", "3G", "z", "5", "6", ":a", "]]]", "\r\r", "2s", "2so"] as const;
const placed = fc.constantFrom(...places).map((keys) => Array.from(keys, (character) => (character === "\r" ? ("enter" as const) : { character })));
const evil = fc.oneof(
  fc.string({ unit: "binary", minLength: 1, maxLength: 60 }),
  fc.constantFrom("\u001b[2J\u001b]0;x\u0007", "\u202Eabc", "a\r\nb\tc", "政策".repeat(40), "👩‍👩‍👧‍👦🇨🇳".repeat(9), "e\u0301".repeat(50), "x".repeat(500)),
);

function fits(model: Parameters<typeof drawScreen>[0]): void {
  const { lines } = drawScreen(model);
  expect(lines.length).toBeLessThan(Math.max(2, model.rows));
  for (const line of lines) {
    expect(lineWidth(line)).toBeLessThanOrEqual(model.columns);
    for (const { text } of line) expect(text).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
  }
}

test("the screen is never taller or wider than the terminal, at any size, on any tab, in either language", () => {
  fc.assert(
    fc.property(fc.record({ ...size, ...looks, keys: placed }), ({ columns, rows, lang, ascii, keys }) => {
      const model = modelOf({ columns, rows, lang, ascii });
      fits({ ...model, state: after(keys, model) });
    }),
    { numRuns: 250 },
  );
});

test("hostile names stay text within their cells", () => {
  fc.assert(
    fc.property(fc.record({ ...size, ...looks, keys: placed, words: evil }), ({ columns, rows, lang, ascii, keys, words }) => {
      const model = modelOf({ columns, rows, lang, ascii, title: words, report: reportSaying(words), again: words });
      fits({ ...model, state: after(keys, model) });
    }),
    { numRuns: 15 },
  );
});

test("a screen of at least 60 × 16 fills its height and keeps its keys in the last line", () => {
  for (const [columns, rows] of [[60, 16], [100, 30], [160, 45], [240, 70]] as const) {
    for (const keys of places) {
      const model = modelOf({ columns, rows });
      const state = after(Array.from(keys, (character) => (character === "\r" ? "enter" : { character })), model);
      const { lines } = drawScreen({ ...model, state });
      expect(lines, `${columns}x${rows} ${keys}`).toHaveLength(rows - 1);
      expect(lineWidth(lines.at(-1) ?? [])).toBeGreaterThan(10);
    }
  }
});

test("below 60 × 16 it says how much is needed", () => {
  expect(textOf(drawScreen(modelOf({ columns: 59 })))).toMatch(/at least 60 x 16\s+are\s+needed/u);
  expect(textOf(drawScreen(modelOf({ rows: 15, lang: "zh" })))).toContain("至少需要 60 x 16");
});

test("the row under the cursor is always in sight", () => {
  for (const rows of [16, 24, 40]) {
    const model = modelOf({ rows });
    for (const keys of ["", "j", "jjjjj", "]]", "]]]jj", "G", "Gkk"]) {
      const state = after(typed(keys), model);
      expect(textOf(drawScreen({ ...model, state })), `${rows} ${keys}`).toMatch(/^>/mu);
    }
  }
});

test("columns of values stand under each other in Chinese too", () => {
  const text = textOf(drawScreen(modelOf({ lang: "zh", columns: 160 })));
  const ends = text.split("\n").filter((line) => /%\s+\[.*%/u.test(line)).map((line) => displayWidth(line.slice(0, line.indexOf("["))));
  expect(ends.length).toBeGreaterThan(5);
  expect(new Set(ends).size).toBe(1);
});

test("ASCII asked for is ASCII in English, on every tab", () => {
  for (const keys of places) {
    const model = modelOf({ ascii: true });
    const state = after(Array.from(keys, (character) => (character === "\r" ? "enter" : { character })), model);
    expect(textOf(drawScreen({ ...model, state })), keys).toMatch(/^[\n\x20-\x7e]*$/u);
  }
});

test("find keeps only rows with the words and counts them", () => {
  const text = textOf(drawScreen(modelOf({ state: after([...typed("/roll rate"), "enter"]) })));
  expect(text).toContain("Roll rate, bucket 0 to 1");
  expect(text).not.toContain("Approval rate");
  expect(text).toMatch(/4 of \d+ found/u);
  expect(textOf(drawScreen(modelOf({ state: after(typed("/zzz")) })))).toMatch(/0 of \d+ found/u);
});

test("help filters as one types", () => {
  const text = textOf(drawScreen(modelOf({ state: after(typed("?curve")) })));
  expect(text).toContain("previous curve");
  expect(text).not.toContain("quit; a summary");
});

test("an opened measure says what it counts, how sure, and where an assumed one turns", () => {
  const text = textOf(drawScreen(modelOf({ columns: 160, rows: 45, state: after([...typed("/first-payment"), "enter", "enter"]) })));
  expect(text).toContain("Overview › Risk: First-payment default");
  expect(text).toMatch(/definition: .* ÷ /u);
  expect(text).toContain("leaves out:");
  expect(text).toMatch(/Intervals \(95%\) cover the sampling of customers only/u);
  expect(text).toMatch(/the ranking turns where the true\s+value\s+of\s+Silent\s+auto-enrolment\s+is\s+\d\.\d\d×/u);
});

test("an opened law rule says what a match means and how to see its customers", () => {
  const text = textOf(drawScreen(modelOf({ columns: 160, rows: 45, state: after([...typed("3"), "enter"]) })));
  expect(text).toContain("rule matched: as simulated, would breach: rule A");
  expect(text).toContain("remedy: ask first");
  expect(text).toContain("customer 8, 2026-12");
  expect(text).toContain("policy-bench replay baseline --policy silent --customer 8");
  expect(text).toContain("not legal advice");
});

test("no tab speaks of illegal or compliant, in either language", () => {
  for (const lang of ["en", "zh"] as const) {
    for (const keys of places) {
      const model = modelOf({ lang, columns: 160, rows: 60 });
      const text = textOf(drawScreen({ ...model, state: after(Array.from(keys, (character) => (character === "\r" ? "enter" : { character })), model) }));
      expect(text).not.toMatch(/illegal|compliant|unlawful|违法(?!违规收集)|NaN|undefined|Infinity/iu);
    }
  }
});

test("the champion leads, the mark of each verdict stands behind the challenger's value", () => {
  const text = textOf(drawScreen(modelOf({ columns: 160 })));
  expect(text).toContain("A Silent auto-enrolment (champion)");
  expect(text).toMatch(/Accounts opened unasked\s+92\.9%\s+\[[^\]]+\]\s+0\.00% \+/u);
});

test("on a narrow screen the champion stays and the rest is counted", () => {
  const many = sceneOf({ runs: Array.from({ length: 6 }, (_, index) => ({ name: `p${index}`, title: { en: `Policy ${index}`, zh: `政策${index}` }, tallies: [tallyOf({ counters: { considered: 100, approved: 40 } })] })), champion: "p0", challengers: ["p1", "p2", "p3", "p4", "p5"], expectations: [] });
  const text = textOf(drawScreen(modelOf({ report: many, columns: 60, rows: 20 })));
  expect(text).toContain("A Polic");
  expect(text).toMatch(/\d more: widen/u);
  for (const keys of ["", "2", "3", "4", "4\r"]) fits(modelOf({ report: many, columns: 60, rows: 16, state: after(Array.from(keys, (character) => (character === "\r" ? "enter" : { character })), modelOf({ report: many })) }));
});

test("a run without data, without law, with one policy has no holes", () => {
  const empty = sceneOf({ runs: request().runs.slice(0, 1).map((run) => ({ ...run, tallies: [tallyOf({})] })), challengers: [], laws: [], expectations: [] });
  for (const [keys, says] of [["", "no data"], ["2", "No account of any policy"], ["3", "No law pack"], ["4", "x and y change them"]] as const) {
    const model = modelOf({ report: empty });
    const text = textOf(drawScreen({ ...model, state: after(typed(keys), model) }));
    expect(text).toContain(says);
    expect(text).not.toMatch(/NaN|undefined|Infinity/u);
  }
});

test("an imported run is labelled on every tab", () => {
  const imported = { rows: 10, customers: 10, imported: ["customer.age"], constant: [], synthesised: ["device.riskScore", "shop.tenureMonths"], problems: [], outcomeColumn: null };
  const model = modelOf({ report: { ...report, inputs: { ...inputs, import: imported } } });
  for (const keys of ["", "2", "3", "4"]) expect(textOf(drawScreen({ ...model, state: after(typed(keys), model) }))).toContain("imported, 2 facts SYNTHETIC");
  expect(textOf(drawScreen({ ...model, state: after(typed("i"), model) }))).toContain("device.riskScore");
});

test("progress shows a bar, customers a second and the time left", () => {
  const { report: _none, ...bare } = modelOf();
  const text = textOf(drawScreen({ ...bare, progress: { share: 0.25, customersPerSecond: 41_234, secondsLeft: 7.2, secondsGone: 3 } }));
  expect(text).toContain("25 %  41,234 customers/s  8 s left");
  expect(text).toMatch(/█+░+/u);
  expect(textOf(drawScreen({ ...bare, progress: { share: 0, customersPerSecond: 0, secondsLeft: 0, secondsGone: 3 } }))).toContain("3 s");
});
