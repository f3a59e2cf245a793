import { z } from "zod";
import { ignoreShape } from "./lint/ignores.ts";
import type { ReasonText } from "./policy.ts";
import type { SameType } from "./same-type.ts";
import { schemaKey, textShape } from "./text-shape.ts";

/** The texts of one reason code. */
export const reasonShape = z.strictObject({
  file: textShape.describe("For the file: what the lender notes."),
  customer: textShape.describe("For the customer: what she is told."),
});

/** The frame of rules/reasons.json. */
export const reasonsFrame = z.strictObject({ $schema: schemaKey, reasons: z.record(z.string(), z.unknown()), ignore: ignoreShape.exactOptional() });

void (true satisfies SameType<z.infer<typeof reasonShape> & { code: string }, ReasonText>);
