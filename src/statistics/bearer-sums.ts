import type { BearerRole } from "./bearers.ts";
import type { Sums } from "./sums.ts";

/** Losses of pools that fall on bearers of one role, in fen. */
export const lossOf = (role: BearerRole) => (sums: Sums): number =>
  add(sums, (book) => (book.role === role ? book.lossFen : 0));

/** All losses of pools, in fen: charged off less recovered. */
export const poolLossFen = (sums: Sums): number => add(sums, ({ lossFen }) => lossFen);

/** Margin of the bearers of one role, in fen. */
export const marginOf = (role: BearerRole) => (sums: Sums): number =>
  add(sums, (book) => (book.role === role ? book.marginFen : 0));

/** Owed at the end to all bearers, in fen. */
export const receivableFen = (sums: Sums): number => add(sums, (book) => book.receivableFen);

/** Of it, to others than the lender. */
export const partnersReceivableFen = (sums: Sums): number => add(sums, (book) => (book.role === "lender" ? 0 : book.receivableFen));

/** Of it, to the partner to whom most is owed. */
export const largestPartnerFen = (sums: Sums): number =>
  Math.max(0, ...sums.bearers().map((book) => (book.role === "lender" ? 0 : book.receivableFen)));

function add(sums: Sums, figure: (book: ReturnType<Sums["bearers"]>[number]) => number): number {
  return sums.bearers().reduce((total, book) => total + figure(book), 0);
}

/** Money in less money out of the lender, in fen. */
export const lenderCashFen = (sums: Sums): number => add(sums, (book) => (book.role === "lender" ? book.cashFen : 0));
