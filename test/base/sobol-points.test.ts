// Sobol's points against those that Joe and Kuo publish with their direction numbers, and against known integrals.
import { expect, test } from "vitest";
import { sobolDimensions, sobolPoints } from "../../src/base/index.ts";

test("the first ten points are those that Joe and Kuo print", () => {
  expect(sobolPoints(10, 3)).toEqual([
    [0, 0, 0], [0.5, 0.5, 0.5], [0.75, 0.25, 0.25], [0.25, 0.75, 0.75], [0.375, 0.375, 0.625], [0.875, 0.875, 0.125], [0.625, 0.125, 0.875],
    [0.125, 0.625, 0.375], [0.1875, 0.3125, 0.9375], [0.6875, 0.8125, 0.4375],
  ]);
});

test("in every dimension the first 256 points take each 256th once, and any two neighbours fill every square", () => {
  const points = sobolPoints(256, sobolDimensions);
  for (let axis = 0; axis < sobolDimensions; axis += 1) {
    expect(new Set(points.map((point) => Math.floor((point[axis] ?? 1) * 256))).size).toBe(256);
  }
  // A (t, 8, 2)-net with t = 4 at worst among neighbours: each of the 4 × 4 squares holds the same number.
  for (let axis = 1; axis < sobolDimensions; axis += 1) {
    const squares = new Map<string, number>();
    for (const point of points) {
      const square = `${Math.floor((point[axis - 1] ?? 0) * 4)} ${Math.floor((point[axis] ?? 0) * 4)}`;
      squares.set(square, (squares.get(square) ?? 0) + 1);
    }
    expect([...squares.values()], `${axis}`).toEqual(Array.from({ length: 16 }, () => 16));
  }
});

test("the integral of the g-function over 12 dimensions is one", () => {
  const values = sobolPoints(4096, 12).map((point) => point.reduce((product, x, axis) => product * ((Math.abs(4 * x - 2) + axis) / (1 + axis)), 1));
  expect(values.reduce((sum, value) => sum + value, 0) / 4096).toBeCloseTo(1, 1);
  expect(() => sobolPoints(1, 22)).toThrow(/21/u);
});
