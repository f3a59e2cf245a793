import { expect, test } from "vitest";
import { viewTally, type Environment, type Tally } from "../../src/simulation/index.ts";
import { assuming, environment, run, type Trial } from "./world.ts";

const customers = 1500;
const tallyOf = (trial: Trial): Tally => viewTally(run({ customers, ...trial }).block(0, customers));

const policies = ["silent-auto-enrolment", "consent-first", "invited"] as const;

const economy = (z: number): Environment => ({ ...environment("steady"), macro: { kind: "path", before: 0, path: [z] } });

test("shocks are monotone in the economy customer by customer", () => {
  const shocks = (z: number): string[] => {
    const made = run({ customers: 100, environment: economy(z) });
    return Array.from({ length: 100 }, (_, customer) => made.history(customer)).flatMap(({ customer, entries }) =>
      entries.filter((e) => e.kind === "month-end" && e.figures["incomeShock"] === true && e.figures["shops"] === true).map((e) => `${customer}/${e.month}`),
    );
  };
  const bad = new Set(shocks(-2.5));
  const leavers = new Set(shocks(0).filter((one) => !bad.has(one)).map((one) => one.split("/")[0]));
  // Those who left the shop in one world only are not comparable month by month.
  expect(leavers.size).toBeLessThanOrEqual(2);
});

test("credit at hand brings sales: with no uplift, no loyalty and small limits it brings none", () => {
  const lifted = tallyOf({ assumptions: assuming({ uplift: 0.5 }) });
  const base = tallyOf({});
  const none = tallyOf({ assumptions: assuming({ uplift: 0, creditLoyalty: 0, referenceLimitFen: 100_000_000, overborrowing: 0, spillOver: 0, leaveDiscovery: 0 }) });
  expect(lifted.total("purchases")).toBeGreaterThan(base.total("purchases"));
  expect(none.total("salesFen")).toBe(none.total("salesWithoutCreditFen"));
});

test("stocks and flows agree: buckets make up the accounts with a balance, paths make up the booked", () => {
  for (const name of policies) {
    const tally = tallyOf({ policy: name, book: "seasoned" });
    for (let month = 0; month < 24; month++) {
      const at = (counter: Parameters<Tally["at"]>[0]) => tally.at(counter, month);
      expect(at("current") + at("dpd1to30") + at("dpd31to60") + at("dpd61to90") + at("dpd91plus")).toBe(at("accountsWithBalance"));
      expect(
        at("currentBalanceFen") + at("dpd1to30BalanceFen") + at("dpd31to60BalanceFen") + at("dpd61to90BalanceFen") + at("dpd91plusBalanceFen"),
      ).toBe(at("balanceFen"));
      expect(
        at("bookedRegistration") + at("bookedCheckout") + at("bookedApplication") + at("bookedMonthlyScan") + at("bookedInvitation"),
      ).toBe(at("booked"));
      expect(at("balanceFen")).toBeLessThanOrEqual(at("limitFen") * 2);
    }
    expect(tally.total("approved")).toBeLessThanOrEqual(tally.total("considered"));
    expect(tally.total("considered")).toBeLessThanOrEqual(customers);
  }
});
