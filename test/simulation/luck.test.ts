import { createDraws, streamKey } from "../../src/base/index.ts";
import { expect, test } from "vitest";
import { createLuck, purposes } from "../../src/simulation/index.ts";

test("a block of luck is the same four draws one by one, for any month and customer", () => {
  const key = streamKey("luck", 3);
  const draws = createDraws(key);
  for (const customer of [0, 17, 4_294_967_295, 4_294_967_296, 2 ** 40]) {
    for (const purpose of [purposes.shock, purposes.amount, purposes.strength]) {
      const luck = createLuck(key, purpose, { first: -120, last: 239 });
      // Months of the past after those to come: what was drawn of a customer before is drawn again.
      for (const month of [-18, -1, 0, 5, 239, -120, 238]) {
        const at = luck.at(customer, month);
        for (let lane = 0; lane < 4; lane++) expect(luck.values[at + lane]).toBe(draws.uniform(customer, month, purpose + lane));
      }
    }
  }
});

test("purposes are apart, within their range, and blocks start at multiples of four", () => {
  const numbers = Object.values(purposes);
  expect(new Set(numbers).size).toBe(numbers.length);
  for (const number of numbers) expect(number >= 128 && number <= 255).toBe(true);
  for (const first of [purposes.shock, purposes.amount, purposes.strength]) expect(first % 4).toBe(0);
});
