import { expect, test } from "vitest";
import { viewTally, type CounterName } from "../../src/simulation/index.ts";
import { run } from "./world.ts";

// The shipped population under the shipped policy that enrols most, on a living book. The model was tuned to these
// figures: that they agree is no evidence of its truth, only that nobody has broken it.
const tally = viewTally(run({ policy: "silent-auto-enrolment", customers: 8000, book: "empty" }).block(0, 8000));
const total = (counter: CounterName): number => tally.total(counter);
const balance = total("balanceFen");

function within(value: number, low: number, high: number): void {
  expect(value).toBeGreaterThanOrEqual(low);
  expect(value).toBeLessThanOrEqual(high);
}

test("an account with a balance owes 1,500 to 3,000 yuan", () => {
  within(balance / total("accountsWithBalance") / 100, 1500, 3000);
});

test("1 to 3 % of balances are over 30 days late, .7 to 2.5 % over 90", () => {
  const over90 = total("dpd91plusBalanceFen");
  within((total("dpd31to60BalanceFen") + total("dpd61to90BalanceFen") + over90) / balance, 0.01, 0.03);
  within(over90 / balance, 0.007, 0.025);
});

test("losses are .3 to 1.5 % of what was spent on credit: entries to 90 days, as write-offs lag", () => {
  within(total("newly90BalanceFen") / total("creditSalesFen"), 0.003, 0.015);
});

test("15 to 45 % of limits are in use", () => {
  within(balance / total("limitFen"), 0.15, 0.45);
});

test("of those one to thirty days late about a sixth roll on, of those later most", () => {
  within(total("rolled1to2") / total("exposed1to30"), 0.1, 0.28);
  within(total("rolled2to3") / total("exposed31to60"), 0.6, 0.82);
  within(total("rolled3to4") / total("exposed61to90"), 0.7, 0.92);
});

test("first payments are missed more often where the account opened unasked", () => {
  const asked = viewTally(run({ policy: "consent-first", customers: 8000 }).block(0, 8000));
  const share = (of: typeof tally): number => of.total("firstStatementsMissed") / of.total("firstStatements");
  within(share(asked), 0.005, 0.035);
  within(share(tally), 0.04, 0.1);
});
