// Every lint rule has a fixture that trips it: the wrong half of its page. The right half trips nothing.
import { expect, test } from "vitest";
import { lintRules, readerPages } from "../../src/policy/index.ts";
import { lintTexts, plain, withSample } from "./lint-setup.ts";

const say = (texts: ReadonlyMap<string, string>): string[] => lintTexts(texts).diagnostics.map(({ code, place, message }) => `${code} ${place?.file}${place?.pointer} ${message.en}`);
const codes = (texts: ReadonlyMap<string, string>): string[] => lintTexts(texts).diagnostics.map(({ code }) => code);

test("the plain policy trips no rule", () => {
  expect(say(plain)).toEqual([]);
});

test("there are at least 30 rules, each with a code of its own", () => {
  expect(lintRules.length).toBeGreaterThanOrEqual(30);
  expect(new Set(lintRules.map(({ code }) => code)).size).toBe(lintRules.length);
});

for (const rule of lintRules) {
  test(`${rule.code} is found where its page says wrong, and nothing where it says right`, () => {
    const found = lintTexts(withSample(rule.wrong)).diagnostics;
    expect(found.map(({ code }) => code).toSorted()).toEqual([rule.code, ...(rule.also ?? [])].toSorted());
    const own = found.find(({ code }) => code === rule.code);
    expect(own?.level).toBe(rule.level);
    expect(own?.place?.line).toBeGreaterThan(0);
    expect(own?.message.en).toMatch(/^[`a-z0-9]/u);
    expect(own?.message.en).not.toMatch(/\.$/u);
    expect(own?.message.zh).toMatch(/\p{Script=Han}/u);
    expect(codes(withSample(rule.right))).not.toContain(rule.code);
  });
}

for (const page of readerPages) {
  test(`the reader finds ${page.code} where its page says wrong, and nothing where it says right`, () => {
    expect(codes(withSample(page.wrong))).toContain(page.code);
    expect(codes(withSample(page.right))).not.toContain(page.code);
  });
}

test("a broken rule is one finding: what leans on it is not judged", () => {
  const broken = new Map(plain).set("enrolment.json", (plain.get("enrolment.json") ?? "").slice(0, 900));
  expect(codes(broken).filter((code) => lintRules.some((rule) => rule.code === code))).toEqual([]);
});
