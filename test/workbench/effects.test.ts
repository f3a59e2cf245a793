// Every mechanism, switched off and on over the same customers with the same luck, moves what it must and nothing else
// that it names.
import { describe, expect, test } from "vitest";
import { measureNamed } from "../../src/statistics/index.ts";
import { mechanisms } from "../../src/workbench/effects/mechanisms/index.ts";
import { mechanismRunner, type RanMechanism } from "../../src/workbench/effects/run-mechanism.ts";
import { runSide } from "../../src/workbench/effects/run-side.ts";
import { openProject } from "../../src/workbench/project.ts";
import { quietWorld } from "./world.ts";

const run = mechanismRunner({
  project: openProject(quietWorld()),
  scenario: "baseline",
  defaults: { "population.customers": 600 },
  run: runSide,
});

/** What a run says of the moves it was to make, as it would have to read. */
function said({ mechanism, effects, diagnostics }: RanMechanism): { readonly moved: readonly string[]; readonly stayed: readonly string[]; readonly errors: readonly string[] } {
  const of = (name: string): string => {
    const effect = effects.find((each) => each.name === name);
    const { difference = null, interval = null, off = null, on = null } = effect ?? {};
    const nowhere = difference === null || interval === null ? difference === 0 || difference === null : difference === 0;
    if (nowhere) return `${name} stays at ${off} and ${on}`;
    return `${name} ${(difference ?? 0) > 0 ? "up" : "down"}`;
  };
  return {
    errors: diagnostics.filter(({ level }) => level === "error").map(({ message }) => message.en),
    moved: mechanism.moves.map(({ measure }) => of(measure)),
    stayed: mechanism.stays.filter((measure) => {
      const effect = effects.find(({ name }) => name === measure);
      return effect === undefined || effect.off !== effect.on;
    }),
  };
}

describe.each(mechanisms.map((mechanism) => [mechanism.name, mechanism] as const))("%s", (_, mechanism) => {
  test("moves what it must, and leaves what it must leave", { timeout: 120_000 }, async () => {
    const ran = await run(mechanism);
    expect(said(ran)).toEqual({ errors: [], moved: mechanism.moves.map(({ measure, to }) => `${measure} ${to}`), stayed: [] });
  });
});

test("every mechanism has a name of its own, words in both languages and measures that exist", () => {
  const names = mechanisms.map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(name))).toEqual([]);
  const named = mechanisms.flatMap(({ moves, stays }) => [...moves.map(({ measure }) => measure), ...stays]);
  expect(named.filter((name) => measureNamed(name) === undefined)).toEqual([]);
  expect(mechanisms.filter(({ moves }) => moves.length === 0).map(({ name }) => name)).toEqual([]);
  const texts = mechanisms.flatMap(({ title, claim }) => [title, claim]);
  expect(texts.filter(({ en, zh }) => en === "" || !/[一-鿿]/u.test(zh))).toEqual([]);
});
