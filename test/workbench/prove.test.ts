import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { askZ3 } from "../proof/z3-judge.ts";
import { commandLine, root, type Said } from "./world.ts";

const scratch = mkdtempSync(join(tmpdir(), "policy-bench-prove-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const git = (...args: string[]): void => {
  execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false", ...args], { cwd: scratch, stdio: "ignore" });
};
cpSync(join(root, "rules"), join(scratch, "rules"), { recursive: true });
cpSync(join(root, "scenarios"), join(scratch, "scenarios"), { recursive: true });
git("init", "-q");
git("add", ".");
git("commit", "-q", "-m", "as shipped");
beforeEach(() => git("checkout", "-q", "--", "."));

const enrolment = join(scratch, "rules/policies/consent-first/enrolment.json");
const own = join(scratch, "rules/policies/consent-first/invariants.json");

/** Lets bundled consent through, where a rule asks for a separate one. */
const plant = (): void => {
  const text = readFileSync(enrolment, "utf8");
  const at = text.indexOf('"ENR-20"');
  const broken = text.slice(at).replace('"value": ["separate", "written"]', '"value": ["separate", "written", "bundled"]');
  expect(text.slice(at)).not.toBe(broken);
  writeFileSync(enrolment, text.slice(0, at) + broken);
};
/** Puts one claim into the policy's own file. */
const claim = (one: Readonly<Record<string, unknown>>): void => {
  const file = JSON.parse(readFileSync(own, "utf8")) as { claims: unknown[] };
  // `that` is written as what JSON calls it: an object of ours with a key `then` would be taken for a promise.
  const written = Object.fromEntries(Object.entries(one).map(([key, value]) => [key === "that" ? "then" : key, value]));
  file.claims.push({ title: { en: "a claim", zh: "一条不变量" }, ...written });
  writeFileSync(own, JSON.stringify(file, null, 2));
};
const prove = async (...args: string[]): Promise<Said> => await commandLine(["prove", "consent-first", "--customers", "200", ...args], {}, scratch);

test("0: all proved; 1: a claim is broken, with where, by which rule, an ordinary applicant and the share of customers", async () => {
  expect((await prove("--run", "INV-10[12]")).code).toBe(0);
  plant();
  const { code, stdout } = await prove("--run", "INV-101");
  expect(code).toBe(1);
  expect(stdout).toMatch(/✗ no account without a separate consent to it/u);
  expect(stdout).toMatch(/for every applicant with[\s\S]*consent\.account\.kind = bundled/u);
  expect(stdout).toMatch(/e\.g\. an ordinary applicant, but [\s\S]*bundled[\s\S]*→\s+enrol/u);
  expect(stdout).toMatch(/ % of the simulated population \(\d+ of 200; 95 %/u);
});

test("2: a claim on an unknown outcome or fact, all of them at once, with what was meant", async () => {
  const leaf = (fact: string, value: unknown) => ({ all: [{ fact, operator: "equal", value }] });
  claim({ name: "X-1", kind: "never", that: leaf("outcome.enrolment.typ", "enrol") });
  claim({ name: "X-2", kind: "never", when: leaf("customer.aeg", 1), that: leaf("outcome.enrolment.type", "enrol") });
  const { code, stderr } = await prove();
  expect(code).toBe(2);
  expect(stderr).toMatch(/`outcome\.enrolment\.typ`; did you mean `outcome\.enrolment\.type`/u);
  expect(stderr).toMatch(/`customer\.aeg`/u);
});

test("3: a budget of zero, and a claim about nobody, are undecided and say why", async () => {
  const zero = await prove("--run", "INV-101", "--budget", "0");
  expect([zero.code, /the budget is zero/u.test(zero.stdout)]).toEqual([3, true]);
  const age = (operator: string, value: number) => ({ fact: "customer.age", operator, value });
  claim({ name: "V-1", kind: "never", when: { all: [age("lessThan", 18), age("greaterThan", 20)] }, that: { all: [{ fact: "outcome.enrolment.type", operator: "equal", value: "enrol" }] } });
  const vacuous = await prove("--run", "V-1");
  expect([vacuous.code, /vacuous: nobody is such/u.test(vacuous.stdout)]).toEqual([3, true]);
});

test("a budget of zero leaves everything that needs a proof undecided with its reason, the rules' own findings too, and exits with 3", async () => {
  const { code, stdout } = await prove("--budget", "0", "--json");
  const { policies } = JSON.parse(stdout) as { readonly policies: readonly { readonly claims: readonly { readonly verdict: string; readonly why?: { readonly en: string } }[]; readonly findings: readonly { readonly kind: string }[] }[] };
  const [report] = policies;
  expect(code).toBe(3);
  expect(report?.claims.length).toBeGreaterThan(25);
  expect(report?.claims.filter(({ verdict }) => verdict === "broken")).toEqual([]);
  const undecided = report?.claims.filter(({ verdict }) => verdict === "undecided") ?? [];
  expect(undecided.length).toBeGreaterThan(10);
  expect(new Set(undecided.map(({ why }) => why?.en))).toEqual(new Set(["the budget is zero"]));
  expect(report?.findings.some(({ kind }) => kind === "unknown")).toBe(true);
});

test("what the prover cannot follow is named and undecided, and the rest is proved", async () => {
  // The product of two facts is left open: whoever has many orders over a long time is declined, and no proof sees why.
  const edit = (file: string, change: (whole: Record<string, unknown>) => void): void => {
    const path = join(scratch, "rules/policies/consent-first", file);
    const whole = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
    change(whole);
    writeFileSync(path, JSON.stringify(whole, null, 2));
  };
  edit("policy.json", (whole) => Object.assign(whole["derived"] ?? {}, { busyness: { title: { en: "orders by months", zh: "订单乘月数" }, times: ["shop.ordersLast12m", "shop.tenureMonths"] } }));
  edit("enrolment.json", (whole) => {
    const rule = (whole["rules"] as readonly { readonly name: string; readonly conditions: { all: unknown[] } }[]).find(({ name }) => name === "ENR-30");
    rule?.conditions.all.splice(1, 1, { fact: "derived.busyness", operator: "greaterThan", value: 500 });
  });
  const many = (fact: string) => ({ fact, operator: "greaterThanInclusive", value: 30 });
  claim({ name: "P-1", kind: "never", at: { enrolment: ["application"] }, when: { all: [many("shop.ordersLast12m"), many("shop.tenureMonths")] }, that: { all: [{ fact: "outcome.enrolment.type", operator: "equal", value: "enrol" }] } });
  const { code, stdout } = await prove("--run", "P-1|INV-10[14]", "--json");
  const { policies } = JSON.parse(stdout) as { readonly policies: readonly { readonly claims: readonly { readonly name: string; readonly verdict: string; readonly why?: { readonly en: string } }[] }[] };
  const told = new Map(policies[0]?.claims.map(({ name, verdict, why }) => [name, [verdict, why?.en]]));
  expect(code).toBe(3);
  expect(told.get("P-1")?.[0]).toBe("undecided");
  expect(told.get("P-1")?.[1]).toContain("arithmetic between facts in `derived.busyness`");
  expect([told.get("INV-101"), told.get("INV-104")]).toEqual([["held", undefined], ["held", undefined]]);
});

test("the repair of a planted fault is proved, and takes the fault out", async () => {
  plant();
  const { stdout } = await prove("--apply", "--run", "INV-101");
  expect(stdout.replaceAll(/\s+/gu, " ")).toContain("proved repair 1: ENR-20 takes `bundled` out of `consent.account.kind` (");
  const { rules } = JSON.parse(readFileSync(enrolment, "utf8")) as { readonly rules: readonly unknown[] };
  expect(rules).toEqual((JSON.parse(readFileSync(join(root, "rules/policies/consent-first/enrolment.json"), "utf8")) as { readonly rules: readonly unknown[] }).rules);
});

test("what a policy is known to break is shown as accepted, with the reason, and counts no more; an exception that nothing needs is told", async () => {
  const silent = async (...args: string[]): Promise<Said> => await commandLine(["prove", "silent-auto-enrolment", "--customers", "20", "--run", "INV-40", ...args], {}, scratch);
  const path = join(scratch, "rules/policies/silent-auto-enrolment/invariants.json");
  const { code, stdout } = await silent();
  expect(code).toBe(0);
  expect(stdout).toMatch(/~ closing never asks[^\n]*INV-403\n[\s\S]*accepted: The practice under study[\s\S]* 0 broken, 1 accepted, 0 undecided/u);
  const told = JSON.parse((await silent("--json")).stdout) as { policies: { claims: { name: string; verdict: string; accepted?: { zh: string } }[] }[] };
  expect(told.policies[0]?.claims.find(({ name }) => name === "INV-403")).toMatchObject({ verdict: "broken", accepted: { zh: expect.stringMatching(/\p{Script=Han}/u) } });
  const file = JSON.parse(readFileSync(path, "utf8")) as { exceptions: { claim: string; at?: string[]; why: unknown }[] };
  const change = (changes: (exception: { claim: string; at?: string[]; why: unknown }) => object): void => writeFileSync(path, JSON.stringify({ ...file, exceptions: file.exceptions.map((one) => (one.claim === "INV-403" ? changes(one) : one)) }));
  change((one) => ({ ...one, at: ["enrolment@application"] }));
  expect([(await silent()).code, /1 broken, 0 undecided/u.test((await silent()).stdout)]).toEqual([1, true]);
  change((one) => ({ ...one, claim: "INV-402" }));
  expect((await silent()).stdout).toMatch(/INV-402 proved[^\n]*\n +its exception is no longer needed/u);
});

test("--save-example writes a counterexample into the decision file, where it is an example that holds", async () => {
  plant();
  expect((await prove("--run", "INV-101", "--save-example")).code).toBe(1);
  const { examples } = JSON.parse(readFileSync(enrolment, "utf8")) as { examples: readonly { readonly name: string }[] };
  expect(examples.at(-1)?.name).toContain("INV-101");
  const tested = await commandLine(["test", "consent-first", "--run", "INV-101"], {}, scratch);
  expect(tested.stdout + tested.stderr).not.toMatch(/✗/u);
  expect(tested.code).toBe(0);
});

test("--smtlib writes each question so that z3 says unsat of what is proved and sat of what is broken", async () => {
  plant();
  const folder = join(scratch, "smt");
  const { stdout } = await prove("--run", "INV-(101|104|106|111|112|201|202|203|301|401|404|501)", "--smtlib", folder, "--json");
  const report = JSON.parse(stdout) as { readonly policies: readonly { readonly claims: readonly { readonly name: string; readonly verdict: string }[] }[] };
  const verdicts = new Map(report.policies[0]?.claims.map(({ name, verdict }) => [name, verdict]));
  const files = readdirSync(folder).toSorted();
  const answers = await askZ3(files.map((file) => readFileSync(join(folder, file), "utf8")));
  for (const [name, verdict] of verdicts) {
    const said = answers.filter((_, index) => files[index]?.includes(`-${name}-`) === true);
    expect(said.includes("sat"), name).toBe(verdict === "broken");
    expect(said.every((answer) => answer === "sat" || answer === "unsat"), name).toBe(true);
  }
  expect([...verdicts.values()]).toContain("broken");
  expect([...verdicts.values()]).toContain("held");
});

test("unchanged-since compares with a git revision or a folder", async () => {
  claim({ name: "U-1", kind: "unchanged-since", since: "git:HEAD", decisions: ["enrolment"] });
  claim({ name: "U-2", kind: "unchanged-since", since: "rules/policies/consent-first", decisions: ["enrolment"] });
  expect((await prove("--run", "U-")).code).toBe(0);
  plant();
  const { code, stdout } = await prove("--run", "U-");
  expect(code).toBe(1);
  expect(stdout.match(/✗/gu)?.length).toBe(1);
});

test("diff --prove says for all applicants what a change does, and for how many", async () => {
  const diff = async () => await commandLine(["diff", "consent-first", "--prove", "--rev", "HEAD", "--customers", "200"], {}, scratch);
  const same = await diff();
  expect([same.code, same.stdout.match(/equivalent: the same for every applicant/gu)?.length]).toEqual([0, 17]);
  plant();
  const { stdout } = await diff();
  expect(stdout).toMatch(/\+ enrolment@application: more permissive/u);
  expect(stdout).toMatch(/consent\.account\.kind = bundled/u);
  expect(stdout.match(/equivalent/gu)?.length).toBe(16);
});

test.each(["junit", "sarif", "github", "compact"])("a broken claim is told as %s, at its rule", async (format) => {
  plant();
  const { code, stdout } = await prove("--run", "INV-101", "--format", format);
  expect(code).toBe(1);
  expect(stdout).toContain("enrolment.json");
  expect(stdout).toContain("INV-101");
});
