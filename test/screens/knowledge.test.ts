import { expect, test } from "vitest";
import type { ScreenNews } from "../../src/view/index.ts";
import { knownFirst, learn, type Knowledge } from "../../src/view/screens/screen-knowledge.ts";
import { report } from "./scene.ts";

const after = (...news: readonly ScreenNews[]): Knowledge => news.reduce(learn, knownFirst);
const ran: ScreenNews = { kind: "report", report };
const saved: ScreenNews = { kind: "saved", files: ["limit.json"] };
const finding = { code: "bad-json", level: "error", message: { en: "x", zh: "x" } } as const;

test("a save makes the numbers old until a report comes", () => {
  expect(after(ran).stale).toBe(false);
  expect(after(ran, saved).stale).toBe(true);
  expect(after(ran, saved, { kind: "report", report, previous: report, edited: ["a"] })).toMatchObject({ stale: false, previous: report, edited: ["a"] });
});

test("before the first report there is nothing that could be old", () => {
  expect(after(saved).stale).toBe(false);
});

test("a broken file leaves the last good report, old, until the file is sound again", () => {
  const broken = after(ran, saved, { kind: "broken", diagnostics: [finding] });
  expect(broken).toMatchObject({ report, stale: true, broken: [finding] });
  expect(learn(learn(broken, { kind: "broken", diagnostics: [] }), { kind: "unchanged", how: "no-rule" })).toMatchObject({ stale: false, broken: [], unchanged: "no-rule" });
});

test("the first customers are told as such, and the whole takes their place", () => {
  const part = { customers: 4000, of: 20000 };
  const first = after(ran, saved, { kind: "report", report, previous: report, part });
  expect(first.part).toEqual(part);
  expect(learn(first, { kind: "report", report, previous: report }).part).toBeUndefined();
});

test("stages are those of the last save", () => {
  const done: ScreenNews = { kind: "stage", stage: "lint", now: { state: "ok", told: { en: "", zh: "" }, findings: 0, found: [] } };
  expect(after(saved, done).stages.lint?.state).toBe("ok");
  expect(after(saved, done, saved).stages).toEqual({});
});
