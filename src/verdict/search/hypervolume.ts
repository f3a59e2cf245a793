/**
 * The volume of what the points beat, above a reference point: every coordinate is better when higher. Points that are not
 * above the reference in every coordinate count for nothing. Exact, by slicing along the last coordinate.
 */
export function hypervolume(points: readonly (readonly number[])[], reference: readonly number[]): number {
  const above = points.filter((point) => point.every((value, axis) => value > (reference[axis] ?? Number.POSITIVE_INFINITY)));
  return volume(above, reference, reference.length);
}

function volume(points: readonly (readonly number[])[], reference: readonly number[], axes: number): number {
  if (points.length === 0) return 0;
  const last = axes - 1;
  const floor = reference[last] ?? 0;
  if (last === 0) return Math.max(...points.map((point) => point[0] ?? floor)) - floor;
  const heights = [...new Set(points.map((point) => point[last] ?? floor))].toSorted((a, b) => b - a);
  return heights.reduce((sum, height, at) => {
    const below = heights[at + 1] ?? floor;
    return sum + (height - below) * volume(points.filter((point) => (point[last] ?? floor) >= height), reference, last);
  }, 0);
}
