import type { z } from "zod";
import { nearest } from "./nearest.ts";
import { at, keysOf } from "./own-members.ts";
import type { Finding, Issue, Path } from "./shape-findings.ts";

/** A union's choice: what is wrong with the input if this one was meant. */
type Branch = readonly Issue[];

/**
 * What to say of a value that fits none of several shapes: only the mistakes of the shape that was meant, to
 * be read on by the caller, or the choices where none can be told.
 */
export function unionFindings(
  issue: z.core.$ZodIssueInvalidUnion,
  path: Path,
  found: unknown,
): readonly (Finding | { readonly issue: Issue })[] {
  if (issue.discriminator !== undefined && issue.errors.length === 0) {
    const values = "options" in issue ? (issue.options ?? []) : [];
    if (found !== undefined) return [{ kind: "unknown-value", values, found, path }];
    return [{ kind: "missing-key", key: issue.discriminator, values, path: path.slice(0, -1) }];
  }
  if (found === undefined) {
    return [{ kind: "missing-key", key: String(path.at(-1) ?? ""), path: path.slice(0, -1) }];
  }
  const branches = branchesOf(issue);
  const fitting = branches.filter((branch) => !branch.some((error) => isOfOtherType(error, found)));
  if (fitting.length === 0) return [noneFits(branches, path, found)];
  if (fitting.every(isPlainValue)) return [noneFits(fitting, path, found)];
  return (
    choiceMissing(fitting, path, found) ??
    mistakesOf(nearestBranch(fitting, found), fitting, path, found)
  );
}

/** The choices, those of unions among them spread out. */
function branchesOf(issue: z.core.$ZodIssueInvalidUnion): readonly Branch[] {
  return issue.errors.flatMap((branch): readonly Branch[] => {
    const [only] = branch;
    const nested = branch.length === 1 && only?.code === "invalid_union" && only.path.length === 0;
    if (nested && only.errors.length > 0) return branchesOf(only);
    return branch.length === 0 ? [] : [branch];
  });
}

function isOfOtherType(issue: Issue, found: unknown): boolean {
  if (issue.path.length > 0) return false;
  return (
    issue.code === "invalid_type" || (issue.code === "invalid_value" && typeof found === "object")
  );
}

function isPlainValue(branch: Branch): boolean {
  return branch.every((error) => error.code === "invalid_value" && error.path.length === 0);
}

/** No choice takes this: name the types that are taken, or the values where the choices are plain values. */
function noneFits(branches: readonly Branch[], path: Path, found: unknown): Finding {
  const roots = branches.flat().filter((error) => error.path.length === 0);
  const expected = roots.flatMap((root) => (root.code === "invalid_type" ? [root.expected] : []));
  const values = roots.flatMap((root) => (root.code === "invalid_value" ? root.values : []));
  if (expected.length === 0 && values.length > 0)
    return { kind: "unknown-value", values, found, path };
  return { kind: "wrong-type", expected: [...new Set(expected)], found, path };
}

/** How far an input is from a branch: a wrong tag weighs most, then alien and absent keys, then the rest. */
function farness(branch: Branch, found: unknown): number {
  let far = 0;
  for (const error of branch) {
    const own = error.path.length === 1;
    if (error.path.length === 0 && error.code === "unrecognized_keys")
      far += 100 * error.keys.length;
    else if (own && at(found, error.path) === undefined) far += 100;
    else if (own && error.code === "invalid_value" && error.values.length === 1) far += 1000;
    else far += 1;
  }
  return far;
}

function nearestBranch(branches: readonly Branch[], found: unknown): Branch {
  let best: Branch = [];
  let least = Number.POSITIVE_INFINITY;
  for (const branch of branches) {
    const far = farness(branch, found);
    if (far < least) [best, least] = [branch, far];
  }
  return best;
}

function alienKeys(branch: Branch): readonly string[] {
  return branch.flatMap((error) =>
    error.code === "unrecognized_keys" && error.path.length === 0 ? error.keys : [],
  );
}

/** Where the key that tells the choices apart is absent from all: name those keys, or guess which was meant. */
function choiceMissing(
  branches: readonly Branch[],
  path: Path,
  found: unknown,
): readonly Finding[] | undefined {
  if (branches.length < 2 || Array.isArray(found) || typeof found !== "object" || found === null)
    return undefined;
  const tags: string[] = [];
  for (const branch of branches) {
    const absent = branch.find(
      (error) => error.path.length === 1 && at(found, error.path) === undefined,
    );
    if (absent === undefined) return undefined; // all its keys are there: it was meant
    tags.push(String(absent.path[0]));
  }
  const aliens = branches.map((branch) => new Set(alienKeys(branch)));
  const keys = keysOf(found);
  const telling = keys.some(
    (key) => aliens.some((a) => a.has(key)) && aliens.some((a) => !a.has(key)),
  );
  if (telling) return undefined; // a key that only some take is there: one of them was meant
  const known = [...new Set(tags)];
  for (const key of keys) {
    if (aliens.every((a) => a.has(key)) && nearest(key, known) !== undefined) {
      return [{ kind: "unknown-key", key, known, free: known, path: [...path, key] }];
    }
  }
  return [{ kind: "no-choice", keys: known, found: keys, path }];
}

/** The branch's own mistakes. A key that another choice takes is not unknown: it clashes with this one's. */
function mistakesOf(
  branch: Branch,
  all: readonly Branch[],
  path: Path,
  found: unknown,
): readonly (Finding | { readonly issue: Issue })[] {
  return branch.flatMap((issue): readonly (Finding | { readonly issue: Issue })[] => {
    if (issue.code !== "unrecognized_keys" || issue.path.length > 0) return [{ issue }];
    const clashes: Finding[] = [];
    const unknown: string[] = [];
    for (const key of issue.keys) {
      const other = all.find((one) => one !== branch && !alienKeys(one).includes(key));
      const beside =
        other === undefined ? [] : alienKeys(other).filter((alien) => !issue.keys.includes(alien));
      if (beside.length === 0) unknown.push(key);
      else clashes.push({ kind: "clashing-key", key, beside, path: [...path, key] });
    }
    const rest = unknown.length === 0 ? [] : [{ issue: { ...issue, keys: unknown } }];
    return keysOf(found).length === 0 ? [{ issue }] : [...clashes, ...rest];
  });
}
