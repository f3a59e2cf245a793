import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeFact } from "../../src/facts/index.ts";
import { createImport, parseCsv, type ImportResult } from "../../src/population/index.ts";
import { dictionary, imported, mappingOf, projectFile, urban } from "./setup.ts";

const simple = JSON.parse(projectFile("test/fixtures/customers/simple.json")) as Record<
  string,
  unknown
>;
const mapping = mappingOf(simple);
const head = "id,age,sex,income,score,debt,line,bad,note\n";
const good = "1,30,1,8000,700,100,1000,0,x\n2,40,2,6500.50,650,0,2000,1,y\n";

/** Kind and count of each problem. */
function kinds({ problems }: ImportResult): (string | number)[][] {
  return problems.map(({ kind, count }) => [kind, count]);
}

function value(result: ImportResult, fact: string, customer: number): unknown {
  const column = result.population?.block(0, result.population.size).observed.get(fact);
  const definition = dictionary.facts.get(fact);
  if (column === undefined || definition === undefined) throw new Error(fact);
  return decodeFact(definition, column[customer] ?? Number.NaN);
}

test("a clean file becomes customers without a problem", () => {
  const result = imported(head + good, mapping);
  expect(result.problems).toEqual([]);
  expect(result.summary).toMatchObject({
    rows: 2,
    customers: 2,
    constant: ["customer.identityVerified"],
    outcomeColumn: "bad",
    outcomes: { known: 2, bad: 1 },
  });
  expect(result.summary.imported).toEqual([
    "customer.age",
    "customer.gender",
    "customer.incomeMonthlyFen",
    "bureau.score",
    "bureau.debtFen",
    "bureau.utilisationBps",
  ]);
  expect(result.population?.kind).toBe("imported");
  expect(result.population?.synthesised).toEqual(result.summary.synthesised);
  expect(value(result, "customer.age", 0)).toBe(30);
  expect(value(result, "customer.gender", 0)).toBe("male");
  expect(value(result, "customer.incomeMonthlyFen", 1)).toBe(650_050);
  expect(value(result, "bureau.debtFen", 0)).toBe(10_000);
  expect(value(result, "bureau.utilisationBps", 0)).toBe(1_000);
  expect(value(result, "customer.identityVerified", 1)).toBe(true);
  expect(value(result, "bureau.hasFile", 1)).toBe(true);
  expect([...(result.population?.block(0, 2).outcome ?? [])]).toEqual([0, 1]);
});

test("every produced fact is either read, constant or said to be drawn", () => {
  const { summary, population } = imported(head + good, mapping);
  const all = [...summary.imported, ...summary.constant, ...summary.synthesised];
  expect(all.toSorted()).toEqual([...(population?.facts ?? [])].toSorted());
  expect(new Set(all).size).toBe(all.length);
});

/** A file of ten clean rows with one changed. */
function withRow(row: string): string {
  const rows = Array.from({ length: 10 }, (_, i) => `${i + 10},3${i % 10},1,8000,700,100,1000,0,x`);
  rows[4] = row;
  return `${head}${rows.join("\n")}\n`;
}

test.each<[string, string, (string | number)[][], number]>([
  ["a number that is none", "14,34,1,8k,700,100,1000,0,x", [["unparsable-number", 1]], 10],
  ["a number with separators", '14,34,1,"8,000",700,100,1000,0,x', [["unparsable-number", 1]], 10],
  ["a value outside the domain", "14,34,1,8000,900,100,1000,0,x", [["outside-domain", 1]], 10],
  ["an undocumented code", "14,34,7,8000,700,100,1000,0,x", [["undocumented-code", 1]], 10],
  ["a row that is too short", "14,34,1,8000,700", [["ragged-row", 1]], 10],
  ["a row that is too long", "14,34,1,8000,700,100,1000,0,x,y,z", [["ragged-row", 1]], 10],
  ["an empty required cell", "14,,1,8000,700,100,1000,0,x", [["empty-cell", 1]], 10],
  ["a repeated id", "10,34,1,8000,700,100,1000,0,x", [["duplicate-id", 1]], 9],
  [
    "a value beyond the mapping's bound",
    "14,34,1,8000,700,-5,1000,0,x",
    [
      ["clipped", 1],
      ["outside-domain", 1],
    ],
    10,
  ],
  ["a ratio over nothing", "14,34,1,8000,700,100,0,0,x", [["division-by-zero", 1]], 10],
  ["an outcome that is none", "14,34,1,8000,700,100,1000,2,x", [["unknown-outcome", 1]], 10],
  ["an unclosed quote", '14,34,1,8000,700,100,1000,0,"x', [["unclosed-quote", 1]], 10],
  ["a wrong encoding", "14,34,1,8000,700,100,1000,0,\ufffd\ufffd", [["wrong-encoding", 1]], 10],
  ["a row of nothing", ",,,,,,,,", [["blank-row", 1]], 9],
])(
  "%s is reported with its place and keeps the rest of the file",
  (_, row, problems, customers) => {
    const result = imported(withRow(row), mapping);
    expect(kinds(result)).toEqual(problems);
    expect(result.problems[0]?.places[0]?.row).toBe(6);
    expect(result.problems[0]?.level).toBe("warning");
    expect(result.summary.customers).toBe(customers);
    expect(result.population?.size).toBe(customers);
    for (const { title } of result.problems) {
      expect(title.zh).toMatch(/\p{Script=Han}/u);
      expect(title.en).toMatch(/^[^A-Z].*[^.]$/);
    }
  },
);

test("what cannot be read is missing where a fact may be missing and drawn where it may not", () => {
  const result = imported(withRow("14,old,1,8000,n/a,100,1000,0,x"), mapping);
  expect(value(result, "bureau.score", 4)).toBeNull();
  expect(value(result, "customer.age", 4)).toBeTypeOf("number");
  const titles = result.problems.map(({ title }) => title.en).join("\n");
  expect(titles).toMatch(/`bureau.score` is missing there/);
  expect(titles).toMatch(/`customer.age` is drawn there/);
});

test("an undocumented code is kept and read by the stated rule, and the rule is said", () => {
  const result = imported(withRow("14,34,7,8000,700,100,1000,0,x"), mapping);
  expect(value(result, "customer.gender", 4)).toBe("female");
  expect(result.problems[0]?.title.en).toBe(
    "`sex`: code `7` is not documented; kept, read as `customer.gender` = `female`",
  );
  expect(result.problems[0]).toMatchObject({
    column: "sex",
    count: 1,
    places: [{ row: 6, column: "sex", value: "7" }],
  });
});

test("codes are the same however a number is written", () => {
  const result = imported(
    `${head}1,30,1.0,8000,700,100,1000,0.0,x\n2,30,02,8000,700,100,1000,1,x\n`,
    mapping,
  );
  expect(result.problems).toEqual([]);
  expect([value(result, "customer.gender", 0), value(result, "customer.gender", 1)]).toEqual([
    "male",
    "female",
  ]);
  expect(result.summary.outcomes).toEqual({ known: 2, bad: 1 });
});

test.each<[string, string, string]>([
  ["an empty file", "", "empty-file"],
  ["blank lines only", "\n\n\n", "empty-file"],
  ["a header and nothing else", head, "no-customers"],
  ["a missing column", head.replace("income", "incom") + good, "missing-column"],
  ["no header", good, "missing-column"],
  ["a binary file", `${head}\0\0\n`, "binary-file"],
])("%s gives no customers and says why", (_, text, kind) => {
  const result = imported(text, mapping);
  expect(result.population).toBeUndefined();
  expect(result.data).toBeUndefined();
  expect(
    result.problems.filter(({ level }) => level === "error").map((problem) => problem.kind),
  ).toContain(kind);
});

test("a misspelt column is guessed, and a file without header is recognised", () => {
  const [missing] = imported(head.replace("income", "incom") + good, mapping).problems;
  expect(missing?.title.en).toBe("no column `income`; did you mean `incom`?");
  const [none] = imported(good, mapping).problems;
  expect(none?.title.en).toMatch(/looks like a customer/);
});

test("a second row of headers is skipped and said; declared, it is expected", () => {
  const second = "key,years,gender,money,points,owed,limit,default,remark\n";
  const undeclared = imported(head + second + good, mapping);
  expect(kinds(undeclared)).toEqual([["second-header-row", 1]]);
  expect(undeclared.summary.customers).toBe(2);
  const two = mappingOf({ ...simple, header: { rows: 2 } });
  const declared = imported(head + second + good, two);
  expect(declared.problems).toEqual([]);
  expect(declared.summary.customers).toBe(2);
  const only = imported(head + good, two);
  expect(kinds(only)).toEqual([["header-row-missing", 1]]);
  expect(only.summary.customers).toBe(2);
});

test("a file without header is addressed by the number of the column", () => {
  const numbered = mappingOf({
    name: "n",
    title: simple["title"],
    header: { rows: 0 },
    facts: { "customer.age": { column: "2" }, "bureau.score": { column: "5" } },
  });
  const result = imported(good, numbered);
  expect(result.problems).toEqual([]);
  expect([value(result, "customer.age", 1), value(result, "bureau.score", 1)]).toEqual([40, 650]);
  expect(kinds(imported("1;2\n", numbered))[0]).toEqual(["missing-column", 1]);
});

test("columns are found by an alias, and case aside", () => {
  const aliased = mappingOf({ ...simple, columns: { age: { aliases: ["years"] } } });
  const result = imported(head.replace("age", " YEARS ") + good, aliased);
  expect(result.problems).toEqual([]);
  expect(value(result, "customer.age", 0)).toBe(30);
});

test("columns nobody mentions and columns of one name are said", () => {
  const result = imported(
    `id,age,sex,income,score,debt,line,bad,extra,age\n${good.replaceAll(/[xy]\n/g, "x,1\n")}`,
    mapping,
  );
  expect(kinds(result)).toEqual([
    ["duplicate-column", 1],
    ["extra-column", 2],
  ]);
  expect(value(result, "customer.age", 0)).toBe(30);
});

test("other line ends, marks and separators make no difference to the customers", () => {
  const plain = imported(head + good, mapping);
  for (const text of [
    `\ufeff${head}${good}`,
    (head + good).replaceAll("\n", "\r\n"),
    (head + good).replaceAll("\n", "\r"),
    (head + good).replaceAll(",", ";"),
    (head + good).replaceAll(",", "\t"),
    `\n\n${head}\n${good}\n\n`,
  ]) {
    const result = imported(text, mapping);
    expect(result.data).toEqual(plain.data);
    expect(result.problems.every(({ level }) => level === "note")).toBe(true);
  }
});

test("problems are counted in full and shown for the first five places, values escaped and cut", () => {
  const bad = Array.from(
    { length: 1_000 },
    (_, i) => `${i},\u001b[31m${"x".repeat(100)},1,8000,700,100,1000,0,x`,
  ).join("\n");
  const [problem] = imported(head + bad, mapping).problems;
  expect(problem?.count).toBe(1_000);
  expect(problem?.places).toHaveLength(5);
  expect(problem?.places[0]?.value).toBe(`\\u001b[31m${"x".repeat(35)}…`);
});

test("undocumented codes are counted one by one, up to a bound", () => {
  const rows = Array.from(
    { length: 300 },
    (_, i) => `${i},30,${i + 10},8000,700,100,1000,0,x`,
  ).join("\n");
  const { problems } = imported(head + rows, mapping);
  expect(problems).toHaveLength(51);
  expect(problems.reduce((sum, { count }) => sum + count, 0)).toBe(300);
});

test("any text at all gives an answer, and every data row is a customer or a counted problem", () => {
  const cell = fc.oneof(
    fc.constantFrom("", "1", "2", "30", "-7", "1e400", "NaN", "0x10", "🙂", '"'),
    fc.string({ maxLength: 5 }),
  );
  const row = fc.array(cell, { maxLength: 11 }).map((cells) => cells.join(","));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
      const result = imported(head + rows.join("\n"), mapping);
      const dropped = result.problems
        .filter(({ kind }) => kind === "duplicate-id")
        .reduce((sum, { count }) => sum + count, 0);
      expect(result.summary.rows).toBe(result.summary.customers + dropped);
      expect(result.population?.size ?? 0).toBe(
        result.problems.some(({ level }) => level === "error") ? 0 : result.summary.customers,
      );
      const block = result.population?.block(0, result.population.size);
      for (const [fact, column] of block?.observed ?? []) {
        const definition = dictionary.facts.get(fact);
        for (const one of column) {
          if (Number.isNaN(one)) expect(definition?.nullable, fact).toBe(true);
          else if (definition?.type === "integer")
            expect(
              Number.isInteger(one) && one >= definition.min && one <= definition.max,
              `${fact} ${one}`,
            ).toBe(true);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test("rows may come in any number at a time", () => {
  const { rows } = parseCsv(head + good);
  const whole = imported(head + good, mapping);
  const one = createImport({ mapping, dictionary, seed: "test", profile: urban });
  for (const row of rows) one.push([row]);
  expect(one.finish().data).toEqual(whole.data);
});

test("orders, average and spend stay one sum whichever of them a file gives", () => {
  const facts = {
    "shop.ordersLast12m": { column: "orders" },
    "shop.averageOrderFen": { column: "average" },
    "shop.spendLast12mFen": { column: "spend" },
  };
  const all = Object.entries(facts);
  for (const kept of [[0], [1], [2], [0, 1], [1, 2]]) {
    const part = mappingOf({
      name: "n",
      title: simple["title"],
      header: { rows: 1 },
      ignore: ["orders", "average", "spend"].filter((_, i) => !kept.includes(i)),
      facts: Object.fromEntries(all.filter((_, i) => kept.includes(i))),
    });
    const result = imported("orders,average,spend\n10,200,2000\n3,50,150\n", part);
    const [orders, average, spend] = all.map(([fact]) => Number(value(result, fact, 0)));
    if (kept.includes(2) && !kept.includes(1))
      expect(Math.abs((orders ?? 0) * (average ?? 0) - (spend ?? 0))).toBeLessThanOrEqual(
        (orders ?? 0) / 2,
      );
    else expect((orders ?? 0) * (average ?? 0)).toBe(spend);
  }
});
