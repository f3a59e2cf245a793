import { below } from "../base/index.ts";
import type { FactDefinition, NumberFact } from "../facts/index.ts";
import { checkConstant } from "./check-constant.ts";
import { compareFacts } from "./compare-facts.ts";
import type { ConditionContext } from "./condition-context.ts";
import { checkKeys, checkPriority } from "./condition-keys.ts";
import { readFactName } from "./fact-access.ts";
import { didYouMean, quote } from "./findings.ts";
import type { Findings } from "./findings.ts";
import { entry, isList, isObject } from "./json.ts";
import type { JsonObject } from "./json.ts";
import { decorators, operators, readOperator } from "./operators.ts";
import type { OperatorShape } from "./operators.ts";
import type { Leaf } from "./policy.ts";

interface Walk {
  readonly context: ConditionContext;
  readonly findings: Findings;
}

const leafKeys = ["fact", "operator", "value", "path", "params"] as const;

/** Checks one comparison { fact, operator, value }: absent where it cannot be used. */
export function checkLeaf(value: JsonObject, pointer: string, walk: Walk): Leaf | undefined {
  const { findings } = walk;
  const before = findings.errors();
  checkKeys(value, pointer, leafKeys, findings);
  const priority = checkPriority(value, pointer, findings);
  checkIgnored(value, pointer, findings);
  const fact = checkFact(value, pointer, walk);
  const shape = checkOperator(value, pointer, findings);
  if (!Object.hasOwn(value, "value")) missing("value", pointer, findings);
  else if (fact !== undefined && shape !== undefined) checkAgainst({ fact, shape, value: value["value"], pointer, operator: String(value["operator"]) }, walk);
  const after = findings.errors();
  if (fact === undefined || shape === undefined || after > before) return undefined;
  if (refersToUnread(value["value"], walk)) return undefined;
  return { fact: fact.name, operator: String(value["operator"]), value: value["value"], ...kept(value), ...priority.kept };
}

function kept(value: JsonObject): { readonly path?: string; readonly params?: unknown } {
  return {
    ...(typeof value["path"] === "string" ? { path: value["path"] } : {}),
    ...(Object.hasOwn(value, "params") ? { params: value["params"] } : {}),
  };
}

function missing(key: "fact" | "operator" | "value", pointer: string, findings: Findings): void {
  findings.add("malformed-condition", pointer, {
    en: `this comparison has no \`${key}\``,
    zh: `该比较缺少 \`${key}\``,
    hint: { en: "one comparison is { \"fact\", \"operator\", \"value\" }", zh: "一个比较写作 { \"fact\", \"operator\", \"value\" }" },
  });
}

function checkIgnored(value: JsonObject, pointer: string, findings: Findings): void {
  for (const key of ["path", "params"] as const) {
    if (!Object.hasOwn(value, key)) continue;
    findings.add("ignored-key", below(pointer, key), {
      en: `\`${key}\` changes nothing: facts here are single values`,
      zh: `\`${key}\` 不起作用：这里的事实都是单一值`,
      hint: { en: `leave \`${key}\` out`, zh: `请删去 \`${key}\`` },
      part: "key",
    });
  }
}

function checkFact(value: JsonObject, pointer: string, { context, findings }: Walk): FactDefinition | undefined {
  const name = entry(value, "fact");
  if (name === undefined) {
    missing("fact", pointer, findings);
    return undefined;
  }
  if (typeof name !== "string") {
    findings.add("malformed-condition", below(pointer, "fact"), {
      en: `\`fact\` is the name of a fact, not ${quote(name)}`,
      zh: `\`fact\` 应为事实的名称，而非 ${quote(name)}`,
    });
    return undefined;
  }
  if (context.unread?.(name) === true) return undefined;
  return readFactName(name, below(pointer, "fact"), { reader: context.reader, dictionary: context.dictionary, findings });
}

function checkOperator(value: JsonObject, pointer: string, findings: Findings): OperatorShape | undefined {
  const name = entry(value, "operator");
  const at = below(pointer, "operator");
  if (name === undefined) {
    missing("operator", pointer, findings);
    return undefined;
  }
  if (typeof name !== "string") {
    findings.add("unknown-operator", at, { en: `an operator is a word, not ${quote(name)}`, zh: `运算符须为词语，而非 ${quote(name)}` });
    return undefined;
  }
  const read = readOperator(name);
  if (read.kind === "known") return read.shape;
  const symbol = symbols[read.word];
  const isBase = read.kind === "unknown-operator";
  const guess = symbol === undefined ? didYouMean(read.word, isBase ? operators : decorators) : meant(symbol);
  findings.add(read.kind, at, {
    en: `unknown ${isBase ? "operator" : "decorator"} ${quote(read.word)}${guess.en}`,
    zh: `未知的${isBase ? "运算符" : "修饰符"} ${quote(read.word)}${guess.zh}`,
    hint: isBase
      ? { en: `operators are ${operators.join(", ")}`, zh: `运算符有 ${operators.join("、")}` }
      : { en: `decorators are ${decorators.join(", ")}`, zh: `修饰符有 ${decorators.join("、")}` },
  });
  return undefined;
}

/** What people write who come from other languages. */
const symbols: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  "=": "equal", "==": "equal", "===": "equal", "!=": "notEqual", "!==": "notEqual", "<>": "notEqual", eq: "equal", neq: "notEqual",
  "<": "lessThan", "<=": "lessThanInclusive", ">": "greaterThan", ">=": "greaterThanInclusive",
  lt: "lessThan", lte: "lessThanInclusive", gt: "greaterThan", gte: "greaterThanInclusive", atLeast: "greaterThanInclusive", atMost: "lessThanInclusive",
});

function meant(symbol: string) {
  return { en: `; did you mean ${quote(symbol)}?`, zh: `；是否想写 ${quote(symbol)}？` };
}

interface Comparison {
  readonly fact: FactDefinition;
  readonly shape: OperatorShape;
  readonly operator: string;
  readonly value: unknown;
  readonly pointer: string;
}

function checkAgainst(comparison: Comparison, walk: Walk): void {
  const { fact, shape, operator, value, pointer } = comparison;
  if (shape.fact > 0) return doesNotFit(comparison, walk.findings, "it is a single value, and the operator needs a list", "它是单一值，而该运算符需要列表");
  if (shape.ordered && !isNumberFact(fact)) return doesNotFit(comparison, walk.findings, "it has no order", "它没有大小顺序");
  const at = below(pointer, "value");
  if (isObject(value) && Object.hasOwn(value, "fact")) return checkReference(comparison, value, walk);
  if (shape.value > 0) return checkList({ fact, value, pointer: at, depth: shape.value, operator }, walk);
  if (isList(value)) {
    walk.findings.add("wrong-type", at, {
      en: `${quote(operator)} compares ${quote(fact.name)} with one value, not with a list`,
      zh: `${quote(operator)} 只能将 ${quote(fact.name)} 与单个值比较，不能与列表比较`,
      hint: { en: "for one of several values use `in`", zh: "若要匹配多个值之一，请用 `in`" },
    });
    return;
  }
  checkConstant({ fact, value, pointer: at, moments: walk.context.moments }, walk.findings);
}

function isNumberFact(fact: FactDefinition): fact is NumberFact {
  return fact.type === "integer" || fact.type === "decimal";
}

function doesNotFit({ fact, operator, pointer }: Comparison, findings: Findings, why: string, whyZh: string): void {
  const hint = isNumberFact(fact)
    ? { en: "use equal, in or a comparison of order", zh: "请使用 equal、in 或大小比较" }
    : { en: "use equal, notEqual, in or notIn", zh: "请使用 equal、notEqual、in 或 notIn" };
  findings.add("operator-does-not-fit", below(pointer, "operator"), {
    en: `${quote(operator)} cannot be applied to ${quote(fact.name)}: ${why}`,
    zh: `${quote(operator)} 不能用于 ${quote(fact.name)}：${whyZh}`,
    hint,
  });
}

function checkReference(comparison: Comparison, value: JsonObject, walk: Walk): void {
  const { context, findings } = walk;
  const at = below(comparison.pointer, "value");
  checkIgnored(value, at, findings);
  checkKeys(value, at, ["fact", "path", "params"], findings);
  if (comparison.shape.value > 0) {
    findings.add("value-not-list", at, {
      en: `${quote(comparison.operator)} needs a list of values, and no fact is a list`,
      zh: `${quote(comparison.operator)} 需要值的列表，而没有事实是列表`,
      hint: { en: "write the values out: [ … ]", zh: "请直接写出各个值：[ … ]" },
    });
    return;
  }
  const other = checkFact(value, at, walk);
  if (other === undefined) return;
  const constant = context.constants?.get(other.name);
  compareFacts({ fact: comparison.fact, other, pointer: at, ...(constant === undefined ? {} : { constant }) }, findings);
}

interface ListOfValues {
  readonly fact: FactDefinition;
  readonly value: unknown;
  readonly pointer: string;
  readonly depth: number;
  readonly operator: string;
}

function checkList({ fact, value, pointer, depth, operator }: ListOfValues, walk: Walk): void {
  const { findings, context } = walk;
  if (!isList(value)) {
    findings.add("value-not-list", pointer, {
      en: `${quote(operator)} needs a list of values, not ${quote(value)}`,
      zh: `${quote(operator)} 需要值的列表，而非 ${quote(value)}`,
      hint: { en: `write [${JSON.stringify(value) ?? ""}]`, zh: `请写成 [${JSON.stringify(value) ?? ""}]` },
    });
    return;
  }
  if (value.length === 0) {
    findings.add("empty-list", pointer, {
      en: `${quote(operator)} with an empty list is the same for everybody`,
      zh: `${quote(operator)} 配空列表，对所有人结果相同`,
    });
  }
  value.forEach((item, index) => {
    const at = below(pointer, index);
    if (depth > 1) checkList({ fact, value: item, pointer: at, depth: depth - 1, operator }, walk);
    else checkConstant({ fact, value: item, pointer: at, moments: context.moments }, findings);
  });
}

function refersToUnread(value: unknown, { context }: Walk): boolean {
  if (!isObject(value)) return false;
  const name = entry(value, "fact");
  return typeof name === "string" && !context.dictionary.facts.has(name);
}
