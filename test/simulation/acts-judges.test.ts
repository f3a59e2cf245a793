// Judging and counting: dates, persons, accounts, standings, and sums that do not depend on the order of work.
import fc from "fast-check";
import { expect, test } from "vitest";
import { consentSources } from "../../src/facts/index.ts";
import type { CompiledDecision, Procedures } from "../../src/policy/index.ts";
import { mergeLawTallies, openingMoments, viewLawFindings, type Act, type JudgedLawFinding, type LawCounts, type LawTally } from "../../src/simulation/acts/index.ts";
import { answer, cn, judgesOf, layout, live, newRow, opensAnywhere, put, reading, silent } from "./acts-fixture.ts";

const finding = (tally: LawTally, rule: string): JudgedLawFinding => {
  const found = viewLawFindings(tally).find((one) => one.rule === rule);
  if (found === undefined) throw new Error(`${rule} was not judged`);
  return found;
};
const marketing: Act = { kind: "marketing" };
const scanning: Act = { kind: "data-access", decision: "enrolment", moment: "monthly-scan" };
const opening: Act = { kind: "enrolment", moment: "monthly-scan" };

test("CN-ENR-008 is silent before 2026-08-01 in a run from 2025-06-01, and speaks from then on", () => {
  const judges = judgesOf({ startDate: "2025-06-01", months: 24 });
  const counts = judges.newCounts();
  for (let month = 0; month < 24; month++) live(judges, counts, { customer: month, month, procedures: silent });
  const found = finding(counts.data(), "CN-ENR-008");
  expect(found.firstMonth).toBe(14);
  expect([...found.personsByMonth]).toEqual([...Array.from({ length: 14 }, () => 0), ...Array.from({ length: 10 }, () => 1)]);
  expect(found).toMatchObject({ judged: 10, judgedPersons: 10, persons: 10 });
  expect(finding(counts.data(), "CN-ENR-002").persons).toBe(24);
});

test("a law that begins within a month is in force from the next act on or after its date", () => {
  const judges = judgesOf({ startDate: "2026-06-15", months: 4 });
  const says = [0, 1, 2, 3].map((month) => {
    judges.beginCustomer(1, newRow(), judges.newCounts());
    return judges.matched(judges.judge(judges.act(opening), month)).includes("CN-ENR-008");
  });
  expect(says).toEqual([false, false, true, true]);
});

test("a person counts once for a rule, however many of her acts match", () => {
  const judges = judgesOf({ months: 5 });
  const counts = judges.newCounts();
  const row = newRow();
  for (const customer of [40, 8]) {
    judges.beginCustomer(customer, row, counts);
    for (const month of [1, 1, 2, 4]) judges.judge(judges.act(marketing), month);
    judges.endCustomer();
  }
  const found = finding(counts.data(), "CN-MKT-001");
  expect(found).toMatchObject({ judged: 8, violations: 8, persons: 2, judgedPersons: 2, passedPersons: 0, firstMonth: 1 });
  expect([...found.personsByMonth]).toEqual([0, 2, 2, 0, 2]);
  expect(found.personsByGroup[8]).toBe(2);
  expect(found.cases).toEqual([{ customer: 8, month: 1 }, { customer: 40, month: 1 }]);
});

test("whoever is read and never enrolled is a person without an account", () => {
  const judges = judgesOf();
  const counts = judges.newCounts();
  judges.beginCustomer(1, newRow(), counts);
  judges.judge(judges.act(scanning), 0);
  judges.endCustomer();
  expect(finding(counts.data(), "CN-DAT-001")).toMatchObject({ persons: 1, accounts: 0 });
});

test("a match before the opening counts for the account it led to, and each account counts by itself", () => {
  const judges = judgesOf();
  const counts = judges.newCounts();
  judges.beginCustomer(1, newRow(), counts);
  judges.judge(judges.act(scanning), 0);
  judges.accountOpened();
  judges.judge(judges.act(opening), 0);
  judges.accountClosed(1);
  judges.judge(judges.act(marketing), 1);
  judges.accountOpened();
  judges.judge(judges.act(opening), 2);
  judges.endCustomer();
  const tally = counts.data();
  expect(finding(tally, "CN-DAT-001")).toMatchObject({ persons: 1, accounts: 1 });
  expect(finding(tally, "CN-ENR-002")).toMatchObject({ persons: 1, accounts: 2 });
  expect(finding(tally, "CN-MKT-001")).toMatchObject({ persons: 1, accounts: 1 });
});

test("a person with a match is not also counted as left open", () => {
  const { coerciveCollection: _coercive, ...declared } = silent.declared;
  const procedures: Procedures = { ...silent, declared };
  const judges = judgesOf({ procedures: { ...procedures, collection: { ...silent.collection, thirdParties: false } } });
  const counts = judges.newCounts();
  judges.beginCustomer(1, newRow(), counts);
  judges.judge(judges.act({ kind: "collection" }), 0);
  judges.endCustomer();
  expect(finding(counts.data(), "CN-COL-002")).toMatchObject({ persons: 0, inconclusivePersons: 1 });
  expect(finding(counts.data(), "CN-COL-001")).toMatchObject({ persons: 1, inconclusivePersons: 0 });
});

/** Customers whose lives differ by their number: some refuse, some close, some are only scanned. */
function liveOf(customers: readonly number[]): LawTally {
  const judges = judgesOf({ months: 6 });
  const counts = judges.newCounts();
  for (const customer of customers) liveAs(judges, counts, customer);
  return counts.data();
}

function liveAs(judges: ReturnType<typeof judgesOf>, counts: LawCounts, customer: number): void {
  if (customer % 3 === 0) {
    live(judges, counts, { customer, month: customer % 6, procedures: silent });
    return;
  }
  const row = newRow();
  put(row, "customer.age", 15 + (customer % 7));
  judges.beginCustomer(customer, row, counts);
  if (customer % 2 === 0) answer(judges, row, silent, "registration");
  for (let month = customer % 4; month < 6; month++) judges.judge(judges.act(scanning), month);
  if (customer % 5 === 0) {
    judges.accountOpened();
    judges.judge(judges.act(opening), 5);
  }
  judges.endCustomer();
}

test("tallies of disjoint customers merge in any order and any cut to the same bytes", () => {
  const customers = Array.from({ length: 120 }, (_, customer) => customer);
  const whole = liveOf(customers);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 120, maxLength: 120 }), fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), (block, order) => {
      const parts = order.map((number) => liveOf(customers.filter((customer) => block[customer] === number)));
      expect(mergeLawTallies(parts)).toEqual(whole);
    }),
    { numRuns: 20 },
  );
});

test("a tally survives a structured clone, and counts go on after they were read", () => {
  const judges = judgesOf({ months: 6 });
  const counts = judges.newCounts();
  for (let customer = 0; customer < 60; customer++) liveAs(judges, counts, customer);
  const half = structuredClone(counts.data());
  for (let customer = 60; customer < 120; customer++) liveAs(judges, counts, customer);
  expect(counts.data()).toEqual(liveOf(Array.from({ length: 120 }, (_, customer) => customer)));
  expect(half).toEqual(liveOf(Array.from({ length: 60 }, (_, customer) => customer)));
});

test("tallies of different rules do not add up, and no tallies make an empty one", () => {
  expect(() => mergeLawTallies([judgesOf().newCounts().data(), judgesOf({ packs: [] }).newCounts().data()])).toThrow("do not add up");
  expect(mergeLawTallies([]).rules).toEqual([]);
});

test("without a law pack every act is judged by nobody", () => {
  const judges = judgesOf({ packs: [] });
  const counts = judges.newCounts();
  judges.beginCustomer(1, newRow(), counts);
  expect(judges.matched(judges.judge(judges.act(scanning), 0))).toEqual([]);
  judges.endCustomer();
  expect(viewLawFindings(counts.data())).toEqual([]);
});

const forms: readonly Act[] = [
  scanning, opening, marketing, { kind: "credit-report-query" }, { kind: "limit-change", way: "booking" }, { kind: "limit-change", way: "imposed" },
  { kind: "pricing", moment: "purchase" }, { kind: "billing" }, { kind: "negative-report" }, { kind: "collection" }, { kind: "closure-request" },
  { kind: "closure-decision", outcome: "refused" }, { kind: "complaint", about: "credit-objection" },
];
const named = new Set([
  "customer.age", "customer.isCollegeStudent", "account.closed", "account.balanceFen", "limit.newFen", "limit.deltaFen", "price.allInApr",
  "bill.undisclosedFeeFen", "account.disputeOpen", "account.fraudHold", "account.daysSinceOpen", "account.previouslyClosed", "account.previouslyRefused",
  "request.asked", "request.amountFen", "price.arrangement", "collection.enforcementStarted", "collection.forbearanceOffered",
]);

test("a slot that the month does not promise to write is never looked at", () => {
  const unnamed = [...layout.dictionary.facts.keys()].filter((name) => !named.has(name) && !name.startsWith("consent."));
  fc.assert(
    fc.property(fc.constantFrom(...forms), fc.integer({ min: 0, max: 1000 }), (act, garbage) => {
      const judges = judgesOf();
      const judged = (fill: number) => {
        const row = newRow();
        for (const name of unnamed) row[layout.slot(name)] = fill;
        judges.beginCustomer(1, row, judges.newCounts());
        const verdict = judges.judge(judges.act(act), 0);
        return [judges.matched(verdict), judges.inconclusive(verdict)];
      };
      expect(judged(garbage)).toEqual(judged(Number.NaN));
    }),
    { numRuns: 60 },
  );
});

test("a slot that the month should have written and did not leaves its rules open", () => {
  const judges = judgesOf();
  judges.beginCustomer(1, new Float64Array(layout.size).fill(Number.NaN), judges.newCounts());
  const open = (act: Act) => judges.inconclusive(judges.judge(judges.act(act), 0));
  expect(open(opening)).toEqual(["CN-ENR-005", "CN-ENR-006", "CN-ENR-009"]);
  expect(open({ kind: "pricing", moment: "purchase" })).toEqual(["CN-PRC-007", "CN-PRC-004"]);
  expect(open({ kind: "closure-decision", outcome: "refused" })).toEqual(["CN-CLO-003"]);
});

const bit = (source: (typeof consentSources)[number]): number => 1 << consentSources.indexOf(source);

test("what she refuses when openly asked is withheld and not read; what a ticked box takes is read all the same", () => {
  const asksOpenly: Procedures = {
    ...silent,
    enrolment: { ...silent.enrolment, registration: { ...silent.enrolment.registration, ...refusable() } },
  };
  const judges = judgesOf({ procedures: asksOpenly, decisions: [reading("enrolment", "monthly-scan", ["device.riskPoints"])] });
  judges.beginCustomer(1, newRow(), judges.newCounts());
  const matched = () => judges.matched(judges.judge(judges.act(scanning), 0)).includes("CN-DAT-001");
  expect([judges.withheld() & bit("device"), matched()]).toEqual([0, true]);
  judges.passed("registration");
  expect([judges.withheld(), matched()]).toEqual([bit("device"), false]);
});

test("the bureau is not asked about a customer who withholds it", () => {
  const { registration } = silent.enrolment;
  if (registration === undefined) throw new Error("no registration");
  const asked: Procedures = { ...silent, enrolment: { registration: { ...registration, consents: { bureau: { kind: "written", ticked: "customer" } } } } };
  const judges = judgesOf({ procedures: asked });
  const counts = judges.newCounts();
  judges.beginCustomer(1, newRow(), counts);
  judges.passed("registration");
  expect(judges.matched(judges.judge(judges.act({ kind: "credit-report-query" }), 0))).toEqual([]);
  judges.endCustomer();
  expect(finding(counts.data(), "CN-CRQ-001")).toMatchObject({ judged: 0, judgedPersons: 0 });
});

function refusable() {
  const { registration } = silent.enrolment;
  if (registration === undefined) throw new Error("no registration");
  const device: { readonly kind: "separate"; readonly ticked: "customer" } = { kind: "separate", ticked: "customer" };
  return { ...registration, consents: { ...registration.consents, device } };
}

test("after a withdrawal data are erased where nothing is kept, and their use is a finding where they are kept", () => {
  const scan = [reading("enrolment", "monthly-scan", ["device.riskPoints"])];
  const says = (retentionMonthsAfterEnd: number) => {
    const judges = judgesOf({ procedures: { ...silent, data: { ...silent.data, retentionMonthsAfterEnd } }, decisions: scan });
    const row = newRow();
    judges.beginCustomer(1, row, judges.newCounts());
    answer(judges, row, silent, "registration");
    put(row, "consent.device.withdrawn", true);
    judges.consentsChanged();
    return [judges.withheld() & bit("device"), judges.matched(judges.judge(judges.act(scanning), 0)).includes("CN-DAT-007")];
  };
  expect(says(12)).toEqual([0, true]);
  expect(says(0)).toEqual([bit("device"), false]);
});

test("data of a closed account are used past their time once it has run out, unless they were erased or she asks again", () => {
  const months = (afterClosing: "keep" | "delete", act: Act = scanning) => {
    const judges = judgesOf({ months: 12, procedures: { ...silent, closure: { ...silent.closure, afterClosing }, data: { ...silent.data, retentionMonthsAfterEnd: 2 } } });
    judges.beginCustomer(1, newRow(), judges.newCounts());
    judges.accountOpened();
    judges.accountClosed(3);
    return [4, 5, 6, 7].map((month) => judges.matched(judges.judge(judges.act(act), month)).includes("CN-DAT-007"));
  };
  expect(months("keep")).toEqual([false, false, true, true]);
  expect(months("delete")).toEqual([false, false, false, false]);
  expect(months("keep", { kind: "data-access", decision: "enrolment", moment: "application" })).toEqual([false, false, false, false]);
});

test("the standing of one customer is forgotten with her", () => {
  const judges = judgesOf();
  const matched = () => judges.matched(judges.judge(judges.act(marketing), 0));
  const row = newRow();
  judges.beginCustomer(1, row, judges.newCounts());
  answer(judges, row, silent, "registration");
  const registered = judges.matched(judges.judge(judges.act(opening), 0));
  judges.endCustomer();
  judges.beginCustomer(2, newRow(), judges.newCounts());
  expect(registered).toContain("CN-ENR-001");
  expect(judges.matched(judges.judge(judges.act(opening), 0))).not.toContain("CN-ENR-001");
  expect(matched()).toEqual(["CN-MKT-001", "CN-MKT-002"]);
});

test("who applies or takes up an invitation asked for her account, whatever box was ticked", () => {
  const judges = judgesOf();
  const row = newRow();
  judges.beginCustomer(1, row, judges.newCounts());
  answer(judges, row, silent, "registration");
  const unasked = (moment: "registration" | "application" | "invitation-answer" | "monthly-scan") =>
    judges.matched(judges.judge(judges.act({ kind: "enrolment", moment }), 0)).includes("CN-ENR-002");
  expect([unasked("application"), unasked("invitation-answer")]).toEqual([false, false]);
  expect([unasked("registration"), unasked("monthly-scan")]).toEqual([true, true]);
});

test("a moment that only invites or asks for consents is no way in", () => {
  const at = (moments: readonly string[], type: string) => ({
    ...(opensAnywhere.rules[0] ?? { name: "", title: { en: "", zh: "" }, serves: [], priority: 1 }),
    conditions: { all: [{ not: { fact: "request.moment", operator: "notIn", value: moments } }, { fact: "customer.age", operator: "greaterThan", value: 17 }] },
    event: { type },
  });
  const ways = (rules: ReturnType<typeof at>[]) => openingMoments(silent, { ...opensAnywhere, rules });
  expect(ways([at(["registration"], "enrol"), at(["monthly-scan"], "invite")])).toEqual(["registration"]);
  expect(ways([at(["monthly-scan"], "review")])).toEqual(["monthly-scan"]);
  expect(ways([at(["application"], "enrol")])).toEqual([]);
});

/** Women pay 80 bps a month, men 70. */
function pricedBy(name: "customer.gender" | "score.points"): CompiledDecision {
  const slot = layout.slot(name);
  return {
    ...reading("pricing", "purchase", [name]),
    params: ["freeDays", "feeMonthlyBps"],
    newOutcome: () => ({ code: 0, undecided: false, params: new Float64Array(2), fired: new Int32Array(1) }),
    decide: (row, outcome) => void (outcome.params[1] = row[slot] === 0 ? 80 : 70),
  };
}

test("a price rests on a feature that is no risk factor by what it costs those who have it", () => {
  const matched = (name: "customer.gender" | "score.points", gender: string) => {
    const judges = judgesOf({ decisions: [pricedBy(name)] });
    const row = newRow();
    put(row, "customer.gender", gender);
    put(row, "price.allInApr", 0.1);
    judges.beginCustomer(1, row, judges.newCounts());
    const rules = judges.matched(judges.judge(judges.act({ kind: "pricing", moment: "purchase" }), 0));
    expect(row[layout.slot("customer.gender")]).toBe(gender === "female" ? 0 : 1);
    return rules.includes("CN-PRC-003");
  };
  expect(matched("customer.gender", "female")).toBe(true);
  expect(matched("customer.gender", "male")).toBe(false);
  expect(matched("score.points", "female")).toBe(false);
});

test("fees that the contract does not name are undisclosed, and only those", () => {
  expect(judgesOf().undisclosedFeeFen(500, 30)).toBe(30);
  expect(judgesOf({ procedures: { ...silent, billing: { disclosedFees: [] } } }).undisclosedFeeFen(500, 30)).toBe(530);
});

test("the lender's own month concerns no person", () => {
  const audit = { ...cn, rules: cn.rules.slice(0, 1).map((rule) => ({ ...rule, id: "CN-GOV-001", trigger: "month-end" as const, conditions: { all: [{ fact: "governance.monthsSinceAudit", operator: "greaterThan", value: 24 }] } })) };
  const judges = judgesOf({ packs: [audit], procedures: { ...silent, declared: { monthsSinceAudit: 30 } } });
  const counts = judges.newCounts();
  judges.judgeLender(0, counts);
  judges.judgeLender(1, counts);
  expect(finding(counts.data(), "CN-GOV-001")).toMatchObject({ judged: 2, violations: 2, persons: 0, judgedPersons: 0, firstMonth: 0 });
});
