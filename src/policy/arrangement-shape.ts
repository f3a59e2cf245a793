import { z } from "zod";
import type { Arrangement } from "./arrangement.ts";
import type { SameType } from "./same-type.ts";

const bps = z.int().min(0).max(10_000);
const bearer = z.string().trim().min(1).max(100);
const shares = z.record(bearer, bps).describe("Shares in basis points by bearer; they add up to 10,000.");

const firstLoss = z.strictObject({
  firstBpsOfOriginated: bps.describe("This layer bears losses up to so many basis points of what was originated."),
  bearer: bearer.describe("`lender` or a partner of the scenario."),
});
const rest = z.strictObject({ rest: shares });

/** One arrangement of policy.json: who funds, who bears losses, who earns. */
export const arrangementShape = z.strictObject({
  funding: shares,
  losses: z.array(z.union([firstLoss, rest])).min(1).max(20).describe("Layers of the pool's loss in order; the last is the rest."),
  revenue: shares,
  guaranteeFeeMonthlyBps: z.number().min(0).max(1000).describe("Guarantee fee a month in basis points of the balance; 0: none."),
  buyBackAtDaysPastDue: z.int().min(1).max(720).exactOptional().describe("The debt is bought back at so many days past due: from then on all of it is the buyer's."),
  buyBackBy: bearer.exactOptional().describe("Who buys back: `lender` or a partner of the scenario; absent: the guarantor."),
});

void (true satisfies SameType<z.infer<typeof arrangementShape>, Arrangement>);
