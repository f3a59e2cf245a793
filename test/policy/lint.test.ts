// Every lint rule has a fixture that trips it: the wrong half of its page. The right half trips nothing.
import { expect, test } from "vitest";
import { lintRules, readerPages } from "../../src/policy/index.ts";
import { lintTexts, plain, withSample } from "./lint-setup.ts";

const say = (texts: ReadonlyMap<string, string>): string[] => lintTexts(texts).diagnostics.map(({ code, place, message }) => `${code} ${place?.file}${place?.pointer} ${message.en}`);
const codes = (texts: ReadonlyMap<string, string>): string[] => lintTexts(texts).diagnostics.map(({ code }) => code);

test("the plain policy trips no rule", () => {
  expect(say(plain)).toEqual([]);
  expect(lintTexts(plain, new Map(), "checked").diagnostics).toEqual([]);
});

test("there are at least 30 rules, each with a code of its own", () => {
  expect(lintRules.length).toBeGreaterThanOrEqual(30);
  expect(new Set(lintRules.map(({ code }) => code)).size).toBe(lintRules.length);
});

const isNote = ({ level }: { readonly level: string }): boolean => level === "note";

for (const rule of lintRules.filter((one) => !isNote(one))) {
  test(`${rule.code} is found where its page says wrong, and nothing where it says right`, () => {
    const found = lintTexts(withSample(rule.wrong), new Map(), "checked").diagnostics;
    expect(found.map(({ code }) => code).toSorted()).toEqual([rule.code, ...(rule.also ?? [])].toSorted());
    const own = found.find(({ code }) => code === rule.code);
    expect(own?.level).toBe(rule.level);
    expect(own?.place?.line).toBeGreaterThan(0);
    expect(own?.message.en).toMatch(/^[`a-z0-9]/u);
    expect(own?.message.en).not.toMatch(/\.$/u);
    expect(own?.message.zh).toMatch(/\p{Script=Han}/u);
    const right = lintTexts(withSample(rule.right), new Map(), rule.of === "proof" ? "checked" : undefined).diagnostics;
    expect(right.map(({ code }) => code)).not.toContain(rule.code);
  });
}

for (const rule of lintRules.filter(isNote)) {
  test(`${rule.code} is proved where its page says wrong and told as a note where notes are asked for, and not where it says right`, () => {
    const told = (sample: typeof rule.wrong, depth: "checked" | "whole") => lintTexts(withSample(sample), new Map(), depth).diagnostics.filter(({ code }) => code === rule.code);
    const right = new Set(told(rule.right, "whole").map(({ message }) => message.en));
    const [own] = told(rule.wrong, "whole").filter(({ message }) => !right.has(message.en));
    expect([own?.level, own?.place?.line !== undefined && own.place.line > 1]).toEqual(["note", true]);
    expect(own?.message.zh).toMatch(/\p{Script=Han}/u);
    expect(told(rule.wrong, "checked")).toEqual([]);
    const asked = lintTexts(withSample(rule.wrong), new Map([[rule.code, "warning"]]), "checked").diagnostics.filter(({ code }) => code === rule.code);
    expect(asked.map(({ level }) => level)).toContain("warning");
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
