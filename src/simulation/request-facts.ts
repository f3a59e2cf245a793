import type { CustomerState } from "./customer-state.ts";
import { changed, type World } from "./world.ts";

/** What is true of a request, as bits. */
export const request = { asked: 1, newDevice: 2, costTable: 4, identity: 8 } as const;

/** Writes the request being decided into the row: who asks, from where, and what she confirmed. */
export function writeRequest(w: World, s: CustomerState, bits: number): void {
  if (bits === s.requestBits) return;
  s.requestBits = bits;
  s.requestChanged = changed(w);
  const { row, slots } = w;
  row[slots.of["request.asked"]] = bits & request.asked;
  row[slots.of["request.newDevice"]] = (bits & request.newDevice) >> 1;
  row[slots.of["request.costTableConfirmed"]] = (bits & request.costTable) >> 2;
  row[slots.of["request.identityVerified"]] = (bits & request.identity) >> 3;
  row[slots.of["request.factorsPassed"]] = 0;
}

/** Writes the amount asked for, in fen; 0 where none is. */
export function writeAmount(w: World, s: CustomerState, amountFen: number): void {
  const slot = w.slots.of["request.amountFen"];
  if (w.row[slot] === amountFen) return;
  w.row[slot] = amountFen;
  s.requestChanged = changed(w);
}

/** Writes how many factors of verification were passed for the request. */
export function writeFactors(w: World, s: CustomerState, passed: number): void {
  const slot = w.slots.of["request.factorsPassed"];
  if (w.row[slot] === passed) return;
  w.row[slot] = passed;
  s.requestChanged = changed(w);
}

/** The bit of an identity that the population says is verified. */
export function identityBit(w: World): number {
  return w.row[w.slots.identityVerified] === 1 ? request.identity : 0;
}
