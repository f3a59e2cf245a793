import { roundHalfEven } from "../../base/index.ts";
import type { Policy } from "../../policy/index.ts";
import type { Lender } from "../lender.ts";
import { isJoint, owedAtEnds } from "../pool-balances.ts";
import { rechecksOf } from "../scores/rechecks.ts";
import type { Tally } from "../tally.ts";

/** What all customers together come to and some of what is done rests on, beside the desks. */
export const figureNames = ["scoreAlarm", "jointLoansBps", "partnerExposureBps"] as const;
export type FigureName = (typeof figureNames)[number];

/** A figure of the whole book that the next pass is given, month by month. */
export interface Figure {
  readonly kind: "figure";
  readonly name: FigureName;
  /** What the lender has beside the run: other loans, or its net tier-1 capital, in fen; nothing for an alarm. */
  readonly besideFen: number;
}

/** A month in which there is no such figure: nothing is owed yet. */
export const unknownFigure = -1;

/**
 * Figures that couple the customers of one policy: the alarms of its score where something follows them, and the
 * concentration of a bank in joint loans. What the scenario says of the whole bank stands where the run cannot know it:
 * of capital always, of joint loans unless the bank's other loans are stated.
 */
export function figuresOf({ procedures, arrangements }: Pick<Policy, "procedures" | "arrangements">, lender: Lender, customers: number): readonly Figure[] {
  const { recheckEveryMonths, onAlarm } = procedures.scorecard ?? {};
  const figures: Figure[] = [];
  if (recheckEveryMonths !== undefined && onAlarm !== undefined) figures.push({ kind: "figure", name: "scoreAlarm", besideFen: 0 });
  if (lender.type !== "bank" || !Object.values(arrangements).some(isJoint)) return figures;
  const { otherLoansPer1000Fen, tier1CapitalPer1000Fen, jointLoansToTotalLoansBps } = lender;
  const scaled = (per1000: number): number => Math.floor((per1000 * customers) / 1000);
  if (otherLoansPer1000Fen !== undefined || jointLoansToTotalLoansBps === undefined) figures.push({ kind: "figure", name: "jointLoansBps", besideFen: scaled(otherLoansPer1000Fen ?? 0) });
  if (tier1CapitalPer1000Fen !== undefined) figures.push({ kind: "figure", name: "partnerExposureBps", besideFen: scaled(tier1CapitalPer1000Fen) });
  return figures;
}

/** A figure month by month, as a tally has it; an alarm is 1. */
export function figureIn({ name, besideFen }: Figure, tally: Tally): readonly number[] {
  if (name === "scoreAlarm") {
    const alarms = new Set(rechecksOf(tally).filter(({ alarm }) => alarm).map(({ month }) => month));
    return Array.from({ length: tally.months }, (_, month) => (alarms.has(month) ? 1 : 0));
  }
  const books = owedAtEnds(tally);
  return Array.from({ length: tally.months }, (_, month) => (name === "jointLoansBps" ? jointLoans(books, month, besideFen) : exposure(books, month, besideFen)));
}

type Books = ReturnType<typeof owedAtEnds>;

/** Joint loans over all loans at month-end, in basis points. */
function jointLoans(books: Books, month: number, otherFen: number): number {
  const joint = books.filter(({ partners }) => partners.size > 0).reduce((sum, { owedFen }) => sum + (owedFen[month] ?? 0), 0);
  const all = books.reduce((sum, { owedFen }) => sum + (owedFen[month] ?? 0), otherFen);
  return all > 0 ? roundHalfEven((joint / all) * 10_000) : unknownFigure;
}

/** The lender's own part of what it lent with one partner, over its capital: that of the partner where it is highest. */
function exposure(books: Books, month: number, capitalFen: number): number {
  const byPartner = new Map<string, number>();
  for (const { partners, lenderBps, owedFen } of books) {
    for (const partner of partners) byPartner.set(partner, (byPartner.get(partner) ?? 0) + ((owedFen[month] ?? 0) * lenderBps) / 10_000);
  }
  return capitalFen > 0 ? roundHalfEven((Math.max(0, ...byPartner.values()) / capitalFen) * 10_000) : unknownFigure;
}
