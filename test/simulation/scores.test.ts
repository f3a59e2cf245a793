// The score that decisions read: the policy's own scorecard, what the law says of what it reads, its age and its faults.
import { expect, test } from "vitest";
import type { Characteristic, Policy, Rule, Scorecard } from "../../src/policy/index.ts";
import { readEnvironment, rechecksOf, viewTally, type Environment, type HistoryEntry } from "../../src/simulation/index.ts";
import { computeMeasuresAt, measureNamed } from "../../src/statistics/index.ts";
import { china, dictionary, environment, policy, run, withProcedures, type Trial } from "./world.ts";

const silent = policy("silent-auto-enrolment");

function inForce(base: Policy, changes: Partial<Scorecard> = {}): Policy {
  if (base.scorecard === undefined && changes.characteristics === undefined) throw new Error("no scorecard");
  const own: Scorecard = base.scorecard ?? { title: { en: "a score", zh: "评分" }, status: "in-force", basePoints: 650, characteristics: [] };
  return { ...base, scorecard: { ...own, status: "in-force", ...changes } };
}

const faults = (scoreFaults: Environment["scoreFaults"]): Environment => ({ ...environment("steady"), scoreFaults });

const lives = (trial: Trial, customers: number): readonly (readonly HistoryEntry[])[] => {
  const ready = run({ customers, ...trial });
  return Array.from({ length: customers }, (_, customer) => ready.history(customer).entries);
};

/** What the file says these facts are worth, worked out from its JSON alone. */
function byHand({ basePoints, characteristics }: Scorecard, facts: NonNullable<HistoryEntry["facts"]>): number {
  const worth = ({ fact, bins, missing }: Characteristic): number => {
    const value = facts[fact] ?? null;
    if (value === null) return Number(missing);
    const bin = bins.find((one) => ("in" in one ? one.in.includes(String(value)) : Number(value) >= (one.from ?? -Infinity) && Number(value) < (one.below ?? Infinity)));
    return bin?.points ?? Number.NaN;
  };
  return characteristics.reduce((sum, one) => sum + worth(one), basePoints);
}

test("the score in use is what the scorecard says of the facts at hand, withheld ones missing", () => {
  const own = inForce(silent);
  let compared = 0;
  for (const entries of lives({ policy: own, months: 4, customers: 60 }, 60)) {
    let points: unknown;
    for (const entry of entries) {
      if (entry.name === "score") points = entry.figures["points"];
      if (entry.kind !== "decision" || entry.facts?.["payment.failedLast6m"] === undefined || own.scorecard === undefined) continue;
      expect(points).toBe(byHand(own.scorecard, entry.facts));
      compared++;
    }
  }
  expect(compared).toBeGreaterThan(50);
});

const scoreRule: Rule = {
  name: "LIM-99", title: { en: "a score", zh: "有评分" }, serves: [], priority: 1,
  conditions: { all: [{ fact: "score.points", operator: "greaterThanInclusive", value: 300 }] },
  event: { type: "cap", params: { limitFen: 3_000_000 } },
};

test("a scorecard that reads a fact reads it for the law, too", () => {
  const base = policy("consent-first");
  const { limit } = base.decisions;
  const reading = { ...base, decisions: { ...base.decisions, limit: { ...limit, rules: [...limit.rules, scoreRule] } } };
  const matched = (characteristic: Characteristic): readonly string[] => {
    const tally = viewTally(run({ policy: inForce(reading, { characteristics: [characteristic] }), customers: 300, months: 8, packs: [china] }).block(0, 300));
    return tally.laws.filter(({ persons }) => persons > 0).map(({ rule }) => rule);
  };
  expect(matched({ fact: "customer.age", bins: [{ below: 30, points: 0 }, { from: 30, points: 10 }] })).toEqual([]);
  expect(matched({ fact: "payment.bankOverdrafts6m", bins: [{ below: 1, points: 0 }, { from: 1, points: -10 }], missing: 0 })).toEqual(["CN-DAT-001", "CN-DAT-002"]);
  expect(matched({ fact: "customer.region", bins: [{ in: ["north"], points: 0 }, { in: ["northeast", "east", "south", "central", "southwest", "northwest"], points: 5 }] })).toEqual(["CN-DAT-003"]);
});

test("a draft changes nothing, and neither does a fault that is over before the run", () => {
  const { scorecard: _, ...bare } = silent;
  const bytes = (trial: Trial): string => JSON.stringify(run({ customers: 200, months: 6, ...trial }).block(0, 200), (_key, value: unknown) => (value instanceof Float64Array ? [...value] : value));
  expect(bytes({ policy: silent })).toBe(bytes({ policy: bare }));
  const none = viewTally(run({ customers: 200, months: 6, environment: faults([{ from: 3, shift: -100, segment: { fact: "customer.age", equals: 200 } }]) }).block(0, 200));
  const plain = viewTally(run({ customers: 200, months: 6 }).block(0, 200));
  for (const counter of ["booked", "salesFen", "balanceFen", "wronglyDeclined"] as const) expect(none.total(counter)).toBe(plain.total(counter));
});

test("a shift down wrongly declines and never wrongly approves, a shift up the other way round", () => {
  const wrong = (shift: number): readonly number[] => {
    const tally = viewTally(run({ customers: 600, months: 6, environment: faults([{ from: 1, shift }]) }).block(0, 600));
    return [tally.total("wronglyDeclined"), tally.total("wronglyApproved")];
  };
  const [down, up] = [wrong(-80), wrong(80)];
  expect(down[0]).toBeGreaterThan(0);
  expect(down[1]).toBe(0);
  expect(up[0]).toBe(0);
  expect(up[1]).toBeGreaterThan(0);
});

test("a lost score leaves undecided what the right one would decide", () => {
  const tally = viewTally(run({ customers: 400, months: 6, environment: faults([{ from: 0, missingShare: 0.5 }]) }).block(0, 400));
  expect(tally.total("undecidedByFault")).toBeGreaterThan(20);
});

test("a score that is refreshed every six months grows old in between, and a fault reaches it late", () => {
  const slow = withProcedures(silent, (procedures) => ({ ...procedures, scorecard: { refreshEveryMonths: 6 } }));
  const trial: Trial = { policy: slow, months: 8, environment: faults([{ from: 0, shift: -50 }]) };
  const firstWrong = lives(trial, 40).map((entries) => entries.find(({ name, figures }) => name === "score" && figures["truePoints"] !== undefined)?.month);
  const months = firstWrong.filter((month) => month !== undefined);
  expect(months.length).toBeGreaterThan(20);
  expect(months.every((month) => month >= 0 && month < 6)).toBe(true);
  expect(new Set(months).size).toBeGreaterThan(1);
});

test("a quarterly check sees nothing before the fault and raises its alarm at the first check after it", () => {
  const checked = withProcedures(silent, (procedures) => ({ ...procedures, scorecard: { recheckEveryMonths: 3, alarmPsi: 0.1 } }));
  const tally = viewTally(run({ customers: 500, policy: checked, months: 12, environment: faults([{ from: 4, shift: -40 }]) }).block(0, 500));
  const value = (name: string): number | null | undefined => measureNamed(name)?.compute(tally).value;
  const psi = computeMeasuresAt(tally, 3).find(({ name }) => name === "scorePsi")?.value;
  expect(psi).toBeLessThan(0.02);
  expect(value("scorePsi")).toBeGreaterThan(0.1);
  expect(value("scoreAlarms")).toBeCloseTo(2 / 3, 12); // at months 6 and 9, not at 3
  expect(value("scoreAlarmDelay")).toBe(2);
});

const checking = (of: Policy, scorecard: NonNullable<Policy["procedures"]["scorecard"]>): Policy => withProcedures(of, (procedures) => ({ ...procedures, scorecard }));

test("whoever takes all customers over checks the score its own way from that month on", () => {
  const to = checking(policy("invited"), { recheckEveryMonths: 2, alarmPsi: 10 });
  const champion = checking(silent, { recheckEveryMonths: 3, alarmPsi: 0.1 });
  const checksOf = (shareBps: number): readonly string[] => {
    const trial: Trial = { customers: 300, policy: champion, months: 12, environment: faults([{ from: 1, shift: -60 }]), switch: { to, month: 5, shareBps } };
    return rechecksOf(viewTally(run(trial).block(0, 300))).map(({ month, alarm }) => `${month}${alarm ? "!" : ""}`);
  };
  expect(checksOf(10_000)).toEqual(["3!", "7", "9", "11"]);
  // As long as some customers stay, the lender goes on as it did.
  expect(checksOf(5000)).toEqual(["3!", "6!", "9!"]);
});

test("scores are held against the first month in which anybody counted them", () => {
  const to = checking(policy("invited"), { recheckEveryMonths: 3, alarmPsi: 0.1 });
  const trial: Trial = { customers: 300, policy: silent, months: 12, environment: faults([{ from: 7, shift: -60 }]), switch: { to, month: 3, shareBps: 10_000 } };
  const found = rechecksOf(viewTally(run(trial).block(0, 300)));
  expect(found.map(({ month, alarm }) => [month, alarm])).toEqual([[6, false], [9, true]]);
  expect(found[0]?.psi).toBeLessThan(0.05);
});

test("a segment must be a fact of the population, with a value it can have", () => {
  const read = (segment: object): readonly string[] =>
    readEnvironment({ file: "e.json", text: JSON.stringify({ name: "e", title: { en: "e", zh: "环境" }, macro: { kind: "path", path: [0] }, scoreFaults: [{ from: 1, shift: -10, segment }] }) }, dictionary).diagnostics.map(
      ({ code, place }) => `${code} ${place?.pointer}`,
    );
  expect(read({ fact: "customer.regoin", equals: "east" })).toEqual(["unknown-fact /scoreFaults/0/segment/fact"]);
  expect(read({ fact: "customer.region", equals: "Atlantis" })).toEqual(["fact-value /scoreFaults/0/segment/equals"]);
  expect(read({ fact: "customer.region", equals: "east" })).toEqual([]);
});
