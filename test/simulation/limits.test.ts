import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readPolicy, readReasons } from "../../src/policy/index.ts";
import { viewTally } from "../../src/simulation/index.ts";
import { assuming, dictionary, run, source } from "./world.ts";

const folder = "rules/policies/silent-auto-enrolment";

/** The silent policy with its limit tiers granted for so many months only. */
function expiring(months: number) {
  const names = readdirSync(join(import.meta.dirname, "..", "..", folder)).filter((file) => file.endsWith(".json") && file !== "invariants.json");
  const files = names.map((name) => {
    const { file, text } = source(`${folder}/${name}`);
    return { file, text: name === "limit.json" ? text.replaceAll('"type": "tier", "params": { "limitFen"', `"type": "tier", "params": { "untilMonths": ${months}, "limitFen"`) : text };
  });
  const { policy } = readPolicy({ files, dictionary, reasons: readReasons(source("rules/reasons.json")).reasons });
  if (policy === undefined) throw new Error("the expiring policy was not read");
  return policy;
}

test("a limit that was granted for five months runs out, is looked at again and goes on or ends", () => {
  const made = run({ policy: expiring(5), customers: 200, months: 14, assumptions: assuming({ reviewInterval: 60 }) });
  const tally = viewTally(made.block(0, 200));
  expect(tally.total("limitsExpired")).toBeGreaterThan(50);
  for (let customer = 0; customer < 40; customer++) {
    const { entries } = made.history(customer);
    const opened = entries.findLast(({ name, month }) => name === "account-opened" && month < 9);
    const expired = entries.filter(({ name, month }) => name === "limitsExpired" && month > (opened?.month ?? 99));
    const stillThere = entries.some(({ kind, month, figures }) => kind === "month-end" && month === (opened?.month ?? -9) + 5 && figures["status"] === "open");
    if (opened !== undefined && stillThere && entries.every(({ name }) => name !== "limit-changed")) expect(expired[0]?.month, String(customer)).toBe(opened.month + 5);
  }
});

test("limits without an end never run out", () => {
  expect(viewTally(run({ customers: 150, months: 14 }).block(0, 150)).total("limitsExpired")).toBe(0);
});

test("who asks for more with most of the line in use is answered, and the answer is counted", () => {
  const made = run({ customers: 600, months: 24, assumptions: assuming({ limitRequest: 1 }) });
  const tally = viewTally(made.block(0, 600));
  expect(tally.total("limitRequests")).toBeGreaterThan(10);
  expect(tally.total("limitRequestsGranted")).toBeGreaterThan(0);
  expect(tally.total("limitRequestsGranted")).toBeLessThan(tally.total("limitRequests"));
  expect(tally.at("activeAtMonth12", 11)).toBe(tally.at("customersActive", 11));
  expect(tally.total("reachedMonth12")).toBe(600);
});
