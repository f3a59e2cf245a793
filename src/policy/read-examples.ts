import { checkShape } from "../base/index.ts";
import type { JsonDocument } from "../base/index.ts";
import type { FactName } from "../facts/index.ts";
import { checkConstant } from "./check-constant.ts";
import type { EventContext } from "./check-event.ts";
import { checkName } from "./check-name.ts";
import { checkParam } from "./check-param.ts";
import { reportDerived } from "./derived-words.ts";
import { readFactName } from "./fact-access.ts";
import { didYouMean, quote, quoteAll } from "./findings.ts";
import { below, entry, isList, isObject } from "./json.ts";
import type { JsonObject } from "./json.ts";
import { outcomeOf, outcomesAt } from "./outcomes.ts";
import { moments } from "./policy.ts";
import type { Constant, Example, Moment } from "./policy.ts";
import { checkMoment } from "./read-otherwise.ts";
import { exampleFrame } from "./rule-shape.ts";

interface Given {
  readonly events: EventContext;
  readonly document: JsonDocument;
  readonly ruleNames: ReadonlySet<string>;
  /** Names of the examples read so far; those of this list are added. */
  readonly names: Set<string>;
}

/** Reads a list of examples; one with a mistake is left out. */
export function readExamples(value: unknown, given: Given): readonly Example[] {
  const { names } = given;
  return (isList(value) ? value : []).flatMap((item, index) => {
    const pointer = below("/examples", index);
    const example = readExample(item, pointer, given);
    const name = isObject(item) ? entry(item, "name") : undefined;
    if (typeof name !== "string") return [];
    if (names.has(name)) {
      given.events.findings.add("duplicate-example", below(pointer, "name"), {
        en: `example ${quote(name)} stands twice`,
        zh: `示例 ${quote(name)} 重复`,
      });
      return [];
    }
    names.add(name);
    return example === undefined ? [] : [example];
  });
}

function readExample(item: unknown, pointer: string, given: Given): Example | undefined {
  const { events, document } = given;
  const { findings } = events;
  const before = findings.errors();
  const frame = checkShape(exampleFrame, document, pointer);
  findings.take(frame.diagnostics);
  if (!isObject(item)) return undefined;
  const name = entry(item, "name");
  if (typeof name === "string") checkName(name, below(pointer, "name"), findings);
  const word = entry(item, "moment");
  const moment = typeof word === "string" ? checkMoment(word, { decision: events.decision, pointer: below(pointer, "moment"), part: "value" }, findings) : undefined;
  const facts = checkFacts(entry(item, "facts"), below(pointer, "facts"), { ...given, moment });
  const expect = entry(item, "expect");
  if (isObject(expect)) checkExpect(expect, below(pointer, "expect"), given);
  const sound = findings.errors() === before;
  if (!sound || frame.value === undefined || moment === undefined || facts === undefined) return undefined;
  return { name: frame.value.name, moment, facts, expect: frame.value.expect, place: () => document.place(below(pointer, "name")) };
}

/** Facts of an example; absent where one of them does not fit or could not be read. */
function checkFacts(value: unknown, pointer: string, given: Given & { readonly moment: Moment | undefined }): Readonly<Record<FactName, Constant | null>> | undefined {
  if (!isObject(value)) return undefined;
  const read = Object.keys(value).map((name) => checkFact(name, value[name], below(pointer, name), given));
  const facts = read.filter((fact) => fact !== undefined);
  return facts.length === read.length ? Object.fromEntries(facts) : undefined;
}

function checkFact(name: FactName, value: unknown, pointer: string, { events, moment }: Given & { readonly moment: Moment | undefined }): [FactName, Constant | null] | undefined {
  const { dictionary, findings, unread, decision } = events;
  if (name.startsWith("param.") || name.startsWith("derived.")) {
    if (!unread(name) && readKnown(name, pointer, events)) computed(name, pointer, events);
    return undefined;
  }
  const fact = readFactName(name, pointer, { reader: "policy", dictionary, findings, part: "key" });
  if (fact === undefined) return undefined;
  if (value === null) {
    if (!fact.nullable) {
      findings.add("never-missing", pointer, {
        en: `${quote(name)} is never missing`,
        zh: `${quote(name)} 不会缺失`,
        hint: { en: "leave it out to take the typical value", zh: "不写该事实即取典型值" },
      });
    }
    return [name, null];
  }
  if (name === "request.moment" && moment !== undefined && value !== moment) {
    computed(name, pointer, events);
    return undefined;
  }
  const before = findings.errors();
  checkConstant({ fact, value, pointer, moments: moments[decision], isExample: true }, findings);
  const fits = findings.errors() === before;
  return fits && isConstant(value) ? [name, value] : undefined;
}

function isConstant(value: unknown): value is Constant {
  return typeof value === "number" || typeof value === "string" || typeof value === "boolean";
}

function readKnown(name: FactName, pointer: string, { dictionary, findings }: EventContext): boolean {
  return readFactName(name, pointer, { reader: "policy", dictionary, findings, part: "key" }) !== undefined;
}

function computed(name: FactName, pointer: string, { findings }: EventContext): void {
  const isMoment = name === "request.moment";
  findings.add("computed-fact", pointer, {
    en: isMoment ? "the example's moment is another" : `${quote(name)} is computed by the policy and cannot be set`,
    zh: isMoment ? "与示例的时点不一致" : `${quote(name)} 由政策计算得出，不能设定`,
    hint: isMoment
      ? { en: "leave it out: `moment` says it already", zh: "请删去：`moment` 已经说明" }
      : { en: "set the facts it is computed from", zh: "请设定其所依据的事实" },
    part: "key",
  });
}

/** What is expected: `type`, its params, `because`, and `undecided` where a missing fact lets `onMissing` speak. */
function checkExpect(expect: JsonObject, pointer: string, given: Given): void {
  const { decision } = given.events;
  const types = decision === "monitoring" ? checkMonitoring(expect, pointer, given) : checkType(entry(expect, "type"), pointer, given);
  if (types !== undefined) checkExpectedParams(expect, types, pointer, given);
  if (Object.hasOwn(expect, "because")) checkBecause(expect["because"], below(pointer, "because"), given);
}

function checkType(type: unknown, pointer: string, { events }: Given): readonly string[] | undefined {
  const { decision, findings } = events;
  const allowed = outcomesAt(decision, "expect");
  if (typeof type === "string" && allowed.includes(type)) return [type];
  const guess = typeof type === "string" ? didYouMean(type, allowed) : { en: "", zh: "" };
  findings.add("unknown-outcome", type === undefined ? pointer : below(pointer, "type"), {
    en: type === undefined ? "what is expected has no `type`" : `${decision} never comes to ${quote(type)}${guess.en}`,
    zh: type === undefined ? "预期结果缺少 `type`" : `${decision} 不会得出 ${quote(type)}${guess.zh}`,
    hint: { en: `it comes to ${quoteAll(allowed)}`, zh: `可得出 ${quoteAll(allowed)}` },
  });
  return undefined;
}

/** Monitoring comes to a set: `"type": ["freeze", "remind"]`, one of them alone, or `"type": "set"` with `events`. */
function checkMonitoring(expect: JsonObject, pointer: string, given: Given): readonly string[] | undefined {
  const type = entry(expect, "type");
  if (isList(type)) return checkEvents(type, below(pointer, "type"), given);
  if (type === "set") return checkEvents(entry(expect, "events"), Object.hasOwn(expect, "events") ? below(pointer, "events") : pointer, given);
  return checkType(type, pointer, given);
}

function checkEvents(value: unknown, pointer: string, { events }: Given): readonly string[] | undefined {
  const { decision, findings } = events;
  const allowed = outcomesAt(decision, "rule");
  if (!isList(value) || value.length === 0) {
    findings.add("unknown-outcome", pointer, {
      en: "what is expected names the events that fire",
      zh: "预期结果须写明触发的各项结果",
      hint: { en: `write "type": [ … ] with ${quoteAll(allowed)}`, zh: `请写 "type": [ … ]，可含 ${quoteAll(allowed)}` },
    });
    return undefined;
  }
  const known = value.filter((type) => typeof type === "string").filter((type) => allowed.includes(type));
  value.forEach((type, index) => {
    if (typeof type === "string" && allowed.includes(type)) return;
    const guess = typeof type === "string" ? didYouMean(type, allowed) : { en: "", zh: "" };
    findings.add("unknown-outcome", below(pointer, index), {
      en: `${decision} has no outcome ${quote(type)}${guess.en}`,
      zh: `${decision} 没有结果 ${quote(type)}${guess.zh}`,
    });
  });
  return known.length === value.length ? known : undefined;
}

function checkExpectedParams(expect: JsonObject, types: readonly string[], pointer: string, { events }: Given): void {
  const { decision, findings } = events;
  const params = new Map(types.flatMap((type) => Object.entries(outcomeOf(decision, type)?.params ?? {})));
  for (const key of Object.keys(expect)) {
    const at = below(pointer, key);
    if (key === "type" || key === "because" || (key === "events" && expect["type"] === "set")) continue;
    if (key === "undecided" && typeof expect[key] === "boolean") continue;
    const spec = params.get(key);
    if (spec !== undefined) checkParam({ spec, name: key, value: expect[key], pointer: at, place: "expect" }, events);
    else if (!reportDerived(key, at, events)) {
      const known = [...params.keys(), "because", "undecided"];
      const guess = didYouMean(key, known);
      findings.add("unknown-param", at, {
        en: `${quoteAll(types)} has no param ${quote(key)}${guess.en}`,
        zh: `${quoteAll(types)} 没有参数 ${quote(key)}${guess.zh}`,
        hint: { en: `known here are ${quoteAll(known)}`, zh: `此处可写 ${quoteAll(known)}` },
        part: "key",
      });
    }
  }
}

function checkBecause(value: unknown, pointer: string, { events, ruleNames }: Given): void {
  if (!isList(value)) {
    events.findings.add("unknown-rule", pointer, { en: `\`because\` is a list of rule names, not ${quote(value)}`, zh: `\`because\` 须为规则名称的列表，而非 ${quote(value)}` });
    return;
  }
  value.forEach((name, index) => {
    if (typeof name === "string" && ruleNames.has(name)) return;
    const guess = typeof name === "string" ? didYouMean(name, ruleNames) : { en: "", zh: "" };
    events.findings.add("unknown-rule", below(pointer, index), {
      en: `unknown rule ${quote(name)}${guess.en}`,
      zh: `未知的规则 ${quote(name)}${guess.zh}`,
      hint: { en: "`because` names rules of the same file", zh: "`because` 只写同一文件中的规则" },
    });
  });
}
