import { dateOfMonth } from "../base/index.ts";

/** When a run plays: the date of its month 0, and how far it reaches. */
export interface RunDates {
  readonly startDate: string;
  /** Months lived before month 0. */
  readonly warmUp: number;
  readonly months: number;
}

/** The first month whose acts fall on or after a date, or the month itself; the month after the last where none does. */
export function firstMonthFrom(from: string | number, { startDate, warmUp, months }: RunDates): number {
  if (typeof from === "number") return from;
  for (let month = 0 - warmUp; month < months; month++) if (dateOfMonth(startDate, month) >= from) return month;
  return months;
}
