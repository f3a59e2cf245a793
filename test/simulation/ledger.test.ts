import fc from "fast-check";
import { expect, test } from "vitest";
import { auditLedger, viewTally, type History } from "../../src/simulation/index.ts";
import { assuming, run, type Trial } from "./world.ts";

/** A rough economy: every mechanism that moves money occurs among few customers. */
const rough = assuming({
  shockEntry: 0.1, forgetAware: 0.2, takeoverAttempt: 0.02, takeoverOpening: 0.02, takeoverSpending: 0.8, closeBase: 0.03,
  planAcceptance: 1, applicationHazard: 0.3,
});

function lives(trial: Trial, customers: number) {
  const made = run({ ...trial, customers });
  const tally = viewTally(made.block(0, customers));
  const histories = Array.from({ length: customers }, (_, customer) => made.history(customer));
  return { tally, histories };
}

test("no fen appears or vanishes, for any seed, policy, book and economy", () => {
  fc.assert(
    fc.property(
      fc.record({
        seed: fc.string({ minLength: 1, maxLength: 8 }),
        policy: fc.constantFrom("silent-auto-enrolment", "consent-first", "invited"),
        book: fc.constantFrom("empty" as const, "seasoned" as const),
        months: fc.integer({ min: 1, max: 30 }),
        harsh: fc.boolean(),
      }),
      ({ harsh, ...trial }) => {
        const { tally, histories } = lives(harsh ? { ...trial, assumptions: rough } : trial, 40);
        expect(auditLedger(histories, tally)).toEqual([]);
      },
    ),
    { numRuns: 25 },
  );
});

test("every kind of posting occurs in a rough economy, and still all adds up", () => {
  const names = new Set<string>();
  for (const policy of ["silent-auto-enrolment", "consent-first", "invited"]) {
    const { tally, histories } = lives({ policy, assumptions: rough, months: 36 }, 300);
    expect(auditLedger(histories, tally)).toEqual([]);
    for (const { entries } of histories) for (const entry of entries) if (entry.kind === "posting") names.add(entry.name);
  }
  for (const name of [
    "credit-purchase", "merchant-fee", "instalment-fee", "late-fee", "repayment-principal", "repayment-instalment-fee",
    "repayment-late-fee", "charge-off-principal", "recovery", "fraud-loss", "funding-cost", "operating-cost", "acquisition-cost",
  ])
    expect([...names]).toContain(name);
});

function mutated(histories: readonly History[], of: string, change: (fen: number) => number): History[] {
  let done = false;
  return histories.map((history) => ({
    ...history,
    entries: history.entries.map((entry) => {
      if (done || entry.kind !== "posting" || entry.name !== of || entry.month < 0) return entry;
      done = true;
      return { ...entry, figures: { ...entry.figures, amountFen: change(Number(entry.figures["amountFen"])) } };
    }),
  }));
}

test("one fen that leaks out of one posting is found, whichever posting it is", () => {
  const { tally, histories } = lives({ assumptions: rough, months: 36 }, 200);
  const kinds = new Set(histories.flatMap(({ entries }) => entries.flatMap((e) => (e.kind === "posting" && e.month >= 0 ? [e.name] : []))));
  expect(kinds.size).toBeGreaterThan(10);
  for (const kind of kinds) {
    expect(auditLedger(mutated(histories, kind, (fen) => fen - 1), tally), kind).not.toEqual([]);
    expect(auditLedger(mutated(histories, kind, (fen) => fen + 1), tally), kind).not.toEqual([]);
  }
});

test("a posting that is lost, or booked on another account, is found", () => {
  const { tally, histories } = lives({ assumptions: rough, months: 36 }, 60);
  const lost = histories.map((history, index) => {
    const at = history.entries.findIndex(({ kind, name }) => kind === "posting" && name === "repayment-principal");
    return index > 5 || at < 0 ? history : { ...history, entries: history.entries.toSpliced(at, 1) };
  });
  expect(auditLedger(lost, tally)).not.toEqual([]);
  const misbooked = histories.map((history) => ({
    ...history,
    entries: history.entries.map((entry) =>
      entry.name === "late-fee" ? { ...entry, figures: { ...entry.figures, credit: "fee-income" } } : entry,
    ),
  }));
  expect(auditLedger(misbooked, tally)).not.toEqual([]);
});
