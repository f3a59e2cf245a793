// Why, why not, and what the customer may be told.
import { expect, test } from "vitest";
import { commandLine } from "./world.ts";

const explain = (...args: string[]) => commandLine(["explain", ...args]);
const why = async (...args: string[]) => JSON.parse((await explain(...args, "--json")).stdout);

test("--why-not tells the nearest change of facts, decided again with it", async () => {
  const { whyNot } = await why("consent-first", "enrolment", "--set", "customer.age=17", "--set", "consent.bureau.kind=written", "--why-not", "enrol");
  expect(whyNot.ways[0]).toMatchObject({ changes: [{ fact: "customer.age", from: 17, to: 18 }], outcome: { type: "enrol" }, because: ["ENR-40"] });
  const { outcome } = await why("consent-first", "enrolment", "--set", "customer.age=18", "--set", "consent.bureau.kind=written");
  expect(outcome.type).toBe("enrol");
});

test("an amount can be asked for, kept facts stay, and what cannot be is said", async () => {
  const more = await why("consent-first", "limit", "--set", "consent.bureau.kind=written", "--why-not", "limitFen>=1500000");
  expect(more.whyNot.ways[0].outcome.params.limitFen).toBeGreaterThanOrEqual(1500000);
  const kept = await explain("consent-first", "enrolment", "--set", "customer.age=17", "--why-not", "enrol", "--keep", "customer.age");
  expect(kept.stdout).toContain("no change of facts leads to enrol");
  expect(await explain("consent-first", "enrolment", "--why-not", "enrl")).toMatchObject({ code: 2, stderr: expect.stringContaining("did you mean `enrol`?") });
  expect(await explain("consent-first", "enrolment", "--why-not", "--keep", "customer.agee")).toMatchObject({ code: 2, stderr: expect.stringContaining("did you mean `customer.age`?") });
  expect(await explain("consent-first", "limit", "--why-not", "limitFen>=x")).toMatchObject({ code: 2 });
});

test("--var-values names every fact that is read, with its value and where it comes from", async () => {
  const { reads } = await why("consent-first", "limit", "--set", "bureau.score=700", "--var-values");
  expect(reads).toContainEqual({ name: "bureau.score", title: expect.anything(), value: 700, origin: "given" });
  expect(reads).toContainEqual({ name: "param.maxLimitFen", title: expect.anything(), value: 3000000, origin: "parameter" });
  const derived = reads.find(({ origin }: { origin: string }) => origin === "derived");
  expect(derived.value).toBeTypeOf("number");
  expect((await explain("consent-first", "limit", "--var-values", "--lang", "zh")).stdout).toContain("典型值");
});

test("what the customer may be told names the outcome and the main reasons, and nothing from inside", async () => {
  const args = ["consent-first", "enrolment", "--set", "customer.age=17", "--for-customer"];
  const { stdout } = await explain(...args);
  expect(stdout).toBe("We cannot open a credit account for you at present.\nThe main reasons:\n- Credit is available from the age of 18.\n- Without your written authorisation we cannot ask the credit bureau, and cannot decide.\n");
  const zh = (await explain(...args, "--lang", "zh")).stdout;
  expect(zh).toContain("信用支付仅向年满 18 周岁的客户开放。");
  for (const text of [stdout, zh]) expect(text).not.toMatch(/ENR-|customer\.|param\.|score\.|priority/u);
  const both = JSON.parse((await explain(...args, "--json")).stdout);
  expect(both.text).toEqual({ en: stdout, zh });
  expect((await explain("consent-first", "closure", "--set", "account.balanceFen=2000000", "--for-customer")).stdout).toContain("Prove that it is you: ");
});

test("replay shows the facts of each decision, what would have led elsewhere, and the customer's text", async () => {
  const { code, stdout } = await commandLine(["replay", "baseline", "--customers", "400", "--policy", "consent-first", "--where", "decision=enrolment:decline", "--var-values", "--why-not", "--for-customer"]);
  expect(code).toBe(0);
  expect(stdout).toContain("would have been otherwise with");
  expect(stdout).toContain("│ We cannot open a credit account for you at present.");
  expect(stdout).toMatch(/bureau\.score/u);
});
