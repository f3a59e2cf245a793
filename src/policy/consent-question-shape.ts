import { z } from "zod";
import { consentKinds } from "./procedures.ts";

/** How one consent is asked for. */
export const question = z.strictObject({
  kind: z.enum(consentKinds).exclude(["none"]).describe("The form in which consent is asked for."),
  ticked: z.enum(["default", "customer"]).describe("Whether the box comes ticked or the customer ticks it."),
});
