// Common random numbers pay: near policies on the same customers differ by far less than policies on customers of their own.
import { expect, test } from "vitest";
import { measureNamed, type MeasureSample } from "../../src/statistics/index.ts";
import { quietWorld } from "../workbench/world.ts";
import { openLab, pairingOf, tenthLower, totalsOf } from "./pairing.ts";

test("with limits a tenth lower, the paired difference of the 90+ rate needs at least 20 times fewer customers", { timeout: 120_000 }, async () => {
  const lab = await openLab(quietWorld(), "baseline", 4000);
  const policy = lab.champion;
  const [own, near] = [totalsOf(lab, { policy }), totalsOf(lab, tenthLower(lab, policy))];
  // The same persons are approved: only limits differ.
  expect(pairingOf(own, near, "approved", "considered")).toMatchObject({ differ: 0, factor: Number.POSITIVE_INFINITY });
  const { first, factor } = pairingOf(own, near, "newly90", "booked");
  expect(first).toBeGreaterThan(0.01);
  expect(factor).toBeGreaterThan(20);
  expect(pairingOf(own, near, "limitBookedFen", "booked").second).toBeLessThan(0.95 * pairingOf(own, near, "limitBookedFen", "booked").first);
  await lab.close();
});

const isLong = process.env["POLICY_BENCH_LONG"] !== undefined;
test.runIf(isLong)("samples of 600 customers of the simulator hold the figure of 120,000 as often as they say", { timeout: 900_000 }, async () => {
  const [all, each] = [120_000, 600];
  const lab = await openLab(quietWorld(), "baseline", all);
  const wanted = ["approvalRate", "complaintsPerThousand", "salesPerCustomer", "utilisation", "enrolledShare"].flatMap((name) => measureNamed(name) ?? []);
  const variant = { policy: lab.champion };
  const truth = await lab.samples(variant, { wanted });
  const covered = truth.map(() => 0);
  for (let first = 0; first < all; first += each) {
    const samples = await lab.samples(variant, { wanted, first, count: each });
    samples.forEach((sample: MeasureSample, at) => {
      const { interval } = sample.at(0.95);
      const value = truth[at]?.value ?? Number.NaN;
      if (interval !== null && interval.low <= value && value <= interval.high) covered[at] = (covered[at] ?? 0) + 1;
    });
  }
  await lab.close();
  // 200 samples: four standard errors of chance are 6 points.
  wanted.forEach(({ name }, at) => expect((covered[at] ?? 0) / (all / each), name).toBeGreaterThan(0.89));
});
