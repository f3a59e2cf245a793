import { decodeFact, type Dictionary, type FactDefinition } from "../facts/index.ts";
import { actKinds, decisionNames, outcomes, type DecisionName, type LawPack, type Policy } from "../policy/index.ts";
import type { CustomerBlock } from "../population/index.ts";
import { counterNames, lifeEvents, postingNames, type History, type HistoryEntry } from "../simulation/index.ts";
import { british } from "./spelling.ts";
import { suggest } from "./suggest.ts";
import { UsageError } from "./world.ts";

/** A condition on customers: on a fact known from the start, or on what happened to them. */
export type Where =
  | { readonly kind: "fact"; readonly definition: FactDefinition; readonly operator: string; readonly value: string }
  | { readonly kind: "life"; readonly matches: (entry: HistoryEntry) => boolean };

/** What conditions may name. */
export interface WhereContext {
  readonly dictionary: Dictionary;
  readonly policy: Policy;
  readonly packs: readonly LawPack[];
}

const pattern = /^\s*([A-Za-z][\w.-]*)\s*(<=|>=|!=|=|<|>)\s*(.*?)\s*$/u;

/**
 * Reads `--where` conditions: `event=chargedOff`, `act=collection`,
 * `posting=guarantee-fee`, `decision=closure:refuse`, `rule=ENR-10`, `law=CN-ENR-001`, `law=any`,
 * or a fact of the population such as `customer.age<20`. Throws a UsageError for what is none of these.
 */
export function readWhere(written: readonly string[], context: WhereContext): readonly Where[] {
  return written.map((text) => {
    const [, key = "", operator = "", value = ""] = pattern.exec(text) ?? [];
    const read = operator === "=" && Object.hasOwn(lives, key) ? lives[key] : undefined;
    return read === undefined ? onFact(text, { name: key, operator, value }, context.dictionary) : { kind: "life", matches: read(value, context) };
  });
}

type Matches = (entry: HistoryEntry) => boolean;

/** Conditions on what happened, by their first word. */
const lives: Readonly<Record<string, (value: string, context: WhereContext) => Matches>> = {
  event: (value) => {
    mustBe(value, [...counterNames, ...lifeEvents], { en: "event", zh: "事件" });
    return ({ kind, name }) => kind === "event" && name === value;
  },
  act: (value) => {
    // The lender's own month is an act that no customer has.
    mustBe(value, actKinds.filter((kind) => kind !== "month-end"), { en: "act", zh: "行为" });
    return ({ kind, name }) => kind === "act" && name === value;
  },
  posting: (value) => {
    mustBe(value, postingNames, { en: "posting", zh: "记账" });
    return ({ kind, name }) => kind === "posting" && name === value;
  },
  decision: (value) => {
    const [said = "", outcome] = value.split(":");
    const decision = british(said);
    mustBe(decision, decisionNames, { en: "decision", zh: "决策" });
    if (outcome !== undefined) mustBe(outcome, outcomesOf(decision), { en: "outcome", zh: "结果", of: decision });
    return ({ kind, name, figures }) =>
      kind === "decision" && name === decision && (outcome === undefined || String(figures["outcome"]).split(" + ").includes(outcome));
  },
  rule: (value, { policy }) => {
    const known = decisionNames.flatMap((decision) => policy.decisions[decision].rules.map(({ name }) => name));
    mustBe(value, known, { en: "rule", zh: "规则", of: policy.name });
    return ({ kind, rules }) => kind === "decision" && rules.includes(value);
  },
  law: (value, { packs }) => {
    if (value === "any") return ({ kind, rules }) => kind === "act" && rules.length > 0;
    mustBe(value, packs.flatMap((pack) => pack.rules.map(({ id }) => id)), { en: "law rule", zh: "法规规则" });
    return ({ kind, rules }) => kind === "act" && rules.includes(value);
  },
};

/** Outcomes that a decision can come to: those of its rules, and those derived from several. */
function outcomesOf(decision: string): readonly string[] {
  const known = decisionNames.find((name): name is DecisionName => name === decision);
  const derived: Readonly<Record<string, readonly string[]>> = { limit: ["grant"], closure: ["plan"] };
  return known === undefined ? [] : [...new Set([...Object.keys(outcomes[known]), ...(derived[known] ?? [])])];
}

function mustBe(name: string, known: readonly string[], what: { readonly en: string; readonly zh: string; readonly of?: string }): void {
  if (known.includes(name)) return;
  const hint = suggest(name, known);
  const { of } = what;
  throw new UsageError({
    en: `--where: ${of ?? "there"} ${of === undefined ? "is" : "has"} no ${what.en} \`${name}\`; ${hint.en}`,
    zh: `--where：${of === undefined ? "" : `${of} `}没有${what.zh} \`${name}\`；${hint.zh}`,
  });
}

interface Comparison {
  readonly name: string;
  readonly operator: string;
  readonly value: string;
}

function onFact(text: string, { name, operator, value }: Comparison, dictionary: Dictionary): Where {
  const definition = dictionary.facts.get(name);
  if (definition === undefined || definition.producedBy !== "population" || operator === "") throw noCondition(text, name, dictionary);
  checkValue(text, definition, { name, operator, value });
  return { kind: "fact", definition, operator, value };
}

function noCondition(text: string, name: string, dictionary: Dictionary): UsageError {
  const known = [...dictionary.facts.values()].filter((fact) => fact.producedBy === "population").map((fact) => fact.name);
  const hint = suggest(name, [...known, ...Object.keys(lives)]);
  const guessed = name !== "" && hint.en.startsWith("did");
  return new UsageError({
    en: `--where \`${text}\` is no condition; ${guessed ? hint.en : "use event=, act=, posting=, decision=, rule=, law=, or a fact of the population such as customer.age<20"}`,
    zh: `--where \`${text}\` 不是有效条件；${guessed ? hint.zh : "可用 event=、act=、posting=、decision=、rule=、law=，或客群的事实，例如 customer.age<20"}`,
  });
}

/** A value that the fact can never have finds nobody, which would read like an answer. */
function checkValue(text: string, definition: FactDefinition, { operator, value }: Comparison): void {
  if (value === "missing" && (operator === "=" || operator === "!=")) return;
  const ordered = operator.startsWith("<") || operator.startsWith(">");
  if (definition.type === "enum" || definition.type === "boolean") {
    const known = definition.type === "enum" ? definition.values : ["true", "false"];
    if (known.includes(value) && !ordered) return;
    const hint = suggest(value, known);
    throw new UsageError({
      en: `--where \`${text}\`: ${ordered ? "only = and != go with" : "there is no such value of"} \`${definition.name}\`; ${hint.en}`,
      zh: `--where \`${text}\`：\`${definition.name}\` ${ordered ? "只能用 = 和 !=" : "没有这个值"}；${hint.zh}`,
    });
  }
  if (value !== "" && Number.isFinite(Number(value))) return;
  throw new UsageError({
    en: `--where \`${text}\`: \`${definition.name}\` is a number (${definition.unit}), and \`${value}\` is none`,
    zh: `--where \`${text}\`：\`${definition.name}\` 是数（${definition.unit}），而 \`${value}\` 不是`,
  });
}

/** Whether a customer of a block meets all conditions on facts. */
export function meetsFacts(where: readonly Where[], block: CustomerBlock, index: number): boolean {
  return where.every((condition) => {
    if (condition.kind !== "fact") return true;
    const code = block.observed.get(condition.definition.name)?.[index] ?? NaN;
    return compare(decodeFact(condition.definition, code), condition.operator, condition.value);
  });
}

/** Whether a life meets all conditions on what happened; each may be met by another entry. */
export function meetsLife(where: readonly Where[], history: History): boolean {
  return where.every((condition) => condition.kind !== "life" || history.entries.some((entry) => entry.month >= 0 && condition.matches(entry)));
}

/** A missing fact meets nothing but `=missing`. */
function compare(have: number | string | boolean | null, operator: string, wanted: string): boolean {
  if (wanted === "missing") return (have === null) === (operator === "=");
  if (have === null) return false;
  if (typeof have !== "number") return (String(have) === wanted) === (operator === "=");
  const number = Number(wanted);
  switch (operator) {
    case "=":
      return have === number;
    case "!=":
      return have !== number;
    case "<":
      return have < number;
    case "<=":
      return have <= number;
    case ">":
      return have > number;
    default:
      return have >= number;
  }
}
