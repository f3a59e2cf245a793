import fc from "fast-check";
import { expect, test } from "vitest";
import { growth, proportionate } from "../growth.ts";
import { createCsvFeed, parseCsv } from "../../src/population/index.ts";

const cell = fc.string({
  unit: fc.constantFrom("a", "1", ",", '"', "\n", "\r\n", ";", "é", "客", " "),
  maxLength: 8,
});
const table = fc.integer({ min: 2, max: 5 }).chain((width) =>
  fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 12,
  }),
);

/** RFC 4180. */
function written(rows: readonly (readonly string[])[], end: string): string {
  return rows
    .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(",") + end)
    .join("");
}

/** Line ends inside cells come out as line feeds. */
function expected(rows: readonly (readonly string[])[]): string[][] {
  return rows.map((row) => row.map((one) => one.replaceAll("\r\n", "\n").replaceAll("\r", "\n")));
}

test("what RFC 4180 writes is read back, with any line end", () => {
  fc.assert(
    fc.property(table, fc.constantFrom("\n", "\r\n"), (rows, end) => {
      const text = written(rows, end);
      expect(parseCsv(text, { delimiter: "," }).rows).toEqual(expected(rows));
    }),
    { numRuns: 300 },
  );
});

/** A text fed in pieces of the given lengths, over and over. */
function fed(text: string, lengths: readonly number[], delimiter?: string) {
  const feed = createCsvFeed({ delimiter });
  const rows: (readonly string[])[] = [];
  for (let at = 0, turn = 0; at < text.length; turn++) {
    const length = lengths[turn % lengths.length] ?? 1;
    rows.push(...feed.write(text.slice(at, at + length)));
    at += length;
  }
  rows.push(...feed.end());
  return { rows, problems: feed.problems() };
}

const pieces = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 5 });

test("pieces of any size give the same rows and the same problems as the whole, for any text", () => {
  const text = fc.string({
    unit: fc.constantFrom("a", "1", ",", '"', "\n", "\r", "\r\n", "\ufeff", "\ufffd", ";"),
    maxLength: 80,
  });
  fc.assert(
    fc.property(text, pieces, (one, lengths) => {
      expect(fed(one, lengths, ",")).toEqual(parseCsv(one, { delimiter: "," }));
    }),
    { numRuns: 2_000 },
  );
});

test("the delimiter is guessed from the first line, whatever the pieces, and said when it is no comma", () => {
  for (const [delimiter, text] of [
    [";", "a;b;c\n1;2;3\n"],
    ["\t", "a\tb\n1\t2"],
    ["|", "a|b\n1|2\n"],
  ] as const) {
    for (const size of [1, 3, 100]) {
      const { rows, problems } = fed(text, [size]);
      expect(rows[1]?.[1]).toBe("2");
      expect(problems).toEqual([
        { kind: "delimiter-guessed", row: 1, column: 0, value: delimiter },
      ]);
    }
  }
  expect(parseCsv("a,b;c\n1,2\n").problems).toEqual([]);
  expect(parseCsv('"a;b;c",d\n1,2\n').rows).toEqual([
    ["a;b;c", "d"],
    ["1", "2"],
  ]);
});

test("a byte-order mark is stripped and said", () => {
  const { rows, problems } = parseCsv("\ufeffa,b\n1,2\n");
  expect(rows[0]).toEqual(["a", "b"]);
  expect(problems.map(({ kind }) => kind)).toEqual(["byte-order-mark"]);
});

test("lines that end in a carriage return only are lines", () => {
  const { rows, problems } = parseCsv("a,b\r1,2\r3,4\r");
  expect(rows).toEqual([
    ["a", "b"],
    ["1", "2"],
    ["3", "4"],
  ]);
  expect(problems.map(({ kind }) => kind)).toEqual(["cr-only-line-ends"]);
  expect(parseCsv("a,b\r\n1,2\n3,4\r\n")).toEqual({
    rows: [
      ["a", "b"],
      ["1", "2"],
      ["3", "4"],
    ],
    problems: [],
  });
});

test.each([
  ["at the end of the file", 'a,b,c\n1,2,3\n4,"5,6\n', [["4", "5", "6"]]],
  [
    "before rows without quotes",
    'a,b,c\n1,"2,3\n4,5,6\n7,8,9\n',
    [
      ["1", "2", "3"],
      ["4", "5", "6"],
      ["7", "8", "9"],
    ],
  ],
  [
    "before rows with quotes of their own",
    'a,b,c\n1,"2,3\n4,"5",6\n7,"8,8",9\n',
    [
      ["1", "2", "3"],
      ["4", "5", "6"],
      ["7", "8,8", "9"],
    ],
  ],
])("an unclosed quote %s costs no other row", (_, text, rows) => {
  const read = parseCsv(text);
  expect(read.rows.slice(-rows.length)).toEqual(rows);
  expect(read.problems.map(({ kind }) => kind)).toEqual(["unclosed-quote"]);
});

test("an unclosed quote far from the end of a long file is found without reading it all", () => {
  const lines = Array.from({ length: 5_000 }, (_, i) => `${i},x,y`);
  lines[10] = '10,"x,y';
  const feed = createCsvFeed();
  const rows: (readonly string[])[] = [];
  for (const line of ["id,p,q", ...lines]) rows.push(...feed.write(`${line}\n`));
  rows.push(...feed.end());
  expect(rows).toHaveLength(5_001);
  expect(feed.problems()).toEqual([{ kind: "unclosed-quote", row: 12, column: 0, value: '"x,y' }]);
});

test("a file full of unclosed quotes is read in proportion to its length", () => {
  const readQuotes = (count: number): void => {
    const { rows, problems } = parseCsv(`a,b\n${'1,"x\n'.repeat(count)}`);
    expect(rows.length).toBe(count + 1);
    expect(problems.length).toBeGreaterThan(0);
  };
  expect(growth(48_000, readQuotes)).toBeLessThan(proportionate);
});

test("characters lost by a wrong encoding are found with row and column", () => {
  expect(parseCsv("a,b\n1,\ufffd\ufffd\n").problems).toEqual([
    { kind: "wrong-encoding", row: 2, column: 2, value: "\ufffd\ufffd" },
  ]);
});

test("a binary file is refused at once", () => {
  const { rows, problems } = parseCsv("a,b\n\0\0\n1,2\n");
  expect(rows).toEqual([]);
  expect(problems.map(({ kind }) => kind)).toEqual(["binary-file"]);
});

test("a line without end is refused before it fills the memory", () => {
  const feed = createCsvFeed({ delimiter: "," });
  for (let i = 0; i < 40; i++) feed.write("x".repeat(100_000));
  expect(feed.end()).toEqual([]);
  expect(feed.problems().map(({ kind }) => kind)).toEqual(["row-too-long"]);
});

test("an empty text has no rows", () => {
  expect(parseCsv("")).toEqual({ rows: [], problems: [] });
});
