import { basename } from "node:path";
import { isObject, readJson } from "../../base/index.ts";
import type { Policy } from "../../policy/index.ts";
import { sha256, type Bench } from "../bench.ts";
import { reachesElsewhere } from "../overrides.ts";
import type { Source } from "../read-file.ts";
import type { RunTexts } from "../run-texts.ts";
import { lawsSteer } from "../variants/variant.ts";

/** What a cell is of. */
export interface KeyedCell {
  readonly texts: RunTexts;
  readonly bench: Bench;
  readonly policy: string;
  /** Whether acts are put to the law packs. */
  readonly laws: boolean;
  /** SHA-256 of an imported file. */
  readonly csv: string | undefined;
  /** Of the program as it was built. */
  readonly build: string;
}

/** Words of a scenario that change nothing in a cell: what it is called, what is expected of it, and who else runs. */
const beside = new Set(["$schema", "name", "title", "expectations", "challengers", "champion", "assumptions"]);

/**
 * The SHA-256 of everything that feeds a cell, and of nothing else: a policy's examples, another policy, or the scenario's
 * title may change and the cell stays what it was. Where files stand does not count.
 */
export function cellKey({ texts, bench, policy: name, laws, csv, build }: KeyedCell): string {
  const policy = bench.policies.get(name);
  if (policy === undefined) throw new Error(`policy ${name} was not read`);
  const { before } = bench;
  const judged = laws || lawsSteer(policy) || (before !== undefined && lawsSteer(before));
  return sha256(
    JSON.stringify([
      "cell", 1, build, laws, csv ?? null,
      scenarioParts(texts.scenario),
      [texts.dictionary, texts.reasons, texts.profile, texts.environment, texts.assumptions, texts.mapping].map((source) => (source === undefined ? null : sha256(source.text))),
      judged ? texts.laws.map(({ text }) => sha256(text)) : [],
      policyParts(texts, policy),
      before === undefined ? null : [before.name, policyParts(texts, before)],
      texts.overrides.filter((one) => reachesElsewhere(one) && (one.path[0] !== "policies" || ownedBy(one.path, [name, before?.name ?? name]))).map(({ written }) => written),
    ]),
  );
}

/** The scenario as it is run, flags written in, keys in one order. */
function scenarioParts({ text, file }: Source): unknown {
  const { value } = readJson(text, file);
  if (!isObject(value)) throw new Error("the scenario was read before");
  const parts = Object.entries(value).filter(([key]) => !beside.has(key) || (key === "champion" && Object.hasOwn(value, "switch")));
  return ordered(Object.fromEntries(parts));
}

/** The files that decide: examples and claims about a policy are not among them. */
function policyParts({ policies }: RunTexts, { name }: Policy): unknown {
  const files = (policies[name] ?? []).filter(({ file }) => !/(^|[/\\])invariants\.json$|\.examples\.(json|csv)$/u.test(file));
  return files.map(({ file, text }) => [basename(file), sha256(text)]);
}

const ownedBy = ([, ...rest]: readonly string[], names: readonly string[]): boolean => names.some((name) => rest.join(".").startsWith(`${name}.`));

/** Keys of objects in one order, all the way down. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, ordered(part)]));
}
