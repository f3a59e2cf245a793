// What a lender does decides which rules match: each change of its procedures silences exactly the right ones.
import { expect, test } from "vitest";
import { noticeItems, type ConsentQuestion, type EnrolmentProcedure, type Procedures } from "../../src/policy/index.ts";
import { findingsOf, matchedIn, openIn, reading, silent, silentDecisions, silentReads } from "./acts-fixture.ts";

const all = matchedIn();

type Screen = "registration" | "monthly-scan";
function screen(procedures: Procedures, moment: Screen, change: Partial<EnrolmentProcedure>): Procedures {
  const before = procedures.enrolment[moment];
  if (before === undefined) throw new Error(`no ${moment}`);
  return { ...procedures, enrolment: { ...procedures.enrolment, [moment]: { ...before, ...change } } };
}
const own = (kind: ConsentQuestion["kind"]): ConsentQuestion => ({ kind, ticked: "customer" });
const asks = (consents: EnrolmentProcedure["consents"]) => (p: Procedures) => screen(p, "registration", { consents: { ...p.enrolment.registration?.consents, ...consents } });
const fullNotice = (p: Procedures) => screen(p, "registration", { notice: noticeItems, noticeShown: "before" });
const together = (...changes: readonly ((p: Procedures) => Procedures)[]) => (p: Procedures) => changes.reduce((q, change) => change(q), p);

const unticked = together(asks({ account: own("bundled") }), (p) => screen(p, "registration", { creditOption: "unticked" }));
const sensitiveAsked = asks({ bankAccount: own("separate"), bureau: own("separate") });
const everythingAsked = asks({ purchases: own("separate"), device: own("separate"), bankAccount: own("separate"), bureau: own("written") });

test("a lender that acts silently trips every rule that its acts touch", () => {
  expect(all).toEqual([
    "CN-ENR-001", "CN-ENR-002", "CN-ENR-003", "CN-ENR-008", "CN-DAT-001", "CN-DAT-002", "CN-DAT-003", "CN-DAT-004", "CN-DAT-005", "CN-DAT-006", "CN-DAT-009",
    "CN-CRQ-001", "CN-LIM-003", "CN-LIM-004", "CN-PRC-001", "CN-BIL-001", "CN-NEG-001", "CN-NEG-002", "CN-COL-001", "CN-COL-002",
    "CN-CLO-001", "CN-CLO-002", "CN-CLO-003", "CN-CLO-005", "CN-CMP-001", "CN-MKT-001", "CN-PRC-007", "CN-ENR-007", "CN-ENR-009", "CN-DAT-008", "CN-CLO-006", "CN-CLO-004", "CN-CMP-002", "CN-MKT-002", "CN-MKT-003",
  ]);
  expect(openIn()).toEqual([]);
});

test.each<[string, (p: Procedures) => Procedures, readonly string[]]>([
  ["the box is unticked", unticked, ["CN-ENR-001"]],
  ["the terms are shown and can be downloaded", (p) => ({ ...screen(p, "monthly-scan", { show: "separate-agreement" }), declared: { ...p.declared, copyAvailable: true } }), ["CN-ENR-003"]],
  ["a declaration about terms nobody is shown", (p) => ({ ...p, declared: { ...p.declared, copyAvailable: true } }), []],
  ["the cost table is shown by a scan that nobody watches", (p) => screen(p, "monthly-scan", { costTable: { shown: true, confirm: true, readSeconds: 20 } }), []],
  ["the whole notice is shown before", fullNotice, ["CN-DAT-004"]],
  ["the whole notice is shown, but only after the box", (p) => screen(p, "registration", { notice: noticeItems, noticeShown: "after" }), []],
  ["all of the notice but the contact is shown before", (p) => screen(p, "registration", { notice: noticeItems.filter((item) => item !== "contact"), noticeShown: "before" }), []],
  ["sensitive data get consents of their own", sensitiveAsked, ["CN-DAT-002"]],
  ["sensitive data get boxes of their own, ticked beforehand", asks({ bankAccount: { kind: "separate", ticked: "default" }, bureau: { kind: "separate", ticked: "default" } }), []],
  ["every source is asked for properly, without a notice", everythingAsked, ["CN-DAT-002", "CN-NEG-002"]],
  ["every source is asked for properly, after a whole notice", together(everythingAsked, fullNotice), ["CN-DAT-001", "CN-DAT-002", "CN-DAT-004", "CN-NEG-002"]],
  ["sharing is named and asked for", together(sensitiveAsked, (p) => screen(p, "registration", { noticeShown: "before", recipientsNamed: true })), ["CN-DAT-002", "CN-DAT-005"]],
  ["sharing stops", (p) => ({ ...p, data: { ...p.data, shared: [] } }), ["CN-DAT-005"]],
  ["the purpose is told", (p) => ({ ...p, data: { ...p.data, purposesTold: ["shopping", "credit-assessment"] } }), ["CN-DAT-006"]],
  ["the impact is assessed", (p) => ({ ...p, declared: { ...p.declared, impactAssessmentCompleted: true } }), ["CN-DAT-009"]],
  ["bureau queries are authorised in writing, for a purpose", (p) => ({ ...asks({ bureau: own("written") })(p), bureau: { ...p.bureau, purposeAgreed: true } }), ["CN-CRQ-001", "CN-NEG-002"]],
  ["defaults are announced before they are reported", (p) => ({ ...p, bureau: { ...p.bureau, noticeDaysBefore: 3 } }), ["CN-NEG-001"]],
  ["defaults are announced on the very day", (p) => ({ ...p, bureau: { ...p.bureau, noticeDaysBefore: 0 } }), []],
  ["decisions are explained and reviewed by people", (p) => ({ ...p, limitChange: { ...p.limitChange, explanation: true, humanReview: true } }), ["CN-LIM-004"]],
  ["the annual rate is shown with all fees", (p) => ({ ...p, pricing: { annualRateShown: true, rateIncludesAllFees: true } }), ["CN-PRC-001"]],
  ["every fee is named in the contract", (p) => ({ ...p, billing: { disclosedFees: ["instalment", "late"] } }), ["CN-BIL-001"]],
  ["collectors keep to the day and to three calls", (p) => ({ ...p, collection: { ...p.collection, hours: { from: 8, to: 22 }, contactsPerDay: 3 } }), ["CN-COL-001"]],
  ["collectors keep to the day alone", (p) => ({ ...p, collection: { ...p.collection, hours: { from: 8, to: 22 } } }), []],
  ["collectors work through the night", (p) => ({ ...p, collection: { ...p.collection, hours: { from: 20, to: 10 }, contactsPerDay: 1 } }), []],
  ["collectors leave friends and threats alone", (p) => ({ ...p, collection: { ...p.collection, thirdParties: false }, declared: { ...p.declared, coerciveCollection: false } }), ["CN-COL-002"]],
  ["closing is as easy as a scan is to open", (p) => ({ ...p, closure: { ...p.closure, entrance: [], factors: [], conditions: ["settlement", "identity"], channels: ["online"] } }), ["CN-CLO-001"]],
  ["closing asks for one step more than opening", (p) => ({ ...p, closure: { ...p.closure, entrance: ["close"], factors: [], conditions: [], channels: ["online"] } }), []],
  ["reasons are given", (p) => ({ ...p, closure: { ...p.closure, reasonsGiven: true } }), ["CN-CLO-002"]],
  ["data are erased after closing", (p) => ({ ...p, closure: { ...p.closure, afterClosing: "delete" } }), ["CN-CLO-005"]],
  ["she is told beforehand that other limits shrink", (p) => ({ ...p, closure: { ...p.closure, toldOfOtherLimits: true } }), ["CN-CLO-006"]],
  ["objections are flagged and answered in time", (p) => ({ ...p, complaints: { ...p.complaints, objectionsFlagged: true, daysToResolve: 20 } }), ["CN-CMP-001"]],
  ["marketing is asked for and has a neutral option", (p) => ({ ...asks({ marketing: own("separate") })(p), marketing: { ...p.marketing, nonPersonalisedOption: true } }), ["CN-MKT-001"]],
  ["marketing has a neutral option, its box still ticked beforehand", (p) => ({ ...p, marketing: { ...p.marketing, nonPersonalisedOption: true } }), []],
])("when %s, exactly these rules fall silent", (_change, change, silenced) => {
  const procedures = change(silent);
  const matched = matchedIn({ procedures });
  expect(all.filter((rule) => !matched.includes(rule))).toEqual(silenced);
  expect(matched.filter((rule) => !all.includes(rule))).toEqual([]);
});

test("a field that bears on no risk is unnecessary, and only that", () => {
  const decisions = silentDecisions.map((one) => (one.decision === "enrolment" ? reading("enrolment", "monthly-scan", silentReads.filter((name) => name !== "customer.gender")) : one));
  expect(all.filter((rule) => !matchedIn({ decisions }).includes(rule))).toEqual(["CN-DAT-003"]);
});

test("a decision that reads nothing of the customer's rests on the contract, whatever was asked", () => {
  const decisions = [reading("enrolment", "monthly-scan", ["customer.age", "account.status"])];
  const matched = matchedIn({ decisions });
  expect(matched.filter((rule) => rule.startsWith("CN-DAT-"))).toEqual(["CN-DAT-004", "CN-DAT-009", "CN-DAT-008"]);
});

test("a declaration that is absent leaves its rules open, and open is neither a match nor a pass", () => {
  const { coerciveCollection: _coercive, impactAssessmentCompleted: _impact, statutoryRetentionLock: _lock, ...declared } = silent.declared;
  const procedures: Procedures = { ...silent, declared, collection: { ...silent.collection, thirdParties: false } };
  expect(openIn({ procedures })).toEqual(["CN-DAT-009", "CN-COL-002", "CN-CLO-005"]);
  const finding = findingsOf({ procedures }).find((one) => one.rule === "CN-COL-002");
  expect(finding).toMatchObject({ judgedPersons: 1, persons: 0, inconclusivePersons: 1, passedPersons: 0, violations: 0, inconclusiveActs: 1, declaredPersons: 0 });
});

test("a verdict rests on a declaration only where it would be open without it", () => {
  const declaredIn = (procedures: Procedures) => findingsOf({ procedures }).filter((one) => one.declaredPersons > 0).map((one) => one.rule);
  // Third parties are called: the rule matches whatever is declared about threats. The same of terms nobody is shown.
  expect(declaredIn(silent)).toEqual(["CN-DAT-009", "CN-CLO-005", "CN-ENR-007", "CN-DAT-008", "CN-MKT-002"]);
  const kinder = screen({ ...silent, collection: { ...silent.collection, thirdParties: false } }, "monthly-scan", { show: "agreement-bundle" });
  expect(declaredIn(kinder)).toEqual(["CN-ENR-003", "CN-DAT-009", "CN-COL-002", "CN-CLO-005", "CN-ENR-007", "CN-DAT-008", "CN-MKT-002"]);
});

test("the licence of the lender decides which cap applies", () => {
  expect(matchedIn({ lenderType: "bank" }).filter((rule) => rule.startsWith("CN-PRC"))).toEqual(["CN-PRC-001", "CN-PRC-002"]);
  expect(matchedIn({ lenderType: "merchant" }).filter((rule) => rule.startsWith("CN-PRC"))).toEqual(["CN-PRC-001"]);
});
