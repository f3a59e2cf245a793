// `--set` reaches inside a policy's files and over the fields of an environment, and its mistakes are named by the flag.
import { expect, test } from "vitest";
import { readBench } from "../../src/workbench/bench.ts";
import { readOverrides } from "../../src/workbench/overrides.ts";
import { openProject } from "../../src/workbench/project.ts";
import { readRunTexts } from "../../src/workbench/run-texts.ts";
import { quietWorld } from "./world.ts";

const policy = "silent-auto-enrolment";

function read(...written: string[]) {
  const overrides = readOverrides(written.map((text) => text.replace("P.", `policies.${policy}.`)));
  const { texts, diagnostics } = readRunTexts({ project: openProject(quietWorld()), scenario: "baseline", overrides, policies: [policy] });
  if (texts === undefined) return { errors: saidOf(diagnostics) };
  const read = readBench(texts);
  return { bench: read.bench, policy: read.bench?.policies.get(policy), errors: saidOf(read.diagnostics) };
}

function saidOf(diagnostics: ReturnType<typeof readBench>["diagnostics"]): readonly string[] {
  return diagnostics.filter(({ level }) => level === "error").map(({ message, hint, place }) => [message.en, hint?.en, place?.file].filter((part) => part !== undefined).join(" | "));
}

test("procedures, arrangements and single rules of a policy can be set, and nothing else of it changes", () => {
  const before = read().policy;
  const { policy: after, errors } = read('P.procedures.closure.entrance=["close"]', "P.procedures.enrolment.monthly-scan=null", 'P.arrangements.own-book.revenue={"lender":9000,"bank-x":1000}', "P.rules.ENR-22=off", "P.rules.ENR-20.priority=77");
  expect(errors).toEqual([]);
  expect(after?.procedures.closure).toEqual({ ...before?.procedures.closure, entrance: ["close"] });
  expect(Object.keys(after?.procedures.enrolment ?? {})).toEqual(["registration", "checkout", "application"]);
  expect(after?.arrangements["own-book"]).toEqual({ ...before?.arrangements["own-book"], revenue: { lender: 9000, "bank-x": 1000 } });
  const rules = (each: typeof before): readonly (readonly [string, number])[] => (each?.decisions.enrolment.rules ?? []).map(({ name, priority }) => [name, priority]);
  expect(rules(after)).toEqual(rules(before).filter(([name]) => name !== "ENR-22").map(([name, priority]) => [name, name === "ENR-20" ? 77 : priority]));
  expect(JSON.stringify(after?.decisions.pricing)).toBe(JSON.stringify(before?.decisions.pricing));
});

test("every mistake in a change is named by the flag that made it", () => {
  const flag = "`--set policies.silent-auto-enrolment.";
  const { errors } = read("P.procedures.bureau.noticeDayBefore=3", "P.proceduress.closure=1", "P.rules.ENR-2O=off", "P.rules.ENR-20=on", "P.procedures.enrolment.monthly-scn=null", "P.procedures.enrolment.checkout.creditOption=untickd", "P.scorecard.bins=1");
  expect(errors.toSorted()).toEqual(
    [
      `${flag}procedures.bureau.noticeDayBefore=3\`: unknown key \`noticeDayBefore\`; did you mean \`noticeDaysBefore\`?`,
      `${flag}proceduress.closure=1\`: there is no \`proceduress\` | did you mean \`procedures\`?`,
      `${flag}rules.ENR-2O=off\`: there is no rule \`ENR-2O\` | did you mean \`ENR-20\`?`,
      `${flag}rules.ENR-20=on\`: a rule as a whole can only be \`off\` | a part of it is set by its path, as in rules.ENR-20.event.params.…`,
      `${flag}procedures.enrolment.monthly-scn=null\`: there is nothing to take away | did you mean \`monthly-scan\`?`,
      `${flag}procedures.enrolment.checkout.creditOption=untickd\`: unknown value \`untickd\`; did you mean \`unticked\`? | one of: \`absent\`, \`pre-ticked\`, \`unticked\``,
      `${flag}scorecard.bins=1\`: unknown key \`bins\` | known here: \`$schema\`, \`title\`, \`status\`, \`basePoints\`, \`characteristics\`, \`calibration\``,
    ].toSorted(),
  );
});

test("a change of a condition is read as the file is: an unknown fact is one", () => {
  expect(read("P.rules.ENR-20.conditions.all.0.fact=customer.agge").errors).toEqual([
    "`--set policies.silent-auto-enrolment.rules.ENR-20.conditions.all.0.fact=customer.agge`: unknown fact `customer.agge`; did you mean `customer.age`? | the facts rules may read stand in rules/dictionary.json",
  ]);
});

test("what a scenario says of the world replaces that field of the file it names, and the name says so", () => {
  const attacks = [{ from: 3, to: 4, factor: 9 }];
  const { bench, errors } = read(`environment.attacks=${JSON.stringify(attacks)}`, "environment.macro=festival");
  expect(errors).toEqual([]);
  expect(bench?.environment.attacks).toEqual(attacks);
  expect(bench?.environment.purchaseFactors[10]).toBe(1.7);
  expect(bench?.environment.name).toBe("festival+attacks");
  expect(read("environment.atacks=[]").errors).toEqual(["`--set environment.atacks=[]`: unknown key `atacks`; did you mean `attacks`?"]);
  expect(read('environment.attacks=[{"from":3,"to":2,"factor":1}]').errors).toEqual(["`--set environment.attacks=[{\"from\":3,\"to\":2,\"factor\":1}]`: `2` is not in the form expected here"]);
});
