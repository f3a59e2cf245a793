import type { ConditionProperties, RuleProperties, TopLevelCondition } from "json-rules-engine";
import { isObject } from "../base/index.ts";
import type { Condition, RuleFile } from "../policy/index.ts";
import type { TraceCondition, TraceRule } from "../view/index.ts";

/**
 * What json-rules-engine itself says of a rule file on one set of facts; rules in order of priority, then of the file.
 * A missing fact is `undefined` to the package; whether that leaves the decision open is for the compiled form to say.
 */
export async function askReference(file: RuleFile, facts: Readonly<Record<string, unknown>>): Promise<readonly TraceRule[]> {
  // Loaded when it is first asked: most commands that could ask it, lint above all, rarely do.
  const { Engine } = await import("json-rules-engine");
  const engine = new Engine([], { allowUndefinedFacts: true, replaceFactsInEventParams: true });
  for (const [name, condition] of Object.entries(file.conditions)) engine.setCondition(name, topLevel(condition));
  for (const rule of file.rules) engine.addRule(ruleProperties(rule));
  const { results, failureResults } = await engine.run(plain(facts));
  const order = new Map(file.rules.map((rule, index) => [rule.name, index]));
  return [...results, ...failureResults]
    .map((result): TraceRule => {
      const json: unknown = JSON.parse(JSON.stringify(result));
      const written = file.rules[order.get(result.name) ?? -1];
      return {
        name: result.name,
        ...(written === undefined ? {} : { title: written.title }),
        ...(written?.why === undefined ? {} : { why: written.why }),
        priority: result.priority ?? 1,
        fired: result.result === true,
        event: { type: String(result.event?.type), params: { ...result.event?.params } },
        conditions: traced(isObject(json) ? json["conditions"] : undefined),
      };
    })
    .toSorted((a, b) => b.priority - a.priority || (order.get(a.name) ?? 0) - (order.get(b.name) ?? 0));
}

/** The package writes into what it is given: it gets a copy. */
function ruleProperties(rule: RuleFile["rules"][number]): RuleProperties {
  return {
    name: rule.name,
    priority: rule.priority,
    conditions: topLevel(rule.conditions),
    event: structuredClone({ type: rule.event.type, params: { ...rule.event.params } }),
  };
}

function topLevel(condition: Condition): TopLevelCondition {
  // The reader has checked the shape: a root is all, any, not or a named condition.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return structuredClone(condition) as TopLevelCondition & ConditionProperties;
}

function plain(facts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null && value !== undefined));
}

function traced(node: unknown): TraceCondition {
  if (!isObject(node)) throw new Error("json-rules-engine gave a result without conditions");
  for (const kind of ["any", "all"] as const) {
    const parts = node[kind];
    if (Array.isArray(parts)) return { kind, parts: parts.map((part) => traced(part)) };
  }
  if (isObject(node["not"])) return { kind: "not", part: traced(node["not"]) };
  const { value } = node;
  const other = isObject(value) && typeof value["fact"] === "string" ? value["fact"] : undefined;
  return {
    kind: "leaf",
    fact: String(node["fact"]),
    operator: String(node["operator"]),
    value: other === undefined ? value : node["valueResult"],
    ...(other === undefined ? {} : { valueFact: other }),
    factValue: node["factResult"],
    result: typeof node["result"] === "boolean" ? node["result"] : null,
  };
}
