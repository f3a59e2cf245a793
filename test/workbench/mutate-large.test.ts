import { expect, test } from "vitest";
import { makeMutants, type Policy } from "../../src/policy/index.ts";
import { readClaims } from "../../src/proof/index.ts";
import { heldClaims, makeEditJudge } from "../../src/workbench/mutation/edit-judge.ts";
import { readWhole } from "../rules/read-policies.ts";
import { readText } from "../rules/written.ts";

/** The policy with every rule of enrolment so many times, the copies below the originals and last in the file. */
function copied(policy: Policy, times: number): Policy {
  const { enrolment } = policy.decisions;
  const rules = Array.from({ length: times }, (_, copy) => enrolment.rules.map((rule) => ({ ...rule, name: copy === 0 ? rule.name : `${rule.name}-${copy}`, priority: rule.priority * 1000 - copy }))).flat();
  return { ...policy, decisions: { ...policy.decisions, enrolment: { ...enrolment, rules } } };
}

test("claims notice edits of decisions of 136 rules as they do of 17; of very many rules they are not asked, and that is said", () => {
  const policy = readWhole("consent-first");
  const held = heldClaims(policy, readClaims({ file: "invariants.json", text: readText("rules/policies/consent-first/invariants.json") }, policy).claims);
  const small = makeEditJudge(policy, "enrolment", held);
  const noticed = makeMutants(policy, "enrolment").filter((mutant) => mutant.change.kind === "conditions" && !small.isNoticed(mutant)).filter((mutant) => "killedByClaim" in small.judge(mutant)).slice(0, 6);
  expect(noticed.length).toBeGreaterThan(3);
  const large = makeEditJudge(copied(policy, 8), "enrolment", held);
  expect(large.asksClaims).toBe(true);
  for (const mutant of noticed) expect(large.judge(mutant)).toMatchObject({ status: "killed" });
  expect(noticed.map((mutant) => large.judge(mutant)).some((judged) => "killedByClaim" in judged && judged.killedByClaim === "CF-01")).toBe(true);
  expect(makeEditJudge(copied(policy, 13), "enrolment", held).asksClaims).toBe(false);
});
