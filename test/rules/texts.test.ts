import { expect, test } from "vitest";
import { folders, folderOf, readProjectJson, shipped, writtenFiles } from "./written.ts";

const chinese = /\p{Script=Han}/u;

/** Every object with `en` or `zh` below a value, with its place. */
function textsIn(value: unknown, place = ""): readonly { readonly place: string; readonly text: Readonly<Record<string, unknown>> }[] {
  if (typeof value !== "object" || value === null) return [];
  if ("en" in value || "zh" in value) return [{ place, text: { ...value } }];
  return Object.entries(value).flatMap(([key, part]) => textsIn(part, `${place}/${key}`));
}

const files = [
  "rules/reasons.json",
  ...Object.keys(folders).flatMap((name) =>
    ["policy", "enrolment", "limit", "pricing", "closure", "monitoring"].map((file) => `${folderOf(name)}/${file}.json`),
  ),
];

test.each(files)("every text of %s is in English and in Chinese", (file) => {
  const texts = textsIn(readProjectJson(file));
  expect(texts.length).toBeGreaterThan(0);
  for (const { place, text } of texts) {
    expect(Object.keys(text).toSorted(), place).toEqual(["en", "zh"]);
    expect(text["en"], place).toMatch(/[a-z]/);
    expect(text["en"], place).not.toMatch(chinese);
    expect(text["zh"], place).toMatch(chinese);
  }
});

test.each(Object.keys(folders))("every rule of %s has a title and says why, in words of its own", (name) => {
  for (const { rules } of writtenFiles(name))
    for (const rule of rules) {
      expect(textsIn({ title: rule.title, why: rule.why }), rule.name).toHaveLength(2);
      expect(rule.why, rule.name).not.toEqual(rule.title);
    }
});

function reasonsUsed(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (key === "reason" ? [String(part)] : reasonsUsed(part)));
}

test("every reason that a policy gives has its texts, and no text is without a use", () => {
  const written = readProjectJson("rules/reasons.json");
  const texts = typeof written === "object" && written !== null && "reasons" in written ? Object.keys(written.reasons ?? {}) : [];
  const used = new Set(shipped.flatMap((name) => writtenFiles(name).flatMap(reasonsUsed)));
  expect([...used].toSorted()).toEqual(texts.toSorted());
  const fixture = new Set(writtenFiles("tiered-partners").flatMap(reasonsUsed));
  expect([...fixture].filter((code) => !used.has(code))).toEqual([]);
});
