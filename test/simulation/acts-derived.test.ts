// What acts get from the month and the scenario for the law of the EU, the UK and joint loans: derived, never declared.
import { expect, test } from "vitest";
import { readLawPack, type LawPack, type Row } from "../../src/policy/index.ts";
import { deriveActFacts, viewLawFindings, type Act } from "../../src/simulation/acts/index.ts";
import { prepareRun, viewTally, type Lender } from "../../src/simulation/index.ts";
import { answer, arrangementOf, cn, dictionary, judgesOf, newRow, opensAnywhere, put, reading, silent } from "./acts-fixture.ts";
import { inputsOf, source } from "./world.ts";

function packOf(name: string): LawPack {
  const { pack } = readLawPack(source(`rules/laws/${name}.json`), dictionary);
  if (pack === undefined) throw new Error(`the law pack ${name} cannot be read`);
  return pack;
}
const [eu, uk] = [packOf("eu"), packOf("uk")];

type Says = "matched" | "open" | "passed";
type Fill = (row: Row) => void;

function said(judges: ReturnType<typeof judgesOf>, rule: string, act: Act): Says {
  const verdict = judges.judge(judges.act(act), 0);
  return judges.matched(verdict).includes(rule) ? "matched" : judges.inconclusive(verdict).includes(rule) ? "open" : "passed";
}

function begun(judges: ReturnType<typeof judgesOf>, fill: Fill = () => undefined) {
  const row = newRow();
  fill(row);
  judges.beginCustomer(1, row, judges.newCounts());
  return row;
}

const scanned: Act = { kind: "enrolment", moment: "monthly-scan" };
const inDecember = { startDate: "2026-12-01" };

test("the ability to repay is assessed where the decision reads what comes in, and she did not keep it back", () => {
  const income = ["customer.age", "customer.incomeMonthlyFen"];
  const says = (reads: readonly string[], fill?: Fill): Says => {
    const judges = judgesOf({ ...inDecember, packs: [eu], decisions: [reading("enrolment", "monthly-scan", reads)] });
    begun(judges, fill);
    return said(judges, "EU-ENR-003", scanned);
  };
  expect(says(["score.points", "bureau.score"])).toBe("matched");
  expect(says(income)).toBe("matched");
  expect(says(income, (row) => put(row, "customer.incomeMonthlyFen", 0))).toBe("passed");
  expect(says([...income, "bureau.debtToIncomeBps"], (row) => put(row, "bureau.debtToIncomeBps", 2000))).toBe("passed");
  // Nobody knows what is read where no decision was compiled.
  const judges = judgesOf({ ...inDecember, packs: [eu, uk], decisions: [] });
  begun(judges);
  expect([said(judges, "EU-ENR-003", scanned), said(judges, "UK-ENR-001", { kind: "enrolment", moment: "application" })]).toEqual(["open", "matched"]);
});

test("the decision on the first limit may be the assessment", () => {
  const judges = judgesOf({ ...inDecember, packs: [eu], decisions: [reading("enrolment", "monthly-scan", []), reading("limit", "booking", ["customer.incomeMonthlyFen"])] });
  begun(judges, (row) => put(row, "customer.incomeMonthlyFen", 500_000));
  expect(said(judges, "EU-ENR-003", scanned)).toBe("passed");
});

test.each([
  ["review", "passed"],
  ["month-end", "matched"],
  ["complaint", "open"],
])("a rise decided at %s is assessed by what that decision reads: %s", (moment, expected) => {
  const decisions = [reading("limit", "review", ["customer.incomeMonthlyFen"]), reading("monitoring", "month-end", ["account.utilisationBps"])];
  const judges = judgesOf({ ...inDecember, packs: [eu], decisions });
  begun(judges, (row) => {
    put(row, "customer.incomeMonthlyFen", 500_000);
    put(row, "limit.newFen", 900_000);
    put(row, "limit.deltaFen", 100_000);
    put(row, "request.moment", moment);
  });
  expect(said(judges, "EU-LIM-001", { kind: "limit-change", way: "offer-accepted" })).toBe(expected);
});

test.each<[string, Lender["type"], NonNullable<Lender["partners"]>, Readonly<Record<string, number>>, Says]>([
  ["a lender alone", "bank", {}, { lender: 10_000 }, "passed"],
  ["a bank with a partner that puts up 30 %", "bank", { p: { type: "trust" } }, { lender: 7000, p: 3000 }, "passed"],
  ["a bank with a partner that puts up less", "bank", { p: { type: "trust" } }, { lender: 7001, p: 2999 }, "matched"],
  ["a micro-lender that puts up 20 % beside a bank", "microlender", { p: { type: "bank" } }, { lender: 2000, p: 8000 }, "matched"],
  ["two that are no banks", "microlender", { p: { type: "trust" } }, { lender: 1000, p: 9000 }, "passed"],
  ["a partner whose licence nobody states", "bank", {}, { lender: 9000, p: 1000 }, "open"],
])("who funds a joint loan: %s with %s", (_name, lenderType, partners, funding, expected) => {
  const judges = judgesOf({ lenderType, lender: { partners }, arrangements: { joint: arrangementOf(funding) } });
  begun(judges, (row) => put(row, "price.arrangement", 0));
  expect(said(judges, "CN-PRC-005", { kind: "pricing", moment: "booking" })).toBe(expected);
});

test("each price has the funding of its own arrangement", () => {
  const arrangements = { alone: arrangementOf({ lender: 10_000 }), thin: arrangementOf({ lender: 9000, p: 1000 }) };
  const judges = judgesOf({ lenderType: "bank", lender: { partners: { p: { type: "trust" } } }, arrangements });
  const row = begun(judges);
  const says = ["alone", "thin"].map((_, number) => {
    put(row, "price.arrangement", number);
    return said(judges, "CN-PRC-005", { kind: "pricing", moment: "booking" });
  });
  expect(says).toEqual(["passed", "matched"]);
});

test("concentration is the bank's own: judged month by month where the scenario states it, open where it does not", () => {
  const months = (lenderType: Lender["type"], lender: Parameters<typeof judgesOf>[0]) => {
    const judges = judgesOf({ lenderType, arrangements: { joint: arrangementOf({ lender: 7000, p: 3000 }) }, months: 4, ...lender });
    const counts = judges.newCounts();
    for (let month = 0; month < 4; month++) judges.judgeLender(month, counts);
    const found = viewLawFindings(counts.data()).find(({ rule }) => rule === "CN-PRC-006");
    return [found?.judged, found?.violations, found?.inconclusiveActs, found?.persons];
  };
  const partner = (exposureToTier1Bps?: number) => ({ partners: { p: { type: "trust" as const, ...(exposureToTier1Bps === undefined ? {} : { exposureToTier1Bps }) } } });
  expect(months("bank", { lender: { ...partner(2501), jointLoansToTotalLoansBps: 100 } })).toEqual([4, 4, 0, 0]);
  expect(months("bank", { lender: { ...partner(2500), jointLoansToTotalLoansBps: 5000 } })).toEqual([4, 0, 0, 0]);
  expect(months("bank", { lender: { ...partner(), jointLoansToTotalLoansBps: 5001 } })).toEqual([4, 4, 0, 0]);
  expect(months("bank", { lender: partner(2500) })).toEqual([4, 0, 4, 0]);
  expect(months("microlender", { lender: { partners: { p: { type: "bank", exposureToTier1Bps: 9000 } } } })).toEqual([4, 0, 4, 0]);
  expect(months("bank", { arrangements: { own: arrangementOf({ lender: 10_000 }) } })).toEqual([4, 0, 0, 0]);
});

test("an account opened for whoever refused or closed it is reopened without asking, unless she asks herself", () => {
  const judges = judgesOf();
  const row = begun(judges, (one) => {
    put(one, "account.previouslyClosed", true);
    put(one, "account.previouslyRefused", false);
  });
  expect(said(judges, "CN-ENR-009", scanned)).toBe("matched");
  expect(said(judges, "CN-ENR-009", { kind: "enrolment", moment: "application" })).toBe("passed");
  put(row, "account.previouslyClosed", false);
  expect(said(judges, "CN-ENR-009", scanned)).toBe("passed");
});

test("after closing, the bureau may be asked for a new application of hers and for nothing else", () => {
  const judges = judgesOf();
  const row = begun(judges, (one) => {
    put(one, "account.balanceFen", 0);
    put(one, "request.asked", false);
  });
  const query: Act = { kind: "credit-report-query" };
  expect(said(judges, "CN-CRQ-002", query)).toBe("passed");
  judges.accountOpened();
  judges.accountClosed(0);
  expect(said(judges, "CN-CRQ-002", query)).toBe("matched");
  put(row, "request.asked", true);
  expect(said(judges, "CN-CRQ-002", query)).toBe("passed");
  put(row, "request.asked", false);
  judges.accountOpened();
  expect(said(judges, "CN-CRQ-002", query)).toBe("passed");
});

test("whoever refused and is contacted once a month is not pressed; twice is", () => {
  const says = (contactsPerMonth: number, refused: boolean) => {
    const judges = judgesOf({ procedures: { ...silent, marketing: { ...silent.marketing, contactsPerMonth } } });
    begun(judges, (row) => put(row, "account.previouslyRefused", refused));
    return said(judges, "CN-MKT-003", { kind: "marketing" });
  };
  expect([says(1, true), says(2, true), says(2, false)]).toEqual(["passed", "matched", "passed"]);
});

test("a score of a third party needs a licensed source: declared, open where it is not, and no matter where none is read", () => {
  const says = (reads: readonly string[], thirdPartySourceLicensed?: boolean) => {
    const declared = { ...silent.declared, ...(thirdPartySourceLicensed === undefined ? {} : { thirdPartySourceLicensed }) };
    const judges = judgesOf({ procedures: { ...silent, declared }, decisions: [reading("enrolment", "monthly-scan", reads)] });
    const row = begun(judges);
    answer(judges, row, silent, "registration");
    return said(judges, "CN-DAT-011", { kind: "data-access", decision: "enrolment", moment: "monthly-scan" });
  };
  expect([says(["score.thirdPartyPoints"], false), says(["score.thirdPartyPoints"], true), says(["score.thirdPartyPoints"]), says(["score.points"], false)]).toEqual(["matched", "passed", "open", "passed"]);
});

test("a leak that nobody provides for is open, never a pass", () => {
  const judges = judgesOf();
  begun(judges);
  expect(said(judges, "CN-DAT-010", { kind: "data-leak" })).toBe("open");
  expect([...deriveActFacts({ procedures: silent, enrolment: opensAnywhere, lenderType: "bank", dictionary, decisions: [] }, { kind: "data-leak" }).facts.keys()]).toEqual(["lender.type"]);
});

test("all of a purchase is paid out, whatever it costs", () => {
  const judges = judgesOf();
  const row = begun(judges, (one) => put(one, "price.allInApr", 0.1));
  for (const amount of [1000, 90_000]) {
    put(row, "request.amountFen", amount);
    expect(said(judges, "CN-PRC-004", { kind: "pricing", moment: "purchase" })).toBe("passed");
  }
  expect(said(judges, "CN-PRC-004", { kind: "pricing", moment: "booking" })).toBe("passed");
});

test("in a run, debts in default are enforced, and a lender that offers no plan enforces without forbearance", () => {
  const run = (policy: string) => viewTally(prepareRun(inputsOf({ policy, customers: 1500, packs: [eu, uk], startDate: "2026-12-01" })).block(0, 1500)).laws;
  const [silently, invited] = [run("silent-auto-enrolment"), run("invited")];
  const of = (laws: typeof invited, rule: string) => laws.find((law) => law.rule === rule);
  expect(of(silently, "EU-COL-001")?.persons).toBeGreaterThan(0);
  expect(of(invited, "EU-COL-001")).toMatchObject({ persons: 0, inconclusivePersons: 0 });
  expect(of(invited, "EU-COL-001")?.judged).toBeGreaterThan(0);
  // Both announce a missed payment.
  expect(of(silently, "UK-COL-001")).toMatchObject({ persons: 0, inconclusivePersons: 0 });
}, 30_000);

test("each of the three packs judges by its own rules: a run under all of them is the sum of the three", () => {
  const tally = (packs: readonly LawPack[]) => viewTally(prepareRun(inputsOf({ customers: 300, packs, startDate: "2026-12-01", months: 8 })).block(0, 300)).laws;
  const apart = [cn, eu, uk].flatMap((pack) => tally([pack]));
  expect(tally([cn, eu, uk])).toEqual(apart);
});
