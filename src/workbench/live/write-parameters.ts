import { basename, join } from "node:path";
import type { Answer } from "../../view/index.ts";
import { policyFolder, readPolicyFiles, shownPath, type Project } from "../project.ts";
import type { RunTexts } from "../run-texts.ts";
import { readGround } from "../read-rules.ts";
import { variantErrors } from "../variants/variant.ts";
import { checkFree, unknownParameters, withParameters, writePolicyWith } from "../variants/write-policy.ts";
import { UsageError } from "../world.ts";
import { writeWhole } from "../write-file.ts";

/** Parameters to be written: into the policy's own file, or with all of it into a new folder of the project. */
export interface ParametersToWrite {
  readonly policy: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly asNewPolicy?: string | undefined;
}

/** Writes parameters where they stand and nothing else, or the whole policy under a new name. Refuses what could not be read again. */
export function writeParameters(project: Project, texts: RunTexts, { policy, parameters, asNewPolicy }: ParametersToWrite): Answer<readonly string[]> {
  try {
    return asNewPolicy === undefined ? intoFile(project, texts, policy, parameters) : intoFolder(project, texts, { policy, parameters, asNewPolicy });
  } catch (error) {
    if (error instanceof UsageError) return { kind: "refused", why: error.text };
    throw error;
  }
}

function intoFile(project: Project, texts: RunTexts, policy: string, parameters: Readonly<Record<string, number>>): Answer<readonly string[]> {
  // The file as it is now, not as the run read it: somebody may have edited it since.
  const files = readPolicyFiles(project, policy).sources;
  const manifest = files.find(({ file }) => basename(file) === "policy.json");
  if (manifest === undefined) return { kind: "refused", why: { en: `\`${policy}\` has no policy.json`, zh: `\`${policy}\` 没有 policy.json` } };
  const [gone] = unknownParameters(manifest.text, parameters);
  const text = withParameters(manifest.text, parameters);
  const [wrong] = variantErrors(files.map((one) => (one === manifest ? { ...one, text } : one)), readGround(texts));
  if (wrong !== undefined) return { kind: "refused", why: wrong.message };
  if (gone !== undefined) return { kind: "refused", why: { en: `policy.json has no parameter \`${gone}\` any more`, zh: `policy.json 中已没有参数 \`${gone}\`` } };
  const path = join(policyFolder(project, policy), "policy.json");
  writeWhole(path, text);
  return { kind: "done", value: [shownPath(project, path)] };
}

function intoFolder(project: Project, texts: RunTexts, { policy, parameters, asNewPolicy }: Required<ParametersToWrite>): Answer<readonly string[]> {
  const name = asNewPolicy ?? "";
  if (!/^[a-z0-9][a-z0-9-]{0,79}$/u.test(name)) return { kind: "refused", why: { en: "a policy's name has small letters, digits and dashes", zh: "政策名称只能使用小写字母、数字和连字符" } };
  const folder = join(project.root, "rules", "policies", name);
  checkFree(folder, shownPath(project, folder));
  writePolicyWith({ project, texts, policy, folder, parameters });
  return { kind: "done", value: [shownPath(project, folder)] };
}
