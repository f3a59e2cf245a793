import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDealer } from "../../src/workbench/deal.ts";

describe("jobs dealt to lanes", () => {
  const jobs = ["a1", "b1", "c1", "a2", "b2", "c2"];
  const block = (job: string): string => job.slice(1);

  it("those of one block go to one lane, one after the other", () => {
    const next = createDealer(jobs, block);
    expect([next(0), next(1), next(0), next(1), next(0), next(1)]).toEqual(["a1", "a2", "b1", "b2", "c1", "c2"]);
    expect(next(0)).toBeUndefined();
  });

  it("a lane that would be idle takes the last job of whoever has most left", () => {
    const next = createDealer(["a1", "b1", "c1", "d1"], block);
    expect([next(0), next(1), next(1), next(0), next(1)]).toEqual(["a1", "d1", "c1", "b1", undefined]);
  });

  it("every job is dealt once, whoever asks and in whatever order", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 500 }), { maxLength: 60 }), fc.integer({ min: 1, max: 9 }), fc.infiniteStream(fc.integer({ min: 0, max: 4 })), (numbers, groups, lanes) => {
        const next = createDealer(numbers, (number) => String(number % groups));
        const dealt = numbers.map(() => next(lanes.next().value));
        expect(new Set(dealt)).toEqual(new Set(numbers));
        expect(next(0)).toBeUndefined();
      }),
    );
  });
});
