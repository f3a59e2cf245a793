import { expect, test } from "vitest";
import type { Procedures, WithdrawalProcedure } from "../../src/policy/index.ts";
import { useStandings, viewTally, type DataUse, type Tally } from "../../src/simulation/index.ts";
import { assuming, policy, run, withProcedures, type Trial } from "./world.ts";

const customers = 600;
const tallyOf = (trial: Trial): Tally => viewTally(run({ customers, ...trial }).block(0, customers));
const sumOf = (uses: DataUse["all"]): number => Object.values(uses).reduce((sum, count) => sum + count, 0);
const personsOf = (tally: Tally, rule: string): number => tally.laws.find((law) => law.rule === rule)?.persons ?? 0;

test("what decisions rest on adds up, and agrees with what the law says of the same acts", () => {
  for (const name of ["silent-auto-enrolment", "consent-first", "invited"]) {
    const tally = tallyOf({ policy: name });
    const all = tally.dataUses.map((use) => use.all);
    expect(all.reduce((sum, one) => sum + sumOf(one) - one["not-needed"], 0), name).toBe(tally.total("dataUses"));
    expect(all.reduce((sum, one) => sum + one.invalid + one.none + one.withdrawn, 0), name).toBe(tally.total("dataUsesUnsupported"));
    for (const { all: whole, sources } of tally.dataUses) {
      for (const uses of Object.values(sources)) expect(sumOf(uses)).toBeLessThanOrEqual(sumOf(whole) - whole["not-needed"]);
      // A decision is valid only where each source that it read is.
      expect(whole.valid).toBeLessThanOrEqual(Object.values(sources).reduce((sum, uses) => sum + uses.valid, 0));
    }
    expect(tally.total("dataUsesUnsupported") > 0, name).toBe(personsOf(tally, "CN-DAT-001") > 0);
  }
});

test("who agreed to nothing is decided upon without a consent, whoever agreed openly with one", () => {
  const [silent, first] = ["silent-auto-enrolment", "consent-first"].map((name) => tallyOf({ policy: name }));
  expect(silent?.total("dataUsesUnsupported")).toBe(silent?.total("dataUses"));
  expect(first?.total("dataUsesUnsupported")).toBe(0);
  expect(first?.total("dataUses")).toBeGreaterThan(0);
});

const withdrawing = (withdrawal?: WithdrawalProcedure): Tally =>
  tallyOf({
    policy: withProcedures(policy("silent-auto-enrolment"), (procedures): Procedures => (withdrawal === undefined ? procedures : { ...procedures, withdrawal })),
    assumptions: assuming({ withdrawHazard: 0.03 }),
  });
const menu: WithdrawalProcedure = { entrance: ["settings"], data: "use", account: "keep" };

test("a consent taken back is read on, locked or erased, as the procedure says", () => {
  const [reads, locks] = (["use", "lock"] as const).map((data) => withdrawing({ ...menu, data }));
  const after = (tally: Tally | undefined) => tally?.dataUses.reduce((sum, { all }) => sum + all.withdrawn, 0);
  expect(after(reads)).toBeGreaterThan(0);
  expect(after(locks)).toBe(0);
  expect(personsOf(locks ?? tallyOf({}), "CN-DAT-007")).toBeLessThan(personsOf(reads ?? tallyOf({}), "CN-DAT-007"));
  expect(reads?.total("withdrawalsWanted")).toBe(reads?.total("withdrawals"));
});

test("menus hold withdrawals up, and without an entrance nobody gets through", () => {
  const [short, long, closed] = [["settings"], ["a", "b", "c", "d", "e", "f"], []].map((entrance) => withdrawing({ ...menu, entrance }));
  expect(long?.total("withdrawals")).toBeLessThan(short?.total("withdrawals") ?? 0);
  expect(closed?.total("withdrawals")).toBe(0);
  expect(closed?.total("withdrawalsWanted")).toBeGreaterThan(0);
});

test("an account may be frozen when a consent is taken back", () => {
  const [goesOn, stops] = (["keep", "freeze"] as const).map((account) => withdrawing({ ...menu, account }));
  expect(stops?.total("freezes")).toBeGreaterThan(goesOn?.total("freezes") ?? 0);
  expect(stops?.total("creditSalesFen")).toBeLessThan(goesOn?.total("creditSalesFen") ?? 0);
});

test("nobody withdraws but on finding out, where the base assumptions stand", () => {
  const tally = tallyOf({});
  expect(tally.total("withdrawals")).toBeLessThanOrEqual(tally.total("discovered"));
  expect(useStandings).toHaveLength(5);
});
