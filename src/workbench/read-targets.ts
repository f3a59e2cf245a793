import { basename, dirname, join } from "node:path";
import { readJson, type Diagnostic, type JsonDocument } from "../base/index.ts";
import { decisionNames, type DecisionName, type Policy } from "../policy/index.ts";
import type { Source } from "./read-file.ts";
import { listPolicies, readPolicyFiles, type Project } from "./project.ts";
import { readPolicyFolder, type Ground } from "./read-rules.ts";
import { suggest } from "./suggest.ts";
import { UsageError } from "./world.ts";

/** A policy and the decisions of it that are asked for. */
export interface Target {
  readonly policy: Policy;
  /** Its name or folder as given. */
  readonly operand: string;
  readonly decisions: readonly DecisionName[];
}

/** Policies by name or folder, or one decision file; all policies where nothing is named. */
export function readTargets(project: Project, operands: readonly string[], ground: Ground): { readonly targets: readonly Target[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [...ground.diagnostics];
  const targets = (operands.length === 0 ? listPolicies(project) : operands).flatMap((operand): Target[] => {
    const decision = decisionNames.find((name) => basename(operand) === `${name}.json`);
    const folder = decision === undefined ? operand : join(dirname(operand), "/");
    const read = readPolicyFolder(project, folder, ground);
    diagnostics.push(...read.diagnostics);
    return read.policy === undefined ? [] : [{ policy: read.policy, operand: folder, decisions: decision === undefined ? decisionNames : [decision] }];
  });
  return { targets, diagnostics };
}

/** Only this decision of each target; all where none is named. */
export function onlyDecision(targets: readonly Target[], written: string | undefined): readonly Target[] {
  if (written === undefined) return targets;
  const decision = decisionNames.find((name) => name === written);
  if (decision !== undefined) return targets.map((target) => ({ ...target, decisions: target.decisions.filter((name) => name === decision) }));
  const hint = suggest(written, decisionNames);
  throw new UsageError({ en: `there is no decision \`${written}\`; ${hint.en}`, zh: `没有名为 \`${written}\` 的决策；${hint.zh}` });
}

/** The decision files of a target as they are written, to tell lines by JSON pointer. */
export function readDocuments(project: Project, { operand }: Target): ReadonlyMap<DecisionName, JsonDocument> {
  return documentsOf(readPolicyFiles(project, operand).sources);
}

/** The same of texts already read. */
export function documentsOf(sources: readonly Source[]): ReadonlyMap<DecisionName, JsonDocument> {
  return new Map(
    decisionNames.flatMap((decision) => {
      const source = sources.find(({ file }) => basename(file) === `${decision}.json`);
      return source === undefined ? [] : [[decision, readJson(source.text, source.file)] as const];
    }),
  );
}
