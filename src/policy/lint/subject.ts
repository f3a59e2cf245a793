import { below, type JsonDocument } from "../../base/index.ts";
import type { FactName } from "../../facts/index.ts";
import { entry, isList, isObject } from "../json.ts";
import type { LawPack } from "../law.ts";
import { decisionNames } from "../policy.ts";
import type { Condition, DecisionName, Policy, Rule, RuleFile } from "../policy.ts";
import { conjuncts, type PlacedNode } from "./conjuncts.ts";

/** A rule with its place. */
export interface PlacedRule {
  readonly rule: Rule;
  readonly file: RuleFile;
  readonly document: JsonDocument;
  readonly pointer: string;
  /** What must hold for the rule to match: its conjunction taken apart, named conditions put in. */
  readonly needs: readonly PlacedNode[];
}

/** A named condition with its place. */
export interface PlacedCondition {
  readonly name: string;
  readonly condition: Condition;
  readonly file: RuleFile;
  readonly document: JsonDocument;
  readonly pointer: string;
}

/** One policy as lint sees it: what was read, where it stands, and the laws of the project. */
export interface Subject {
  readonly policy: Policy;
  /** The name of the policy's folder. */
  readonly folder: string;
  readonly laws: readonly LawPack[];
  readonly documents: ReadonlyMap<string, JsonDocument>;
  /** The document of policy.json. */
  readonly home: JsonDocument;
  readonly rules: readonly PlacedRule[];
  readonly named: readonly PlacedCondition[];
  /** Values of the parameters by fact name. */
  readonly constants: ReadonlyMap<FactName, number>;
  /** Every text that stands anywhere but in titles, as written: broken rules count, so that nothing is called unused for their sake. */
  readonly words: ReadonlySet<string>;
}

/** The decision file's document; undefined where it is missing. */
export function documentOf(subject: Subject, decision: DecisionName): JsonDocument | undefined {
  return subject.documents.get(`${decision}.json`);
}

/** Rules of one decision. */
export function rulesOf(subject: Subject, decision: DecisionName): readonly PlacedRule[] {
  return subject.rules.filter(({ file }) => file.decision === decision);
}

/** Puts a policy and its documents together. */
export function subjectOf(input: { readonly policy: Policy; readonly folder: string; readonly laws: readonly LawPack[]; readonly documents: ReadonlyMap<string, JsonDocument> }): Subject | undefined {
  const { policy, documents } = input;
  const home = documents.get("policy.json");
  if (home === undefined) return undefined;
  const files = decisionNames.flatMap((decision) => {
    const document = documents.get(`${decision}.json`);
    return document === undefined ? [] : [{ file: policy.decisions[decision], document }];
  });
  return {
    ...input,
    home,
    rules: files.flatMap(({ file, document }) => placedRules(file, document)),
    named: files.flatMap(({ file, document }) =>
      Object.entries(file.conditions).map(([name, condition]) => ({ name, condition, file, document, pointer: below("/conditions", name) })),
    ),
    constants: new Map(policy.parameters.map(({ name, value }) => [`param.${name}`, value])),
    words: new Set([...documents.values()].flatMap(({ value }) => [...wordsIn(value)])),
  };
}

function placedRules(file: RuleFile, document: JsonDocument): readonly PlacedRule[] {
  const list = isObject(document.value) ? entry(document.value, "rules") : [];
  const places = new Map<unknown, number>();
  (isList(list) ? list : []).forEach((item, index) => {
    const name = isObject(item) ? entry(item, "name") : undefined;
    if (!places.has(name)) places.set(name, index);
  });
  return file.rules.map((rule) => {
    const pointer = below("/rules", places.get(rule.name) ?? 0);
    return { rule, file, document, pointer, needs: conjuncts(rule.conditions, below(pointer, "conditions"), file.conditions) };
  });
}

const prose = new Set(["title", "why", "$comment", "$schema", "name"]);

function* wordsIn(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  else if (isList(value)) for (const item of value) yield* wordsIn(item);
  else if (isObject(value)) for (const key of Object.keys(value)) if (!prose.has(key)) yield* wordsIn(value[key]);
}
