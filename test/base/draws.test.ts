import fc from "fast-check";
import { expect, test } from "vitest";
import { BlockDraws, createDraws, drawByScript, normalQuantile, philox, streamKey } from "../../src/base/index.ts";

function block(...words: readonly [number, number, number, number, number, number]): string {
  const out = new Int32Array(4);
  philox(out, ...words);
  return Array.from(out, (word) => (word >>> 0).toString(16).padStart(8, "0")).join(" ");
}

test("Philox4x32-10 gives the published known answers", () => {
  expect(block(0, 0, 0, 0, 0, 0)).toBe("6627e8d5 e169c58d bc57ac4c 9b00dbd8");
  const ones = 0xffffffff;
  expect(block(ones, ones, ones, ones, ones, ones)).toBe("408f276d 41c83b0e a20bc7c6 6d5451fd");
  expect(block(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xa4093822, 0x299f31d0)).toBe(
    "d16cfe09 94fdcceb 5001e420 24126ea1",
  );
});

/** The definition of Philox with arithmetic of any size. */
function reference(words: readonly number[]): string {
  let [x0 = 0n, x1 = 0n, x2 = 0n, x3 = 0n, k0 = 0n, k1 = 0n] = words.map((word) =>
    BigInt(word >>> 0),
  );
  const mask = 0xffffffffn;
  for (let round = 0; round < 10; round++) {
    const a = 0xd2511f53n * x0;
    const b = 0xcd9e8d57n * x2;
    [x0, x1, x2, x3] = [(b >> 32n) ^ x1 ^ k0, b & mask, (a >> 32n) ^ x3 ^ k1, a & mask];
    k0 = (k0 + 0x9e3779b9n) & mask;
    k1 = (k1 + 0xbb67ae85n) & mask;
  }
  return [x0, x1, x2, x3].map((word) => word.toString(16).padStart(8, "0")).join(" ");
}

test("Philox agrees with its definition for any counter and key", () => {
  const word = fc.oneof(
    fc.integer({ min: 0, max: 0xffffffff }),
    fc.constantFrom(0, 0xffff, 0x10000, 0x80000000),
  );
  fc.assert(
    fc.property(fc.tuple(word, word, word, word, word, word), (words) => {
      expect(block(...words)).toBe(reference(words));
    }),
    { numRuns: 500 },
  );
});

test("blocks drawn by the WebAssembly module are those of the script, any number of them", () => {
  const word = fc.integer({ min: 0, max: 0xffffffff });
  const some = fc.tuple(fc.integer({ min: 0, max: 2 ** 40 }), fc.integer({ min: -1000, max: 240 }), fc.integer({ min: 0, max: 63 }), fc.integer({ min: 0, max: 300 }));
  fc.assert(
    fc.property(word, word, some, (low, high, [customer, month, group, count]) => {
      const [fast, slow] = [0, 1].map(() => new Float64Array(count * 4 + 8).fill(-1));
      if (fast === undefined || slow === undefined) throw new Error("there are two");
      new BlockDraws({ low, high }).write(fast, 4, customer, month, group, count);
      drawByScript({ low, high }, slow, 4, customer, month, group, count);
      expect(fast).toEqual(slow);
      expect(fast.subarray(0, 4)).toEqual(Float64Array.of(-1, -1, -1, -1));
    }),
    { numRuns: 200 },
  );
  const many = 5000; // more than the module's memory holds
  const [fast, slow] = [new Float64Array(many * 4), new Float64Array(many * 4)];
  new BlockDraws({ low: 1, high: 2 }).write(fast, 0, 17, -500, 33, many);
  drawByScript({ low: 1, high: 2 }, slow, 0, 17, -500, 33, many);
  expect(fast).toEqual(slow);
});

test("the key of a seed is frozen: a change would change every published number", () => {
  expect(streamKey("baseline", 0)).toEqual({ low: 1105975867, high: 2421132193 });
  const draws = createDraws(streamKey("baseline", 0));
  expect([
    draws.uniform(0, -1, 0),
    draws.uniform(17, 3, 9),
    draws.normal(199_999_999, 239, 63),
  ]).toEqual([0.05802919657435268, 0.5099153845803812, -0.08465962357550139]);
});

test("seeds and replications that differ have different keys", () => {
  const seeds = ["", "a", "a/1", "a\\u4e00;", "丁", "\u0001", "一", "七", " a", "A"];
  const keys = seeds.flatMap((seed) =>
    [0, 1, 2, 11].map((replication) => streamKey(seed, replication)),
  );
  expect(new Set(keys.map(({ low, high }) => `${low} ${high}`)).size).toBe(keys.length);
});

const address = fc.tuple(
  fc.integer({ min: 0, max: 200_000_000 }),
  fc.integer({ min: -240, max: 240 }),
  fc.integer({ min: 0, max: 127 }),
);

test("a draw depends on its address only, whatever was drawn before", () => {
  const key = streamKey("order", 0);
  fc.assert(
    fc.property(fc.array(address, { minLength: 1, maxLength: 40 }), (addresses) => {
      const inOrder = createDraws(key);
      for (const each of addresses) {
        expect(inOrder.uniform(...each)).toBe(createDraws(key).uniform(...each));
        expect(inOrder.normal(...each)).toBe(normalQuantile(inOrder.uniform(...each)));
      }
    }),
    { numRuns: 50 },
  );
});

test("draws of different addresses differ, above 2^32 customers too", () => {
  const draws = createDraws(streamKey("apart", 0));
  fc.assert(
    fc.property(address, address, (a, b) => {
      fc.pre(a.some((part, i) => part !== b[i]));
      expect(draws.uniform(...a)).not.toBe(draws.uniform(...b));
    }),
    { seed: 1 }, // two of 2^32 values may meet by chance
  );
  expect(draws.uniform(5, 0, 0)).not.toBe(draws.uniform(5 + 2 ** 32, 0, 0));
  expect(draws.uniform(5, -1, 0)).not.toBe(draws.uniform(5, 1, 0));
});

/** Mean, variance and correlation with a shifted copy of n draws. */
function moments(
  n: number,
  draw: (i: number) => number,
): { mean: number; variance: number; shifted: number } {
  const values = Array.from({ length: n }, (_, i) => draw(i));
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n;
  const shifted = values
    .slice(1)
    .reduce((sum, value, i) => sum + (value - mean) * ((values[i] ?? 0) - mean), 0);
  return { mean, variance, shifted: shifted / n / variance };
}

test("uniforms and normals have their mean and variance, along customers, months and purposes", () => {
  const draws = createDraws(streamKey("moments", 0));
  const n = 200_000;
  const uniform = moments(n, (i) => draws.uniform(i, 3, 2));
  expect(Math.abs(uniform.mean - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / n));
  expect(Math.abs(uniform.variance - 1 / 12)).toBeLessThan(4 * Math.sqrt(1 / 180 / n));
  expect(Math.abs(uniform.shifted)).toBeLessThan(4 / Math.sqrt(n));
  const along = moments(n, (i) => draws.normal(Math.floor(i / 480), (i % 480) - 240, 5));
  expect(Math.abs(along.mean)).toBeLessThan(4 / Math.sqrt(n));
  expect(Math.abs(along.variance - 1)).toBeLessThan(4 * Math.sqrt(2 / n));
  expect(Math.abs(along.shifted)).toBeLessThan(4 / Math.sqrt(n));
  const across = moments(n, (i) => draws.normal(i >> 6, 1, i & 63));
  expect(Math.abs(across.variance - 1)).toBeLessThan(4 * Math.sqrt(2 / n));
  expect(Math.abs(across.shifted)).toBeLessThan(4 / Math.sqrt(n));
});

test("a uniform is never 0 nor 1", () => {
  const draws = createDraws(streamKey("open", 0));
  for (let i = 0; i < 100_000; i++) {
    const u = draws.uniform(i, 0, 0);
    expect(u > 0 && u < 1).toBe(true);
  }
});
