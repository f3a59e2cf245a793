import { basename } from "node:path";
import { readJson } from "../../base/index.ts";
import { decisionNames, makeMutants, type Policy } from "../../policy/index.ts";
import type { TriedEdits } from "../../view/index.ts";
import type { Claim } from "../../proof/index.ts";
import { heldClaims, makeEditJudge } from "../mutation/edit-judge.ts";
import { triedEdit } from "../tried-edit.ts";
import type { Source } from "../read-file.ts";

/** Tries all small edits of a policy's rules against its examples and claims, and keeps those that none notices. */
export function tryEdits(policy: Policy, sources: readonly Source[], claims: readonly Claim[] = []): TriedEdits {
  const held = heldClaims(policy, claims);
  const tried = decisionNames.flatMap((decision) => {
    const source = sources.find(({ file }) => basename(file) === `${decision}.json`);
    const document = source === undefined ? undefined : readJson(source.text, source.file);
    const judge = makeEditJudge(policy, decision, held);
    return makeMutants(policy, decision).map((mutant) => ({ decision, edit: triedEdit(judge.judge(mutant), document?.place(mutant.pointer).line ?? 1) }));
  });
  return {
    tried: tried.length,
    killed: tried.filter(({ edit }) => edit.status === "killed").length,
    survivors: tried.filter(({ edit }) => edit.status === "survived"),
  };
}
