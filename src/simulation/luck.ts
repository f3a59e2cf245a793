import { philox, type StreamKey } from "../base/index.ts";

/**
 * The four draws of purposes 4n … 4n + 3 of a customer and month at once: the same numbers as `Draws.uniform` gives
 * one by one (a test holds them together). The month needs all four of two blocks, so it takes them whole.
 */
export interface Luck {
  /** Draws the block of a purpose that is a multiple of four into `four`. */
  draw(customer: number, month: number, purpose: number): void;
  readonly four: Float64Array;
}

const monthOffset = 1000;
const word = 4294967296;

/** The luck of one key. Not to be shared between threads. */
export function createLuck({ low, high }: StreamKey): Luck {
  const lanes = new Int32Array(4);
  const four = new Float64Array(4);
  return {
    four,
    draw(customer, month, purpose) {
      const upper = customer < word ? 0 : Math.floor(customer / word);
      philox(lanes, customer, upper, month + monthOffset, purpose >> 2, low, high);
      four[0] = (((lanes[0] ?? 0) >>> 0) + 0.5) / word;
      four[1] = (((lanes[1] ?? 0) >>> 0) + 0.5) / word;
      four[2] = (((lanes[2] ?? 0) >>> 0) + 0.5) / word;
      four[3] = (((lanes[3] ?? 0) >>> 0) + 0.5) / word;
    },
  };
}
