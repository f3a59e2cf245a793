const chunkLength = 16_384;

/** A column whose length is not known beforehand: grows by chunks, so no value is ever moved. */
export interface GrowingColumn {
  push(value: number): void;
  /** All values so far in one array; the chunks are let go. */
  finish(): Float64Array;
}

export function createGrowingColumn(): GrowingColumn {
  let chunks: Float64Array[] = [];
  let last = new Float64Array(0);
  let used = 0;
  return {
    push: (value) => {
      if (used === last.length) {
        last = new Float64Array(chunkLength);
        chunks.push(last);
        used = 0;
      }
      last[used++] = value;
    },
    finish: () => {
      const all = new Float64Array(
        chunks.length === 0 ? 0 : (chunks.length - 1) * chunkLength + used,
      );
      chunks.forEach((chunk, index) => {
        const size = index === chunks.length - 1 ? used : chunkLength;
        all.set(size === chunkLength ? chunk : chunk.subarray(0, size), index * chunkLength);
      });
      chunks = [];
      return all;
    },
  };
}
