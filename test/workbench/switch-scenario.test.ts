import { expect, test } from "vitest";
import { commandLine } from "./world.ts";

const small = ["--customers", "120", "--months", "7", "--quiet"];
const half = ["--set", 'switch={"month":3,"shareBps":5000}'];

interface Said {
  readonly inputs: { readonly switch: unknown };
  readonly policies: readonly {
    readonly name: string;
    readonly phases: readonly { readonly from: number; readonly to: number; readonly measures: readonly { readonly name: string; readonly value: number | null }[] }[];
    readonly groups: readonly { readonly key: string; readonly customers: number; readonly measures: readonly unknown[] }[];
  }[];
}

async function report(...flags: readonly string[]): Promise<Said> {
  const { stdout, stderr } = await commandLine(["run", "baseline", ...small, ...flags, "--json"]);
  expect(stderr).not.toContain("error[");
  return JSON.parse(stdout) as Said;
}

test("a challenger comes in on the champion's book, for the customers it reaches, and the report tells both apart", { timeout: 60_000 }, async () => {
  const { inputs, policies } = await report(...half, "--by", "rollOut");
  expect(inputs.switch).toEqual({ month: 3, shareBps: 5000, policies: ["consent-first", "invited"] });
  const [champion, challenger] = policies;
  expect(challenger?.phases.map(({ from, to }) => [from, to])).toEqual([[0, 3], [3, 7]]);
  const plain = (phase: number, of: typeof champion) => of?.phases[phase]?.measures.map(({ name, value }) => [name, value]);
  expect(plain(0, challenger)).toEqual(plain(0, champion));
  expect(plain(1, challenger)).not.toEqual(plain(1, champion));
  const group = (of: typeof champion, key: string) => of?.groups.find((one) => one.key === key);
  expect(group(challenger, "rollOut=not reached")).toEqual(group(champion, "rollOut=not reached"));
  expect(group(challenger, "rollOut=reached")?.customers).toBe(group(champion, "rollOut=reached")?.customers);
  expect(group(challenger, "rollOut=reached")?.measures).not.toEqual(group(champion, "rollOut=reached")?.measures);
});

test("a challenger asked for alone still comes in on the champion's book", { timeout: 60_000 }, async () => {
  const [both, alone] = [await report(...half), await report(...half, "--policy", "invited")];
  expect(alone.policies.map(({ name }) => name)).toEqual(["invited"]);
  expect(alone.policies[0]?.phases).toEqual(both.policies.find(({ name }) => name === "invited")?.phases);
});

test("a life shows the month in which another policy takes over, and the rules of each", { timeout: 60_000 }, async () => {
  const { stdout } = await commandLine(["replay", "baseline", ...small, "--policy", "consent-first", "--set", 'switch={"month":3}', "--where", "event=policy-switched", "--json"]);
  expect(stdout).toContain('"policy-switched"');
  const said = await commandLine(["replay", "baseline", ...small, "--policy", "consent-first", "--set", 'switch={"month":3}', "--customer", "1", "--lang", "zh"]);
  expect(said.stdout).toContain("改由另一政策适用");
});

test("a switch that comes too late, or names nobody, is told with its place", async () => {
  const late = await commandLine(["run", "baseline", ...small, "--set", 'switch={"month":8,"policies":["consent-frist","silent-auto-enrolment"]}']);
  expect(late.code).toBe(2);
  for (const words of ["error[out-of-range]", "error[unknown-policy]", "did you mean `consent-first`?", "is the champion"]) expect(late.stderr + late.stdout).toContain(words);
});

test("without a switch nobody can be grouped by a roll-out", async () => {
  const { code, stderr, stdout } = await commandLine(["run", "baseline", ...small, "--by", "rollOut"]);
  expect([code, (stderr + stdout).includes("unknown-fact")]).toEqual([2, true]);
});
