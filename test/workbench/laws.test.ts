// The command `laws`, and a law pack that a user adds as a file.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { commandLine, root, type Said } from "./world.ts";

const laws = (...args: readonly string[]): Promise<Said> => commandLine(["laws", ...args]);

interface Entry {
  readonly id: string;
  readonly ours: boolean;
  readonly penalty: { readonly en: string; readonly zh: string } | null;
}
interface Book {
  readonly schemaVersion: number;
  readonly date: string;
  readonly inForce: readonly Entry[];
  readonly values: readonly { readonly name: string; readonly value: number | null; readonly houseStandard: boolean }[];
  readonly changes: readonly { readonly date: string; readonly begins: readonly Entry[]; readonly ends: readonly Entry[]; readonly values: readonly { readonly name: string; readonly before: number | null; readonly value: number | null }[] }[];
  readonly impact?: {
    readonly scenario: string;
    readonly change: { readonly date: string } | null;
    readonly asked: readonly string[];
    readonly policies: readonly { readonly name: string; readonly before: { readonly matched: number }; readonly after: { readonly matched: number }; readonly rules: readonly { readonly id: string; readonly before: { readonly count: number } | null; readonly after: { readonly count: number } | null }[] }[];
  };
}
async function book(...args: readonly string[]): Promise<Book> {
  const { code, stdout } = await laws(...args, "--json");
  expect(code).toBe(0);
  return JSON.parse(stdout);
}
const idsOf = (entries: readonly Entry[]): readonly string[] => entries.map(({ id }) => id);

test("what is in force on a day turns exactly on the days of the law", async () => {
  const [before, from] = [await book("--date", "2026-07-31"), await book("--date", "2026-08-01")];
  expect(idsOf(before.inForce)).not.toContain("CN-ENR-008");
  expect(idsOf(from.inForce)).toContain("CN-ENR-008");
  expect(before.changes.map(({ date }) => date)).toEqual(["2026-08-01", "2026-09-30", "2026-11-20"]);
  expect(idsOf(before.changes[0]?.begins ?? [])).toEqual(["CN-ENR-008"]);
  expect(idsOf((await book("--date", "2026-11-19")).inForce).some((id) => id.startsWith("EU-"))).toBe(false);
  expect((await book("--date", "2026-11-20", "--jurisdiction", "eu")).inForce).toHaveLength(8);
});

test("a number of the law has its value of the day", async () => {
  const cap = ({ values }: Book) => values.find(({ name }) => name === "law.aprCap")?.value;
  expect(cap(await book("--date", "2025-09-30", "--jurisdiction", "cn"))).toBe(null);
  expect(cap(await book("--date", "2025-10-01", "--jurisdiction", "cn"))).toBe(0.24);
  const [change] = (await book("--date", "2025-09-30", "--jurisdiction", "cn")).changes;
  expect(change?.values).toMatchObject([{ name: "law.aprCap", before: null, value: 0.24 }]);
});

test("the text names the citation, how far it was checked and the range of the sanction, with house standards apart", async () => {
  const { code, stdout } = await laws("--date", "2026-11-22", "--jurisdiction", "cn");
  expect(code).toBe(0);
  const [law = "", ours = ""] = stdout.split("House standards: defaults of this product, not law");
  expect(law).toContain("CN-ENR-001");
  expect(law).toContain("secondary source");
  expect(law).toContain("statutory range: Credit Reporting Regulation art 41: CNY 20,000 to 200,000 if serious");
  expect(law).not.toContain("CN-COL-001");
  expect(ours).toContain("CN-COL-001");
  expect(ours).toContain("law.maxDailyContacts = 3");
  expect(stdout).toContain("not legal advice");
  expect(stdout).not.toMatch(/\b(illegal|compliant)\b/u);
});

test("Chinese readers get Chinese", async () => {
  const { stdout } = await laws("--date", "2026-07-31", "--lang", "zh");
  expect(stdout).toContain("法定处罚幅度：");
  expect(stdout).toContain("生效 CN-ENR-008");
  expect(stdout).toContain("本产品自定标准（并非法律规定）");
  expect(stdout).not.toContain("in force");
});

test("after the last known change nothing is promised, and a day beyond the packs' own says so", async () => {
  const { stdout } = await laws("--date", "2031-01-01", "--jurisdiction", "uk");
  expect(stdout).toContain("No change is known after this day.");
  expect(stdout).toContain("later law is not in them");
});

test.each([
  [["--date", "2026-02-30"], "`2026-02-30` is no day"],
  [["--date", "tomorrow"], "`tomorrow` is no day"],
  [["--jurisdiction", "cm"], "did you mean `cn`?"],
])("a flag that makes no sense is a usage error: %j", async (args, message) => {
  const { code, stderr } = await laws(...args);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});

const small = ["--customers", "400", "--months", "6", "--threads", "1", "--quiet"];

test("--impact shows what the next change does to each policy: the rule that begins, and no other", async () => {
  const { impact } = await book("--date", "2026-07-31", "--impact", "baseline", ...small);
  expect(impact?.change?.date).toBe("2026-08-01");
  const [silent, ...others] = impact?.policies ?? [];
  expect(silent?.name).toBe("silent-auto-enrolment");
  expect(silent?.rules.map(({ id, before }) => [id, before])).toEqual([["CN-ENR-008", null]]);
  expect(silent?.rules[0]?.after?.count).toBeGreaterThan(0);
  expect((silent?.after.matched ?? 0) - (silent?.before.matched ?? 0)).toBe(1);
  for (const other of others) expect(other.rules.map(({ id, after }) => [id, after?.count])).toEqual([["CN-ENR-008", 0]]);
}, 60_000);

test("--impact with --set laws.… asks what if, on the same customers", async () => {
  const { impact } = await book("--date", "2026-11-22", "--impact", "baseline", "--set", "laws.cn.aprCap=0.05", ...small);
  expect(impact?.asked).toEqual(["--set laws.cn.aprCap=0.05"]);
  const silent = impact?.policies.find(({ name }) => name === "silent-auto-enrolment");
  expect(silent?.rules.map(({ id, before }) => [id, before?.count])).toEqual([["CN-PRC-007", 0]]);
  expect(silent?.rules[0]?.after?.count).toBeGreaterThan(0);
}, 60_000);

// A pack is a file: a project with a fourth one, and a scenario under it.
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "policy-bench-laws-"));
  for (const part of ["rules", "scenarios"]) cpSync(join(root, part), join(folder, part), { recursive: true });
  const pack = {
    name: "sg",
    title: { en: "Singapore, an example", zh: "新加坡（示例）" },
    stateOfLaw: "2026-11-22",
    parameters: [{ name: "law.maxDailyContacts", title: { en: "contacts a day", zh: "每日联系次数" }, values: [{ from: "2026-01-01", value: 3 }, { from: "2027-01-01", value: 0 }] }],
    rules: [
      {
        name: "SG-1", title: { en: "No account without her asking", zh: "未经申请不得开户" }, trigger: "enrolment",
        conditions: { all: [{ fact: "enrolment.initiatedBy", operator: "notEqual", value: "customer" }] }, event: { type: "violation" }, severity: "critical",
        citation: { en: "Act s 1", zh: "某法第一条" }, remedy: { en: "ask", zh: "先征求同意" }, actors: ["lender"], verification: "unverified", effectiveTo: "2027-01-31",
      },
      {
        name: "SG-2", title: { en: "Audit every year", zh: "每年审计" }, trigger: "month-end",
        conditions: { all: [{ fact: "governance.monthsSinceAudit", operator: "greaterThan", value: 12 }] }, event: { type: "violation" }, severity: "low",
        citation: { en: "Act s 2", zh: "某法第二条" }, remedy: { en: "audit", zh: "开展审计" }, actors: ["lender"], verification: "unverified",
      },
    ],
  };
  writeFileSync(join(folder, "rules/laws/sg.json"), JSON.stringify(pack));
  const scenario = JSON.parse(readFileSync(join(root, "scenarios/baseline.json"), "utf8"));
  writeFileSync(join(folder, "scenarios/sg.json"), JSON.stringify({ ...scenario, name: "sg", laws: ["sg"], expectations: [] }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a fourth pack is a file: it is listed, linted and judged without a line of code", async () => {
  const listed: Book = JSON.parse((await commandLine(["laws", "--date", "2027-02-01", "--jurisdiction", "sg", "--json"], {}, folder)).stdout);
  expect(idsOf(listed.inForce)).toEqual(["SG-2"]);
  const earlier: Book = JSON.parse((await commandLine(["laws", "--date", "2026-12-01", "--jurisdiction", "sg", "--json"], {}, folder)).stdout);
  expect(earlier.changes.map(({ date, ends }) => [date, idsOf(ends)])).toEqual([["2027-01-01", []], ["2027-02-01", ["SG-1"]]]);
  const lint = await commandLine(["lint", "rules/laws/sg.json"], {}, folder);
  expect(lint.code, lint.stdout).toBe(0);
  const run = await commandLine(["run", "sg", ...small, "--json"], {}, folder);
  expect(run.code, run.stderr).toBe(0);
  const report: { readonly policies: readonly { readonly laws: readonly { readonly id: string; readonly count: number; readonly counts: string; readonly persons: number; readonly firstMonth: number | null }[]; readonly lawSummary: { readonly modelled: number; readonly matched: number } }[] } = JSON.parse(run.stdout);
  const [silent, consented] = report.policies;
  expect(silent?.lawSummary).toMatchObject({ modelled: 2, matched: 2 });
  expect(silent?.laws[0]?.persons).toBeGreaterThan(0);
  // Declared 18 months since the last audit: six months of the lender, and no person.
  expect(silent?.laws[1]).toMatchObject({ id: "SG-2", counts: "lender-months", count: 6, persons: 0, firstMonth: 0 });
  expect(consented?.lawSummary).toMatchObject({ modelled: 2, matched: 0 });
}, 60_000);

test("a number that is set stands in the list as set, a pack is found however its name is written, and a number that is not there is a mistake", async () => {
  const { code, stdout } = await commandLine(["laws", "--date", "2026-11-22", "--jurisdiction", "CN", "--set", "laws.cn.aprCap=0.2"]);
  expect([code, stdout.match(/law\.aprCap = .*/u)?.[0]]).toEqual([0, expect.stringContaining("law.aprCap = 0.2 (as set for this question)")]);
  const zh = await commandLine(["laws", "--date", "2026-11-22", "--jurisdiction", "cn", "--set", "laws.cn.aprCap=0.2", "--lang", "zh"]);
  expect(zh.stdout).toContain("law.aprCap = 0.2 (本次查询所设)");
  const wrong = await commandLine(["laws", "--set", "laws.cn.aprCup=0.2"]);
  expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining("aprCap")]);
});
