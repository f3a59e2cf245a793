import { daysInMonth, isIsoDate } from "./iso-date.ts";

/**
 * The same day `index` months after an ISO date (before it where negative), clamped to the end of the
 * month: one month after 2026-01-31 is 2026-02-28. Throws where the start is no ISO date or the year
 * leaves 1 … 9999.
 */
export function dateOfMonth(start: string, index: number): string {
  if (!isIsoDate(start) || !Number.isInteger(index)) {
    throw new Error(`no date ${index} months after "${start}"`);
  }
  const months = Number(start.slice(0, 4)) * 12 + Number(start.slice(5, 7)) - 1 + index;
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  if (year < 1 || year > 9999) throw new Error(`no date ${index} months after "${start}"`);
  const day = Math.min(Number(start.slice(8)), daysInMonth(year, month));
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
