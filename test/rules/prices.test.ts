import { expect, test } from "vitest";
import type { Policy, RuleEvent } from "../../src/policy/index.ts";
import { readWhole } from "./read-policies.ts";
import { folders } from "./written.ts";

/** Effective annual cost of a flat monthly fee on the original principal, repaid in equal parts: by bisection. */
function annualCost(feeMonthlyBps: number, months: number): number {
  const payment = 1 / months + feeMonthlyBps / 10_000;
  const present = (rate: number) => Array.from({ length: months }, (_, k) => payment / (1 + rate) ** (k + 1)).reduce((a, b) => a + b, 0);
  let [low, high] = [0, 1];
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2;
    if (present(middle) > 1) low = middle;
    else high = middle;
  }
  return (1 + low) ** 12 - 1;
}

function prices({ decisions }: Policy): readonly RuleEvent[] {
  const { rules, otherwise, onMissing } = decisions.pricing;
  return [...rules.map(({ event }) => event), ...Object.values(otherwise), onMissing].filter(({ type }) => type === "price");
}

function numberOf(policy: Policy, value: unknown): number {
  if (typeof value === "number") return value;
  const fact = typeof value === "object" && value !== null && "fact" in value ? String(value.fact) : "";
  const found = policy.parameters.find(({ name }) => `param.${name}` === fact || name === fact);
  if (found === undefined) throw new Error(`${fact} is no parameter`);
  return found.value;
}

test("one per cent a month on the original principal costs nearly a quarter a year, not twelve per cent", () => {
  expect(annualCost(100, 12)).toBeGreaterThan(0.23);
  expect(annualCost(100, 12)).toBeLessThan(0.24);
  expect(annualCost(50, 12)).toBeCloseTo(0.115, 2);
});

test.each(Object.keys(folders))("no price of %s costs more than 24 per cent a year, guarantee fee included", (name) => {
  const policy = readWhole(name);
  const found = prices(policy);
  expect(found.length).toBeGreaterThan(0);
  for (const { params = {} } of found) {
    const arrangement = policy.arrangements[JSON.stringify(params["arrangement"]).slice(1, -1)];
    if (arrangement === undefined) throw new Error("a price without an arrangement");
    const fee = numberOf(policy, params["feeMonthlyBps"]) + arrangement.guaranteeFeeMonthlyBps;
    for (const months of [params["terms"]].flat()) expect(annualCost(fee, Number(months)), `${fee} bps over ${Number(months)} months`).toBeLessThan(0.24);
    expect(numberOf(policy, params["lateDailyBps"])).toBeLessThanOrEqual(5);
  }
});

test("weak scores pay markedly more under silent auto-enrolment, and the same as everybody under consent first", () => {
  const fees = (name: string) => {
    const policy = readWhole(name);
    return prices(policy).map(({ params }) => numberOf(policy, params?.["feeMonthlyBps"]));
  };
  expect(Math.max(...fees("silent-auto-enrolment"))).toBeGreaterThanOrEqual(80);
  expect(new Set(fees("consent-first")).size).toBe(1);
});
