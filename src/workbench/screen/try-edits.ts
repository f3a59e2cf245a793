import { basename } from "node:path";
import { readJson } from "../../base/index.ts";
import { decisionNames, makeMutants, prepareMutation, type Policy } from "../../policy/index.ts";
import type { TriedEdits } from "../../view/index.ts";
import { triedEdit } from "../tried-edit.ts";
import type { Source } from "../read-file.ts";

/** Tries all small edits of a policy's rules against its examples, and keeps those that none notices. */
export function tryEdits(policy: Policy, sources: readonly Source[]): TriedEdits {
  const tried = decisionNames.flatMap((decision) => {
    const source = sources.find(({ file }) => basename(file) === `${decision}.json`);
    const document = source === undefined ? undefined : readJson(source.text, source.file);
    const judge = prepareMutation(policy, decision);
    return makeMutants(policy, decision).map((mutant) => ({ decision, edit: triedEdit(judge.judge(mutant), document?.place(mutant.pointer).line ?? 1) }));
  });
  return {
    tried: tried.length,
    killed: tried.filter(({ edit }) => edit.status === "killed").length,
    survivors: tried.filter(({ edit }) => edit.status === "survived"),
  };
}
