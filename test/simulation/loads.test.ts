import fc from "fast-check";
import { expect, test } from "vitest";
import { gapDays, given, loadOf, prepareRun, settleLoads, viewTally, type Queue } from "../../src/simulation/index.ts";
import { assuming, inputsOf, policy, withProcedures, type Trial } from "./world.ts";

const desk = (perMonth: number, secondLine?: Queue["secondLine"]): Queue => ({
  kind: "desk", name: "complaints", arrivals: ["complaints"], perMonth, ...(secondLine === undefined ? {} : { secondLine }),
});

/** The mean days that cases wait, by the month they arrive, one case after the other: nothing of ours in it. */
function served(perMonth: number, arrivals: readonly number[]): number[] {
  const service = 1 / perMonth;
  let free = 0;
  return arrivals.map((count, month) => {
    let waited = 0;
    for (let i = 0; i < count; i++) {
      const at = month + (i + 0.5) / count;
      const start = Math.max(free, at);
      waited += start - at;
      free = start + service;
    }
    return count === 0 ? 0 : (waited / count) * 30;
  });
}

test("waits are those of a desk that serves one case after the other", () => {
  fc.assert(
    fc.property(fc.integer({ min: 500, max: 2000 }), fc.array(fc.integer({ min: 100, max: 4000 }), { minLength: 1, maxLength: 24 }), (perMonth, arrivals) => {
      const { waitDays } = loadOf(desk(perMonth), arrivals);
      // Beside rounding, a flow knows single cases not at all: the time of a few of them.
      served(perMonth, arrivals).forEach((days, month) => expect(Math.abs((waitDays[month] ?? 0) - days)).toBeLessThan(0.5 + 300 / perMonth));
    }),
  );
});

test("a desk that is overrun by a tenth falls behind by three days a month; one that is not never does", () => {
  expect(loadOf(desk(100), [110, 110, 110, 110]).waitDays).toEqual([2, 4, 8, 10]); // 1.5, 4.5, 7.5, 10.5, halves to even
  expect(loadOf(desk(100), [100, 90, 100]).waitDays).toEqual([0, 0, 0]);
  expect(loadOf(desk(0), [0, 1]).waitDays).toEqual([0, 3000]);
});

test("a second line takes over once the first case has waited long enough", () => {
  const alone = loadOf(desk(100), Array.from({ length: 12 }, () => 130));
  const helped = loadOf(desk(100, { afterDays: 20, perMonth: 40 }), Array.from({ length: 12 }, () => 130));
  expect(alone.waitDays[11]).toBeGreaterThan(90);
  expect(Math.max(...helped.waitDays)).toBeLessThan(30);
  expect(helped.waitDays.slice(0, 3)).toEqual(alone.waitDays.slice(0, 3));
});

const customers = 800;
const upset = assuming({ complaintDiscovery: 0.5, complaintOverdue: 0.3, closeBase: 0.03, complaintClosureDenied: 0.8 });
const trial = (per1000: number | undefined): Trial => ({
  customers, months: 12, assumptions: upset,
  lender: { type: "microlender", ...(per1000 === undefined ? {} : { capacityPer1000: { complaints: per1000 } }) },
});

test("with too few hands complaints wait, answers come too late for the law, and the open dispute keeps accounts open", () => {
  const free = viewTally(prepareRun(inputsOf(trial(undefined))).block(0, customers));
  const inputs = inputsOf(trial(8));
  const { waits, passes } = settleLoads(inputs);
  expect(passes).toHaveLength(1);
  const full = viewTally(prepareRun({ ...inputs, waits }).block(0, customers));
  expect(full.total("complaintDays") / full.total("complaints")).toBeGreaterThan(3 * (free.total("complaintDays") / free.total("complaints")));
  expect(full.total("closuresRefused")).toBeGreaterThan(free.total("closuresRefused"));
  const late = (tally: typeof full, rule: string): number => tally.laws.find((law) => law.rule === rule)?.persons ?? -1;
  expect(late(free, "CN-CMP-002")).toBe(0);
  expect(late(full, "CN-CMP-002")).toBeGreaterThan(20);
  for (const counter of ["salesWithoutCreditFen", "considered"] as const) expect(full.total(counter)).toBe(free.total(counter));
});

test("passes come closer: the second knows what the first found, and the gap shrinks to nothing", () => {
  const inputs = inputsOf(trial(8));
  const { passes } = settleLoads(inputs, 8);
  const gaps = passes.slice(1).map((loads, at) => gapDays(loads, Object.fromEntries((passes[at] ?? []).map((load) => [load.queue, given(load)]))));
  expect(gaps.length).toBeGreaterThan(1);
  expect(gaps.at(-1) ?? 99).toBeLessThanOrEqual(2);
  expect(gaps.at(-1) ?? 99).toBeLessThan(gapDays(passes[0] ?? [], {}));
});

test("the policy's own capacity goes before the lender's, and without any nothing is played twice", () => {
  const own = withProcedures(policy("consent-first"), (p) => ({ ...p, complaints: { ...p.complaints, capacityPer1000: 1000 } }));
  expect(settleLoads(inputsOf({ ...trial(0.1), policy: own })).waits.complaints?.every((days) => days === 0)).toBe(true);
  expect(settleLoads(inputsOf(trial(undefined)))).toEqual({ waits: {}, passes: [] });
});
