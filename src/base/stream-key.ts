import seedrandom from "seedrandom";

/** The two 32-bit words that key all draws of one seed and replication. Plain data: it travels to threads. */
export interface StreamKey {
  readonly low: number;
  readonly high: number;
}

/**
 * The key of a seed string's replication (0, 1, 2 …). seedrandom mixes the string; it looks at the lower
 * byte of each character only, so others are written as escapes first: seeds in Chinese stay apart.
 */
export function streamKey(seed: string, replication: number): StreamKey {
  const generator = seedrandom(`${plain(seed)}/${replication}`);
  return { low: generator.int32() >>> 0, high: generator.int32() >>> 0 };
}

function plain(seed: string): string {
  return seed.replace(/[^\x20-\x5b\x5d-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16)};`);
}
