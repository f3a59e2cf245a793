import fc from "fast-check";
import { expect, test } from "vitest";
import {
  counterNames,
  counters,
  mergeTallies,
  viewTally,
  type CounterName,
  type History,
  type TallyData,
} from "../../src/simulation/index.ts";
import { run, type Trial } from "./world.ts";

const bytes = (data: TallyData): string =>
  JSON.stringify(data, (_, value: unknown) => (ArrayBuffer.isView(value) ? Array.from(Object.values(value)) : value));

test("any split into blocks, in any order, gives the same bytes", () => {
  const customers = 300;
  const whole = bytes(run({ customers }).block(0, customers));
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: customers - 1 }), { maxLength: 6 }),
      fc.infiniteStream(fc.integer()),
      (cuts, order) => {
        const edges = [0, ...cuts.toSorted((a, b) => a - b), customers];
        const blocks = edges.slice(1).map((end, i) => ({ first: edges[i] ?? 0, count: end - (edges[i] ?? 0) }));
        const shuffled = blocks.map((block) => ({ block, key: order.next().value ?? 0 })).toSorted((a, b) => a.key - b.key);
        const made = run({ customers });
        expect(bytes(mergeTallies(shuffled.map(({ block }) => made.block(block.first, block.count))))).toBe(whole);
      },
    ),
    { numRuns: 8 },
  );
});

test("a second run made by another hand gives the same bytes, after whatever the first hand did before", () => {
  const trial: Trial = { customers: 200, policy: "invited", book: "seasoned" };
  const first = run(trial);
  first.history(17);
  const again = first.block(0, 200);
  expect(bytes(first.block(0, 200))).toBe(bytes(again));
  expect(bytes(run(trial).block(0, 200))).toBe(bytes(again));
});

test("a tally survives a structured clone", () => {
  const data = run({ customers: 100, groupBy: ["customer.gender"] }).block(0, 100);
  expect(bytes(structuredClone(data))).toBe(bytes(data));
});

test("groups add up to the whole, and the whole is the same without groups", () => {
  const customers = 500;
  const plain = viewTally(run({ customers }).block(0, customers));
  const made = run({ customers, groupBy: ["customer.gender", "customer.age"] });
  const data = mergeTallies([made.block(0, 250), made.block(250, 250)]);
  const groups = Object.keys(data.groups).map((key) => viewTally(data, key));
  expect(groups.length).toBeGreaterThan(4);
  for (const name of counterNames) {
    expect(viewTally(data).total(name), name).toBe(plain.total(name));
    expect(groups.reduce((sum, group) => sum + group.total(name), 0), name).toBe(plain.total(name));
  }
  expect(groups.reduce((sum, group) => sum + group.customers, 0)).toBe(customers);
});

test("jackknife groups add up to the total of every counter", () => {
  const tally = viewTally(run({ customers: 200, book: "seasoned" }).block(0, 200));
  for (const name of counterNames) {
    const sum = Array.from({ length: 32 }, (_, group) => tally.group(name, group)).reduce((a, b) => a + b, 0);
    expect(sum, name).toBe(tally.total(name));
  }
});

/** What a history says of a counter in a month. */
function inHistory(histories: readonly History[], name: CounterName, month: number): number {
  let sum = 0;
  for (const { entries } of histories) {
    for (const entry of entries) {
      if (entry.month === month && entry.kind === "event" && entry.name === name) sum += Number(entry.figures["amount"]);
    }
  }
  return sum;
}

test.each(["silent-auto-enrolment", "consent-first", "invited"])("lives replayed one by one add up to the run: %s", (policy) => {
  const customers = 150;
  const made = run({ policy, customers, book: "seasoned" });
  const tally = viewTally(made.block(0, customers));
  const histories = Array.from({ length: customers }, (_, customer) => made.history(customer));
  const told = new Set(histories.flatMap(({ entries }) => entries.filter((e) => e.kind === "event").map((e) => e.name)));
  const checked = counterNames.filter((name) => counters[name] === "flow" && told.has(name));
  expect(checked.length).toBeGreaterThan(25);
  for (const name of checked) {
    for (let month = 0; month < 24; month++) expect(inHistory(histories, name, month), `${name} in month ${month}`).toBe(tally.at(name, month));
  }
  const ends = histories.flatMap(({ entries }) => entries.filter(({ kind }) => kind === "month-end"));
  for (let month = 0; month < 24; month++) {
    const of = ends.filter((entry) => entry.month === month);
    expect(of.length).toBe(customers);
    expect(of.reduce((sum, entry) => sum + Number(entry.figures["balanceFen"]), 0)).toBe(tally.at("balanceFen", month));
    expect(of.filter((entry) => entry.figures["shops"] === true).length).toBe(tally.at("customersActive", month));
  }
  const matched = new Set(histories.flatMap(({ entries }) => entries.filter(({ kind }) => kind === "act").flatMap(({ rules }) => rules)));
  expect([...matched].toSorted()).toEqual(tally.laws.filter(({ persons }) => persons > 0).map(({ rule }) => rule).toSorted());
});

test("a decision in a history names the facts it was made on and the rules behind it", () => {
  const made = run({ customers: 60 });
  const decisions = Array.from({ length: 60 }, (_, customer) => made.history(customer)).flatMap(({ entries }) =>
    entries.filter(({ kind }) => kind === "decision"),
  );
  const enrolled = decisions.find(({ name, figures }) => name === "enrolment" && figures["outcome"] === "enrol");
  expect(enrolled?.rules.length).toBeGreaterThan(0);
  expect(Object.keys(enrolled?.facts ?? {}).length).toBeGreaterThan(0);
  for (const { facts } of decisions) for (const name of Object.keys(facts ?? {})) expect(name).toMatch(/^[a-z]+\.[A-Za-z0-9.]+$/u);
  for (const kind of ["limit", "pricing", "monitoring"]) expect(decisions.some(({ name }) => name === kind)).toBe(true);
});
