// `policy-bench effects`: what it says, in which form, and what it says of mistakes.
import { beforeAll, expect, test } from "vitest";
import { commandLine, type Said } from "./world.ts";

const small = ["effects", "baseline", "--only", "pre-ticked-box", "--customers", "400", "--threads", "1"];
let pretty: Said;
beforeAll(async () => {
  pretty = await commandLine(small);
});

interface Told {
  readonly mechanisms: readonly {
    readonly name: string;
    readonly verdict: string;
    readonly chain: readonly { readonly measure: string; readonly to: string; readonly verdict: string }[];
    readonly effects: readonly { readonly name: string; readonly off: number; readonly on: number; readonly difference: number | null }[];
  }[];
}

test("on a terminal there are the matrix, the chain with intervals, and a picture", () => {
  expect(pretty.code).toBe(0);
  expect(pretty.stdout).toMatch(/^pre-ticked-box +\+\d+%/mu);
  expect(pretty.stdout).toMatch(/→ Accounts opened unasked +\d+\.\d% +\d+\.\d% +\+\d+\.\d pp +\[.+\] +as claimed/u);
  expect(pretty.stdout).toMatch(/^pre-ticked-box +\|#+>? +\+¥/mu);
  expect(pretty.stdout).toContain("exactly the same: Accounts opened by the monthly scan");
});

test("JSON has every measure of both runs, and its differences are those of the two values", async () => {
  const { stdout } = await commandLine([...small, "--json"]);
  const { mechanisms } = JSON.parse(stdout) as Told;
  const [mechanism] = mechanisms;
  expect(mechanism?.chain.map(({ verdict }) => verdict)).toContain("shown");
  expect(mechanism?.effects.length).toBeGreaterThan(60);
  expect(mechanism?.effects.filter(({ off, on, difference }) => difference !== null && Math.abs(on - off - difference) > 1e-9)).toEqual([]);
});

test("CSV has a row for every measure, and the claimed ones say which way", async () => {
  const { stdout } = await commandLine([...small, "--format", "csv"]);
  const rows = stdout.trim().split("\n").map((line) => line.split(","));
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([16]));
  expect(rows.find((row) => row[6] === "unaskedShare")?.at(-1)).toBe("up");
  expect(rows.find((row) => row[6] === "bookedByMonthlyScanShare")?.at(-1)).toBe("stays");
});

test("in Chinese the whole of it is Chinese", async () => {
  const { stdout } = await commandLine([...small, "--lang", "zh"]);
  expect(stdout).toContain("默认勾选会开通客户并未要求的账户");
  expect(stdout).toContain("与说法一致");
  expect(stdout.match(/\b(?:as claimed|customers|mechanism|switch)\b/u)).toBeNull();
});

test("another policy than the one it is shown on is asked about, and one that cannot be switched says why", async () => {
  const { code, stdout } = await commandLine([...small, "--policy", "invited"]);
  expect(code).toBe(2);
  expect(stdout).toContain("not run (invited, baseline)");
  expect(stdout).toContain("--set policies.invited.procedures.enrolment.checkout");
});

test("mistakes are named with what was meant", async () => {
  expect((await commandLine(["effects", "baseline", "--only", "pre-ticked-bx"])).stderr).toContain("there is no mechanism `pre-ticked-bx`; did you mean `pre-ticked-box`?");
  expect((await commandLine([...small, "--measure", "marginPerCustmer"])).stderr).toContain("did you mean `marginPerCustomer`?");
  expect((await commandLine([...small, "--policy", "invited", "--policy", "consent-first"])).stderr).toContain("name it once with --policy");
  const { code, stderr } = await commandLine(["effects", "baselin"]);
  expect([code, stderr.includes("did you mean `baseline`?")]).toEqual([2, true]);
});
