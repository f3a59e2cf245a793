import { expect, test } from "vitest";
import { viewTally, type CounterName } from "../../src/simulation/index.ts";
import { run } from "./world.ts";

// The shipped population under the shipped policy that enrols most. The model was tuned to these figures: that they
// agree is no evidence of its truth, only that nobody has broken it. Published ranges are in `policy-bench validate`.
const tally = viewTally(run({ policy: "silent-auto-enrolment", customers: 8000, book: "empty" }).block(0, 8000));
const total = (counter: CounterName): number => tally.total(counter);

function within(value: number, low: number, high: number): void {
  expect(value).toBeGreaterThanOrEqual(low);
  expect(value).toBeLessThanOrEqual(high);
}

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
