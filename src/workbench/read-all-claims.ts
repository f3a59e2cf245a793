import { join } from "node:path";
import type { Diagnostic } from "../base/index.ts";
import type { Policy } from "../policy/index.ts";
import { readClaims, readExceptions, type Claim, type ClaimException } from "../proof/index.ts";
import { asGitPolicy, readGitPolicy } from "./git-policy.ts";
import { policyFolder, readProjectFile, shownPath, type Project } from "./project.ts";
import { readTextFile } from "./read-file.ts";
import { readPolicyFolder, type Ground } from "./read-rules.ts";
import type { Target } from "./read-targets.ts";

/** The claims that a policy is held to, and those that it is known to break. */
export interface Claimed {
  readonly claims: readonly Claim[];
  readonly exceptions: readonly ClaimException[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What must hold under every policy, and what must hold under this one; files that are not there claim nothing. */
export function readAllClaims(project: Project, { policy, operand }: Target): Claimed {
  const shared = readProjectFile(project, "rules/invariants.json").source;
  const path = join(policyFolder(project, operand), "invariants.json");
  const read = readTextFile(path, shownPath(project, path));
  const own = "source" in read ? read.source : undefined;
  const all = [shared, own].flatMap((source) => (source === undefined ? [] : [readClaims(source, policy)]));
  const claims = all.flatMap((one) => one.claims);
  const names = all.every((one) => one.names !== undefined) ? all.flatMap((one) => one.names ?? []) : undefined;
  const excepted = own === undefined ? { exceptions: [], diagnostics: [] } : readExceptions(own, names);
  const unreadable = "diagnostic" in read && read.diagnostic.code !== "file-not-found" ? [read.diagnostic] : [];
  return { claims, exceptions: excepted.exceptions, diagnostics: [...unreadable, ...all.flatMap(({ diagnostics }) => diagnostics), ...excepted.diagnostics] };
}

/** The policies that claims compare with: by name, in a folder, or at a git revision. */
export function readSince(project: Project, ground: Ground, claims: readonly Claim[], operand = ""): ReadonlyMap<string, Policy> {
  const names = new Set(claims.flatMap((claim) => (claim.kind === "unchanged-since" ? [claim.since] : [])));
  return new Map(
    [...names].flatMap((name): [string, Policy][] => {
      // `git:REVISION` alone is the policy itself as it was then.
      const past = asGitPolicy(name.startsWith("git:") && !name.slice("git:".length).includes(":") ? `${name}:${operand}` : name);
      const { policy } = past === undefined ? readPolicyFolder(project, name, ground) : readGitPolicy(project, past, ground);
      return policy === undefined ? [] : [[name, policy]];
    }),
  );
}
