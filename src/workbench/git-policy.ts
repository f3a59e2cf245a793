import { execFileSync } from "node:child_process";
import { basename } from "node:path";
import type { Diagnostic } from "../base/index.ts";
import type { Policy } from "../policy/index.ts";
import { located, type Source } from "./read-file.ts";
import type { Project } from "./project.ts";
import { readGround, readPolicyTexts, type Ground } from "./read-rules.ts";
import { UsageError } from "./world.ts";

/** A policy as it stood at a git revision. */
export interface GitPolicy {
  readonly revision: string;
  /** A name in rules/policies, or a folder below the project. */
  readonly name: string;
}

/** Reads `git:REVISION:policy`; undefined for what does not begin so. */
export function asGitPolicy(operand: string): GitPolicy | undefined {
  if (!operand.startsWith("git:")) return undefined;
  const at = operand.lastIndexOf(":");
  const [revision, name] = [operand.slice("git:".length, at), operand.slice(at + 1)];
  if (at > "git:".length && name !== "") return { revision, name };
  throw new UsageError({
    en: `\`${operand}\` names no policy at a revision; write git:HEAD~1:consent-first`,
    zh: `\`${operand}\` 未指明某一修订版的政策；请写作 git:HEAD~1:consent-first`,
  });
}

/**
 * Reads a policy at a revision, against today's dictionary and reasons; where it does not fit these, against those of
 * its own time.
 */
export function readGitPolicy(project: Project, { revision, name }: GitPolicy, ground: Ground): { readonly policy?: Policy; readonly diagnostics: readonly Diagnostic[] } {
  const commit = resolveRevision(project, revision);
  const folder = /[/\\]/u.test(name) ? name.replace(/\/+$/u, "") : `rules/policies/${name}`;
  const listed = git(project, ["ls-tree", "--name-only", commit, `${folder}/`]) ?? "";
  const files = listed.split("\n").filter((file) => file.endsWith(".json") || file.endsWith(".examples.csv"));
  const shown = (file: string): string => `git:${revision}:${file}`;
  if (files.length === 0) {
    return { diagnostics: [located(shown(folder), "unknown-policy", { en: `there is no policy \`${name}\` at \`${revision}\``, zh: `修订版 \`${revision}\` 中没有政策 \`${name}\`` })] };
  }
  const read = (file: string): Source | undefined => {
    const text = git(project, ["show", `${commit}:./${file}`]);
    return text === undefined ? undefined : { file: shown(file), text };
  };
  const sources = files.flatMap((file) => read(file) ?? []).filter(({ file }) => basename(file) !== "");
  const now = readPolicyTexts(sources, ground);
  if (!now.diagnostics.some(({ level }) => level === "error")) return now;
  const then = readPolicyTexts(sources, readGround({ dictionary: read("rules/dictionary.json"), reasons: read("rules/reasons.json") }));
  return then.diagnostics.some(({ level }) => level === "error") ? now : then;
}

/** The commit of a revision; a UsageError where there is none. */
function resolveRevision(project: Project, revision: string): string {
  const found = revision.startsWith("-") ? undefined : git(project, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]);
  if (found !== undefined && /^[\da-f]{40,64}$/u.test(found.trim())) return found.trim();
  if (git(project, ["rev-parse", "--git-dir"]) === undefined)
    throw new UsageError({ en: `${project.root} is in no git repository, or git is not installed`, zh: `${project.root} 不在 git 仓库中，或未安装 git` });
  throw new UsageError({ en: `git knows no revision \`${revision}\``, zh: `git 中没有修订版 \`${revision}\`` });
}

const bytesMax = 64_000_000;

/** What git prints, run in the project; undefined where it fails. */
function git(project: Project, args: readonly string[]): string | undefined {
  try {
    return execFileSync("git", [...args], { cwd: project.root, encoding: "utf8", maxBuffer: bytesMax, stdio: ["ignore", "pipe", "ignore"] });
  } catch {
    return undefined;
  }
}
