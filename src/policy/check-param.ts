import { below } from "../base/index.ts";
import type { EventContext } from "./check-event.ts";
import { sameUnit } from "./compare-facts.ts";
import { readFactName } from "./fact-access.ts";
import { didYouMean, quote, quoteAll } from "./findings.ts";
import { entry, isList, isObject } from "./json.ts";
import type { JsonObject } from "./json.ts";
import type { OutcomePlace, ParamKind, ParamSpec } from "./outcomes.ts";
import type { ParamValue } from "./policy.ts";

/** A param of an outcome as the author wrote it. */
export interface GivenParam {
  readonly spec: ParamSpec;
  readonly name: string;
  readonly value: unknown;
  readonly pointer: string;
  readonly place: OutcomePlace;
}

/** Checks one param against what its outcome lets it hold; absent where it cannot be used. */
export function checkParam(given: GivenParam, context: EventContext): ParamValue | undefined {
  const { spec, value } = given;
  if (isObject(value)) return checkFactParam(given, value, context);
  switch (spec.holds.kind) {
    case "number":
      return typeof value === "number" ? checkNumber(given, spec.holds, value, context) : wrong(given, context, ...numberWords(spec.holds));
    case "boolean":
      return typeof value === "boolean" ? value : wrong(given, context, "true or false", "true 或 false");
    case "texts":
      return checkTexts(given, spec.holds, context);
    case "numbers":
      return checkNumbers(given, spec.holds.numbers, context);
    case "grade":
      if (typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 5) return value;
      return checkWord(given, spec.holds.words, context);
    case "word":
      return checkWord(given, spec.holds.words, context);
    case "text":
    case "reason":
    case "arrangement":
      if (typeof value !== "string" || value.trim() === "") return wrong(given, context, "a text", "文本");
      return checkKnown(given, spec.holds.kind, value, context);
  }
}

function wrong({ name, value, pointer }: GivenParam, { findings }: EventContext, words: string, wordsZh: string): undefined {
  findings.add("wrong-param", pointer, {
    en: `\`${name}\` is ${words}, not ${quote(value)}`,
    zh: `\`${name}\` 应为${/^[\dt]/.test(wordsZh) ? " " : ""}${wordsZh}，而非 ${quote(value)}`,
  });
  return undefined;
}

type NumberKind = Extract<ParamKind, { readonly kind: "number" }>;

function numberWords({ whole, unit, min, max }: NumberKind): [string, string] {
  const kind = whole ? "a whole number" : "a number";
  return [`${kind} of ${unit} from ${min} to ${max}, or { "fact": … }`, `${min} 至 ${max} 的${whole ? "整数" : "数值"}（${unit}），或 { "fact": … }`];
}

function checkNumber(given: GivenParam, holds: NumberKind, value: number, context: EventContext): number | undefined {
  if (!Number.isFinite(value)) return undefined;
  if (holds.whole && !Number.isInteger(value)) return wrong(given, context, ...numberWords(holds));
  if (value >= holds.min && value <= holds.max) return value;
  context.findings.add("param-outside-domain", given.pointer, {
    en: `\`${given.name}\` lies between ${holds.min} and ${holds.max} ${holds.unit}, unlike ${quote(value)}`,
    zh: `\`${given.name}\` 须介于 ${holds.min} 与 ${holds.max}（${holds.unit}），而此处为 ${quote(value)}`,
    hint: { en: given.spec.title.en, zh: given.spec.title.zh },
  });
  return undefined;
}

function checkFactParam(given: GivenParam, value: JsonObject, context: EventContext): ParamValue | undefined {
  const { spec, name, pointer, place } = given;
  const { findings, dictionary } = context;
  const fact = entry(value, "fact");
  if (typeof fact !== "string" || Object.keys(value).length > 1) {
    if (containsFact(value)) return nested(given, context);
    return wrong(given, context, "a value, not an object", "单个值而非对象");
  }
  if (spec.holds.kind !== "number" || place === "expect") {
    return wrong(given, context, "written out; only numbers can be read from a fact", "直接写出的值；只有数值可以取自事实");
  }
  if (context.unread(fact)) return undefined;
  const definition = readFactName(fact, below(pointer, "fact"), { reader: "policy", dictionary, findings });
  if (definition === undefined) return undefined;
  if (definition.type !== "integer" && definition.type !== "decimal") {
    return wrong(given, context, `a number, and ${quote(fact)} is none`, "数值，而该事实不是数值");
  }
  if (!sameUnit(definition.unit, spec.holds.unit)) {
    findings.add("wrong-param", pointer, {
      en: `\`${name}\` is in ${spec.holds.unit}, and ${quote(fact)} in ${definition.unit}`,
      zh: `\`${name}\` 的单位为 ${spec.holds.unit}，而 ${quote(fact)} 的单位为 ${definition.unit}`,
    });
    return undefined;
  }
  if (definition.max < spec.holds.min || definition.min > spec.holds.max) {
    findings.add("param-outside-domain", pointer, {
      en: `\`${name}\` lies between ${spec.holds.min} and ${spec.holds.max}, and ${quote(fact)} between ${definition.min} and ${definition.max}`,
      zh: `\`${name}\` 须介于 ${spec.holds.min} 与 ${spec.holds.max}，而 ${quote(fact)} 介于 ${definition.min} 与 ${definition.max}`,
    });
    return undefined;
  }
  return { fact };
}

function nested({ name, pointer }: GivenParam, { findings }: EventContext): undefined {
  findings.add("nested-fact", pointer, {
    en: `\`${name}\` has a fact inside it, which json-rules-engine never reads: outcomes are flat`,
    zh: `\`${name}\` 内部嵌套了事实，json-rules-engine 不会读取：结果必须是平的`,
    hint: { en: "let the param itself be { \"fact\": … }", zh: "请让参数本身写成 { \"fact\": … }" },
  });
  return undefined;
}

function containsFact(value: unknown): boolean {
  if (isList(value)) return value.some(containsFact);
  return isObject(value) && (Object.hasOwn(value, "fact") || Object.values(value).some(containsFact));
}

function checkTexts(given: GivenParam, holds: Extract<ParamKind, { readonly kind: "texts" }>, context: EventContext): readonly string[] | undefined {
  const { value, pointer } = given;
  if (!isList(value)) return wrong(given, context, "a list", "列表");
  if (containsFact(value)) return nested(given, context);
  if (value.length < holds.least) return wrong(given, context, "a list with one entry at least", "至少含一项的列表");
  const read = value.map((item, index) => checkItem({ ...given, value: item, pointer: below(pointer, index) }, holds.words, context));
  const kept = read.filter((item) => item !== undefined);
  return kept.length === value.length && noRepeats(given, value, context) ? kept : undefined;
}

function checkItem(given: GivenParam, words: readonly string[] | undefined, context: EventContext): string | undefined {
  if (words !== undefined) return checkWord(given, words, context);
  const { value } = given;
  return typeof value === "string" && value.trim() !== "" ? value : wrong(given, context, "a list of texts", "文本列表");
}

function checkNumbers(given: GivenParam, numbers: readonly number[], context: EventContext): readonly number[] | undefined {
  const { value, pointer } = given;
  if (!isList(value)) return wrong(given, context, `a list of ${numbers.join(", ")}`, `由 ${numbers.join("、")} 组成的列表`);
  if (containsFact(value)) return nested(given, context);
  const read = value.filter((item) => typeof item === "number" && numbers.includes(item)).map(Number);
  value.forEach((item, index) => {
    if (typeof item === "number" && numbers.includes(item)) return;
    wrong({ ...given, value: item, pointer: below(pointer, index) }, context, `a list of ${numbers.join(", ")}`, `由 ${numbers.join("、")} 组成的列表`);
  });
  return read.length === value.length && noRepeats(given, value, context) ? read : undefined;
}

function noRepeats(given: GivenParam, value: readonly unknown[], context: EventContext): boolean {
  const repeated = value.findIndex((item, index) => value.indexOf(item) < index);
  if (repeated === -1) return true;
  wrong({ ...given, value: value[repeated], pointer: below(given.pointer, repeated) }, context, "a list without repetition", "无重复项的列表");
  return false;
}

function checkWord(given: GivenParam, words: readonly string[], { findings }: EventContext): string | undefined {
  const { value, name, pointer } = given;
  if (typeof value === "string" && words.includes(value)) return value;
  const guess = typeof value === "string" ? didYouMean(value, words) : { en: "", zh: "" };
  findings.add("wrong-param", pointer, {
    en: `\`${name}\` is one of ${quoteAll(words)}, not ${quote(value)}${guess.en}`,
    zh: `\`${name}\` 须为 ${quoteAll(words)} 之一，而非 ${quote(value)}${guess.zh}`,
  });
  return undefined;
}

function checkKnown({ pointer }: GivenParam, kind: "text" | "reason" | "arrangement", value: string, context: EventContext): string | undefined {
  const { reasons, arrangements, findings } = context;
  if (kind === "reason" && reasons !== undefined && !reasons.has(value)) {
    const guess = didYouMean(value, reasons);
    findings.add("unknown-reason", pointer, {
      en: `unknown reason ${quote(value)}${guess.en}`,
      zh: `未知的原因代码 ${quote(value)}${guess.zh}`,
      hint: { en: "reasons and their texts stand in rules/reasons.json", zh: "原因代码及其文本列在 rules/reasons.json 中" },
    });
    return undefined;
  }
  if (kind === "arrangement" && arrangements !== undefined && !arrangements.has(value)) {
    const guess = didYouMean(value, arrangements);
    findings.add("unknown-arrangement", pointer, {
      en: `unknown arrangement ${quote(value)}${guess.en}`,
      zh: `未知的资金安排 ${quote(value)}${guess.zh}`,
      hint: { en: "arrangements are named in policy.json", zh: "资金安排在 policy.json 中命名" },
    });
    return undefined;
  }
  return value;
}
