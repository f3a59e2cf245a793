import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { commandLine, root } from "./world.ts";

const scratch = mkdtempSync(join(tmpdir(), "policy-bench-mutate-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

interface Tried {
  readonly killed: number;
  readonly survived: number;
  readonly equivalent: number;
  readonly undecided: number;
  readonly killedByClaims: number;
  readonly decisions: readonly { readonly possible: number; readonly edits: readonly { readonly rule: string; readonly line: number; readonly kind: string; readonly status: string; readonly sentence?: { readonly en: string; readonly zh: string } }[] }[];
}

test("each edit that nobody notices is one sentence at its line, in both languages", async () => {
  const { code, stdout } = await commandLine(["mutate", "consent-first", "--decision", "enrolment"]);
  expect(code).toBe(0);
  expect(stdout).toContain("ENR-10  no example notices if age < 18 becomes < 19");
  const line = Number(/:(\d+) {2}ENR-10 {2}no example notices if age < 18 becomes < 19/u.exec(stdout)?.[1]);
  expect(readFileSync(join(root, "rules/policies/consent-first/enrolment.json"), "utf8").split("\n")[line - 1]).toContain('"customer.age"');
  expect(stdout).toMatch(/no example notices if age < 18 becomes < 19\n +an ordinary applicant, but customer\.age = 18/u);
});

test("the JSON holds every edit with its status, and a limit tries them evenly", async () => {
  const all = JSON.parse((await commandLine(["mutate", "consent-first", "--decision", "pricing", "--json"])).stdout) as Tried;
  const edits = all.decisions.flatMap((decision) => decision.edits);
  expect(all.killed + all.survived + all.equivalent + all.undecided).toBe(edits.length);
  expect(all.killedByClaims).toBeGreaterThan(0);
  expect(edits.length).toBe(all.decisions.reduce((sum, { possible }) => sum + possible, 0));
  expect(edits.filter(({ status }) => status === "survived").every(({ sentence }) => sentence?.en.startsWith("no example notices if ") === true)).toBe(true);
  const some = JSON.parse((await commandLine(["mutate", "consent-first", "--json", "--limit", "30"])).stdout) as Tried;
  expect(some.decisions.flatMap((decision) => decision.edits).length).toBe(30);
  expect(some.decisions.every((decision) => decision.edits.length > 0)).toBe(true);
});

test("a claim notices what no example does, and what neither notices comes with the applicant whose example would", async () => {
  const { stdout } = await commandLine(["mutate", "consent-first", "--decision", "enrolment", "--json"]);
  const { decisions } = JSON.parse(stdout) as { decisions: { edits: { edit: { en: string }; status: string; killedByClaim?: string; sentence?: { en: string }; witness?: { moment: string; departures: Record<string, unknown>; before: { type: string }; after: { type: string } } }[] }[] };
  const edits = decisions.flatMap((decision) => decision.edits);
  const claimed = edits.filter(({ killedByClaim }) => killedByClaim !== undefined);
  expect(claimed.map(({ killedByClaim }) => killedByClaim)).toContain("CF-01");
  expect(claimed.every(({ status, sentence }) => status === "killed" && sentence?.en.startsWith("an ordinary applicant") === true)).toBe(true);
  const zh = await commandLine(["mutate", "consent-first", "--decision", "closure", "--lang", "zh"]);
  expect(zh.stdout).toMatch(/若.*，没有示例会发现\n +一位普通申请人/u);
  const aged = edits.find(({ edit, status }) => edit.en === "age < 18 becomes < 19" && status === "survived");
  expect(aged?.witness).toMatchObject({ moment: "application", departures: { "customer.age": 18 } });
});

test("a limit that leaves nothing is refused, and one that leaves some out is said", async () => {
  expect((await commandLine(["mutate", "consent-first", "--limit", "0"])).code).toBe(2);
  expect((await commandLine(["mutate", "consent-first", "--decision", "closure", "--limit", "7"])).stdout).toContain("7 of 40 edits were tried");
});

test("without a gate it ends with 0; under a gate with 1", async () => {
  expect((await commandLine(["mutate", "consent-first", "--decision", "closure", "--min", "80"])).code).toBe(0);
  const missed = await commandLine(["mutate", "consent-first", "--decision", "closure", "--min", "95"]);
  expect(missed.code).toBe(1);
  expect(missed.stderr).toContain("--min 95: only 35/39 edits are noticed");
});

test("an example at the threshold is what notices the edit; one that fails is said to judge nothing", async () => {
  cpSync(join(root, "rules"), join(scratch, "rules"), { recursive: true });
  const path = join(scratch, "rules/policies/consent-first/enrolment.json");
  const file = JSON.parse(readFileSync(path, "utf8")) as { examples: { name: string; moment: string; facts: Record<string, unknown>; expect: unknown }[] };
  const minor = file.examples.find((example) => example.facts["customer.age"] === 17);
  const sameButOf = (age: number) => ({ ...minor, name: `age ${age}`, facts: { ...minor?.facts, "customer.age": age }, expect: { type: "decline", reason: "no-bureau-consent" } });
  file.examples.push(sameButOf(18) as (typeof file.examples)[number], { ...sameButOf(19), expect: { type: "enrol" } } as (typeof file.examples)[number]);
  writeFileSync(path, JSON.stringify(file, null, 2));
  const { stdout, stderr, code } = await commandLine(["mutate", path, "--all"], {}, scratch);
  expect(stderr).toContain('example "age 19" fails already and judges nothing');
  expect([code, stdout.includes("age < 18 becomes")]).toEqual([0, false]);
});

test("what is suggested can be pasted, passes, and notices every edit but those it names", async () => {
  const folder = mkdtempSync(join(tmpdir(), "policy-bench-notice-"));
  cpSync(join(root, "rules"), join(folder, "rules"), { recursive: true });
  const path = join(folder, "rules/policies/consent-first/limit.json");
  const { stdout, stderr, code } = await commandLine(["mutate", path, "--suggest"], {}, folder);
  const unreached = stderr.split("\n").filter((line) => line.includes("no case was found that notices if "));
  const added = JSON.parse(stdout) as unknown[];
  expect([code, added.length > 0]).toEqual([0, true]);
  const file = JSON.parse(readFileSync(path, "utf8")) as { examples: unknown[] };
  file.examples.push(...added);
  writeFileSync(path, JSON.stringify(file, null, 2));
  // `test` asks json-rules-engine about every example.
  expect((await commandLine(["test", path], {}, folder)).code).toBe(0);
  expect((await commandLine(["lint", path], {}, folder)).stdout).toBe("");
  const after = JSON.parse((await commandLine(["mutate", path, "--json"], {}, folder)).stdout) as Tried;
  expect(after.survived).toBe(unreached.length);
  rmSync(folder, { recursive: true, force: true });
});
