import { dateOfMonth } from "../base/index.ts";
import { filingNames, withFiling, type Filing, type FilingName, type Procedures } from "../policy/index.ts";
import type { RunDates } from "./run-dates.ts";

type Dates = Pick<RunDates, "startDate" | "months">;

/** One kind of paper over a run. */
export interface FilingCalendar {
  readonly name: FilingName;
  /** Days on which it is made, up to the end of the run. */
  readonly made: readonly string[];
  /** Months of the run in which it does not count: not made yet, or too old. */
  readonly missing: readonly number[];
}

/** What is filed under some procedures, paper by paper; nothing where no dates are given. */
export function filingCalendar(procedures: Procedures, dates: Dates): readonly FilingCalendar[] {
  return filed(procedures).map(([name, filing]) => ({
    name,
    made: madeOn(filing, dates),
    missing: Array.from({ length: dates.months }, (_, month) => month).filter((month) => !countsIn(filing, month, dates)),
  }));
}

/** Papers that count from a month on or cease to, against the month before; every paper in the first month asked about. */
export function filingChanges(procedures: Procedures, month: number, { dates, isFirst }: { readonly dates: Dates; readonly isFirst: boolean }): readonly (readonly [FilingName, boolean])[] {
  return filed(procedures).flatMap(([name, filing]) => {
    const counts = countsIn(filing, month, dates);
    return isFirst || counts !== countsIn(filing, month - 1, dates) ? [[name, counts] as const] : [];
  });
}

/** The procedures as the papers stand in a month. */
export function withFilings(procedures: Procedures, changes: readonly (readonly [FilingName, boolean])[]): Procedures {
  return changes.reduce((now, [name, counts]) => withFiling(now, name, counts), procedures);
}

/** Months from the last compliance audit that was filed to a month; undefined where none was, or none has dates. */
export function monthsSinceFiledAudit({ filings }: Procedures, month: number, dates: Dates): number | undefined {
  const audit = filings?.["compliance-audit"];
  const today = dateOfMonth(dates.startDate, month);
  const last = audit === undefined ? undefined : madeOn(audit, dates).findLast((date) => date <= today);
  return last === undefined ? undefined : wholeMonths(last, today);
}

function filed({ filings }: Procedures): readonly (readonly [FilingName, Filing])[] {
  return filingNames.flatMap((name) => {
    const filing = filings?.[name];
    return filing === undefined ? [] : [[name, filing] as const];
  });
}

/** All days on which a paper is made, none after the end of the run. */
function madeOn({ on, everyMonths }: Filing, { startDate, months }: Dates): readonly string[] {
  const first = typeof on === "number" ? dateOfMonth(startDate, on) : on;
  const end = dateOfMonth(startDate, months);
  const made: string[] = [];
  for (let date = first, nth = 1; date < end; nth++) {
    made.push(date);
    if (everyMonths === undefined) break;
    date = dateOfMonth(first, nth * everyMonths);
  }
  return made;
}

function countsIn(filing: Filing, month: number, dates: Dates): boolean {
  const today = dateOfMonth(dates.startDate, month);
  const last = madeOn(filing, dates).findLast((date) => date <= today);
  return last !== undefined && (filing.validMonths === undefined || today < dateOfMonth(last, filing.validMonths));
}

function wholeMonths(from: string, to: string): number {
  let months = 0;
  while (dateOfMonth(from, months + 1) <= to) months++;
  return months;
}
