import { checkShape } from "../base/index.ts";
import { checkEvent } from "./check-event.ts";
import type { EventContext } from "./check-event.ts";
import { checkName } from "./check-name.ts";
import { checkCompilable } from "./compile/check-compilable.ts";
import type { ConditionContext } from "./condition-context.ts";
import { checkPriority } from "./condition-keys.ts";
import { checkConditions } from "./condition-tree.ts";
import { quote } from "./findings.ts";
import { below, entry, isList, isObject } from "./json.ts";
import type { JsonObject } from "./json.ts";
import type { Rule } from "./policy.ts";
import { ruleFrame } from "./rule-shape.ts";

/** Rules a file may have. */
export const mostRules = 10_000;

interface Given {
  readonly conditions: ConditionContext;
  readonly events: EventContext;
}

/** The rules of a file that are sound, and the names and places of all. */
export interface ReadRules {
  readonly rules: readonly Rule[];
  /** Broken rules too, so that examples may name them. */
  readonly names: ReadonlySet<string>;
  readonly pointers: ReadonlyMap<Rule, string>;
}

/** Reads `rules` of a decision file; a rule with a mistake is left out. */
export function readRules(value: unknown, given: Given): ReadRules {
  const { findings } = given.events;
  const list = isList(value) ? value : [];
  if (list.length > mostRules) {
    findings.add("too-many-rules", "/rules", {
      en: `this file has ${list.length} rules; at most 10,000 are read`,
      zh: `该文件有 ${list.length} 条规则，最多读取 10,000 条`,
    });
  }
  const names = new Map<string, string>();
  const pointers = new Map<Rule, string>();
  list.slice(0, mostRules).forEach((item, index) => {
    const pointer = below("/rules", index);
    const rule = readRule(item, pointer, given);
    const unique = checkUnique(item, pointer, names, given);
    if (rule !== undefined && unique) pointers.set(rule, pointer);
  });
  return { rules: [...pointers.keys()], names: new Set(names.keys()), pointers };
}

function readRule(item: unknown, pointer: string, { conditions, events }: Given): Rule | undefined {
  const { findings } = events;
  const frame = checkShape(ruleFrame, conditions.document, pointer);
  findings.take(frame.diagnostics);
  if (!isObject(item)) return undefined;
  const name = entry(item, "name");
  const named = typeof name === "string" && checkName(name, below(pointer, "name"), findings);
  const priority = checkPriority(item, pointer, findings);
  const condition = present(item, "conditions", pointer, events) ? checkAll(item, pointer, conditions, events) : undefined;
  const event = present(item, "event", pointer, events) ? checkEvent(item["event"], below(pointer, "event"), "rule", events) : undefined;
  if (frame.value === undefined || !named || priority.broken || condition === undefined || event === undefined) return undefined;
  const { title, why, serves = [] } = frame.value;
  return {
    name: frame.value.name, title, ...(why === undefined ? {} : { why }), serves,
    priority: priority.kept.priority ?? 1, conditions: condition, event,
  };
}

function present(item: JsonObject, key: "conditions" | "event", pointer: string, { findings }: EventContext): boolean {
  if (Object.hasOwn(item, key)) return true;
  findings.add("missing-key", pointer, { en: `missing key \`${key}\``, zh: `缺少键 \`${key}\`` });
  return false;
}

function checkAll(item: JsonObject, pointer: string, context: ConditionContext, { findings }: EventContext) {
  const { condition, diagnostics } = checkConditions(item["conditions"], below(pointer, "conditions"), context);
  findings.take(diagnostics);
  if (condition === undefined) return undefined;
  const { document, dictionary, named } = context;
  const refused = checkCompilable({ conditions: condition, named: named.conditions, dictionary, document, pointer: below(pointer, "conditions") });
  findings.take(refused);
  return refused.length === 0 ? condition : undefined;
}

function checkUnique(item: unknown, pointer: string, names: Map<string, string>, { conditions, events }: Given): boolean {
  const name = isObject(item) ? entry(item, "name") : undefined;
  if (typeof name !== "string") return false;
  const earlier = names.get(name);
  if (earlier === undefined) {
    names.set(name, pointer);
    return true;
  }
  const { line } = conditions.document.place(below(earlier, "name"));
  events.findings.add("duplicate-rule", below(pointer, "name"), {
    en: `rule ${quote(name)} stands twice`,
    zh: `规则 ${quote(name)} 重复`,
    hint: { en: `the other is on line ${line}; a rule's name is its id`, zh: `另一条在第 ${line} 行；规则名称即其标识` },
  });
  return false;
}
