import { expect, test } from "vitest";
import { wilson } from "../../src/base/index.ts";
import type { Policy, Procedures } from "../../src/policy/index.ts";
import { auditLedger, viewTally, type AssumptionName, type Tally } from "../../src/simulation/index.ts";
import { assuming, policy, run, withProcedures } from "./world.ts";

const customers = 300;
const eager = { closeBase: 0.2, closeRetry: 0.2, noticeDrift: 0.9, takeoverAttempt: 0, takeoverOpening: 0 } as const;

/** Closing rules that say nothing, and other procedures of closing. */
function closing(change: Partial<Procedures["closure"]>): Policy {
  const base = withProcedures(policy("silent-auto-enrolment"), (p) => ({ ...p, closure: { ...p.closure, factors: [], entrance: ["credit"], ...change } }));
  return { ...base, decisions: { ...base.decisions, closure: { ...base.decisions.closure, rules: [], otherwise: {} } } };
}

function played(change: Partial<Procedures["closure"]>, more: Partial<Record<AssumptionName, number>> = {}) {
  const made = run({ policy: closing(change), assumptions: assuming({ ...eager, ...more }), customers, months: 12 });
  const tally = viewTally(made.block(0, customers));
  return { made, tally };
}

const tallyOf = (...given: Parameters<typeof played>): Tally => played(...given).tally;

function checkShare(successes: number, trials: number, share: number): void {
  expect(trials).toBeGreaterThan(25);
  const bounds = wilson(successes, trials, 0.999995);
  expect(share).toBeGreaterThanOrEqual(bounds?.low ?? 1);
  expect(share).toBeLessThanOrEqual(bounds?.high ?? 0);
}

test("who gives up is counted at the step where she does, and each step loses its share", () => {
  const tally = tallyOf({ entrance: ["a", "b", "c"], channels: ["phone"], conditions: ["settlement", "keep-points", "call-us"] }, { closeReconsider: 0 });
  const lost = (["gaveUpFinding", "gaveUpChannel", "gaveUpConditions", "gaveUpTold"] as const).map((counter) => tally.total(counter));
  const wanted = tally.total("closuresAsked") + tally.total("closuresAbandoned");
  expect(lost.reduce((sum, count) => sum + count, 0)).toBe(tally.total("closuresAbandoned"));
  const [finding = 0, channel = 0, conditions = 0] = lost;
  checkShare(finding, wanted, 1 - 0.88 * 0.88);
  checkShare(channel, wanted - finding, 0.3);
  checkShare(conditions, wanted - finding - channel, 1 - 0.85 * 0.85);
});

test("a menu that is lost is named: the draw that loses her says at which", () => {
  const { made } = played({ entrance: ["first", "second", "third"] }, { entranceAbandon: 0.5 });
  const at = new Map<string, number>();
  for (let customer = 0; customer < 150; customer++)
    for (const { name, figures } of made.history(customer).entries) if (name === "gave-up") at.set(String(figures["at"]), (at.get(String(figures["at"])) ?? 0) + 1);
  expect([...at.keys()].toSorted()).toEqual(["second", "third"]);
  const [second = 0, third = 0] = [at.get("second"), at.get("third")];
  checkShare(second, second + third, 0.5 / 0.75);
});

const app = { feeFen: 0, workingDays: 0, failsBps: 0 };
const slow = { feeFen: 500, workingDays: 15, failsBps: 1000 };

test("settling through channels moves every fen through the clearing account, by channel, and still all adds up", () => {
  const { made, tally } = played({ settlement: { app, transfer: slow }, refunds: "wait" }, { refundPending: 0.5, settleShare: 1, abilityBase: 20 });
  const histories = Array.from({ length: customers }, (_, customer) => made.history(customer));
  expect(auditLedger(histories, tally)).toEqual([]);
  const entries = histories.flatMap((history) => history.entries).filter(({ month }) => month >= 0);
  for (const channel of ["app", "transfer"]) {
    const settled = entries.filter(({ name, figures }) => name === "settled" && figures["channel"] === channel);
    const sum = (figure: string): number => settled.reduce((total, { figures }) => total + Number(figures[figure]), 0);
    expect(sum("paidFen")).toBe(tally.settlements[channel]?.settledFen);
    expect(sum("feeFen")).toBe(tally.settlements[channel]?.feeFen);
    expect(settled.length).toBeGreaterThan(8);
  }
  const { transfer } = tally.settlements;
  checkShare(transfer?.failed ?? 0, transfer?.settlements ?? 0, 0.1);
  checkShare(transfer?.late ?? 0, (transfer?.settlements ?? 0) - (transfer?.failed ?? 0), (15 * 7) / 5 / 30);
  expect(Object.values(tally.settlements).reduce((sum, { settledFen }) => sum + settledFen, 0)).toBe(tally.total("settledFen"));
  expect(tally.total("refundedFen")).toBeGreaterThan(0);
});

test("one fen that leaks out of the clearing account is found", () => {
  const { made, tally } = played({ settlement: { transfer: slow } });
  const histories = Array.from({ length: customers }, (_, customer) => made.history(customer));
  let done = false;
  const leaked = histories.map((history) => ({
    ...history,
    entries: history.entries.map((entry) => {
      if (done || entry.name !== "settlement-cleared") return entry;
      done = true;
      return { ...entry, figures: { ...entry.figures, amountFen: Number(entry.figures["amountFen"]) - 1 } };
    }),
  }));
  expect(auditLedger(leaked, tally).map(({ what }) => what)).toEqual(expect.arrayContaining(["settlement-clearing", "settledFen"]));
});

test("money that comes late leaves accounts open, short, and some of them late; a channel at once is as no channel at all", () => {
  const none = tallyOf({});
  const quick = tallyOf({ settlement: { app } });
  for (const counter of ["closuresGranted", "repaidFen", "rolled0to1", "balanceFen"] as const) expect(quick.total(counter)).toBe(none.total(counter));
  const late = tallyOf({ settlement: { transfer: slow } });
  expect(late.total("settlementsShort")).toBeGreaterThan(0);
  expect(late.total("missedByForgetting")).toBeGreaterThan(none.total("missedByForgetting"));
  expect(late.total("closuresWaiting")).toBeGreaterThan(0);
  expect(late.total("salesWithoutCreditFen")).toBe(none.total("salesWithoutCreditFen"));
});

test("working days are spread over their range, waiting makes some take the request back, and late decisions are a matter of law", () => {
  const plain = tallyOf({});
  expect(plain.total("closureDecisionDays")).toBe(7 * plain.total("closuresAsked"));
  const slower = tallyOf({ workingDaysToDecision: 5, workingDaysAtMost: 45 }, { closeWaitAbandon: 0.5 });
  const mean = slower.total("closureDecisionDays") / slower.total("closuresAsked");
  expect(mean).toBeGreaterThan(22);
  expect(mean).toBeLessThan(28);
  expect(slower.total("closuresWaiting")).toBeGreaterThan(5);
  expect(slower.total("gaveUpWaiting")).toBeGreaterThan(0);
  const lateIn = (tally: Tally): number => tally.laws.find(({ rule }) => rule === "CN-CLO-004")?.persons ?? -1;
  expect(lateIn(plain)).toBe(0);
  expect(lateIn(slower)).toBeGreaterThan(0);
});

test("within the cooling-off period she may go whatever the rules say; after it she may not", () => {
  const base = policy("silent-auto-enrolment");
  const refusing = (coolingOffDays?: number): Policy =>
    withProcedures(
      { ...base, decisions: { ...base.decisions, closure: { ...base.decisions.closure, rules: [], otherwise: { request: { type: "refuse", params: { reason: "dispute-open", retryWhen: "later" } } } } } },
      (p) => ({ ...p, closure: { ...p.closure, entrance: ["credit"], ...(coolingOffDays === undefined ? {} : { coolingOffDays }) } }),
    );
  const under = (days?: number): Tally => viewTally(run({ policy: refusing(days), assumptions: assuming({ ...eager, withdrawEarly: 0 }), customers, months: 12 }).block(0, customers));
  expect(under().total("closuresGranted")).toBe(0);
  const [fortnight, quarter] = [under(14), under(90)];
  expect(fortnight.total("closuresWithdrawn")).toBeGreaterThan(0);
  expect(fortnight.total("closuresGranted")).toBe(fortnight.total("closuresWithdrawn"));
  expect(quarter.total("closuresWithdrawn")).toBeGreaterThan(fortnight.total("closuresWithdrawn"));
});

test("data go, stay locked or stay, as the procedures say, for every account closed", () => {
  const all = (tally: Tally): readonly number[] => (["closedErased", "closedLocked", "closedKept"] as const).map((counter) => tally.total(counter));
  const closed = tallyOf({}).total("closuresGranted");
  expect(closed).toBeGreaterThan(50);
  expect(all(tallyOf({ afterClosing: "delete" }))).toEqual([closed, 0, 0]);
  expect(all(tallyOf({ afterClosing: "keep" }))).toEqual([0, 0, closed]);
});

test("a refund on its way is waited for and taken off the debt, or paid out after the account is gone", () => {
  const waits = tallyOf({ refunds: "wait" }, { refundPending: 1 });
  const forwards = tallyOf({ refunds: "forward" }, { refundPending: 1 });
  expect(waits.total("closuresWaiting")).toBeGreaterThan(0);
  expect(waits.total("refundedFen")).toBeGreaterThan(0);
  expect(forwards.total("closuresWaiting")).toBe(0);
  expect(forwards.total("refundForwardedFen")).toBeGreaterThan(0);
});

test("other limits shrink by their share of the one that closes; who was not told complains, who was thinks again", () => {
  const untold = tallyOf({ toldOfOtherLimits: false }, { complaintSpill: 0.5, closeReconsider: 0.5 });
  const told = tallyOf({ toldOfOtherLimits: true }, { complaintSpill: 0.5, closeReconsider: 0.5 });
  checkShare(untold.total("complaintsSpill"), untold.total("closuresGranted"), 0.5);
  expect(told.total("complaintsSpill")).toBe(0);
  expect(untold.total("gaveUpTold")).toBe(0);
  checkShare(told.total("gaveUpTold"), told.total("gaveUpTold") + told.total("closuresAsked"), 0.5);
  const none = tallyOf({ toldOfOtherLimits: false }, { spillOver: 0, complaintSpill: 0.5 });
  expect(none.total("otherLimitLostFen") + none.total("complaintsSpill")).toBe(0);
});
