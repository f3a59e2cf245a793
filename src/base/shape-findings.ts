import type { z } from "zod";
import { nearest } from "./nearest.ts";
import type { Text } from "./text.ts";

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** A mistake in the shape of a value, in our terms; `shape-words.ts` says it in both languages. */
export type Finding = { readonly path: Path } & (
  | { readonly kind: "missing-key"; readonly key: string }
  | { readonly kind: "unknown-key"; readonly key: string; readonly known: readonly string[] }
  | { readonly kind: "wrong-key"; readonly key: string }
  | { readonly kind: "wrong-type"; readonly expected: readonly string[]; readonly found: unknown }
  | { readonly kind: "unknown-value"; readonly values: readonly unknown[]; readonly found: unknown }
  | { readonly kind: "no-choice"; readonly keys: readonly string[]; readonly found: readonly string[] }
  | {
      readonly kind: "out-of-range";
      readonly of: "value" | "characters" | "items" | "keys";
      readonly bound: "least" | "most" | "above" | "below" | "exactly";
      readonly limit: number;
      readonly found: unknown;
    }
  | { readonly kind: "wrong-step"; readonly step: number; readonly found: unknown }
  | { readonly kind: "wrong-format"; readonly format: string; readonly found: unknown }
  | { readonly kind: "refused"; readonly refusal: Refusal }
);

/** What a schema's own check has to say: passed through zod as the `params` of a custom issue. */
export interface Refusal {
  readonly code: string;
  readonly message: Text;
  readonly hint?: Text | undefined;
}

/**
 * A custom issue for `ctx.addIssue(refuse({ code, message, hint, path }))` inside a schema's check: it comes
 * out of `checkShape` with our code and in both languages.
 */
export function refuse(
  refusal: Refusal & { readonly path?: PropertyKey[]; readonly input?: unknown },
): { code: "custom"; message: string; path: PropertyKey[]; input: unknown; params: { refusal: Refusal } } {
  const { path = [], input, ...rest } = refusal;
  return { code: "custom", message: refusal.message.en, path, input, params: { refusal: rest } };
}

/**
 * zod's error map. It alone sees the schema behind an issue, so the keys that an object knows travel in the
 * message; nobody reads zod's own.
 */
export function remember(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code !== "unrecognized_keys") return undefined;
  return JSON.stringify(knownKeys(issue.inst));
}

function knownKeys(schema: unknown): readonly string[] {
  const def = member(member(schema, "_zod"), "def");
  const shape = member(def, "shape");
  if (typeof shape === "object" && shape !== null) return Object.keys(shape);
  const values = member(member(member(def, "keyType"), "_zod"), "values");
  return values instanceof Set ? [...values].map(String) : [];
}

function member(value: unknown, key: string): unknown {
  return (typeof value === "object" && value !== null) || typeof value === "function"
    ? Reflect.get(value, key)
    : undefined;
}

/** The findings behind zod's issues about an input, one per mistake, in document order as zod has them. */
export function findingsOf(issues: readonly Issue[], input: unknown): readonly Finding[] {
  return withoutEchoes(issues.flatMap((issue) => findings(issue, [], input)));
}

function findings(issue: Issue, prefix: Path, input: unknown): readonly Finding[] {
  const path = [...prefix, ...issue.path];
  const found = at(input, issue.path);
  switch (issue.code) {
    case "invalid_type":
      return [wrongType(issue.expected, path, found)];
    case "unrecognized_keys": {
      const known = keysIn(issue.message);
      return issue.keys.map((key) => ({ kind: "unknown-key", key, known, path: [...path, key] }));
    }
    case "invalid_value":
      if (found === undefined) return [missing(path)];
      return [{ kind: "unknown-value", values: issue.values, found, path }];
    case "too_small":
      return [outOfRange(issue, { limit: Number(issue.minimum), small: true }, path, found)];
    case "too_big":
      return [outOfRange(issue, { limit: Number(issue.maximum), small: false }, path, found)];
    case "not_multiple_of":
      return [{ kind: "wrong-step", step: Number(issue.divisor), found, path }];
    case "invalid_format":
      return [{ kind: "wrong-format", format: issue.format, found, path }];
    case "invalid_union":
      return unionFindings(issue, path, found);
    case "invalid_key":
      return [{ kind: "wrong-key", key: String(issue.path.at(-1) ?? ""), path }];
    case "invalid_element":
      return issue.issues.flatMap((inner) => findings(inner, path, found));
    case "custom":
      return [refused(issue, path, found)];
  }
}

function keysIn(message: string): readonly string[] {
  const keys: unknown = message.startsWith("[") ? JSON.parse(message) : [];
  return Array.isArray(keys) ? keys.filter((key) => typeof key === "string") : [];
}

function wrongType(expected: string, path: Path, found: unknown): Finding {
  if (found === undefined) return missing(path);
  return { kind: "wrong-type", expected: [expected], found, path };
}

/** A key that is absent: reported on what should hold it. */
function missing(path: Path): Finding {
  return { kind: "missing-key", key: String(path.at(-1) ?? ""), path: path.slice(0, -1) };
}

function outOfRange(
  issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall,
  limit: { readonly limit: number; readonly small: boolean },
  path: Path,
  found: unknown,
): Finding {
  const of = counted(issue.origin);
  const inclusive = issue.inclusive !== false;
  const bound =
    issue.exact === true ? "exactly" : limit.small ? (inclusive ? "least" : "above") : inclusive ? "most" : "below";
  return { kind: "out-of-range", of, bound, limit: limit.limit, found, path };
}

function counted(origin: string): "value" | "characters" | "items" | "keys" {
  if (origin === "string") return "characters";
  if (origin === "array" || origin === "set" || origin === "map") return "items";
  return origin === "object" ? "keys" : "value";
}

function refused(issue: z.core.$ZodIssueCustom, path: Path, found: unknown): Finding {
  const refusal = issue.params?.["refusal"];
  if (isRefusal(refusal)) return { kind: "refused", refusal, path };
  return { kind: "wrong-format", format: issue.message, found, path };
}

function isRefusal(value: unknown): value is Refusal {
  return typeof value === "object" && value !== null && "code" in value && "message" in value;
}

/** What to say of a value that fits none of several shapes: the mistakes of the one that was meant. */
function unionFindings(issue: z.core.$ZodIssueInvalidUnion, path: Path, found: unknown): readonly Finding[] {
  if (issue.discriminator !== undefined && issue.errors.length === 0) {
    if (found === undefined) return [missing(path)];
    return [{ kind: "unknown-value", values: "options" in issue ? (issue.options ?? []) : [], found, path }];
  }
  if (found === undefined) return [missing(path)];
  const branches = issue.errors.filter((errors) => errors.length > 0);
  const fitting = branches.filter((errors) => !errors.some((error) => isOfOtherType(error, found)));
  if (fitting.length === 0) return [noneFits(branches, path, found)];
  const ranked = fitting.map((errors) => ({ errors, far: farness(errors, found) }));
  const least = Math.min(...ranked.map(({ far }) => far));
  const chosen = ranked.find(({ far }) => far === least);
  if (chosen === undefined) return [];
  const choices = choiceOf(fitting, found);
  if (choices !== undefined) return [{ ...choices, path }];
  return chosen.errors.flatMap((error) => findings(error, path, found));
}

function isOfOtherType(issue: Issue, found: unknown): boolean {
  if (issue.path.length > 0) return false;
  if (issue.code === "invalid_type") return true;
  return issue.code === "invalid_value" && typeof found === "object";
}

/** No branch takes this type: name all that are taken, values too where the branches are plain values. */
function noneFits(branches: readonly (readonly Issue[])[], path: Path, found: unknown): Finding {
  const roots = branches.flatMap((errors) => errors.filter((error) => error.path.length === 0));
  const expected = roots.flatMap((root) => (root.code === "invalid_type" ? [root.expected] : []));
  const values = roots.flatMap((root) => (root.code === "invalid_value" ? root.values : []));
  if (expected.length === 0 && values.length > 0) return { kind: "unknown-value", values, found, path };
  return { kind: "wrong-type", expected: [...new Set(expected)], found, path };
}

/** How far an input is from a branch: a wrong tag weighs most, then alien and absent keys, then the rest. */
function farness(errors: readonly Issue[], found: unknown): number {
  let far = 0;
  for (const error of errors) {
    if (error.path.length === 0 && error.code === "unrecognized_keys") far += 100 * error.keys.length;
    else if (error.path.length === 1 && isAbsent(error, found)) far += 100;
    else if (error.path.length === 1 && error.code === "invalid_value") far += 1000;
    else far += 1;
  }
  return far;
}

function isAbsent(issue: Issue, found: unknown): boolean {
  return at(found, issue.path) === undefined;
}

/** Where no branch's own key is there, or those of several: name the keys to choose among. */
function choiceOf(
  branches: readonly (readonly Issue[])[],
  found: unknown,
): { kind: "no-choice"; keys: readonly string[]; found: readonly string[] } | undefined {
  if (branches.length < 2 || typeof found !== "object" || found === null || Array.isArray(found)) return undefined;
  const tags = branches.map((errors) => errors.find((error) => error.path.length === 1 && isAbsent(error, found)));
  const keys: string[] = [];
  for (const tag of tags) {
    if (tag === undefined) return undefined; // a branch has all its keys: it was meant
    keys.push(String(tag.path[0]));
  }
  const alien = branches.map((errors) => new Set(errors.flatMap((e) => (e.code === "unrecognized_keys" ? e.keys : []))));
  const present = Object.keys(found);
  const partly = alien.filter((set) => present.some((key) => !set.has(key) && alien.some((other) => other.has(key))));
  if (partly.length > 0) return undefined; // a key of one branch only is there: that branch was meant
  return { kind: "no-choice", keys: [...new Set(keys)], found: present };
}

/** A missing key is no second mistake where an unknown key beside it was meant for it. */
function withoutEchoes(all: readonly Finding[]): readonly Finding[] {
  const meant = new Set<string>();
  for (const finding of all) {
    if (finding.kind !== "unknown-key") continue;
    const absent = all.flatMap((other) =>
      other.kind === "missing-key" && samePath(other.path, finding.path.slice(0, -1)) ? [other.key] : [],
    );
    const guess = nearest(finding.key, absent);
    if (guess !== undefined) meant.add(JSON.stringify([...finding.path.slice(0, -1), guess].map(String)));
  }
  return all.filter(
    (finding) => finding.kind !== "missing-key" || !meant.has(JSON.stringify([...finding.path, finding.key].map(String))),
  );
}

function samePath(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((key, i) => key === b[i]);
}

function at(value: unknown, path: Path): unknown {
  let here = value;
  for (const key of path) {
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, key)) return undefined;
    here = Reflect.get(here, key);
  }
  return here;
}
