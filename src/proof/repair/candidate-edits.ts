import { below } from "../../base/index.ts";
import type { Text } from "../../base/index.ts";
import type { FactName } from "../../facts/index.ts";
import type { Condition, DecisionName, Leaf, Parameter, Policy, RuleEvent } from "../../policy/index.ts";
import { valueText } from "../../policy/index.ts";
import type { Claim } from "../claims/claim.ts";
import { breakingOf, claimLeaves, guardsOf, numbersFor, outcomeNumbers } from "./claim-constants.ts";
import type { FileEdit } from "./file-edit.ts";

/** At most so many edits are tried for one claim. */
const editsMax = 160;

interface Site {
  readonly policy: Policy;
  readonly claim: Claim;
  readonly decision: DecisionName;
  /** The rule, named condition or parameter. */
  readonly about: string;
}

/**
 * Single edits that may repair a broken claim: of the rules that spoke for its counterexamples, the conditions they
 * share, and the parameters they read. Whether one does is for the proof to say.
 */
export function candidateEdits(policy: Policy, claim: Claim, because: readonly string[]): readonly FileEdit[] {
  const edits = claim.decisions.flatMap((decision) => {
    const file = policy.decisions[decision];
    // Where no rule spoke, or a rule that should have gone before did not, any may be the one.
    const rules = [...file.rules.entries()].toSorted(([, a], [, b]) => Number(because.includes(b.name)) - Number(because.includes(a.name)));
    const ofRules = rules.flatMap(([index, rule]): readonly FileEdit[] => {
      const site: Site = { policy, claim, decision, about: rule.name };
      const pointer = below("/rules", index);
      const whole = because.includes(rule.name) ? [...guards(site, rule.conditions, below(pointer, "conditions")), removal(site, pointer)] : [];
      return [...inCondition(site, rule.conditions, below(pointer, "conditions")), ...inEvent(site, rule.event, below(pointer, "event")), ...whole];
    });
    const first = newRule({ policy, claim, decision, about: `${claim.name}-first` });
    const named = Object.entries(file.conditions).flatMap(([name, condition]) => inCondition({ policy, claim, decision, about: name }, condition, below("/conditions", name)));
    return [...(first === undefined ? [] : [first]), ...ofRules, ...named];
  });
  const spoken = new Set(claimLeaves(claim).map(({ fact }) => fact));
  const near = ({ fact, about, file }: FileEdit): number => (fact !== undefined && spoken.has(fact) ? 0 : about.endsWith("-first") || because.includes(about) ? 1 : file === "policy" ? 2 : 3);
  return [...edits, ...inParameters(policy, claim)].toSorted((a, b) => near(a) - near(b)).slice(0, editsMax);
}

function made({ decision, about }: Site, pointer: string, title: Text, value?: unknown): FileEdit {
  return { file: decision, about, pointer, title, ...(value === undefined ? { how: "remove" as const } : { how: "replace" as const, value }) };
}

function said({ policy }: Site, fact: FactName, value: unknown): string {
  const definition = policy.dictionary.facts.get(fact);
  return valueText(value, definition !== undefined && "unit" in definition ? definition.unit : undefined).en;
}

/** Within a condition: thresholds, values of lists, strictness, comparisons and alternatives taken out. */
function inCondition(site: Site, condition: Condition, pointer: string): readonly FileEdit[] {
  if ("condition" in condition) return [];
  if ("not" in condition) return inCondition(site, condition.not, below(pointer, "not"));
  if ("fact" in condition) return inLeaf(site, condition, pointer);
  const key = "all" in condition ? "all" : "any";
  const list = "all" in condition ? condition.all : condition.any;
  return list.flatMap((part, index): readonly FileEdit[] => {
    const at = below(below(pointer, key), index);
    const what = "fact" in part ? `\`${part.fact}\` ${part.operator}` : "condition" in part ? `\`${part.condition}\`` : key === "all" ? `part ${index + 1}` : `alternative ${index + 1}`;
    const without = list.length > 1 ? [{ ...("fact" in part ? { fact: part.fact } : {}), ...made(site, at, { en: `takes out the condition ${what}`, zh: `删去条件 ${what}` }) }] : [];
    return [...inCondition(site, part, at), ...without];
  });
}

const strictness: Readonly<Record<string, string>> = {
  lessThan: "lessThanInclusive",
  lessThanInclusive: "lessThan",
  greaterThan: "greaterThanInclusive",
  greaterThanInclusive: "greaterThan",
};

function inLeaf(site: Site, leaf: Leaf, pointer: string): readonly FileEdit[] {
  return leafEdits(site, leaf, pointer).map((edit) => ({ ...edit, fact: leaf.fact }));
}

function leafEdits(site: Site, { fact, operator, value }: Leaf, pointer: string): readonly FileEdit[] {
  const at = below(pointer, "value");
  if (Array.isArray(value)) {
    return value.length < 2 ? [] : value.map((word: unknown, index) => made(site, below(at, index), { en: `takes \`${said(site, fact, word)}\` out of \`${fact}\``, zh: `从 \`${fact}\` 中去掉 \`${said(site, fact, word)}\`` }));
  }
  const definition = site.policy.dictionary.facts.get(fact);
  if (typeof value === "boolean" && definition?.type === "boolean") return [made(site, at, { en: `\`${fact}\` becomes ${!value}`, zh: `\`${fact}\` 改为 ${!value}` }, !value)];
  if (typeof value === "string" && definition?.type === "enum") return definition.values.flatMap((word) => (word === value ? [] : [made(site, at, { en: `\`${fact}\` \`${value}\` becomes \`${word}\``, zh: `\`${fact}\` 的 \`${value}\` 改为 \`${word}\`` }, word)]));
  if (typeof value !== "number") return [];
  const near = numbersFor(site.claim, fact).flatMap((number) => [number, number - 1, number + 1]);
  const numbers = [...new Set([...near, value - 1, value + 1])].filter((number) => number !== value);
  const strict = strictness[operator];
  return [
    ...numbers.map((number) => made(site, at, { en: `\`${fact}\` ${operator} ${said(site, fact, value)} becomes ${said(site, fact, number)}`, zh: `\`${fact}\` ${operator} ${said(site, fact, value)} 改为 ${said(site, fact, number)}` }, number)),
    ...(strict === undefined ? [] : [made(site, below(pointer, "operator"), { en: `\`${fact}\` ${operator} becomes ${strict}`, zh: `\`${fact}\` 的 ${operator} 改为 ${strict}` }, strict)]),
  ];
}

/** A comparison more for a rule, where its conditions are a list of which all must hold. */
function guards(site: Site, condition: Condition, pointer: string): readonly FileEdit[] {
  if (!("all" in condition)) return [];
  return guardsOf(site.claim).map((leaf): FileEdit => {
    const value = said(site, leaf.fact, leaf.value);
    return { file: site.decision, about: site.about, pointer: below(pointer, "all"), how: "append", value: leaf, fact: leaf.fact, title: { en: `asks for \`${leaf.fact}\` ${leaf.operator} ${value} as well`, zh: `另要求 \`${leaf.fact}\` ${leaf.operator} ${value}` } };
  });
}

/** A rule above all others that says for those about whom the claim breaks what the decision says to those it turns away. */
function newRule({ policy, claim, decision, about }: Site): FileEdit | undefined {
  const file = policy.decisions[decision];
  const conditions = breakingOf(claim);
  const event = turnsAway(policy, decision);
  if (conditions.length === 0 || event === undefined || file.rules.some(({ name }) => name === about)) return undefined;
  const priority = 1 + Math.max(0, ...file.rules.map((rule) => rule.priority));
  const value = { name: about, title: claim.title, serves: claim.serves, priority, conditions: { all: conditions }, event };
  const list = conditions.map(({ fact, operator, value: to }) => `\`${fact}\` ${operator} ${JSON.stringify(to)}`).join(", ");
  return { file: decision, about, pointer: "/rules", how: "append", value, title: { en: `is a new rule above all others: ${list} → ${event.type}`, zh: `为优先级最高的新规则：${list} → ${event.type}` } };
}

/** What the decision says to those it turns away: as some rule of it does, or where none speaks. */
function turnsAway({ decisions }: Policy, decision: DecisionName): RuleEvent | undefined {
  const { rules, otherwise } = decisions[decision];
  const types: Readonly<Partial<Record<DecisionName, readonly string[]>>> = { enrolment: ["decline"], pricing: ["no-offer"], closure: ["refuse"] };
  const isOne = ({ type }: RuleEvent): boolean => types[decision]?.includes(type) === true;
  return rules.map(({ event }) => event).find(isOne) ?? Object.values(otherwise).find(isOne);
}

function removal(site: Site, pointer: string): FileEdit {
  return made(site, pointer, { en: "is taken out", zh: "删去该规则" });
}

function inEvent(site: Site, event: RuleEvent, pointer: string): readonly FileEdit[] {
  return Object.entries(event.params ?? {}).flatMap(([param, value]) => {
    const at = below(below(pointer, "params"), param);
    if (typeof value === "boolean") return [made(site, at, { en: `\`${param}\` becomes ${!value}`, zh: `\`${param}\` 改为 ${!value}` }, !value)];
    if (Array.isArray(value)) return value.length < 2 ? [] : value.map((word, index) => made(site, below(at, index), { en: `takes \`${word}\` out of \`${param}\``, zh: `从 \`${param}\` 中去掉 \`${word}\`` }));
    if (typeof value !== "number") return [];
    return outcomeNumbers(site.claim).flatMap((number) => (number === value ? [] : [made(site, below(below(pointer, "params"), param), { en: `\`${param}\` ${value} becomes ${number}`, zh: `\`${param}\` 由 ${value} 改为 ${number}` }, number)]));
  });
}

/** Parameters: what the claim says of outcomes, and what stands in other parameters of the same unit. */
function inParameters({ parameters }: Policy, claim: Claim): readonly FileEdit[] {
  return parameters.flatMap((parameter) => {
    const { name, value, unit, min, max } = parameter;
    const alike = parameters.flatMap((other: Parameter) => (other.unit === unit ? [other.value] : []));
    const numbers = [...new Set([...outcomeNumbers(claim), ...alike])].filter((number) => number !== value && number >= min && number <= max);
    return numbers.map((number): FileEdit => {
      const [was, becomes] = [valueText(value, unit), valueText(number, unit)];
      return { file: "policy", about: `param.${name}`, pointer: below(below("/parameters", name), "value"), how: "replace", value: number, title: { en: `${was.en} becomes ${becomes.en}`, zh: `${was.zh} 改为 ${becomes.zh}` } };
    });
  });
}
