// Philox4x32-10 as a WebAssembly module, put together here instruction by instruction. JavaScript has no product of
// 32 × 32 bits to 64; WebAssembly has, and takes a third of the time. `philox.ts` says the same in JavaScript.

const multiplierA = 0xd2511f53;
const multiplierB = 0xcd9e8d57;
const weylA = 0x9e3779b9;
const weylB = 0xbb67ae85;
const rounds = 10;

/** Blocks that the module's memory holds: one page of 64 KiB. */
export const moduleBlocks = 2048;

// Parameters of the function, then its own variables.
const at = 0; // byte where the next block goes
const customer = 1;
const customerHigh = 2;
const month = 3;
const group = 4;
const keyA = 5;
const keyB = 6;
const count = 7;
const x = [8, 9, 10, 11] as const; // the four words
const productA = 12;
const productB = 13;

const i32 = 0x7f;
const i64 = 0x7e;
const op = {
  loop: [0x03, 0x40],
  end: [0x0b],
  repeat: [0x0d, 0x00],
  extend: [0xad], // i32 → i64, unsigned
  wrap: [0xa7], // the lower half of an i64
  multiply: [0x7e],
  shiftRight: [0x88],
  xor: [0x73],
  add: [0x6a],
  subtract: [0x6b],
  toDouble: [0xb8], // unsigned
  addDouble: [0xa0],
  multiplyDouble: [0xa2],
} as const;

/**
 * The bytes of a module that exports its memory, `memory`, and `draw`: from a byte of the memory on it writes `count`
 * blocks of four uniforms each, for the months from `month` on. A uniform is (word + ½) / 2^32.
 */
export function philoxModule(): Uint8Array<ArrayBuffer> {
  const body = [...op.loop, ...start(), ...Array.from({ length: rounds }, (_, round) => oneRound(round)).flat(), ...store(), ...next(), ...op.end, ...op.end];
  const locals = list([[4, i32], [2, i64]]);
  const code = [...locals, ...body];
  const type = [0x60, ...list(Array.from({ length: 8 }, () => [i32])), 0];
  return Uint8Array.from([
    0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0, // "\0asm", version 1
    ...section(1, list([type])),
    ...section(3, list([[0]])),
    ...section(5, list([[1, 1, 1]])),
    ...section(7, list([[...name("draw"), 0, 0], [...name("memory"), 2, 0]])),
    ...section(10, list([[...size(code.length), ...code]])),
  ]);
}

/** The counter of a block becomes its four words. */
function start(): readonly number[] {
  return [customer, customerHigh, month, group].flatMap((word, i) => [...get(word), ...set(x[i] ?? 0)]);
}

function oneRound(round: number): readonly number[] {
  const [x0, x1, x2, x3] = x;
  return [
    ...product(x0, multiplierA, productA),
    ...product(x2, multiplierB, productB),
    ...upper(productB), ...get(x1), ...op.xor, ...keyOf(keyA, weylA, round), ...op.xor, ...set(x0),
    ...get(productB), ...op.wrap, ...set(x1),
    ...upper(productA), ...get(x3), ...op.xor, ...keyOf(keyB, weylB, round), ...op.xor, ...set(x2),
    ...get(productA), ...op.wrap, ...set(x3),
  ];
}

function product(word: number, by: number, into: number): readonly number[] {
  return [...get(word), ...op.extend, ...constant64(by), ...op.multiply, ...set(into)];
}

function upper(of: number): readonly number[] {
  return [...get(of), ...constant64(32), ...op.shiftRight, ...op.wrap];
}

/** A key of a round: the Weyl sequence, whose steps are known beforehand. */
function keyOf(key: number, weyl: number, round: number): readonly number[] {
  return [...get(key), ...constant32(Math.imul(weyl, round)), ...op.add];
}

function store(): readonly number[] {
  return x.flatMap((word, i) => [
    ...get(at), ...get(word), ...op.toDouble, ...double(0.5), ...op.addDouble, ...double(1 / 4294967296), ...op.multiplyDouble,
    0x39, 3, i * 8, // f64.store, aligned to 8 bytes
  ]);
}

function next(): readonly number[] {
  return [
    ...get(at), ...constant32(32), ...op.add, ...set(at),
    ...get(month), ...constant32(1), ...op.add, ...set(month),
    ...get(count), ...constant32(1), ...op.subtract, ...set(count),
    ...get(count), ...op.repeat,
  ];
}

const get = (variable: number): readonly number[] => [0x20, variable];
const set = (variable: number): readonly number[] => [0x21, variable];
const constant32 = (value: number): readonly number[] => [0x41, ...signed(BigInt(value | 0))];
const constant64 = (value: number): readonly number[] => [0x42, ...signed(BigInt(value))];
const name = (text: string): readonly number[] => list(Array.from(text, (letter) => [letter.charCodeAt(0)]));

function double(value: number): readonly number[] {
  const bytes = new DataView(new ArrayBuffer(8));
  bytes.setFloat64(0, value, true);
  return [0x44, ...new Uint8Array(bytes.buffer)];
}

function section(id: number, content: readonly number[]): readonly number[] {
  return [id, ...size(content.length), ...content];
}

function list(items: readonly (readonly number[])[]): readonly number[] {
  return [...size(items.length), ...items.flat()];
}

/** Seven bits a byte, the lowest first; all bytes but the last are marked. */
function size(value: number): readonly number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...size(value >>> 7)];
}

function signed(value: bigint): readonly number[] {
  const low = Number(value & 127n);
  const rest = value >> 7n;
  const isLast = (rest === 0n && low < 64) || (rest === -1n && low >= 64);
  return isLast ? [low] : [low | 128, ...signed(rest)];
}
