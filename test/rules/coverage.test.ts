import { expect, test } from "vitest";
import { folders, writtenFiles } from "./written.ts";

test.each(Object.keys(folders))("every rule of %s decides at least one example", (name) => {
  const idle = writtenFiles(name).flatMap((file) => {
    const deciding = new Set(file.examples.flatMap(({ expect: outcome }) => outcome.because));
    return file.rules.filter((rule) => !deciding.has(rule.name)).map((rule) => `${file.decision} ${rule.name}`);
  });
  expect(idle).toEqual([]);
});

test.each(Object.keys(folders))("no two rules of a file of %s have one name, and no two of its deciding rules one priority", (name) => {
  for (const { rules } of writtenFiles(name)) {
    expect(new Set(rules.map((rule) => rule.name)).size).toBe(rules.length);
    expect(new Set(rules.map((rule) => rule.priority)).size).toBe(rules.length);
  }
});

test.each(Object.keys(folders))("every moment of %s says what holds where no rule does", (name) => {
  for (const { decision, otherwise, examples } of writtenFiles(name)) {
    expect(Object.keys(otherwise).length, decision).toBeGreaterThan(0);
    for (const example of examples) expect(Object.keys(otherwise)).toContain(example.moment);
  }
});
