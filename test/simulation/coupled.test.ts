// What couples customers beside the length of a queue: a book that was there before, what follows an alarm of the
// score, and a bank's concentration in joint loans.
import { expect, test } from "vitest";
import { loadOf, prepareRun, settleLoads, viewTally, type Environment, type HistoryEntry, type Tally } from "../../src/simulation/index.ts";
import { assuming, environment, inputsOf, policy, run, withProcedures, type Trial } from "./world.ts";

const customers = 500;
const last = (trial: Trial, passes = 3): { readonly tally: Tally; readonly passes: ReturnType<typeof settleLoads> } => {
  const inputs = inputsOf({ customers, ...trial });
  const settled = settleLoads(inputs, passes);
  return { tally: viewTally(prepareRun({ ...inputs, waits: settled.waits }).block(0, customers)), passes: settled };
};

const loud = assuming({ complaintDiscovery: 0.6, complaintOverdue: 0.3, noticeStatement: 0.4, seasoningMonths: 12 });
const desks = { type: "microlender", capacityPer1000: { complaints: 8 } } as const;

test("cases of the months before the run are those of its lives, and what they leave over waits before month 0", () => {
  const few = 120;
  const trial: Trial = { customers: few, months: 3, book: "seasoned", assumptions: loud, lender: desks };
  const made = run(trial);
  const tally = viewTally(made.block(0, few));
  expect(tally.monthsBefore).toBe(12);
  const told = Array.from({ length: few }, (_, customer) => made.history(customer).entries).flat();
  const heard = (month: number): number => told.filter((entry: HistoryEntry) => entry.month === month && entry.kind === "event" && /^complaints(Unwanted|Overdue|Closure|Spill|Nagging)$/u.test(entry.name)).length;
  const before = Array.from({ length: 12 }, (_, index) => tally.before("complaints", index - 12));
  expect(before).toEqual(before.map((_, index) => heard(index - 12)));
  expect(before.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(10);
  expect(viewTally(run({ ...trial, book: "empty" }).block(0, few)).monthsBefore).toBe(0);
  expect(viewTally(run({ ...trial, lender: { type: "microlender" } }).block(0, few)).monthsBefore).toBe(0);
});

test("a desk begins with the backlog that one long queue over both stretches of time would have", () => {
  const queue = { kind: "desk", name: "complaints", arrivals: ["complaints"], perMonth: 10 } as const;
  const [before, during] = [[4, 30, 2, 14], [9, 9, 20]];
  const whole = loadOf(queue, [...before, ...during]);
  const cut = loadOf(queue, during, before);
  expect(cut.waitDays).toEqual(whole.waitDays.slice(4));
  expect(cut.backlogTenths).toEqual(whole.backlogTenths.slice(4));
  expect(loadOf(queue, during).waitDays[0]).toBeLessThan(cut.waitDays[0] ?? 0);
});

test("customers who complain in the first month of a seasoned book wait where the desk is behind", () => {
  const trial: Trial = { months: 4, assumptions: loud, lender: desks };
  const first = (book: "empty" | "seasoned"): number => last({ ...trial, book }).passes.waits.complaints?.[0] ?? -1;
  expect(first("seasoned")).toBeGreaterThan(first("empty"));
});

const silent = policy("silent-auto-enrolment");
const faults = (shift: number): Environment => ({ ...environment("steady"), scoreFaults: [{ from: 4, shift }] });
const checked = (onAlarm?: NonNullable<NonNullable<(typeof silent)["procedures"]["scorecard"]>["onAlarm"]>) =>
  withProcedures(silent, (procedures) => ({ ...procedures, scorecard: { recheckEveryMonths: 3, alarmPsi: 0.1, ...(onAlarm === undefined ? {} : { onAlarm }) } }));
const late = (tally: Tally, counter: Parameters<Tally["at"]>[0]): number => [8, 9, 10, 11].reduce((sum, month) => sum + tally.at(counter, month), 0);

test("back to the old card: the alarm rings in month 6, from month 8 on nobody is wrongly declined any more", () => {
  const trial: Trial = { months: 12, environment: faults(-80), lender: { type: "microlender" } };
  const { tally: only } = last({ ...trial, policy: checked() });
  const { tally, passes } = last({ ...trial, policy: checked({ do: "old-card", afterMonths: 2 }) });
  expect(passes.waits.scoreAlarm?.indexOf(1)).toBe(6);
  expect(passes.passes).toHaveLength(2);
  expect([late(only, "wronglyDeclined") > 5, late(tally, "wronglyDeclined")]).toEqual([true, 0]);
  for (const month of [4, 5, 6, 7]) expect(tally.at("wronglyDeclined", month)).toBe(only.at("wronglyDeclined", month));
  const lives = prepareRun({ ...inputsOf({ customers, ...trial, policy: checked({ do: "old-card", afterMonths: 2 }) }), waits: passes.waits }).history(3).entries;
  expect(lives.filter(({ name }) => name === "score-repaired").map(({ month, figures }) => [month, figures["by"]])).toEqual([[8, "old-card"]]);
});

test("a cut-off raised by what the score is too kind by lets in whom the right score would, and for as long as said", () => {
  const trial: Trial = { months: 12, environment: faults(80) };
  const { tally } = last({ ...trial, policy: checked({ do: "raised-cut-off", afterMonths: 2, points: 80 }) });
  const { tally: brief } = last({ ...trial, policy: checked({ do: "raised-cut-off", afterMonths: 2, points: 80, months: 2 }) });
  expect(late(tally, "wronglyApproved")).toBe(0);
  expect([brief.at("wronglyApproved", 8), brief.at("wronglyApproved", 9), late(brief, "wronglyApproved") > 0]).toEqual([0, 0, true]);
});

test("after an alarm a person looks at each opening, and without a check or an alarm nothing is done", () => {
  const review = { do: "manual-review", afterMonths: 0 } as const;
  const { tally } = last({ months: 9, environment: faults(80), policy: checked(review) });
  expect(Array.from({ length: 9 }, (_, month) => tally.at("reviewed", month) > 0)).toEqual([false, false, false, false, false, false, true, true, true]);
  const { tally: calm } = last({ months: 9, policy: checked(review) });
  const { tally: without } = last({ months: 9, policy: checked() });
  expect([calm.total("reviewed"), calm.total("booked"), calm.total("balanceFen")]).toEqual([0, without.total("booked"), without.total("balanceFen")]);
});

test("a bank's share of joint loans and its exposure are those of the run's own pools; what it states stands only where the run cannot know", () => {
  const given = (own: object): Trial => ({
    policy: "invited", months: 8, assumptions: assuming({ applicationHazard: 0.3, invitationAcceptance: 0.5 }),
    lender: { type: "bank", partners: { "bank-x": { type: "cfc", exposureToTier1Bps: 100 }, "guarantor-y": { type: "guarantor" } }, ...own },
  });
  const months = (tally: Tally): number => tally.laws.find(({ rule }) => rule === "CN-PRC-006")?.violations ?? -1;
  const owing = (tally: Tally): number[] => Array.from({ length: 8 }, (_, month) => tally.at("balanceFen", month));
  // All that the bank lends here is joint: every month in which anything is owed passes one half.
  const { tally: alone, passes } = last(given({}));
  expect(passes.waits.jointLoansBps?.map((bps) => bps > 0)).toEqual(owing(alone).map((fen) => fen > 0));
  expect(months(alone)).toBe(owing(alone).filter((fen) => fen > 0).length);
  // With other loans as large as the largest book, the share stays at or below one half.
  const beside = Math.max(...owing(alone)) * 2;
  const { tally: broad } = last(given({ otherLoansPer1000Fen: beside }));
  expect(months(broad)).toBe(0);
  // The lender's own three tenths over its capital: above a quarter from the month on in which the book is so large.
  const capital = Math.floor(Math.max(...owing(alone)) * 0.3 * 2 / 0.25) - 1;
  const { tally: thin, passes: found } = last(given({ otherLoansPer1000Fen: beside, tier1CapitalPer1000Fen: capital }));
  expect(Math.max(...(found.waits.partnerExposureBps ?? []))).toBe(2500);
  expect(months(thin)).toBe((found.waits.partnerExposureBps ?? []).filter((bps) => bps > 2500).length);
  const { tally: poor } = last(given({ otherLoansPer1000Fen: beside, tier1CapitalPer1000Fen: Math.floor(capital / 2) }));
  expect(months(poor)).toBeGreaterThan(0);
  const { passes: stated } = last(given({ jointLoansToTotalLoansBps: 4000 }));
  expect(stated).toEqual({ waits: {}, passes: [] });
});
