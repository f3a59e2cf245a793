import fc from "fast-check";
import { expect, test } from "vitest";
import { createDraws, ln, normalCdf, streamKey } from "../../src/base/index.ts";
import { checkFactValue, consentSources, decodeFact } from "../../src/facts/index.ts";
import {
  producedFacts,
  purposes,
  staticMonth,
  synthesise,
  type CustomerBlock,
} from "../../src/population/index.ts";
import { studentHeavy, columnOf, correlation, dictionary, mean, people, urban } from "./setup.ts";

/** All that is known of one customer of a block, as numbers. */
function everything(block: CustomerBlock, i: number): (number | undefined)[] {
  const { latent } = block;
  return [
    ...[...block.observed.values()].map((column) => column[i]),
    latent.quality[i],
    latent.demand[i],
    latent.incomeFen[i],
    latent.overborrowing[i],
    latent.attention[i],
    latent.creditAppetite[i],
    ...latent.consent.map((column) => column[i]),
  ];
}

test("customer 17 is the same customer in a population of 20 and of 200 million", () => {
  const few = people(20).block(17, 1);
  const many = people(200_000_000).block(0, 4096);
  expect(everything(many, 17)).toEqual(everything(few, 0));
});

test("a customer is the same whichever block she is drawn in, and in whatever order", () => {
  const customer = fc.integer({ min: 0, max: 199_999_999 });
  fc.assert(
    fc.property(fc.string(), customer, fc.nat(40), fc.nat(40), (seed, number, before, after) => {
      const population = people(200_000_000, { seed });
      const first = Math.max(0, number - before);
      const count = Math.min(200_000_000, number + after + 1) - first;
      const inBlock = everything(population.block(first, count), number - first);
      expect(everything(population.block(number, 1), 0)).toEqual(inBlock);
      expect(everything(people(number + 1, { seed }).block(number, 1), 0)).toEqual(inBlock);
    }),
    { numRuns: 60 },
  );
});

test("another seed and another replication give other customers", () => {
  const base = everything(people(9).block(4, 1), 0);
  expect(everything(people(9, { seed: "other" }).block(4, 1), 0)).not.toEqual(base);
  expect(everything(people(9, { replication: 1 }).block(4, 1), 0)).not.toEqual(base);
});

test("the population produces the facts that the dictionary says it produces, and no other", () => {
  const expected = [...dictionary.facts.values()]
    .filter(({ producedBy }) => producedBy === "population")
    .map(({ name }) => name);
  expect([...producedFacts].toSorted()).toEqual(expected.toSorted());
  const population = people(3);
  expect(population.facts).toEqual(expected);
  expect([...population.block(0, 3).observed.keys()]).toEqual(expected);
});

test("every value of every fact lies in its domain, for any seed and profile", () => {
  const start = fc.integer({ min: 0, max: 199_999_000 });
  fc.assert(
    fc.property(fc.string(), start, fc.constantFrom(urban, studentHeavy), (seed, first, profile) => {
      const block = people(200_000_000, { seed, profile }).block(first, 200);
      for (const [fact, column] of block.observed) {
        const definition = dictionary.facts.get(fact);
        if (definition === undefined) throw new Error(fact);
        for (const value of column)
          expect(checkFactValue(definition, decodeFact(definition, value)), fact).toBeUndefined();
      }
    }),
    { numRuns: 60 },
  );
});

test("latent traits are finite, propensities lie strictly between 0 and 1, and everybody has some means", () => {
  const { latent, count } = people(20_000).block(0, 20_000);
  expect(latent.consent).toHaveLength(consentSources.length);
  for (const column of [latent.attention, latent.creditAppetite, ...latent.consent]) {
    expect(column).toHaveLength(count);
    expect(column.every((value) => value > 0 && value < 1)).toBe(true);
  }
  expect(latent.incomeFen.every((fen) => Number.isInteger(fen) && fen >= 30_000)).toBe(true);
  expect(
    [...latent.quality, ...latent.demand, ...latent.overborrowing].every(Number.isFinite),
  ).toBe(true);
});

/** Greatest distance between the empirical distribution and a continuous one, times √n: above 1.95 once in 1,000. */
function kolmogorov(values: Float64Array, cdf: (x: number) => number): number {
  const sorted = Float64Array.from(values).sort();
  let most = 0;
  sorted.forEach((value, i) => {
    const p = cdf(value);
    most = Math.max(most, (i + 1) / sorted.length - p, p - i / sorted.length);
  });
  return most * Math.sqrt(sorted.length);
}

test("quality and over-borrowing are standard normal, propensities uniform, each pair of consents correlated as stated", () => {
  const { latent } = people(40_000).block(0, 40_000);
  expect(kolmogorov(latent.quality, normalCdf)).toBeLessThan(1.95);
  expect(kolmogorov(latent.overborrowing, normalCdf)).toBeLessThan(1.95);
  expect(
    kolmogorov(latent.demand, (x) => normalCdf(ln(x) / urban.behaviour.demandSpread)),
  ).toBeLessThan(1.95);
  for (const column of latent.consent) expect(kolmogorov(column, (x) => x)).toBeLessThan(1.95);
  const [first = latent.attention, , third = latent.attention] = latent.consent;
  expect(correlation(first, third)).toBeCloseTo(urban.behaviour.consentCorrelation, 1);
  expect(correlation(latent.quality, latent.overborrowing)).toBeCloseTo(
    urban.quality.overborrowingCorrelation,
    1,
  );
  expect(Math.abs(correlation(latent.quality, latent.demand))).toBeLessThan(0.02);
});

test("income of an employee at the base age follows BT-1: ln y = ln 6500 + .55(.35 q + .937 ε)", () => {
  const plain = {
    ...urban,
    income: { ...urban.income, occupationBps: {} },
    people: {
      ...urban.people,
      ages: urban.people.ages.map((band) => ({ ...band, incomeBps: 10_000 })),
    },
  };
  const { latent } = people(40_000, { profile: plain }).block(0, 40_000);
  const lnYuan = latent.incomeFen.map((fen) => ln(fen / 100));
  expect(kolmogorov(lnYuan, (x) => normalCdf((x - ln(6500)) / 0.55))).toBeLessThan(2.2); // pocket money is a floor
  expect(correlation(lnYuan, latent.quality)).toBeCloseTo(0.35, 1);
});

test("the shares of the profile come out, within five standard errors", () => {
  const n = 50_000;
  const population = people(n);
  const check = (count: number, bps: number): void => {
    const p = bps / 10_000;
    expect(Math.abs(count / n - p)).toBeLessThan(5 * Math.sqrt((p * (1 - p)) / n) + 1e-9);
  };
  const age = columnOf(population, "customer.age");
  for (const band of urban.people.ages)
    check(age.filter((years) => years >= band.from && years <= band.to).length, band.shareBps);
  const tier = columnOf(population, "customer.cityTier");
  for (const [value, bps] of Object.entries(urban.people.cityTier))
    check(tier.filter((one) => one === Number(value)).length, bps ?? 0);
  const gender = columnOf(population, "customer.gender");
  check(gender.filter((code) => code === 0).length, urban.people.gender["female"] ?? 0);
  const region = columnOf(population, "customer.region");
  check(region.filter((code) => code === 2).length, urban.people.region["east"] ?? 0);
});

test("the student-heavy profile is so and short of files; the urban shoppers are not", () => {
  const student = (profile: typeof urban): number =>
    mean(columnOf(people(20_000, { profile }), "customer.isCollegeStudent"));
  const file = (profile: typeof urban): number =>
    mean(columnOf(people(20_000, { profile }), "bureau.hasFile"));
  expect(student(studentHeavy)).toBeGreaterThan(0.5);
  expect(student(urban)).toBeLessThan(0.12);
  expect(file(studentHeavy)).toBeLessThan(0.5);
  expect(file(urban)).toBeGreaterThan(0.75);
});

/** One row by fact name, decoded. */
function rows(
  population: ReturnType<typeof people>,
): Record<string, number | string | boolean | null>[] {
  const { observed, count } = population.block(0, population.size);
  return Array.from({ length: count }, (_, i) =>
    Object.fromEntries(
      [...observed].map(([fact, column]) => {
        const definition = dictionary.facts.get(fact);
        if (definition === undefined) throw new Error(fact);
        return [fact, decodeFact(definition, column[i] ?? Number.NaN)];
      }),
    ),
  );
}

test("facts of one customer fit together", () => {
  let students = 0;
  for (const row of [...rows(people(10_000)), ...rows(people(10_000, { profile: studentHeavy }))]) {
    const value = (fact: string): number => Number(row[fact]);
    const age = value("customer.age");
    expect(value("shop.spendLast12mFen")).toBe(
      value("shop.ordersLast12m") * value("shop.averageOrderFen"),
    );
    if (row["customer.isCollegeStudent"] === true) {
      students++;
      expect(age).toBeGreaterThanOrEqual(18);
      expect(age).toBeLessThanOrEqual(30);
      expect(row["customer.education"]).not.toBe("other");
    }
    if (age < 18) expect(row["bureau.hasFile"]).toBe(false);
    if (age < 21) expect(row["customer.education"]).not.toBe("graduate");
    const bureauFacts = Object.keys(row).filter(
      (fact) => fact.startsWith("bureau.") && fact !== "bureau.hasFile",
    );
    expect(
      bureauFacts.every((fact) => (row[fact] === null) === (row["bureau.hasFile"] === false)),
    ).toBe(true);
    expect(row["score.ageMonths"] === null).toBe(row["score.points"] === null);
    if (value("shop.tenureMonths") < 3 || value("shop.ordersLast12m") < 2)
      expect(row["score.points"]).toBeNull();
    expect(row["payment.bankInflowMonthlyFen"] === null).toBe(
      row["payment.bankOverdrafts6m"] === null,
    );
    expect(value("shop.tenureMonths")).toBeLessThanOrEqual((age - 14) * 12 + 11);
    expect(value("device.ageDays")).toBeLessThanOrEqual(value("shop.tenureMonths") * 30.4 + 29);
    if (value("shop.ordersLast12m") > 0) expect(value("shop.daysSinceLastOrder")).toBeLessThan(365);
    if (value("payment.cardsBound") === 0) expect(row["payment.autopayEnabled"]).toBe(false);
    if (row["bureau.hasFile"] === true && value("customer.incomeMonthlyFen") > 0) {
      const ratio = Math.min(
        100_000,
        Math.floor(
          (value("bureau.debtFen") * 10_000) / (12 * value("customer.incomeMonthlyFen")) + 0.5,
        ),
      );
      expect(value("bureau.debtToIncomeBps")).toBe(ratio);
    }
  }
  expect(students).toBeGreaterThan(5_000);
});

test("students are mostly 18 to 24, and minors mostly without income", () => {
  const all = rows(people(60_000));
  const students = all.filter((row) => row["customer.isCollegeStudent"] === true);
  const young = students.filter((row) => Number(row["customer.age"]) <= 24);
  expect(young.length / students.length).toBeGreaterThan(0.8);
  expect(
    students.filter((row) => row["customer.occupation"] === "student").length / students.length,
  ).toBeGreaterThan(0.9);
  const minors = all.filter((row) => Number(row["customer.age"]) < 18);
  expect(minors.length).toBeGreaterThan(200);
  expect(
    minors.filter((row) => row["customer.incomeMonthlyFen"] === 0).length / minors.length,
  ).toBeGreaterThan(0.8);
});

test("attributes lean the way they should", () => {
  const population = people(40_000);
  const { observed, latent } = population.block(0, 40_000);
  const column = (fact: string): Float64Array => observed.get(fact) ?? new Float64Array(0);
  const { quality } = latent;
  for (const fact of ["score.points", "bureau.score", "score.thirdPartyPoints"]) {
    expect(correlation(quality, column(fact)), fact).toBeGreaterThan(0.5);
  }
  expect(correlation(quality, column("payment.onTimeShareBps"))).toBeGreaterThan(0.3);
  expect(correlation(quality, column("customer.incomeMonthlyFen"))).toBeGreaterThan(0.2);
  expect(correlation(quality, column("bureau.limitTotalFen"))).toBeGreaterThan(0.2);
  for (const fact of [
    "bureau.utilisationBps",
    "bureau.maxDaysPastDue24m",
    "payment.failedLast6m",
    "payment.bankOverdrafts6m",
  ]) {
    expect(correlation(quality, column(fact)), fact).toBeLessThan(-0.1);
  }
  expect(correlation(column("customer.education"), latent.incomeFen)).toBeGreaterThan(0.15);
  expect(correlation(column("customer.cityTier"), latent.incomeFen)).toBeLessThan(-0.15);
  expect(correlation(column("shop.tenureMonths"), column("shop.memberTier"))).toBeGreaterThan(0.1);
  expect(correlation(column("shop.spendLast12mFen"), column("shop.memberTier"))).toBeGreaterThan(
    0.25,
  );
  expect(correlation(column("shop.ordersLast12m"), latent.demand)).toBeGreaterThan(0.5);
  expect(correlation(column("device.sharedAccounts"), column("device.riskPoints"))).toBeGreaterThan(
    0.25,
  );
  expect(correlation(column("bureau.queries6m"), latent.overborrowing)).toBeGreaterThan(0.25);
  expect(mean(column("bureau.utilisationBps"))).toBeGreaterThan(2_500);
  expect(mean(column("bureau.utilisationBps"))).toBeLessThan(4_500);
});

test("a group's shift of quality moves that group and nobody else", () => {
  const shifted = {
    ...urban,
    quality: {
      ...urban.quality,
      shifts: [
        { fact: "customer.gender" as const, value: "male", shift: -0.5, source: "assumption" },
      ],
    },
  };
  const before = people(5_000).block(0, 5_000);
  const after = people(5_000, { profile: shifted }).block(0, 5_000);
  const gender = before.observed.get("customer.gender") ?? new Float64Array(0);
  gender.forEach((code, i) => {
    expect((after.latent.quality[i] ?? 0) - (before.latent.quality[i] ?? 0)).toBeCloseTo(
      code === 1 ? -0.5 : 0,
      12,
    );
  });
});

test("no latent trait is among the observed facts", () => {
  const names = [...producedFacts];
  for (const word of [
    "quality",
    "demand",
    "overborrowing",
    "attention",
    "appetite",
    "propensity",
  ]) {
    expect(names.filter((name) => name.toLowerCase().includes(word))).toEqual([]);
  }
});

test("static purposes are all different and stay below those of the months", () => {
  const { consentFirst, signalFirst, ...single } = purposes;
  const consents = consentSources.map((_, index) => consentFirst + index);
  const signals = Array.from({ length: 24 }, (_, index) => signalFirst + index);
  const all = [...Object.values(single), ...consents, ...signals];
  expect(new Set(all).size).toBe(all.length);
  expect(all.every((purpose) => purpose >= 0 && purpose < 128)).toBe(true);
  expect(staticMonth).toBe(-1);
});

test("quality is the static draw of its purpose, so anybody can name it", () => {
  const draws = createDraws(streamKey("test", 0));
  const { latent } = people(100).block(40, 10);
  expect(latent.quality[7]).toBe(draws.normal(47, staticMonth, purposes.quality));
});

test("a block outside the population is refused as a defect", () => {
  const population = people(10);
  expect(() => population.block(5, 6)).toThrow(/5 to 11 of 10/);
  expect(() => population.block(-1, 2)).toThrow(/of 10/);
  expect(population.block(10, 0).count).toBe(0);
});

/** FNV-1a over the bytes of numbers: one digit differs, all differs. */
function fingerprint(values: readonly number[]): string {
  let hash = 0x811c9dc5;
  for (const byte of new Uint8Array(Float64Array.from(values).buffer))
    hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16);
}

test("the first customers of the default profile are frozen: a change of the draws is a breaking change", () => {
  const block = synthesise({
    profile: urban,
    seed: "frozen",
    replication: 0,
    customers: 100,
    dictionary,
  }).block(0, 100);
  const shown = [
    "customer.age",
    "customer.incomeMonthlyFen",
    "shop.spendLast12mFen",
    "bureau.score",
  ].map((fact) => block.observed.get(fact)?.[0]);
  const all = Array.from({ length: 100 }, (_, i) =>
    everything(block, i).map((value) => value ?? 0),
  ).flat();
  expect([...shown, fingerprint(all.map((value) => (Number.isNaN(value) ? -1 : value)))])
    .toMatchInlineSnapshot(`
    [
      25,
      850000,
      714864,
      714,
      "6f21cbd",
    ]
  `);
});
