export type Direction = "higher" | "lower";

/**
 * Indices of the points that no other point beats: at least as good in every direction and better in one.
 * Equal points stand together. A point with a coordinate that is not a number is never on the front.
 */
export function paretoFront(
  points: readonly (readonly number[])[],
  directions: readonly Direction[],
): readonly number[] {
  const signs = directions.map((direction) => (direction === "higher" ? 1 : -1));
  const scores = points.map((point) => signs.map((sign, axis) => sign * (point[axis] ?? Number.NaN)));
  const whole = scores.map((score) => score.every((value) => !Number.isNaN(value)));
  return scores.flatMap((score, index) => {
    const beaten = scores.some((other, rival) => rival !== index && whole[rival] === true && beats(other, score));
    return whole[index] === true && !beaten ? [index] : [];
  });
}

function beats(other: readonly number[], score: readonly number[]): boolean {
  const asGood = other.every((value, axis) => value >= (score[axis] ?? Number.NaN));
  return asGood && other.some((value, axis) => value > (score[axis] ?? Number.NaN));
}
