/**
 * The lower triangular factor L of a symmetric matrix (row by row) with L·L′ = matrix; `undefined` where a
 * pivot falls below `least`: the matrix is not positive enough.
 */
export function cholesky(
  matrix: Float64Array,
  size: number,
  least: number,
): Float64Array | undefined {
  const factor = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column] ?? 0;
      for (let k = 0; k < column; k++)
        sum -= (factor[row * size + k] ?? 0) * (factor[column * size + k] ?? 0);
      if (row === column && !(sum >= least)) return undefined;
      factor[row * size + column] =
        row === column ? Math.sqrt(sum) : sum / (factor[column * size + column] ?? 1);
    }
  }
  return factor;
}

/** The x with L·L′·x = right, for a factor of `cholesky`. */
export function solveFor(factor: Float64Array, size: number, right: Float64Array): Float64Array {
  const result = Float64Array.from(right);
  for (let row = 0; row < size; row++) {
    let sum = result[row] ?? 0;
    for (let k = 0; k < row; k++) sum -= (factor[row * size + k] ?? 0) * (result[k] ?? 0);
    result[row] = sum / (factor[row * size + row] ?? 1);
  }
  for (let row = size - 1; row >= 0; row--) {
    let sum = result[row] ?? 0;
    for (let k = row + 1; k < size; k++) sum -= (factor[k * size + row] ?? 0) * (result[k] ?? 0);
    result[row] = sum / (factor[row * size + row] ?? 1);
  }
  return result;
}
