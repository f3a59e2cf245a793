import { basename } from "node:path";
import { isObject, type JsonObject, readJson } from "../../base/index.ts";
import { decisionNames } from "../../policy/index.ts";
import type { Source } from "../read-file.ts";

/** Files of a policy as values, by their names. */
export type PolicyDocuments = Readonly<Record<string, JsonObject>>;

/** One edit that turns a part of one policy into that of another. */
export interface PolicyEdit {
  /** `parameters`, `procedures`, `enrolment` … */
  readonly part: string;
  /** What in it: a parameter, a block of procedures, a rule. */
  readonly name: string;
  readonly apply: (documents: PolicyDocuments) => PolicyDocuments;
}

/** Keys that no decision reads. */
const wording = new Set(["$schema", "name", "title", "version", "ignore", "description", "why", "serves", "examples", "tables", "tests"]);

/** The rule files of a policy as values; examples and claims are no part of what it decides. */
export function documentsOf(sources: readonly Source[]): PolicyDocuments {
  const own = sources.filter(({ file }) => file.endsWith(".json") && !/examples|invariants/u.test(basename(file)));
  return Object.fromEntries(
    own.flatMap(({ file, text }): [string, JsonObject][] => {
      const { value } = readJson(text, file);
      if (!isObject(value)) return [];
      const { examples: _examples, tables: _tables, ...rest } = value;
      return [[basename(file), rest]];
    }),
  );
}

/** The values as files again. */
export function sourcesOf(documents: PolicyDocuments): readonly Source[] {
  return Object.entries(documents).map(([file, value]) => ({ file: `bridge/${file}`, text: JSON.stringify(value) }));
}

/**
 * A policy that has what both have names for: parameters, derived facts, named conditions and arrangements that only the
 * other one knows are added. Nobody reads them yet, so it decides as before, and rules of either can be put in.
 */
export function widened(own: PolicyDocuments, other: PolicyDocuments): PolicyDocuments {
  const [policy, theirs] = [own["policy.json"] ?? {}, other["policy.json"] ?? {}];
  const frame = Object.fromEntries(["parameters", "derived", "arrangements"].flatMap((key) => (isObject(policy[key]) || isObject(theirs[key]) ? [[key, union(policy[key], theirs[key])] as const] : [])));
  const wide: Record<string, JsonObject> = { ...own, "policy.json": { ...policy, ...frame } };
  for (const decision of decisionNames) {
    const [file, rival] = [own[`${decision}.json`], other[`${decision}.json`]];
    if (file === undefined || rival === undefined || (!isObject(file["conditions"]) && !isObject(rival["conditions"]))) continue;
    wide[`${decision}.json`] = { ...file, conditions: union(file["conditions"], rival["conditions"]) };
  }
  return wide;
}

const union = (own: unknown, other: unknown): JsonObject => ({ ...(isObject(other) ? other : {}), ...(isObject(own) ? own : {}) });

/** Every edit from one policy to another, in the order of the files; what only one has a name for is no edit by itself. */
export function policyEdits(from: PolicyDocuments, to: PolicyDocuments): readonly PolicyEdit[] {
  const [a, b] = [from["policy.json"] ?? {}, to["policy.json"] ?? {}];
  const parameters = changedKeys(a["parameters"], b["parameters"]).filter((name) => known(a["parameters"], name) && known(b["parameters"], name) && valueOf(a["parameters"], name) !== valueOf(b["parameters"], name));
  return [
    ...parameters.map((name) => setting("parameters", name, ["policy.json", "parameters", name], part(b["parameters"], name))),
    ...["derived", "arrangements"].flatMap((key) => changedKeys(a[key], b[key]).filter((name) => known(a[key], name) && known(b[key], name)).map((name) => setting(key, name, ["policy.json", key, name], part(b[key], name)))),
    ...changedKeys(a["procedures"], b["procedures"]).map((name) => setting("procedures", name, ["policy.json", "procedures", name], part(b["procedures"], name))),
    ...frameKeys(a, b).map((name) => setting("policy", name, ["policy.json", name], b[name])),
    ...decisionNames.flatMap((decision) => decisionEdits(decision, from, to)),
    ...[...new Set([...Object.keys(from), ...Object.keys(to)])].filter((file) => !isRuleFile(file) && !alike(from[file], to[file])).map((file) => wholeFile(file, to[file])),
  ];
}

const isRuleFile = (file: string): boolean => file === "policy.json" || decisionNames.some((decision) => file === `${decision}.json`);

function frameKeys(a: JsonObject, b: JsonObject): readonly string[] {
  return changedKeys(a, b).filter((key) => !wording.has(key) && !["parameters", "derived", "arrangements", "procedures"].includes(key));
}

function decisionEdits(decision: string, from: PolicyDocuments, to: PolicyDocuments): readonly PolicyEdit[] {
  const file = `${decision}.json`;
  const [a, b] = [from[file] ?? {}, to[file] ?? {}];
  const [own, other] = [rulesOf(a), rulesOf(b)];
  const names = [...new Set([...own.keys(), ...other.keys()])];
  const rules = names.filter((name) => !alike(own.get(name), other.get(name))).map((name) => ruleEdit(decision, name, other.get(name)));
  const conditions = changedKeys(a["conditions"], b["conditions"]).filter((name) => known(a["conditions"], name) && known(b["conditions"], name));
  return [
    ...rules,
    ...conditions.map((name) => setting(decision, name, [file, "conditions", name], part(b["conditions"], name))),
    ...changedKeys(a, b).filter((key) => !wording.has(key) && key !== "rules" && key !== "conditions" && key !== "decision").map((key) => setting(decision, key, [file, key], b[key])),
  ];
}

function rulesOf(file: JsonObject): ReadonlyMap<string, unknown> {
  const list: readonly unknown[] = Array.isArray(file["rules"]) ? file["rules"] : [];
  return new Map(list.flatMap((rule): [string, unknown][] => (isObject(rule) && typeof rule["name"] === "string" ? [[rule["name"], rule]] : [])));
}

/** The rule as the other policy has it, in its place or at the end; taken out where that has none. */
function ruleEdit(decision: string, name: string, rule: unknown): PolicyEdit {
  return {
    part: decision,
    name,
    apply: (documents) => {
      const file = documents[`${decision}.json`] ?? {};
      const list: readonly unknown[] = Array.isArray(file["rules"]) ? file["rules"] : [];
      const at = list.findIndex((each) => isObject(each) && each["name"] === name);
      const rules = rule === undefined ? list.filter((_, index) => index !== at) : at < 0 ? [...list, rule] : list.with(at, rule);
      return { ...documents, [`${decision}.json`]: { ...file, rules } };
    },
  };
}

function wholeFile(file: string, value: JsonObject | undefined): PolicyEdit {
  return {
    part: basename(file, ".json"),
    name: basename(file, ".json"),
    apply: (documents) => Object.fromEntries([...Object.entries(documents).filter(([name]) => name !== file), ...(value === undefined ? [] : [[file, value] as const])]),
  };
}

function setting(partName: string, name: string, [file = "", ...path]: readonly string[], value: unknown): PolicyEdit {
  return { part: partName, name, apply: (documents) => ({ ...documents, [file]: asObject(withValue(documents[file] ?? {}, path, value)) }) };
}

function withValue(holder: unknown, [key = "", ...rest]: readonly string[], value: unknown): unknown {
  const object = asObject(holder);
  const next = rest.length === 0 ? value : withValue(object[key], rest, value);
  return Object.fromEntries([...Object.entries(object).filter(([name]) => name !== key || next !== undefined).map(([name, old]) => [name, name === key ? next : old] as const), ...(Object.hasOwn(object, key) || next === undefined ? [] : [[key, next] as const])]);
}

function changedKeys(a: unknown, b: unknown): readonly string[] {
  const [own, other] = [asObject(a), asObject(b)];
  return [...new Set([...Object.keys(own), ...Object.keys(other)])].filter((key) => !alike(own[key], other[key]));
}

const known = (holder: unknown, name: string): boolean => isObject(holder) && Object.hasOwn(holder, name);
const part = (holder: unknown, name: string): unknown => (isObject(holder) ? holder[name] : undefined);
const valueOf = (holder: unknown, name: string): unknown => part(part(holder, name), "value");
const asObject = (value: unknown): JsonObject => (isObject(value) ? value : {});

/** Equal but for wording; the order of keys does not matter. */
function alike(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, at) => alike(item, b[at]));
  if (!isObject(a) || !isObject(b)) return a === b;
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((key) => !wording.has(key) || key === "name");
  return keys.every((key) => alike(a[key], b[key]));
}
