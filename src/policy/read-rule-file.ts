import { checkShape } from "../base/index.ts";
import type { Diagnostic, JsonDocument } from "../base/index.ts";
import type { Dictionary, FactName } from "../facts/index.ts";
import { checkEvent } from "./check-event.ts";
import type { EventContext } from "./check-event.ts";
import { checkEqualPriorities } from "./equal-priority.ts";
import type { ConditionContext } from "./condition-context.ts";
import { collectFindings, quote } from "./findings.ts";
import type { Findings } from "./findings.ts";
import { below, entry, isObject } from "./json.ts";
import type { JsonObject } from "./json.ts";
import { checkNamedConditions } from "./named-conditions.ts";
import { outcomesAt } from "./outcomes.ts";
import { moments } from "./policy.ts";
import type { DecisionName, RuleEvent, RuleFile } from "./policy.ts";
import type { FactorName } from "./procedures.ts";
import { readCombine, readExclusive } from "./read-combine.ts";
import { readAllExamples } from "./examples/read-all-examples.ts";
import { readOtherwise } from "./read-otherwise.ts";
import { readRules } from "./read-rules.ts";
import { ruleFileFrame } from "./rule-shape.ts";

/** What a decision file is checked against. */
export interface RuleFileContext {
  readonly decision: DecisionName;
  readonly dictionary: Dictionary;
  /** Parameters and derived facts declared but broken, or all of them where policy.json could not be read. */
  readonly unread: (name: FactName) => boolean;
  readonly reasons: ReadonlySet<string> | undefined;
  readonly arrangements: ReadonlySet<string> | undefined;
  readonly constants: ReadonlyMap<FactName, number>;
  /** Factors of the closing procedure: asked for where no closure rule names any. */
  readonly factors: readonly FactorName[];
  /** Files of examples that stand beside it. */
  readonly beside: readonly JsonDocument[];
}

/** Reads one decision file; every rule, example and outcome that is sound comes back. */
export function readRuleFile(document: JsonDocument, context: RuleFileContext): { readonly file: RuleFile; readonly diagnostics: readonly Diagnostic[] } {
  const findings = collectFindings(document);
  findings.take(document.diagnostics);
  findings.take(checkShape(ruleFileFrame, document).diagnostics);
  const { value } = document;
  if (!isObject(value)) return { file: emptyRuleFile(context.decision, document.file), diagnostics: findings.diagnostics };
  checkDecision(value, context.decision, findings);
  const events: EventContext = { ...context, findings };
  const shared: Omit<ConditionContext, "named"> = {
    document,
    dictionary: context.dictionary,
    reader: "policy",
    unread: context.unread,
    moments: moments[context.decision],
    constants: context.constants,
  };
  const { named, diagnostics } = checkNamedConditions(entry(value, "conditions"), "/conditions", shared);
  findings.take(diagnostics);
  const rules = readRules(entry(value, "rules"), { conditions: { ...shared, named }, events });
  const otherwise = readOtherwise(value, events, context.factors);
  const onMissing = readOnMissing(value, events);
  const combine = readCombine(entry(value, "combine"), context.decision, findings);
  const exclusive = readExclusive(entry(value, "exclusive"), context.decision, findings);
  const examples = readAllExamples(value, { events, document, ruleNames: rules.names, beside: context.beside });
  const file: RuleFile = {
    decision: context.decision, combine, exclusive, otherwise, onMissing, conditions: named.conditions,
    rules: rules.rules, examples, file: document.file,
  };
  checkEqualPriorities(file, { pointers: rules.pointers, constants: context.constants, findings });
  return { file, diagnostics: findings.diagnostics };
}

/** A decision file in which nothing is decided: what stands in for one that is missing or unreadable. */
export function emptyRuleFile(decision: DecisionName, file: string): RuleFile {
  return {
    decision, combine: {}, exclusive: [], otherwise: {}, onMissing: { type: "no-action" }, conditions: {}, rules: [], examples: [], file,
  };
}

function checkDecision(value: JsonObject, decision: DecisionName, findings: Findings): void {
  const given = entry(value, "decision");
  if (typeof given !== "string" || given === decision || !Object.hasOwn(moments, given)) return;
  findings.add("wrong-decision", "/decision", {
    en: `this file decides ${quote(given)}, and its name says \`${decision}\``,
    zh: `该文件写的是 ${quote(given)}，而文件名所指的是 \`${decision}\``,
    hint: { en: `rename the file or write "decision": "${decision}"`, zh: `请更改文件名，或写 "decision": "${decision}"` },
  });
}

function readOnMissing(value: JsonObject, events: EventContext): RuleEvent {
  const nothing: RuleEvent = { type: "no-action" };
  if (Object.hasOwn(value, "onMissing")) return checkEvent(value["onMissing"], below("", "onMissing"), "onMissing", events) ?? nothing;
  const choices = outcomesAt(events.decision, "onMissing").map(quote);
  events.findings.add("missing-key", "", {
    en: "missing key `onMissing`: what happens where a missing fact could change the result",
    zh: "缺少键 `onMissing`：缺失的事实可能改变结果时如何处理",
    hint: { en: `write one of ${choices.join(", ")}`, zh: `请写 ${choices.join("、")} 之一` },
  });
  return nothing;
}
