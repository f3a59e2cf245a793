// What a save looks like from its first stage to its last, and files that are broken under the last good result.
import { join } from "node:path";
import { expect, test } from "vitest";
import { readJson, type Diagnostic } from "../../src/base/index.ts";
import type { ScreenNews, StageState } from "../../src/view/index.ts";
import { firstState, press } from "../../src/view/screens/state.ts";
import { drawScreen } from "../../src/view/screens/frame.ts";
import { knownFirst, learn, type Knowledge } from "../../src/view/screens/screen-knowledge.ts";
import { stageStrip } from "../../src/view/screens/stage-strip.ts";
import { screenPen } from "../../src/view/screens/screen-pen.ts";
import { troubleLines } from "../../src/view/screens/trouble.ts";
import { lineWidth } from "../../src/view/screens/span.ts";
import { after as pressedKeys, modelOf, report, textOf } from "./scene.ts";

const ran: ScreenNews = { kind: "report", report };
const saved: ScreenNews = { kind: "saved", files: ["rules/policies/silent/enrolment.json"] };
const stage = (name: "lint" | "examples" | "proofs" | "run", state: StageState["state"], more: Partial<StageState> = {}): ScreenNews => ({ kind: "stage", stage: name, now: { state, told: { en: "", zh: "" }, findings: 0, found: [], ...more } });
const after = (...news: readonly ScreenNews[]): Knowledge => news.reduce(learn, knownFirst);
const counted = (count: string): Partial<StageState> => ({ told: { en: count, zh: count } });

/** A file saved half written, and one in which a name is wrong twice: what the reader of such files says of them. */
const half: readonly Diagnostic[] = readJson(`{\n  "decision": "enrolment",\n  "title": { "zh": "静默自动开通", "en": "Silent" },\n  "rules": [{ "name": "ENR-10", "title": { "zh": "未成年人不予开通" "en": "no minors" } }]\n}\n`, "rules/policies/silent/enrolment.json").diagnostics;
const twice: readonly Diagnostic[] = readJson(`{ "a": 1, "a": 2, "a": 3, "b": 1, "b": 2 }`, "rules/policies/silent/limit.json").diagnostics;
const failing: Diagnostic = { code: "example-failed", level: "error", message: { en: "example `a minor` came to `enrol`, not `decline`", zh: "示例 `a minor` 的结果为 `enrol`，而非 `decline`" }, place: { file: "rules/policies/silent/enrolment.json", pointer: "/examples/0", line: 12, column: 5, length: 3, frame: "" } };

const states: readonly (readonly [string, readonly ScreenNews[]])[] = [
  ["running", [ran, saved, stage("lint", "ok"), stage("examples", "running"), stage("proofs", "pending"), stage("run", "running"), { kind: "progress", progress: { share: 0.4, customersPerSecond: 41_000, secondsLeft: 1, secondsGone: 1 } }]],
  ["part", [ran, saved, stage("lint", "ok"), stage("run", "running"), { kind: "report", report, previous: report, edited: ["silent"], part: { customers: 2048, of: 20_000 } }]],
  ["unchanged", [ran, saved, stage("lint", "ok"), stage("examples", "ok", counted("183")), stage("proofs", "ok", counted("122")), stage("run", "ok", counted("20,000")), { kind: "unchanged", how: "no-decision" }]],
  ["broken", [ran, saved, stage("lint", "failed", { findings: half.length, found: half }), stage("run", "failed", { told: { en: "not run", zh: "未运行" }, found: half }), { kind: "broken", diagnostics: [...half, ...twice] }]],
  ["failing", [ran, saved, stage("lint", "ok"), stage("examples", "failed", { ...counted("1 of 183"), findings: 1, found: [failing] }), stage("proofs", "ok"), stage("run", "ok", counted("20,000")), { kind: "report", report, previous: report, edited: ["silent"] }]],
];

test.each(states.flatMap(([name, news]) => [["en", 100, 30], ["zh", 100, 30], ["en", 60, 16]].map(([lang, columns, rows]) => [name, lang, columns, rows, news] as const)))("a save that is %s stands as reviewed (%s, %i × %i)", async (name, lang, columns, rows, news) => {
  const known = after(...news);
  const model = modelOf({ lang: lang === "zh" ? "zh" : "en", columns: Number(columns), rows: Number(rows), known, report: known.report ?? report, ...(known.progress === undefined ? {} : { progress: known.progress }) });
  await expect(`${textOf(drawScreen(model))}\n`).toMatchFileSnapshot(join(import.meta.dirname, "golden", `save-${name}.${rows === 16 ? "60x16" : lang}.txt`));
});

test("with a broken file every tab and page still fits and fills the screen, at any size", () => {
  const known = after(...(states[3]?.[1] ?? []));
  for (const [columns, rows] of [[60, 16], [61, 17], [100, 24], [160, 45]] as const) {
    for (const lang of ["en", "zh"] as const) {
      for (const keys of ["", "2", "2s", "2b", "3", "3\r", "4", "4\r", "5", "6", "?", ":", "i"]) {
        const model = modelOf({ columns, rows, lang, known });
        const { lines } = drawScreen({ ...model, state: pressedKeys(Array.from(keys, (character) => (character === "\r" ? "enter" : { character })), model) });
        expect(lines, `${columns}x${rows} ${keys}`).toHaveLength(rows - 1);
        for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(columns);
      }
    }
  }
});

test("the strip gives up words before stages, and everything before it is wider than its room", () => {
  const known = after(...(states[2]?.[1] ?? []));
  const pen = screenPen(modelOf());
  const text = (cells: number): string => stageStrip(known, pen, cells).map((part) => part.text).join("");
  expect(text(200)).toContain("✓ run 20,000  rules changed, but every count of the run is the same");
  expect(text(85)).toContain("✓ examples 183  ✓ proofs 122  ✓ run 20,000  no count changed");
  expect(text(60)).toContain("✓ proofs  ✓ run  no count changed");
  for (let cells = 0; cells < 120; cells += 1) expect(lineWidth(stageStrip(known, pen, cells))).toBeLessThanOrEqual(cells);
});

test("all that is wrong is told as far as there is room, the rest counted, and old numbers are dim", () => {
  const known = after(...(states[3]?.[1] ?? []));
  const pen = screenPen(modelOf());
  expect(troubleLines(known, pen, 2)).toEqual([]);
  for (let height = 3; height < 40; height += 1) expect(troubleLines(known, pen, height).length).toBeLessThanOrEqual(height);
  const words = (height: number): string => textOf({ lines: troubleLines(known, pen, height), needs: [], extent: drawScreen(modelOf()).extent });
  expect(words(60)).not.toContain("more: policy-bench lint");
  expect(words(12)).toMatch(/and \d more: policy-bench lint/u);
  // Where there is no room for the lines of the file, what is wrong is told all the same.
  expect(words(5)).toMatch(/enrolment\.json:4:61 missing comma before/u);
  const edit = press(firstState, { character: "E" }, drawScreen(modelOf({ known })).extent);
  expect(edit.wish?.wish).toEqual({ kind: "edit", file: "rules/policies/silent/enrolment.json", line: 4 });
  expect(press(firstState, { character: "E" }, drawScreen(modelOf()).extent)).toMatchObject({ wish: null, note: { en: expect.stringContaining("shown none") } });
  const { lines } = drawScreen(modelOf({ known }));
  const number = lines.find((line) => line.some(({ text }) => text.includes("Accounts opened unasked")));
  expect(number?.every(({ dim, inverse }) => dim === true || inverse === true)).toBe(true);
  // Sound again: nothing is left of it.
  expect(troubleLines(after(...(states[3]?.[1] ?? []), saved, { kind: "broken", diagnostics: [] }, stage("run", "ok")), pen, 12)).toEqual([]);
});
