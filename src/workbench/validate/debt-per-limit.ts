import type { Lab } from "./lab.ts";
import { withLimits } from "./metamorphic.ts";

/** Yuan of debt drawn by one more yuan of limit: every limit a tenth higher, on the same customers with the same luck. */
export function debtPerLimit(lab: Lab): number {
  const policy = lab.policy("silent-auto-enrolment");
  // Parameters are read as they are: their bounds are for those who write policies.
  const [less, more] = [1, 1.1].map((factor) => lab.play({ policy: withLimits(policy, factor), customers: 3000 }));
  if (less === undefined || more === undefined) throw new Error("nothing was played");
  return (more.total("balanceFen") - less.total("balanceFen")) / (more.total("limitFen") - less.total("limitFen"));
}
