import { createDraws, sobolDimensions, sobolPoints, streamKey } from "../../base/index.ts";

/**
 * Points that fill the unit cube evenly: Sobol's sequence after its first points as far as it reaches, else a Latin
 * hypercube in which every coordinate takes each of `count` equal slices once. The same every time.
 */
export function fillingPoints(count: number, dimensions: number, seed: string): readonly (readonly number[])[] {
  if (dimensions <= sobolDimensions) return sobolPoints(count, dimensions, 1);
  const draws = createDraws(streamKey(`design/${seed}`, 0));
  const columns = Array.from({ length: dimensions }, (_, axis) => {
    const order = Array.from({ length: count }, (_unused, index) => ({ index, at: draws.uniform(index, axis, 0) }));
    return order.toSorted((a, b) => a.at - b.at).map(({ index }) => (index + draws.uniform(index, axis, 1)) / count);
  });
  return Array.from({ length: count }, (_, index) => columns.map((column) => column[index] ?? 0));
}
