import { moduleBlocks, philoxModule } from "./philox-module.ts";
import { philox } from "./philox.ts";
import type { StreamKey } from "./stream-key.ts";

const word = 4294967296;
const monthOffset = 1000;

/**
 * Draws of one key, by the module where WebAssembly is to be had, else by the script: both give the same numbers. A
 * class, because the engine makes better code of a method that many share than of closures, one a key.
 */
export class BlockDraws {
  readonly #key: StreamKey;

  constructor(key: StreamKey) {
    this.#key = key;
    machine ??= startMachine() ?? "none";
  }

  /**
   * Writes blocks of four uniforms strictly between 0 and 1, multiples of 2^−32 plus 2^−33, to `out` from `at` on:
   * block i is that of the month `month` + i, of a customer and a group of four purposes. Takes numbers rather than an
   * object, because it is called in every month of every customer.
   */
  write(out: Float64Array, at: number, customer: number, month: number, group: number, count: number): void {
    if (machine === undefined || machine === "none") return drawByScript(this.#key, out, at, customer, month, group, count);
    const { low, high } = this.#key;
    const { draw, blocks } = machine;
    for (let done = 0; done < count; done += moduleBlocks) {
      const some = Math.min(count - done, moduleBlocks);
      draw(0, customer, upperWord(customer), month + done + monthOffset, group, low, high, some);
      for (let i = 0, to = at + done * 4; i < some * 4; i++, to++) out[to] = blocks[i] ?? 0;
    }
  }
}

const lanes = new Int32Array(4);

/** The same in JavaScript alone. */
export function drawByScript({ low, high }: StreamKey, out: Float64Array, at: number, customer: number, month: number, group: number, count: number): void {
  for (let i = 0; i < count; i++) {
    philox(lanes, customer, upperWord(customer), month + i + monthOffset, group, low, high);
    for (let lane = 0; lane < 4; lane++) out[at + i * 4 + lane] = (((lanes[lane] ?? 0) >>> 0) + 0.5) / word;
  }
}

const upperWord = (customer: number): number => (customer < word ? 0 : Math.floor(customer / word));

/** A running module; what it draws stands in `blocks` until it draws again. */
interface Machine {
  readonly draw: (...words: readonly number[]) => void;
  readonly blocks: Float64Array;
}

/** One for all keys: each takes address space. Invariant: nothing that it drew is looked at after another draw. */
let machine: Machine | "none" | undefined;

// What is used of the global of this name; undefined where an engine has none.
declare const WebAssembly:
  | { readonly Module: new (bytes: Uint8Array) => object; readonly Instance: new (module: object) => { readonly exports: object } }
  | undefined;

function startMachine(): Machine | undefined {
  if (typeof WebAssembly === "undefined") return undefined;
  try {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(philoxModule()));
    if (!hasDraw(exports)) throw new Error("the module lacks an export");
    return { draw: exports.draw, blocks: new Float64Array(exports.memory.buffer) };
  } catch (error) {
    // Some settings forbid WebAssembly or leave it no memory.
    if (error instanceof RangeError || (error instanceof Error && error.name === "CompileError")) return undefined;
    throw error;
  }
}

function hasDraw(exports: object): exports is { readonly draw: Machine["draw"]; readonly memory: { readonly buffer: ArrayBuffer } } {
  return "draw" in exports && typeof exports.draw === "function" && "memory" in exports;
}
