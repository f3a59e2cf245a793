import { describe, expect, test } from "vitest";
import { completions } from "./completions.ts";
import { decided, firedBy, outcomeOf, type Decided } from "./outcome.ts";
import { folders, writtenFiles, writtenPolicy } from "./written.ts";
import type { WrittenExample, WrittenFile, WrittenPolicy } from "./written.ts";

/** What an example comes to by json-rules-engine alone, once for each completion of its missing facts. */
async function comesTo(policy: WrittenPolicy, file: WrittenFile, example: WrittenExample): Promise<readonly Decided[]> {
  const all = completions(policy, example);
  const outcomes = await Promise.all(all.map(async (facts) => decided(file, example.moment, await firedBy(file, facts), facts)));
  if (!differ(outcomes)) return outcomes;
  // A missing fact that could change the outcome leaves it open: `onMissing` speaks, and no rule decided.
  const [facts = {}] = all;
  const { type, params } = outcomeOf(file.onMissing, facts);
  return [{ type, params: { ...params, undecided: true }, because: [] }];
}

function differ(outcomes: readonly Decided[]): boolean {
  return new Set(outcomes.map(({ type, params }) => JSON.stringify([type, params]))).size > 1;
}

for (const name of Object.keys(folders)) {
  const policy = writtenPolicy(name);
  for (const file of writtenFiles(name)) {
    describe(`${name}, ${file.decision}`, () => {
      test.each(file.examples)("$name", async (example) => {
        const { type, because, ...params } = example.expect;
        const outcomes = await comesTo(policy, file, example);
        expect(outcomes.length).toBeGreaterThan(0);
        for (const outcome of outcomes) {
          expect(outcome).toMatchObject({ type, params, because });
          expect("undecided" in outcome.params).toBe(params.undecided === true);
        }
      });
    });
  }
  test(`${name} shows what a missing fact leaves open`, () => {
    const open = writtenFiles(name).flatMap(({ examples }) => examples.filter((example) => example.expect.undecided === true));
    expect(open.length).toBeGreaterThan(0);
  });
}

test("a typical applicant comes to exactly one limit for exactly one rule", async () => {
  const policy = writtenPolicy("consent-first");
  const file = writtenFiles("consent-first").find(({ decision }) => decision === "limit");
  const example = file?.examples.find(({ name }) => name === "the typical applicant gets a month of income");
  if (file === undefined || example === undefined) throw new Error("the example has gone");
  expect(await comesTo(policy, file, example)).toEqual([{ type: "grant", params: { limitFen: 700000 }, because: ["LIM-12"] }]);
});
