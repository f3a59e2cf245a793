import { expect, test } from "vitest";
import type { Policy } from "../../src/policy/index.ts";
import { makeProver } from "../../src/proof/index.ts";
import { openProject } from "../../src/workbench/project.ts";
import { proofsByRule } from "../../src/workbench/proofs/proofs-by-rule.ts";
import { readAllClaims } from "../../src/workbench/read-all-claims.ts";
import { readProjectGround } from "../../src/workbench/read-rules.ts";
import { readTargets, type Target } from "../../src/workbench/read-targets.ts";
import { quietWorld } from "./world.ts";

const project = openProject(quietWorld());
const ground = readProjectGround(project);
const read = readTargets(project, ["silent-auto-enrolment"], ground).targets[0];
if (read === undefined) throw new Error("it is read");
const target: Target = read;
const found = proofsByRule(project, target, { ground });
const rule = (name: string, of = found) => {
  const one = of.rules.find((each) => each.rule === name);
  if (one === undefined) throw new Error(`no rule ${name}`);
  return one;
};

test("each rule stands with the claims it takes part in, their verdicts, reasons and counterexamples", () => {
  const [claim] = rule("CLO-20").claims.filter(({ name }) => name === "INV-403");
  expect([claim?.verdict, claim?.accepted !== undefined, claim?.at]).toEqual(["broken", true, ["closure@request"]]);
  expect(claim?.breaks[0]?.en).toMatch(/→ plan .*CLO-20\)$/u);
  expect(rule("CLO-10").claims.map(({ name }) => name)).toContain("INV-402");
  expect(rule("CLO-10").claims.flatMap(({ breaks }) => breaks)).toEqual([]);
  expect(rule("LIM-20").claims.map(({ name }) => name)).not.toContain("INV-101");
  expect(found.verdicts.held + found.verdicts.broken + found.verdicts.undecided).toBe(readAllClaims(project, target).claims.length);
  expect(structuredClone(found)).toEqual(found);
});

test("rules that take no part in a claim may go, and its verdict stays", () => {
  const { claims } = readAllClaims(project, target);
  for (const claim of claims.filter(({ name }) => ["INV-109", "INV-110", "INV-206", "INV-403", "INV-504", "INV-601"].includes(name))) {
    const stays = (decision: string, name: string): boolean => found.rules.some((each) => each.decision === decision && each.rule === name && each.claims.some((one) => one.name === claim.name));
    const decisions = Object.fromEntries(Object.values(target.policy.decisions).map((file) => [file.decision, { ...file, rules: file.rules.filter(({ name }) => stays(file.decision, name)) }]));
    const policy: Policy = { ...target.policy, decisions: { ...target.policy.decisions, ...decisions } };
    const before = makeProver({ policy: target.policy, claims: [claim] }).prove(claim);
    const after = makeProver({ policy, claims: [claim] }).prove(claim);
    expect([claim.name, after.verdict, after.counterexamples.map(({ departures }) => departures)]).toEqual([claim.name, before.verdict, before.counterexamples.map(({ departures }) => departures)]);
  }
});

test("a shadowed rule stands with its finding, and so does the rule that shadows it", () => {
  const { policy } = target;
  const { enrolment } = policy.decisions;
  const [first] = enrolment.rules;
  if (first === undefined) throw new Error("there are rules");
  const twin = { ...first, name: "ENR-99", priority: first.priority - 1 };
  const planted: Policy = { ...policy, decisions: { ...policy.decisions, enrolment: { ...enrolment, rules: [...enrolment.rules, twin] } } };
  const told = proofsByRule(project, { ...target, policy: planted }, { ground });
  expect(rule("ENR-99", told).findings.map(({ kind }) => kind)).toContain("shadowed");
  expect(rule(first.name, told).findings.map(({ kind }) => kind)).toContain("shadowed");
});
