// People who review: what they cost, how long they take, and their mistakes.
import { expect, test } from "vitest";
import { settleLoads, viewTally, type Tally } from "../../src/simulation/index.ts";
import { assuming, inputsOf, policy, run, type Trial } from "./world.ts";

const customers = 800;
const base = policy("consent-first");
const wide = { minScore: 720, reviewScore: 500 };
const reviewing = { ...base, parameters: base.parameters.map((one) => (one.name === "minScore" ? { ...one, value: wide.minScore } : one.name === "reviewScore" ? { ...one, value: wide.reviewScore } : one)) };

type Review = NonNullable<NonNullable<Trial["lender"]>["review"]>;
const trial = (review: Partial<Review> | undefined): Trial => ({
  policy: reviewing, customers, months: 10, assumptions: assuming({ applicationHazard: 0.15 }),
  lender: { type: "microlender", ...(review === undefined ? {} : { review: { costFen: 0, errorApprove: 0, errorDecline: 0, ...review } }) },
});

function tallied(given: Trial): Tally {
  const { waits } = settleLoads(inputsOf(given), 3);
  return viewTally(run({ ...given, waits }).block(0, customers));
}

test("reviewers without mistakes decline nobody wrongly; with mistakes they do, as often as said", () => {
  const right = tallied(trial({}));
  expect(right.total("reviewsDecided")).toBe(right.total("reviewed"));
  expect(right.total("reviewsDecided")).toBeGreaterThan(100);
  expect([right.total("reviewsWronglyDeclined"), right.total("reviewsWronglyApproved")]).toEqual([0, 0]);
  const wrong = tallied(trial({ errorApprove: 1, errorDecline: 1 }));
  expect(wrong.total("reviewsWronglyDeclined") + wrong.total("reviewsWronglyApproved")).toBe(wrong.total("reviewsDecided"));
});

test("each review costs what it costs, and the ledger's operating cost has it", () => {
  const [free, dear] = [tallied(trial({})), tallied(trial({ costFen: 3000 }))];
  expect(dear.total("reviewCostFen")).toBe(3000 * dear.total("reviewsDecided"));
  expect(dear.total("operatingCostFen") - free.total("operatingCostFen")).toBe(dear.total("reviewCostFen"));
});

test("few reviewers make people wait: their accounts open months later, and nobody is lost on the way", () => {
  const slow = trial({ capacityPer1000: 8 });
  const { waits } = settleLoads(inputsOf(slow), 2);
  expect(Math.max(...(waits.review ?? []))).toBeGreaterThan(30);
  const ready = run({ ...slow, waits });
  let late = 0;
  for (let customer = 0; customer < customers; customer++) {
    const { entries } = ready.history(customer);
    const sent = entries.find(({ name }) => name === "review-waits");
    if (sent === undefined || Number(sent.figures["waitDays"]) < 30) continue;
    const due = sent.month + Math.floor(Number(sent.figures["waitDays"]) / 30);
    const opened = entries.find(({ name, month }) => name === "account-opened" && month > sent.month);
    if (entries.some(({ name, month }) => name === "account-opened" && month === sent.month)) throw new Error("opened while waiting");
    if (opened !== undefined && opened.month === due) late++;
  }
  expect(late).toBeGreaterThan(3);
});

test("where the scenario says nothing of reviewers they decide at random, at once, for nothing", () => {
  const tally = tallied(trial(undefined));
  expect(tally.total("reviewed")).toBeGreaterThan(100);
  expect([tally.total("reviewsDecided"), tally.total("reviewCostFen"), tally.total("reviewDays")]).toEqual([0, 0, 0]);
});
