import { below, diagnose, isObject, nearest, readJson } from "../../base/index.ts";
import type { Diagnostic, JsonDocument, JsonObject, Level, Text } from "../../base/index.ts";
import type { Dictionary, FactName } from "../../facts/index.ts";
import { checkConditions, decisionNames, moments, noNamedConditions } from "../../policy/index.ts";
import type { Condition, DecisionName, Moment, Policy } from "../../policy/index.ts";
import { withOutcomes } from "../outcomes/outcome-facts.ts";
import { claimKinds } from "./claim.ts";
import type { Claim, ClaimKind } from "./claim.ts";

/** Claims of one file, and every mistake in it. A claim with a mistake is left out. */
export interface ReadClaims {
  readonly claims: readonly Claim[];
  /** Names as they are written, those of claims with a mistake among them; undefined where the file cannot be read. */
  readonly names: readonly string[] | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads `invariants.json`: `{ "claims": [ … ] }`, checked against what a policy's decisions can say. */
export function readClaims(source: { readonly file: string; readonly text: string }, policy: Policy): ReadClaims {
  const document = readJson(source.text, source.file);
  const reader = makeReader(document, withOutcomes(policy));
  const diagnostics: Diagnostic[] = [...document.diagnostics];
  // What follows from a broken file is no mistake of its own.
  if (document.value === undefined || diagnostics.some(({ code }) => code === "json-syntax")) return { claims: [], names: undefined, diagnostics };
  const list = isObject(document.value) ? document.value["claims"] : undefined;
  if (!isObject(document.value) || !Array.isArray(list)) {
    reader.say("claims-missing", "", { en: "a file of invariants is { \"claims\": [ … ] }", zh: "不变量文件应为 { \"claims\": [ … ] }" });
    return { claims: [], names: undefined, diagnostics: [...diagnostics, ...reader.diagnostics] };
  }
  reader.keys(document.value, "", ["$schema", "claims", "exceptions"]);
  const names = new Set<string>();
  const claims = list.flatMap((value: unknown, index): Claim[] => {
    const pointer = below("/claims", index);
    const claim = readClaim(value, pointer, reader);
    const name = isObject(value) && typeof value["name"] === "string" ? value["name"] : undefined;
    if (name !== undefined && names.has(name)) {
      reader.say("duplicate-claim", below(pointer, "name"), { en: `two claims have the name \`${name}\``, zh: `两条不变量的名称同为 \`${name}\`` });
      return [];
    }
    if (name !== undefined) names.add(name);
    return claim === undefined ? [] : [claim];
  });
  return { claims, names: [...names], diagnostics: [...diagnostics, ...reader.diagnostics] };
}

interface Reader {
  readonly document: JsonDocument;
  readonly dictionary: Dictionary;
  readonly diagnostics: Diagnostic[];
  say(code: string, pointer: string, message: Text, hint?: Text, part?: "key" | "value"): undefined;
  keys(value: JsonObject, pointer: string, known: readonly string[]): void;
  condition(value: unknown, pointer: string): Condition | undefined;
  fact(value: unknown, pointer: string): FactName | undefined;
}

function makeReader(document: JsonDocument, dictionary: Dictionary): Reader {
  const diagnostics: Diagnostic[] = [];
  const say: Reader["say"] = (code, pointer, message, hint, part = "value") => {
    diagnostics.push(diagnose({ code, message, document, pointer, part, ...(hint === undefined ? {} : { hint }) }));
    return undefined;
  };
  return {
    document,
    dictionary,
    diagnostics,
    say,
    keys(value, pointer, known) {
      for (const key of Object.keys(value).filter((each) => !known.includes(each))) {
        const { en, zh } = didYouMean(key, known);
        say("unknown-key", below(pointer, key), { en: `unknown key \`${key}\`${en}`, zh: `未知的键 \`${key}\`${zh}` }, { en: `keys here are ${known.map((each) => `\`${each}\``).join(", ")}`, zh: `此处的键有 ${known.map((each) => `\`${each}\``).join("、")}` }, "key");
      }
    },
    condition(value, pointer) {
      const read = checkConditions(value, pointer, { document, dictionary, reader: "policy", named: noNamedConditions });
      diagnostics.push(...read.diagnostics);
      return read.condition;
    },
    fact(value, pointer) {
      if (typeof value === "string" && dictionary.facts.has(value)) return value;
      const guess = typeof value === "string" ? didYouMean(value, [...dictionary.facts.keys()]) : { en: "", zh: "" };
      const word = typeof value === "string" ? value : JSON.stringify(value);
      const kind = typeof value === "string" && value.startsWith("outcome.") ? { en: "outcome", zh: "结果" } : { en: "fact", zh: "事实" };
      return say("unknown-fact", pointer, { en: `unknown ${kind.en} \`${word}\`${guess.en}`, zh: `未知${kind.zh} \`${word}\`${guess.zh}` });
    },
  };
}

function didYouMean(word: string, candidates: readonly string[]): Text {
  const guess = nearest(word, candidates);
  return guess === undefined ? { en: "", zh: "" } : { en: `; did you mean \`${guess}\`?`, zh: `；是否想写 \`${guess}\`？` };
}

const commonKeys = ["name", "kind", "title", "why", "level", "serves", "at", "when"] as const;
const ownKeys: Readonly<Record<ClaimKind, readonly string[]>> = {
  always: ["then"],
  never: ["then"],
  monotone: ["fact", "outcome", "never", "order"],
  independent: ["of", "outcomes"],
  exhaustive: ["decision"],
  "unchanged-since": ["since", "decisions"],
};

function readClaim(value: unknown, pointer: string, reader: Reader): Claim | undefined {
  if (!isObject(value)) return reader.say("malformed-claim", pointer, { en: "a claim is an object", zh: "不变量须为对象" });
  const before = reader.diagnostics.length;
  const kind = claimKinds.find((each) => each === value["kind"]);
  if (kind === undefined) {
    if (value["kind"] === undefined) return reader.say("unknown-claim-kind", pointer, { en: "the claim has no `kind`", zh: "该不变量没有 `kind`" }, { en: `kinds are ${claimKinds.join(", ")}`, zh: `类型有 ${claimKinds.join("、")}` });
    const word = `\`${typeof value["kind"] === "string" ? value["kind"] : JSON.stringify(value["kind"])}\``;
    const guess = typeof value["kind"] === "string" ? didYouMean(value["kind"], claimKinds) : { en: "", zh: "" };
    return reader.say("unknown-claim-kind", "kind" in value ? below(pointer, "kind") : pointer, { en: `unknown kind of claim ${word}${guess.en}`, zh: `未知的不变量类型 ${word}${guess.zh}` }, { en: `kinds are ${claimKinds.join(", ")}`, zh: `类型有 ${claimKinds.join("、")}` });
  }
  reader.keys(value, pointer, [...commonKeys, ...ownKeys[kind]]);
  const common = readCommon(value, pointer, reader);
  const when = value["when"] === undefined ? undefined : reader.condition(value["when"], below(pointer, "when"));
  const own = readOwn(kind, value, pointer, reader);
  if (common === undefined || own === undefined || reader.diagnostics.length > before) return undefined;
  const decisions = decisionNames.filter((decision) => own.decisions.includes(decision) || decisionsIn(when).includes(decision));
  if (decisions.length === 0) {
    return reader.say("claim-without-outcome", pointer, { en: "the claim speaks of no outcome, so no policy can break or keep it", zh: "该不变量未涉及任何决策结果，任何政策都无从违反或满足" }, { en: "read what is decided: `outcome.enrolment.type`", zh: "请读取决策结果，如 `outcome.enrolment.type`" });
  }
  return { ...common, ...(when === undefined ? {} : { when }), ...own.claim, decisions, place: reader.document.place(pointer) };
}

function readCommon(value: JsonObject, pointer: string, reader: Reader) {
  const { name, title, why, level, serves, at } = value as { readonly [key: string]: unknown };
  if (typeof name !== "string" || name.trim() === "") return reader.say("malformed-claim", pointer, { en: "a claim needs a `name`", zh: "不变量需要 `name`" });
  if (!isText(title)) return reader.say("malformed-claim", "title" in value ? below(pointer, "title") : pointer, { en: "a claim needs a `title` with `en` and `zh`", zh: "不变量需要含 `en` 与 `zh` 的 `title`" });
  const levels: readonly Level[] = ["note", "warning", "error"];
  const known = level === undefined ? "error" : levels.find((each) => each === level);
  if (known === undefined) return reader.say("malformed-claim", below(pointer, "level"), { en: "`level` is `error`, `warning` or `note`", zh: "`level` 须为 `error`、`warning` 或 `note`" });
  const laws = serves === undefined ? [] : serves;
  if (!isTexts(laws)) return reader.say("malformed-claim", below(pointer, "serves"), { en: "`serves` is a list of law rules", zh: "`serves` 须为法规规则的列表" });
  return { name, title, level: known, serves: laws, at: readMoments(at, below(pointer, "at"), reader), ...(isText(why) ? { why } : {}) };
}

function readMoments(value: unknown, pointer: string, reader: Reader): Partial<Record<DecisionName, readonly Moment[]>> {
  const found: Partial<Record<DecisionName, readonly Moment[]>> = {};
  if (value === undefined) return found;
  if (!isObject(value)) {
    reader.say("malformed-claim", pointer, { en: "`at` lists moments by decision: { \"enrolment\": [\"application\"] }", zh: "`at` 按决策列出时点：{ \"enrolment\": [\"application\"] }" });
    return found;
  }
  reader.keys(value, pointer, decisionNames);
  for (const decision of decisionNames) {
    const list = value[decision];
    if (list === undefined) continue;
    const known: readonly Moment[] = moments[decision];
    const named = isTexts(list) ? known.filter((moment) => list.includes(moment)) : [];
    const strange = isTexts(list) ? list.find((word) => !known.some((moment) => moment === word)) : JSON.stringify(list);
    if (strange !== undefined || named.length === 0) {
      const guess = didYouMean(strange ?? "", known);
      reader.say("unknown-moment", below(pointer, decision), { en: `${decision} is never asked for at \`${strange ?? ""}\`${guess.en}`, zh: `${decision} 没有 \`${strange ?? ""}\` 这一时点${guess.zh}` }, { en: `its moments are ${known.join(", ")}`, zh: `其时点有 ${known.join("、")}` });
    }
    found[decision] = named;
  }
  return found;
}

function isText(value: unknown): value is Text {
  return isObject(value) && typeof value["en"] === "string" && typeof value["zh"] === "string";
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}

type Own<C extends Claim = Claim> = C extends Claim ? Omit<C, "name" | "title" | "why" | "level" | "serves" | "at" | "decisions" | "when" | "place"> : never;
interface ReadOwn {
  readonly claim: Own;
  readonly decisions: readonly DecisionName[];
}

function readOwn(kind: ClaimKind, value: JsonObject, pointer: string, reader: Reader): ReadOwn | undefined {
  switch (kind) {
    case "always":
    case "never": {
      if (value["then"] === undefined) return reader.say("malformed-claim", pointer, { en: `\`${kind}\` needs \`then\``, zh: `\`${kind}\` 需要 \`then\`` });
      const that = reader.condition(value["then"], below(pointer, "then"));
      return that === undefined ? undefined : { claim: { kind, that }, decisions: decisionsIn(that) };
    }
    case "monotone":
      return readMonotone(value, pointer, reader);
    case "independent":
      return readIndependent(value, pointer, reader);
    case "exhaustive": {
      const decision = decisionNames.find((name) => name === value["decision"]);
      if (decision === undefined) return reader.say("unknown-decision", "decision" in value ? below(pointer, "decision") : pointer, { en: `\`decision\` is one of ${decisionNames.join(", ")}`, zh: `\`decision\` 须为 ${decisionNames.join("、")} 之一` });
      return { claim: { kind }, decisions: [decision] };
    }
    case "unchanged-since": {
      const { since, decisions = decisionNames } = value;
      if (typeof since !== "string" || since === "") return reader.say("malformed-claim", pointer, { en: "`unchanged-since` needs `since`, the name of a policy", zh: "`unchanged-since` 需要 `since`，即某项政策的名称" });
      const named = isTexts(decisions) ? decisionNames.filter((name) => decisions.includes(name)) : [];
      if (!isTexts(decisions) || named.length < decisions.length) return reader.say("unknown-decision", below(pointer, "decisions"), { en: `\`decisions\` lists some of ${decisionNames.join(", ")}`, zh: `\`decisions\` 列出 ${decisionNames.join("、")} 中的若干项` });
      return { claim: { kind, since }, decisions: named };
    }
  }
}

function readMonotone(value: JsonObject, pointer: string, reader: Reader): ReadOwn | undefined {
  const [fact, outcome] = [reader.fact(value["fact"], below(pointer, "fact")), reader.fact(value["outcome"], below(pointer, "outcome"))];
  const { never, order } = value;
  if (never !== "falls" && never !== "rises") return reader.say("malformed-claim", "never" in value ? below(pointer, "never") : pointer, { en: "`never` is `falls` or `rises`", zh: "`never` 须为 `falls` 或 `rises`" });
  if (fact === undefined || outcome === undefined) return undefined;
  if (decisionOf(outcome) === undefined) return reader.say("malformed-claim", below(pointer, "outcome"), { en: `\`${outcome}\` is no outcome`, zh: `\`${outcome}\` 不是决策结果` });
  if (!isOwnNumber(fact, reader)) return reader.say("malformed-claim", below(pointer, "fact"), { en: `\`${fact}\` is no number of the applicant's that can rise`, zh: `\`${fact}\` 不是申请人可以升高的数值事实` });
  const definition = reader.dictionary.facts.get(outcome);
  const words = definition?.type === "enum" ? definition.values : [];
  if (definition?.type === "enum" && (!isTexts(order) || order.length < 2 || order.some((word) => !words.includes(word)))) {
    return reader.say("malformed-claim", "order" in value ? below(pointer, "order") : pointer, { en: `\`${outcome}\` is a word: \`order\` lists its values, the lowest first`, zh: `\`${outcome}\` 取词语值：请用 \`order\` 从低到高列出` }, { en: `values are ${words.join(", ")}`, zh: `可用值：${words.join("、")}` });
  }
  return { claim: { kind: "monotone", fact, outcome, never, ...(isTexts(order) ? { order } : {}) }, decisions: decisionsOf([outcome]) };
}

function isOwnNumber(fact: FactName, { dictionary }: Reader): boolean {
  const type = dictionary.facts.get(fact)?.type;
  return isOwn(fact) && (type === "integer" || type === "decimal");
}

function isOwn(fact: FactName): boolean {
  return !["param.", "derived.", "outcome.", "law."].some((prefix) => fact.startsWith(prefix)) && fact !== "request.moment";
}

function readIndependent(value: JsonObject, pointer: string, reader: Reader): ReadOwn | undefined {
  const { of, outcomes } = value;
  if (!Array.isArray(of) || of.length === 0) return reader.say("malformed-claim", "of" in value ? below(pointer, "of") : pointer, { en: "`of` lists the facts that alone decide nothing", zh: "`of` 列出单独不影响结果的事实" });
  if (!Array.isArray(outcomes) || outcomes.length === 0) return reader.say("malformed-claim", "outcomes" in value ? below(pointer, "outcomes") : pointer, { en: "`outcomes` lists what must not change: [\"outcome.enrolment.type\"]", zh: "`outcomes` 列出不得变化的结果：[\"outcome.enrolment.type\"]" });
  const facts = of.map((fact: unknown, index) => {
    const name = reader.fact(fact, below(below(pointer, "of"), index));
    if (name === undefined || isOwn(name)) return name;
    return reader.say("malformed-claim", below(below(pointer, "of"), index), { en: `\`${name}\` is no fact of the applicant's own`, zh: `\`${name}\` 不是申请人自身的事实` });
  });
  const said = outcomes.map((outcome: unknown, index) => reader.fact(outcome, below(below(pointer, "outcomes"), index)));
  if (facts.includes(undefined) || said.includes(undefined)) return undefined;
  const names = said.flatMap((name) => name ?? []);
  return { claim: { kind: "independent", of: facts.flatMap((name) => name ?? []), outcomes: names }, decisions: decisionsOf(names) };
}

function decisionOf(fact: FactName): DecisionName | undefined {
  const [subject, decision] = fact.split(".");
  return subject === "outcome" ? decisionNames.find((name) => name === decision) : undefined;
}

function decisionsOf(facts: readonly FactName[]): readonly DecisionName[] {
  const found = new Set(facts.map(decisionOf));
  return decisionNames.filter((name) => found.has(name));
}

/** Decisions whose outcomes a condition reads. */
export function decisionsIn(condition: Condition | undefined): readonly DecisionName[] {
  return decisionsOf(factsIn(condition));
}

/** Facts a condition reads, by name. */
export function factsIn(condition: unknown): readonly FactName[] {
  if (Array.isArray(condition)) return condition.flatMap(factsIn);
  if (!isObject(condition)) return [];
  const own = typeof condition["fact"] === "string" ? [condition["fact"]] : [];
  return [...own, ...["all", "any", "not", "value"].flatMap((key) => factsIn(condition[key]))];
}
