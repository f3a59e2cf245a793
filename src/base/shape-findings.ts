import type { z } from "zod";
import { nearest } from "./nearest.ts";
import { at, keysOf } from "./own-members.ts";
import { below, toPointer } from "./pointer.ts";
import { unionFindings } from "./shape-unions.ts";
import type { Text } from "./text.ts";

export type Issue = z.core.$ZodIssue;
export type Path = readonly PropertyKey[];

/** A mistake in the shape of a value, in our terms; `shape-words.ts` says it in both languages. */
export type Finding = { readonly path: Path } & (
  | { readonly kind: "missing-key"; readonly key: string; readonly values?: readonly unknown[] }
  | {
      readonly kind: "unknown-key";
      readonly key: string;
      readonly known: readonly string[];
      /** Of the known ones those that are not there yet: what the key may have been meant for. */
      readonly free: readonly string[];
    }
  | { readonly kind: "clashing-key"; readonly key: string; readonly beside: readonly string[] }
  | { readonly kind: "wrong-key"; readonly key: string }
  | { readonly kind: "wrong-type"; readonly expected: readonly string[]; readonly found: unknown }
  | { readonly kind: "unknown-value"; readonly values: readonly unknown[]; readonly found: unknown }
  | {
      readonly kind: "no-choice";
      readonly keys: readonly string[];
      readonly found: readonly string[];
    }
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
): {
  code: "custom";
  message: string;
  path: PropertyKey[];
  input: unknown;
  params: { refusal: Refusal };
} {
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
      const free = known.filter((key) => !keysOf(found).includes(key));
      return issue.keys.map((key) => ({
        kind: "unknown-key",
        key,
        known,
        free,
        path: [...path, key],
      }));
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
      return unionFindings(issue, path, found).flatMap((one) => {
        return "issue" in one ? findings(one.issue, path, found) : [one];
      });
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
export function missing(path: Path): Finding {
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
    issue.exact === true
      ? "exactly"
      : limit.small
        ? inclusive
          ? "least"
          : "above"
        : inclusive
          ? "most"
          : "below";
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

/** A missing key is no second mistake where an unknown key beside it was meant for it. */
function withoutEchoes(all: readonly Finding[]): readonly Finding[] {
  const absent = new Map<string, string[]>(); // by the object that lacks them
  for (const finding of all) {
    if (finding.kind !== "missing-key") continue;
    const object = toPointer(finding.path);
    absent.set(object, [...(absent.get(object) ?? []), finding.key]);
  }
  const meant = new Set<string>();
  for (const finding of all) {
    if (finding.kind !== "unknown-key") continue;
    const object = toPointer(finding.path.slice(0, -1));
    const guess = nearest(finding.key, absent.get(object) ?? []);
    if (guess !== undefined) meant.add(below(object, guess));
  }
  return all.filter((finding) => {
    return (
      finding.kind !== "missing-key" || !meant.has(below(toPointer(finding.path), finding.key))
    );
  });
}
