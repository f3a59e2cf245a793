import { z } from "zod";
import type { Derivation } from "./policy.ts";
import type { SameType } from "./same-type.ts";

const operand = z.union([z.string().min(1), z.number()]).describe("A fact or a number.");
const pair = z.tuple([operand, operand]);
const several = z.array(operand).min(1).max(20);
const roundDownTo = z.number().gt(0).exactOptional().describe("The result is rounded down to a multiple of this.");
const step = z.strictObject({ from: z.number(), to: z.number() });

/** The forms a derived fact may have, by the key that makes them. */
export const derivationShapes = {
  times: z.strictObject({ times: pair, roundDownTo }),
  plus: z.strictObject({ plus: pair, roundDownTo }),
  minus: z.strictObject({ minus: pair, roundDownTo }),
  dividedBy: z.strictObject({ dividedBy: pair, roundDownTo }),
  min: z.strictObject({ min: several, roundDownTo }),
  max: z.strictObject({ max: several, roundDownTo }),
  band: z.strictObject({
    band: z.string().min(1).describe("The fact that is put into bands."),
    steps: z.array(step).min(1).max(200).describe("The `to` of the last step whose `from` is at most the fact; below the first, missing."),
  }),
} as const;

/** A derived fact's formula. */
export const derivationShape = z.union([
  derivationShapes.times, derivationShapes.plus, derivationShapes.minus, derivationShapes.dividedBy,
  derivationShapes.min, derivationShapes.max, derivationShapes.band,
]);

void (true satisfies SameType<z.infer<typeof derivationShape>, Derivation>);
