import { checkShape, diagnose, nearest, readJson, type Diagnostic, type JsonDocument } from "../base/index.ts";
import { checkFactValue, type FactDefinition } from "../facts/index.ts";
import type { Constant, Policy } from "../policy/index.ts";
import { z } from "zod";
import { setParameter } from "./apply-overrides.ts";
import type { Source } from "./read-file.ts";
import type { Override } from "./overrides.ts";

/** Facts by name; null is a missing fact. */
export type GivenFacts = Readonly<Record<string, Constant | null>>;

/** Facts given by a user. A parameter among them (`param.minScore`) is no fact of a customer: it changes the policy. */
export interface ReadFacts {
  readonly policy: Policy;
  readonly facts: GivenFacts;
  readonly diagnostics: readonly Diagnostic[];
}

const factsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** Reads a file of facts (`{ "customer.age": 17 }`); every unknown name and unfitting value is reported. */
export function readFacts(source: Source, policy: Policy): ReadFacts {
  const document = readJson(source.text, source.file);
  if (document.value === undefined) return { policy, facts: {}, diagnostics: document.diagnostics };
  const { value, diagnostics } = checkShape(factsSchema, document);
  const taken = take(policy, Object.entries(value ?? {}), document);
  return { ...taken, diagnostics: [...document.diagnostics, ...diagnostics, ...taken.diagnostics] };
}

/** Facts given by `--set fact=value`. */
export function factsOf(overrides: readonly Override[], policy: Policy): ReadFacts {
  return take(policy, overrides.map(({ path, value }) => [path.join("."), asConstant(value)] as const));
}

function take(policy: Policy, entries: readonly (readonly [string, Constant | null])[], document?: JsonDocument): ReadFacts {
  const found: Diagnostic[] = [];
  const facts: Record<string, Constant | null> = {};
  let changed = policy;
  for (const [name, value] of entries) {
    const wrong = checkFact(policy, name, value, document);
    found.push(...wrong);
    if (wrong.length > 0) continue;
    if (!name.startsWith("param.")) {
      facts[name] = value;
      continue;
    }
    const set = setParameter(changed, { name: name.slice("param.".length), value, written: `--set ${name}=${String(value)}` });
    changed = set.policy;
    found.push(...set.diagnostics);
  }
  return { policy: changed, facts, diagnostics: found };
}

function asConstant(value: unknown): Constant | null {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return value === null ? null : JSON.stringify(value);
}

function checkFact(policy: Policy, name: string, value: Constant | null, document?: JsonDocument): Diagnostic[] {
  const definition = policy.dictionary.facts.get(name);
  const pointer = `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
  if (definition === undefined) return [unknownFact(policy, name, pointer, document)];
  if (name.startsWith("derived.")) return [derivedGiven(name, pointer, document)];
  if (name === "request.moment") return [momentGiven(pointer, document)];
  if (value === null) return definition.nullable ? [] : [notNullable(definition, pointer, document)];
  const why = checkFactValue(definition, value);
  return why === undefined ? [] : [diagnose({ code: "fact-value", message: why, document, pointer })];
}

function unknownFact(policy: Policy, name: string, pointer: string, document: JsonDocument | undefined): Diagnostic {
  const guess = nearest(name, [...policy.dictionary.facts.keys()]);
  return diagnose({
    code: "unknown-fact",
    document,
    pointer,
    part: "key",
    message: { en: `unknown fact \`${name}\``, zh: `未知的事实 \`${name}\`` },
    hint: guess === undefined ? undefined : { en: `did you mean \`${guess}\`?`, zh: `是否指 \`${guess}\`？` },
  });
}

function derivedGiven(name: string, pointer: string, document: JsonDocument | undefined): Diagnostic {
  return diagnose({
    code: "derived-not-declared",
    document,
    pointer,
    part: "key",
    message: { en: `\`${name}\` is derived and cannot be given`, zh: `\`${name}\` 是派生事实，不能直接给出` },
    hint: { en: "give the facts it is derived from", zh: "请给出它所依据的事实" },
  });
}

function momentGiven(pointer: string, document: JsonDocument | undefined): Diagnostic {
  return diagnose({
    code: "fact-value",
    document,
    pointer,
    part: "key",
    message: { en: "`request.moment` is the moment of the decision", zh: "`request.moment` 即决策时点" },
    hint: { en: "say it with --moment", zh: "请用 --moment 指定" },
  });
}

function notNullable(definition: FactDefinition, pointer: string, document: JsonDocument | undefined): Diagnostic {
  return diagnose({
    code: "fact-value",
    document,
    pointer,
    message: { en: `\`${definition.name}\` is never missing`, zh: `\`${definition.name}\` 不会缺失` },
  });
}
