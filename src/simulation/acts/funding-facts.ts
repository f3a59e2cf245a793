import type { Arrangement } from "../../policy/index.ts";
import type { FactName } from "../../facts/index.ts";
import type { Waits } from "../loads/coupling.ts";
import { unknownFigure } from "../loads/figure.ts";
import { isJoint } from "../pool-balances.ts";
import { copied, type ActContext, type FactValues, type RowFact } from "./act-facts.ts";

/** The whole of a funding, in basis points. */
const whole = 10_000;

/** Who funds the credit of one price: by arrangement, which the row names by its number. */
export function fundingOfPrice(context: ActContext): { readonly fixed: FactValues; readonly row: readonly RowFact[] } {
  const arrangements = Object.values(context.arrangements ?? {});
  const joint = arrangements.map(isJoint);
  const shares = arrangements.map((arrangement) => partnerShare(context, arrangement));
  const [first] = arrangements;
  if (first === undefined) return { fixed: {}, row: [] };
  const alike = joint.every((one) => one === joint[0]) && shares.every((one) => one === shares[0]);
  if (alike) return { fixed: { "funding.isJointLoan": joint[0], "funding.partnerShareBps": shares[0] }, row: [] };
  return {
    fixed: {},
    row: [
      { to: "funding.isJointLoan", from: ["price.arrangement"], table: joint.map(Number) },
      { to: "funding.partnerShareBps", from: ["price.arrangement"], table: shares.map((share) => share ?? Number.NaN) },
    ],
  };
}

/**
 * The lender's concentration in joint loans at month-end: what an earlier pass found, month by month, else what the
 * scenario states. The ratios are those of the bank: a lender that is none does not know its partner's, and a partner
 * whose ratio nobody stated leaves the highest open.
 */
export function fundingOfMonth(context: ActContext): { readonly fixed: FactValues; readonly row: readonly RowFact[] } {
  const { arrangements, lender, lenderType, waits } = context;
  if (arrangements === undefined) return { fixed: {}, row: [] };
  const joint = Object.values(arrangements).filter(isJoint);
  const shares = joint.map((arrangement) => partnerShare(context, arrangement));
  const partners = [...new Set(joint.flatMap(({ funding }) => Object.keys(funding)))].filter((name) => name !== "lender");
  const exposures = partners.map((name) => lender?.partners?.[name]?.exposureToTier1Bps);
  const known = exposures.filter((exposure) => exposure !== undefined);
  const ownBooks = lenderType === "bank";
  const stated: Readonly<Record<MonthlyFact, number | undefined>> = {
    "funding.partnerExposureToTier1Bps": ownBooks && known.length > 0 && known.length === partners.length ? Math.max(...known) : undefined,
    "funding.jointLoansToTotalLoansBps": ownBooks ? lender?.jointLoansToTotalLoansBps : undefined,
  };
  const fromRun = monthlyFacts.filter((fact) => waits?.[monthly[fact]] !== undefined);
  return {
    fixed: {
      "funding.isJointLoan": joint.length > 0,
      "funding.partnerShareBps": shares.length === 0 ? undefined : lowest(shares),
      ...Object.fromEntries(monthlyFacts.filter((fact) => !fromRun.includes(fact)).map((fact) => [fact, stated[fact]])),
    },
    row: copied(...fromRun),
  };
}

/** Facts of the lender's month that an earlier pass may know, and under which name. */
const monthly = { "funding.partnerExposureToTier1Bps": "partnerExposureBps", "funding.jointLoansToTotalLoansBps": "jointLoansBps" } as const;
type MonthlyFact = keyof typeof monthly;
const monthlyFacts: readonly MonthlyFact[] = ["funding.partnerExposureToTier1Bps", "funding.jointLoansToTotalLoansBps"];

/** What the run found of the lender's concentration in a month; a fact that nobody knows is missing. */
export function concentrationIn(waits: Waits | undefined, month: number): readonly (readonly [FactName, number])[] {
  return monthlyFacts.flatMap((fact) => {
    const found = waits?.[monthly[fact]];
    if (found === undefined) return [];
    const value = found[month] ?? unknownFigure;
    return [[fact, value === unknownFigure ? Number.NaN : value] as const];
  });
}

/** The lowest of some shares; undefined where one of them is not known. */
function lowest(shares: readonly (number | undefined)[]): number | undefined {
  const known = shares.filter((share) => share !== undefined);
  return known.length < shares.length ? undefined : Math.min(...known);
}

/** What those who are no bank put up; undefined where it is no joint loan, or a partner's licence is not known. */
function partnerShare({ lender, lenderType }: ActContext, arrangement: Arrangement): number | undefined {
  if (!isJoint(arrangement)) return undefined;
  let ofBanks = 0;
  for (const [bearer, share] of Object.entries(arrangement.funding)) {
    const type = bearer === "lender" ? lenderType : lender?.partners?.[bearer]?.type;
    if (type === undefined && share > 0) return undefined;
    if (type === "bank") ofBanks += share;
  }
  return whole - ofBanks;
}
