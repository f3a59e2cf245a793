/**
 * Primitive polynomials (degree, inner coefficients) and initial direction numbers of Joe and Kuo (2008, the set
 * new-joe-kuo-6) for dimensions 2 and on; dimension 1 is van der Corput's.
 */
const directions: readonly (readonly [degree: number, inner: number, initial: readonly number[]])[] = [
  [1, 0, [1]], [2, 1, [1, 3]], [3, 1, [1, 3, 1]], [3, 2, [1, 1, 1]], [4, 1, [1, 1, 3, 3]], [4, 4, [1, 3, 5, 13]], [5, 2, [1, 1, 5, 5, 17]],
  [5, 4, [1, 1, 5, 5, 5]], [5, 7, [1, 1, 7, 11, 19]], [5, 11, [1, 1, 5, 1, 1]], [5, 13, [1, 1, 1, 3, 11]], [5, 14, [1, 3, 5, 5, 31]],
  [6, 1, [1, 3, 3, 9, 7, 49]], [6, 13, [1, 1, 1, 15, 21, 21]], [6, 16, [1, 3, 1, 13, 27, 49]], [6, 19, [1, 1, 1, 15, 7, 5]],
  [6, 22, [1, 3, 1, 15, 13, 25]], [6, 25, [1, 1, 5, 5, 19, 61]], [7, 1, [1, 3, 7, 11, 23, 15, 103]], [7, 4, [1, 3, 7, 13, 13, 15, 69]],
];
const bits = 32;

/** Dimensions that the table reaches. */
export const sobolDimensions = directions.length + 1;

/**
 * Points `first` … `first + count − 1` of Sobol's sequence in the unit cube: spread far more evenly than chance does, the
 * same every time. Point 0 is the origin. Throws beyond 21 dimensions.
 */
export function sobolPoints(count: number, dimensions: number, first = 0): readonly (readonly number[])[] {
  if (dimensions > sobolDimensions) throw new Error(`Sobol points reach ${sobolDimensions} dimensions`);
  const axes = Array.from({ length: dimensions }, (_, axis) => directionNumbers(axis));
  return Array.from({ length: count }, (_, index) => axes.map((numbers) => coordinate(numbers, first + index)));
}

/** The exclusive or of the direction numbers at the bits of the index in Gray's code. */
function coordinate(numbers: Uint32Array, index: number): number {
  let gray = (index ^ (index >>> 1)) >>> 0;
  let value = 0;
  for (let bit = 0; gray !== 0; bit += 1, gray >>>= 1) if ((gray & 1) === 1) value = (value ^ (numbers[bit] ?? 0)) >>> 0;
  return value / 4_294_967_296;
}

function directionNumbers(axis: number): Uint32Array {
  const numbers = new Uint32Array(bits);
  const own = directions[axis - 1];
  if (own === undefined) {
    for (let bit = 0; bit < bits; bit += 1) numbers[bit] = (1 << (bits - 1 - bit)) >>> 0;
    return numbers;
  }
  const [degree, inner, initial] = own;
  for (let bit = 0; bit < bits; bit += 1) {
    if (bit < degree) {
      numbers[bit] = ((initial[bit] ?? 1) << (bits - 1 - bit)) >>> 0;
      continue;
    }
    const before = numbers[bit - degree] ?? 0;
    let value = (before ^ (before >>> degree)) >>> 0;
    for (let term = 1; term < degree; term += 1) {
      if (((inner >>> (degree - 1 - term)) & 1) === 1) value = (value ^ (numbers[bit - term] ?? 0)) >>> 0;
    }
    numbers[bit] = value;
  }
  return numbers;
}
