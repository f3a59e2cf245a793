// CSV files as people have them: what can be read is read and said, what cannot ends with exit code 2.
import { beforeAll, describe, test } from "vitest";
import { actingOnTerminal, copyProject, policyBench, requireBuild, stackTrace } from "./bin.ts";

beforeAll(requireBuild);

const columns = ["ID", ...Array.from({ length: 23 }, (_, index) => `X${index + 1}`), "Y"];
const header = columns.join(",");
/** Customers with documented codes only. */
const rows = Array.from({ length: 8 }, (_, index) => [index + 1, 50_000, 1 + (index % 2), 2, 1, 25 + index, ...Array(6).fill(-1), ...Array(6).fill(3000), ...Array(6).fill(1000), 0].join(","));
const clean = [header, ...rows].join("\n");

interface CsvCase {
  readonly name: string;
  readonly csv: string | Uint8Array;
  /** Codes of the findings, in order of the text on stderr. */
  readonly finds: readonly string[];
  readonly says?: RegExp;
  /** Exit codes: as it stands, and with --strict. */
  readonly codes: readonly [number, number];
}

const cases: readonly CsvCase[] = [
  { name: "a clean file", csv: clean, finds: [], codes: [0, 0] },
  { name: "a byte-order mark", csv: `\ufeff${clean}`, finds: ["note[byte-order-mark]"], codes: [0, 0] },
  { name: "line ends of Windows", csv: clean.replaceAll("\n", "\r\n"), finds: [], codes: [0, 0] },
  { name: "line ends of old Macs", csv: clean.replaceAll("\n", "\r"), finds: ["note[cr-only-line-ends]"], codes: [0, 0] },
  { name: "two header rows", csv: [header, clean].join("\n"), finds: ["warning[second-header-row]"], says: /row 2/u, codes: [0, 2] },
  { name: "ragged rows", csv: [clean, "9,50000,1", `${rows[0]?.replace(/^1,/u, "10,")},7,7`].join("\n"), finds: ["warning[ragged-row]", "warning[ragged-row]"], says: /fewer than 25 cells/u, codes: [0, 2] },
  { name: "an unclosed quote", csv: [header, rows[0], `"${rows[1]}`, ...rows.slice(2)].join("\n"), finds: ["warning[unclosed-quote]"], says: /c\.csv:3/u, codes: [0, 2] },
  {
    name: "a name in GBK",
    csv: Buffer.concat([Buffer.from(`${clean}\n`), Buffer.from([0xd0, 0xd5, 0xc3, 0xfb]), Buffer.from(`,${rows[0]?.slice(2)}`)]),
    finds: ["warning[wrong-encoding]"],
    says: /GBK/u,
    codes: [0, 2],
  },
  { name: "UTF-16", csv: Buffer.from(`\ufeff${clean}`, "utf16le"), finds: ["error[binary-file]"], codes: [2, 2] },
  { name: "an empty file", csv: "", finds: ["error[empty-file]"], codes: [2, 2] },
  { name: "a header and nobody", csv: `${header}\n`, finds: ["error[no-customers]"], codes: [2, 2] },
  { name: "another file altogether", csv: "a,b\n1,2\n", finds: ["error[missing-column]"], says: /none of the 14 columns that the mapping reads is in the file: `X5`, `X2`, `X3` and 11 more; is/u, codes: [2, 2] },
  { name: "control characters in cells", csv: clean.replace(",50000,", ",\u001b[2J,"), finds: ["warning[unparsable-number]"], says: /\\u001b\[2J/u, codes: [0, 2] },
  { name: "an undocumented code", csv: clean.replace(",1,25,", ",0,25,"), finds: ["warning[undocumented-code]"], says: /`X4`: code `0` is not documented/u, codes: [0, 2] },
];

describe.concurrent("a CSV file with", () => {
  test.for(cases)("$name", async ({ csv, finds, says, codes }, { expect }) => {
    const project = copyProject();
    try {
      project.write("c.csv", csv);
      const args = ["population", "imported-customers", "--csv", "c.csv", "--sample", "2"];
      const [lenient, strict] = await Promise.all([policyBench(args, { cwd: project.folder }), policyBench([...args, "--strict"], { cwd: project.folder })]);
      const told = [...new Set(lenient.stderr.match(/^(?:error|warning|note)\[[\w-]+\]/gmu))];
      expect(told.filter((finding) => finding !== "note[extra-column]")).toEqual([...new Set(finds)]);
      if (says !== undefined) expect(lenient.stderr).toMatch(says);
      expect([lenient.code, strict.code]).toEqual(codes);
      expect(lenient.stdout !== "").toBe(codes[0] === 0);
      expect(strict.stdout !== "").toBe(codes[1] === 0);
      for (const text of [lenient.stdout, lenient.stderr, strict.stderr]) {
        expect(actingOnTerminal(text)).toEqual([]);
        expect(text).not.toMatch(stackTrace);
      }
    } finally {
      project.dispose();
    }
  });

  test("no file behind its name", async ({ expect }) => {
    const project = copyProject();
    try {
      const missing = await policyBench(["run", "imported-customers", "--csv", "nowhere.csv"], { cwd: project.folder });
      expect(missing.stderr).toContain("error[file-not-found] nowhere.csv");
      const folder = await policyBench(["run", "imported-customers", "--csv", "rules"], { cwd: project.folder });
      expect(folder.stderr).toContain("the CSV file is a folder");
      const unnamed = await policyBench(["run", "imported-customers"], { cwd: project.folder });
      expect(unnamed.stderr).toContain("name it with --csv");
      expect([missing.code, folder.code, unnamed.code]).toEqual([2, 2, 2]);
      expect(project.files("reports")).toEqual([]);
    } finally {
      project.dispose();
    }
  });
});
