import { z } from "zod";

const level = z.enum(["off", "warning", "error"]);
const percent = z.number().min(0).max(100);

/** What `check` asks of the policies of a project: `check` in `.policy-bench.json`. */
export const checkSettingsSchema = z.strictObject({
  /** Least percent of rule and condition outcomes, and of conditions shown to decide alone, that examples must cover. */
  coverage: z.strictObject({ min: percent.optional(), minMcdc: percent.optional(), level: level.default("error") }).optional(),
  /** Least percent of edits that examples must notice; `limit`: so many edits of each policy, evenly, instead of all. */
  mutation: z.strictObject({ min: percent, limit: z.int().min(1).optional(), level: level.default("error") }).optional(),
  /** The level of every broken or undecided claim, whatever it says itself; `off` proves nothing. */
  proofs: z.strictObject({ level }).optional(),
});
export type CheckSettings = z.infer<typeof checkSettingsSchema>;
