import type { Text } from "../base/index.ts";
import type { PolicyReport } from "../verdict/index.ts";
import { bearerWords } from "./bearer-words.ts";

type Book = PolicyReport["bearers"][number];
type FenFigure = Exclude<keyof Book, "bearer" | "role">;

/** Columns of the table of bearers, each with the figure that it shows; asides need room. */
export const bearerColumns: readonly { readonly title: Text; readonly figure: FenFigure; readonly aside?: boolean }[] = [
  { title: bearerWords.revenue, figure: "revenueFen" },
  { title: bearerWords.guarantee, figure: "guaranteeFeeFen" },
  { title: bearerWords.funding, figure: "fundingCostFen" },
  { title: bearerWords.loss, figure: "lossFen" },
  { title: bearerWords.own, figure: "ownCostFen" },
  { title: bearerWords.margin, figure: "marginFen" },
  { title: bearerWords.bought, figure: "boughtBackFen", aside: true },
  { title: bearerWords.cash, figure: "cashFen", aside: true },
  { title: bearerWords.owed, figure: "receivableFen" },
];

/** The bearers of a policy that had any money of it, and their total where there is more than one. */
export function bearerRows({ bearers }: PolicyReport): readonly { readonly book: Book | undefined; readonly of: (figure: FenFigure) => number }[] {
  const active = bearers.filter((book) => bearerColumns.some(({ figure }) => book[figure] !== 0));
  const rows = active.map((book) => ({ book, of: (figure: FenFigure) => book[figure] }));
  if (active.length < 2) return rows;
  return [...rows, { book: undefined, of: (figure) => active.reduce((sum, book) => sum + book[figure], 0) }];
}
