import type { Text } from "../base/index.ts";
import { displayWidth } from "../base/index.ts";
import type { TextOptions } from "./text/options.ts";
import { padTo } from "./text/pad.ts";
import { penOf, type Pen } from "./text/pen.ts";
import { factValueText } from "./fact-value.ts";
import { whyNotLines, type WhyNot } from "./why-not.ts";
import { figureWords } from "./replay/words.ts";
import { termText } from "./words.ts";

/** A condition as json-rules-engine judged it; a part that it never evaluated has no result. */
export type TraceCondition =
  | { readonly kind: "all" | "any"; readonly parts: readonly TraceCondition[] }
  | { readonly kind: "not"; readonly part: TraceCondition }
  | {
      readonly kind: "leaf";
      readonly fact: string;
      readonly operator: string;
      readonly value: unknown;
      /** The other fact, where the fact is compared with one. */
      readonly valueFact?: string;
      readonly factValue: unknown;
      readonly result: boolean | null;
    };

/** One rule as json-rules-engine judged it. */
export interface TraceRule {
  readonly name: string;
  readonly title?: Text;
  readonly why?: Text;
  readonly priority: number;
  readonly fired: boolean;
  readonly event: { readonly type: string; readonly params: Readonly<Record<string, unknown>> };
  readonly conditions: TraceCondition;
}

/** Why one decision came out as it did. */
export interface ExplainTrace {
  readonly policy: string;
  readonly decision: string;
  readonly moment: string;
  readonly outcome: { readonly type: string; readonly params: Readonly<Record<string, unknown>> };
  /** Rules that decided, in order of priority; empty where `otherwise` or `onMissing` spoke. */
  readonly because: readonly string[];
  /** A missing fact could change the result, so `onMissing` spoke. */
  readonly undecided: boolean;
  /** Facts that the rules read and that are missing. */
  readonly missing: readonly string[];
  /** In order of priority. */
  readonly rules: readonly TraceRule[];
  /** Texts of reason codes that occur in the outcome. */
  readonly reasons?: Readonly<Record<string, Text>>;
  /** What the decision reads, where that is asked for. */
  readonly reads?: readonly FactRead[];
  /** The nearest changes that would have led elsewhere, where that is asked for. */
  readonly whyNot?: WhyNot;
}

/** A fact that a decision reads, its value, and where that comes from. */
export interface FactRead {
  readonly name: string;
  readonly title: Text;
  readonly value: unknown;
  readonly origin: "given" | "typical" | "parameter" | "derived" | "scorecard";
}

const words = {
  decided: { en: "decided by", zh: "决定规则" },
  otherwise: { en: "no rule decided: the file's `otherwise` spoke", zh: "没有规则作出决定：按文件的 `otherwise` 处理" },
  undecided: { en: "a missing fact could change the result: the file's `onMissing` spoke", zh: "缺失的事实可能改变结果：按文件的 `onMissing` 处理" },
  missing: { en: "missing", zh: "缺失" },
  rules: { en: "rules, highest priority first, as json-rules-engine judged them", zh: "规则（按优先级从高到低），由 json-rules-engine 逐条判定" },
  fired: { en: "matched", zh: "命中" },
  silent: { en: "did not match", zh: "未命中" },
  deciding: { en: "matched and decided", zh: "命中并起决定作用" },
  priority: { en: "priority", zh: "优先级" },
  all: { en: "all of", zh: "全部满足" },
  any: { en: "any of", zh: "任一满足" },
  not: { en: "not", zh: "不满足" },
  unevaluated: { en: "not evaluated", zh: "未求值" },
  is: { en: "is", zh: "实际为" },
  event: { en: "outcome", zh: "结果" },
  reads: { en: "what it reads: value, where it comes from", zh: "所读取的事实：取值及其来源" },
} as const;

const origins: Readonly<Record<FactRead["origin"], Text>> = {
  given: { en: "given", zh: "给定" },
  typical: { en: "typical", zh: "典型值" },
  parameter: { en: "parameter", zh: "参数" },
  derived: { en: "derived", zh: "派生" },
  scorecard: { en: "scorecard", zh: "评分卡" },
};

/** One decision, condition by condition: what each fact was, what was asked, and which rules decided. */
export function explain(trace: ExplainTrace, options: TextOptions): string {
  const pen = penOf(options);
  const head = `${pen.own(trace.policy)} / ${termOf(trace.decision, pen)} @ ${termOf(trace.moment, pen)}`;
  const lines = [
    `${pen.look("bold", head)}: ${pen.look("bold", outcomeText(trace.outcome, pen))}`,
    ...reasonLines(trace, pen),
    ...(trace.missing.length === 0 ? [] : pen.paragraph(`${pen.say(words.missing)}: ${trace.missing.map(pen.own).join(", ")}`)),
    ...(trace.whyNot === undefined ? [] : ["", ...whyNotLines(trace.whyNot, pen)]),
    ...readLines(trace.reads ?? [], pen),
    "",
    pen.look("dim", pen.say(words.rules)),
    ...traceRules(trace.rules, trace.because, pen),
  ];
  return `${lines.join("\n")}\n`;
}

function readLines(reads: readonly FactRead[], pen: Pen): readonly string[] {
  if (reads.length === 0) return [];
  const shown = reads.map((read) => ({ ...read, text: pen.own(factValueText(read.name, read.value, pen)) }));
  const [names, values] = [Math.max(...shown.map(({ name }) => displayWidth(name))), Math.min(24, Math.max(...shown.map(({ text }) => displayWidth(text))))];
  return [
    "",
    pen.look("dim", pen.say(words.reads)),
    ...shown.map(({ name, title, text, origin }) => `  ${padTo(pen.own(name), names)}  ${padTo(text, values)}  ${padTo(pen.say(origins[origin]), 9)}  ${pen.look("dim", pen.say(title))}`),
  ];
}

function reasonLines(trace: ExplainTrace, pen: Pen): readonly string[] {
  const why = trace.undecided
    ? pen.say(words.undecided)
    : trace.because.length === 0
      ? pen.say(words.otherwise)
      : `${pen.say(words.decided)}: ${trace.because.map(pen.own).join(", ")}`;
  const reasons = Object.entries(trace.reasons ?? {}).map(([code, text]) => `${pen.own(code)}: ${pen.say(text)}`);
  return [...pen.paragraph(why), ...reasons.flatMap((text) => pen.paragraph(text))];
}

function outcomeText({ type, params }: ExplainTrace["outcome"], pen: Pen): string {
  const list = Object.entries(params).map(([name, value]) => `${paramName(name, pen)} = ${pen.own(factValueText(name, value, pen))}`);
  return list.length === 0 ? termOf(type, pen) : `${termOf(type, pen)} (${list.join(", ")})`;
}

/** In Chinese what a parameter of an outcome is called; in English as files write it. */
const paramName = (name: string, pen: Pen): string => (pen.lang === "zh" && Object.hasOwn(figureWords, name) ? pen.say(figureWords[name] ?? { en: name, zh: name }) : pen.own(name));

/** Rules with every condition and what it came to, as `explain` shows them. */
export function traceRules(rules: readonly TraceRule[], because: readonly string[], pen: Pen): readonly string[] {
  return rules.flatMap((rule) => ruleLines(rule, because, pen));
}

function ruleLines(rule: TraceRule, because: readonly string[], pen: Pen): readonly string[] {
  const decided = because.includes(rule.name);
  const state = decided ? pen.look("green", pen.say(words.deciding)) : rule.fired ? pen.say(words.fired) : pen.look("dim", pen.say(words.silent));
  const title = rule.title === undefined ? "" : ` ${pen.say(rule.title)}`;
  const name = decided ? pen.look("bold", pen.own(rule.name)) : pen.own(rule.name);
  return [
    "",
    `${decided ? ">" : " "} ${name}${title} (${pen.say(words.priority)} ${rule.priority}): ${state}`,
    ...(rule.fired ? [`    ${pen.say(words.event)}: ${outcomeText(rule.event, pen)}`] : []),
    ...conditionLines(rule.conditions, "    ", pen),
  ];
}

function conditionLines(condition: TraceCondition, indent: string, pen: Pen): readonly string[] {
  switch (condition.kind) {
    case "all":
    case "any":
      return [`${indent}${pen.say(words[condition.kind])}`, ...condition.parts.flatMap((part) => conditionLines(part, `${indent}  `, pen))];
    case "not":
      return [`${indent}${pen.say(words.not)}`, ...conditionLines(condition.part, `${indent}  `, pen)];
    case "leaf":
      return [leafLine(condition, indent, pen)];
  }
}

function leafLine(leaf: Extract<TraceCondition, { kind: "leaf" }>, indent: string, pen: Pen): string {
  const mark = leaf.result === null ? "." : leaf.result ? "+" : "-";
  const asked = leaf.valueFact === undefined ? factValueText(leaf.fact, leaf.value, pen) : `${leaf.valueFact} (${factValueText(leaf.fact, leaf.value, pen)})`;
  const claim = `${indent}${mark} ${pen.own(leaf.fact)} ${pen.own(leaf.operator)} ${pen.own(asked)}`;
  const found = leaf.result === null ? pen.say(words.unevaluated) : `${pen.say(words.is)} ${pen.own(factValueText(leaf.fact, leaf.factValue, pen))}`;
  const line = displayWidth(claim) > 62 ? `${claim}  ${found}` : `${padTo(claim, 64)}${found}`;
  if (leaf.result === null) return pen.look("dim", line);
  return leaf.result ? pen.look("green", line) : line;
}

const termOf = (name: string, pen: Pen): string => pen.own(termText(name, pen.lang));
