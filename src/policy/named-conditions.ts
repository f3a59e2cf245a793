import { below } from "../base/index.ts";
import type { Diagnostic } from "../base/index.ts";
import type { ConditionContext, Extent, NamedConditions } from "./condition-context.ts";
import { noNamedConditions } from "./condition-context.ts";
import { checkExtent, measureExtent } from "./condition-extent.ts";
import { checkConditions } from "./condition-tree.ts";
import { findCycles } from "./find-cycles.ts";
import { collectFindings, quote } from "./findings.ts";
import type { Findings } from "./findings.ts";
import { isList, isObject } from "./json.ts";
import type { Condition } from "./policy.ts";

/**
 * Checks a file's named conditions (an object of name → condition; absent: none), their references and cycles.
 * Pass the result as `named` to `checkConditions`.
 */
export function checkNamedConditions(
  value: unknown,
  pointer: string,
  context: Omit<ConditionContext, "named">,
): { readonly named: NamedConditions; readonly diagnostics: readonly Diagnostic[] } {
  const findings = collectFindings(context.document);
  if (value === undefined) return { named: noNamedConditions, diagnostics: [] };
  if (!isObject(value)) {
    findings.add("malformed-condition", pointer, {
      en: "`conditions` of a file is an object of named conditions",
      zh: "文件的 `conditions` 须为“名称 → 条件”的对象",
    });
    return { named: noNamedConditions, diagnostics: findings.diagnostics };
  }
  const names = new Set(Object.keys(value));
  const inCycle = reportCycles(value, pointer, findings);
  // While each is read on its own, the others count as one node; extents are measured afterwards.
  const provisional = new Map([...names].map((name) => [name, { depth: 1, nodes: 1 }]));
  const read = new Map<string, Condition>();
  for (const name of names) {
    const at = below(pointer, name);
    const named = { names, conditions: {}, extents: provisional };
    const { condition, diagnostics } = checkConditions(value[name], at, { ...context, named });
    findings.take(diagnostics);
    if (condition !== undefined && !inCycle.has(name)) read.set(name, condition);
  }
  const extents = measureAll(read, pointer, findings);
  const usable = [...read].filter(([name]) => extents.has(name));
  return { named: { names, conditions: Object.fromEntries(usable), extents }, diagnostics: findings.diagnostics };
}

/** The names a raw condition refers to, broken parts skipped. */
function references(value: unknown): readonly string[] {
  if (isList(value)) return value.flatMap(references);
  if (!isObject(value)) return [];
  const own = typeof value["condition"] === "string" ? [value["condition"]] : [];
  return [...own, ...["all", "any", "not"].flatMap((key) => (Object.hasOwn(value, key) ? references(value[key]) : []))];
}

/** One finding for each circle of names; returns every name that stands in one. */
function reportCycles(value: Readonly<Record<string, unknown>>, pointer: string, findings: Findings): ReadonlySet<string> {
  const targets = new Map(Object.keys(value).map((name) => [name, references(value[name])]));
  return findCycles(targets, (chain) => {
    const path = chain.map(quote).join(" → ");
    findings.add("condition-cycle", below(pointer, chain[0] ?? ""), {
      en: `named conditions lead back to themselves: ${path}`,
      zh: `命名条件循环引用：${path}`,
      hint: { en: "let one of them stand on facts alone", zh: "请让其中一个只依据事实" },
      part: "key",
    });
  });
}

/** Extents of all conditions whose references are usable; those too deep or large are reported and left out. */
function measureAll(read: ReadonlyMap<string, Condition>, pointer: string, findings: Findings): ReadonlyMap<string, Extent> {
  const extents = new Map<string, Extent>();
  let waiting = [...read].map(([name, condition]) => ({ name, condition, needs: new Set(references(condition)) }));
  for (let settled = true; settled; ) {
    settled = false;
    const later: typeof waiting = [];
    for (const item of waiting) {
      if (![...item.needs].every((name) => extents.has(name))) {
        later.push(item);
        continue;
      }
      settled = true;
      const extent = measureExtent(item.condition, extents);
      if (checkExtent(extent, below(pointer, item.name), findings)) extents.set(item.name, extent);
    }
    waiting = later;
  }
  return extents;
}
