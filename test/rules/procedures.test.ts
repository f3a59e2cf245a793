import { describe, expect, test } from "vitest";
import { noticeItems } from "../../src/policy/index.ts";
import type { EnrolmentProcedure, Policy } from "../../src/policy/index.ts";
import { readWhole } from "./read-policies.ts";

/** Procedures of the moments at which the policy can open an account. */
function openings({ procedures, decisions }: Policy): readonly EnrolmentProcedure[] {
  const opens = decisions.enrolment.examples.flatMap(({ moment, expect: outcome }) => (outcome["type"] === "enrol" ? [moment] : []));
  return Object.entries(procedures.enrolment).flatMap(([moment, procedure]) => (opens.some((one) => one === moment) ? [procedure] : []));
}

/** The most steps that closing can take: menus, then every factor that any rule asks for. */
function longestClosing({ procedures, decisions }: Policy): number {
  const factors = decisions.closure.rules.flatMap(({ event }) => (event.type === "verify" ? [event.params?.["factors"]].flat() : []));
  return procedures.closure.entrance.length + new Set([...factors, ...procedures.closure.factors]).size;
}

describe.each(["consent-first", "invited"])("%s", (name) => {
  const policy = readWhole(name);
  const { procedures } = policy;

  test("opens only on a separate agreement and a written authorisation, ticked by the customer", () => {
    expect(openings(policy).length).toBeGreaterThan(0);
    for (const { show, creditOption, consents, requiredForShopping } of openings(policy)) {
      expect([show, creditOption, requiredForShopping]).toEqual(["separate-agreement", "unticked", false]);
      expect(consents.account).toEqual({ kind: "separate", ticked: "customer" });
      expect(consents.bureau).toEqual({ kind: "written", ticked: "customer" });
    }
  });

  test("ticks no box for the customer and gives a complete notice before any use, at every moment", () => {
    for (const { consents, notice, noticeShown, recipientsNamed } of Object.values(procedures.enrolment)) {
      for (const question of Object.values(consents)) expect(question).toMatchObject({ ticked: "customer", kind: expect.stringMatching(/separate|written/) });
      expect(new Set(notice)).toEqual(new Set(noticeItems));
      expect([noticeShown, recipientsNamed]).toEqual(["before", true]);
    }
  });

  test("shows the cost, has it confirmed, and lets nobody pass in under ten seconds", () => {
    for (const { costTable } of openings(policy)) {
      expect(costTable).toMatchObject({ shown: true, confirm: true });
      expect(costTable.readSeconds).toBeGreaterThanOrEqual(10);
    }
    expect(procedures.pricing).toEqual({ annualRateShown: true, rateIncludesAllFees: true });
    expect(new Set(procedures.billing.disclosedFees)).toEqual(new Set(["instalment", "late"]));
  });

  test("makes closing no harder than opening, and refuses only with a reason and only under a hold", () => {
    for (const { steps } of openings(policy)) expect(longestClosing(policy)).toBeLessThanOrEqual(steps.length);
    expect(procedures.closure.conditions.filter((condition) => condition !== "settlement" && condition !== "identity")).toEqual([]);
    expect(procedures.closure).toMatchObject({ channels: expect.arrayContaining(["online"]), reasonsGiven: true });
    expect(procedures.closure.afterClosing).not.toBe("keep");
    const refusals = policy.decisions.closure.rules.filter(({ event }) => event.type === "refuse");
    expect(refusals.map(({ event }) => JSON.stringify(event.params?.["reason"])).toSorted().map((reason): unknown => JSON.parse(reason))).toEqual(["dispute-open", "fraud-hold"]);
  });

  test("raises by offer, explains, and lets a person look again", () => {
    expect(procedures.limitChange).toEqual({ raise: "offer", explanation: true, humanReview: true });
    const raises = policy.decisions.monitoring.rules.filter(({ event }) => event.type === "raise");
    expect(raises.length).toBeGreaterThan(0);
    for (const { event } of raises) expect(event.params?.["asOffer"]).toBe(true);
  });

  test("agrees the purpose of a query, warns before a negative report, and collects by day from the debtor alone", () => {
    const { bureau, collection, data, complaints, marketing } = procedures;
    expect(bureau.purposeAgreed).toBe(true);
    expect(bureau.noticeDaysBefore).toBeGreaterThanOrEqual(1);
    expect(collection.hours.from).toBeGreaterThanOrEqual(8);
    expect(collection.hours.to).toBeLessThanOrEqual(22);
    expect(collection.contactsPerDay).toBeLessThanOrEqual(3);
    expect(collection.thirdParties).toBe(false);
    expect(data.purposesTold).toContain("credit-assessment");
    expect(complaints).toMatchObject({ channelPublished: true, acknowledged: true, objectionsFlagged: true });
    expect(complaints.daysToResolve).toBeLessThanOrEqual(15);
    expect(marketing).toMatchObject({ nonPersonalisedOption: true, optOutHonoured: true, excludesStudents: true });
  });

  test("leaves nothing to be declared later, and declares what a customer would want", () => {
    expect(procedures.declared).toMatchObject({
      keyTermsProminent: true, copyAvailable: true, keyProductInfoGiven: true, impactAssessmentCompleted: true,
      encryptedAtRest: true, roleAuthorised: true, accessLogged: true, coerciveCollection: false, inducingWording: false,
    });
  });
});

test("silent auto-enrolment does what the rules of group A look for", () => {
  const { procedures, decisions } = readWhole("silent-auto-enrolment");
  const { registration, checkout, "monthly-scan": scan } = procedures.enrolment;
  for (const asked of [registration, checkout]) {
    expect(asked).toMatchObject({ show: "agreement-bundle", creditOption: "pre-ticked", consents: { account: { kind: "bundled", ticked: "default" }, purchases: { kind: "bundled", ticked: "default" } } });
    expect(asked?.notice.length).toBeLessThan(noticeItems.length);
  }
  expect(scan).toMatchObject({ show: "nothing", consents: {}, noticeShown: "after" });
  expect(procedures.declared.keyTermsProminent).toBe(false);
  expect(procedures.data.purposesTold).not.toContain("credit-assessment");
  expect(procedures.data.shared).toContain("thirdPartyScore");
  expect(procedures.limitChange).toEqual({ raise: "automatic", explanation: false, humanReview: false });
  expect(procedures.closure.entrance.length).toBeGreaterThan(registration?.steps.length ?? 0);
  const silent = decisions.enrolment.examples.filter(({ moment, expect: outcome }) => moment === "monthly-scan" && outcome["type"] === "enrol");
  expect(silent.length).toBeGreaterThan(0);
});
