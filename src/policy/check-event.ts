import { below } from "../base/index.ts";
import type { Dictionary, FactDefinition, FactName } from "../facts/index.ts";
import { looksLikeYuan, warnOfYuan } from "./check-constant.ts";
import { checkParam } from "./check-param.ts";
import { reportDerived } from "./derived-words.ts";
import { didYouMean, quote, quoteAll } from "./findings.ts";
import type { Findings } from "./findings.ts";
import { entry, isObject } from "./json.ts";
import type { JsonObject } from "./json.ts";
import { outcomeOf, outcomes, outcomesAt } from "./outcomes.ts";
import type { OutcomePlace, OutcomeSpec } from "./outcomes.ts";
import { decisionNames } from "./policy.ts";
import type { DecisionName, ParamValue, RuleEvent } from "./policy.ts";

/** What an outcome is checked against. */
export interface EventContext {
  readonly decision: DecisionName;
  readonly dictionary: Dictionary;
  readonly findings: Findings;
  /** Facts declared but broken: their use is not reported again. */
  readonly unread: (name: FactName) => boolean;
  /** Codes that have texts; undefined where the file of reasons could not be read. */
  readonly reasons: ReadonlySet<string> | undefined;
  /** Names of arrangements; undefined where policy.json could not be read. */
  readonly arrangements: ReadonlySet<string> | undefined;
}

/** Checks one outcome { type, params } at a place of a decision file; absent where it cannot be used. */
export function checkEvent(value: unknown, pointer: string, place: OutcomePlace, context: EventContext): RuleEvent | undefined {
  const { findings, decision } = context;
  if (!isObject(value) || typeof entry(value, "type") !== "string") {
    findings.add("unknown-outcome", isObject(value) && Object.hasOwn(value, "type") ? below(pointer, "type") : pointer, {
      en: `an outcome is { "type", "params" } with a type of ${quoteAll(outcomesAt(decision, place))}`,
      zh: `结果写作 { "type", "params" }，类型为 ${quoteAll(outcomesAt(decision, place))}`,
    });
    return undefined;
  }
  const before = findings.errors();
  const type = String(value["type"]);
  for (const key of Object.keys(value)) if (key !== "type" && key !== "params") strangeKey(key, below(pointer, key), context);
  const spec = checkType(type, below(pointer, "type"), place, context);
  if (spec === undefined) return undefined;
  const params = checkParams({ spec, type, value: entry(value, "params"), pointer, place }, context);
  if (findings.errors() > before || params === undefined) return undefined;
  return Object.keys(params).length === 0 ? { type } : { type, params };
}

function strangeKey(key: string, pointer: string, { findings, dictionary }: EventContext): void {
  if (reportDerived(key, pointer, { dictionary, findings })) return;
  const guess = didYouMean(key, ["type", "params"]);
  findings.add("unknown-param", pointer, {
    en: `an outcome has no key ${quote(key)}${guess.en}`,
    zh: `结果中没有键 ${quote(key)}${guess.zh}`,
    hint: { en: "json-rules-engine drops every key but `type` and `params`; details go into `params`", zh: "json-rules-engine 只保留 `type` 与 `params`；细节请写入 `params`" },
    part: "key",
  });
}

function checkType(type: string, pointer: string, place: OutcomePlace, context: EventContext): OutcomeSpec | undefined {
  const { decision, findings } = context;
  const spec = outcomeOf(decision, type);
  const allowed = outcomesAt(decision, place);
  if (spec?.places.includes(place) === true) return spec;
  if (spec !== undefined && spec.places.length === 1 && spec.places[0] === "expect") {
    findings.add("derived-not-declared", pointer, {
      en: `${quote(type)} is what the rules add up to; no rule can declare it`,
      zh: `${quote(type)} 由各规则合成得出，规则不可直接声明`,
      hint: { en: `write ${quoteAll(allowed)}`, zh: `请写 ${quoteAll(allowed)}` },
    });
    return undefined;
  }
  if (spec !== undefined) {
    const hint = place === "rule"
      ? { en: "it is the outcome where no rule matches: write it under `otherwise`", zh: "它是没有规则命中时的结果：请写在 `otherwise` 下" }
      : { en: `here may stand ${quoteAll(allowed)}`, zh: `此处可写 ${quoteAll(allowed)}` };
    findings.add("outcome-out-of-place", pointer, {
      en: `${quote(type)} cannot stand here`,
      zh: `${quote(type)} 不能出现在此处`,
      hint,
    });
    return undefined;
  }
  const guess = didYouMean(type, allowed);
  const home = decisionNames.find((name) => outcomeOf(name, type) !== undefined);
  findings.add("unknown-outcome", pointer, {
    en: `${decision} has no outcome ${quote(type)}${guess.en}`,
    zh: `${decision} 没有结果 ${quote(type)}${guess.zh}`,
    hint:
      home === undefined || guess.en !== ""
        ? { en: `its outcomes are ${quoteAll(allowed)}`, zh: `其结果有 ${quoteAll(allowed)}` }
        : { en: `${quote(type)} is an outcome of ${home}`, zh: `${quote(type)} 是 ${home} 的结果` },
  });
  return undefined;
}

interface Params {
  readonly spec: OutcomeSpec;
  readonly type: string;
  readonly value: unknown;
  readonly pointer: string;
  readonly place: OutcomePlace;
}

function checkParams(at: Params, context: EventContext): Readonly<Record<string, ParamValue>> | undefined {
  const { spec, type, value, place } = at;
  const { findings } = context;
  const pointer = below(at.pointer, "params");
  if (value !== undefined && !isObject(value)) {
    findings.add("wrong-param", pointer, { en: `\`params\` is an object, not ${quote(value)}`, zh: `\`params\` 须为对象，而非 ${quote(value)}` });
    return undefined;
  }
  const given: JsonObject = value ?? {};
  const params: [string, ParamValue][] = [];
  for (const key of Object.keys(given)) {
    const param = Object.hasOwn(spec.params, key) ? spec.params[key] : undefined;
    if (param === undefined) unknownParam(key, { type, spec, pointer }, context);
    else {
      const read = checkParam({ spec: param, value: given[key], pointer: below(pointer, key), name: key, place }, context);
      if (read !== undefined) params.push([key, read]);
      warnOfSmallLimit(read, key, pointer, context);
    }
  }
  const needed = Object.entries(spec.params).filter(([key, param]) => param.optional !== true && !Object.hasOwn(given, key));
  for (const [key, param] of needed) missingParam(key, param.title, { type, pointer: value === undefined ? at.pointer : pointer }, context);
  return params.length === Object.keys(given).length ? Object.fromEntries(params) : undefined;
}

function unknownParam(key: string, at: { readonly type: string; readonly spec: OutcomeSpec; readonly pointer: string }, context: EventContext): void {
  const pointer = below(at.pointer, key);
  if (reportDerived(key, pointer, context)) return;
  const known = Object.keys(at.spec.params);
  const guess = didYouMean(key, known);
  const others = Object.values(outcomes[context.decision]).some((spec) => Object.hasOwn(spec.params, key));
  context.findings.add("unknown-param", pointer, {
    en: `${quote(at.type)} has no param ${quote(key)}${guess.en}`,
    zh: `${quote(at.type)} 没有参数 ${quote(key)}${guess.zh}`,
    hint:
      known.length === 0
        ? { en: `${quote(at.type)} takes no params`, zh: `${quote(at.type)} 不带参数` }
        : { en: `its params are ${quoteAll(known)}${others ? "; that one belongs to another outcome" : ""}`, zh: `其参数有 ${quoteAll(known)}${others ? "；该参数属于另一结果" : ""}` },
    part: "key",
  });
}

function missingParam(key: string, title: { readonly en: string; readonly zh: string }, at: { readonly type: string; readonly pointer: string }, { findings }: EventContext): void {
  findings.add("missing-param", at.pointer, {
    en: `${quote(at.type)} needs \`${key}\``,
    zh: `${quote(at.type)} 需要参数 \`${key}\``,
    hint: { en: `\`${key}\`: ${title.en}`, zh: `\`${key}\`：${title.zh}` },
  });
}

/** A constant limit 25 times or more below the typical limit is probably yuan. */
function warnOfSmallLimit(value: ParamValue | undefined, key: string, pointer: string, { dictionary, findings }: EventContext): void {
  const limit: FactDefinition | undefined = dictionary.facts.get("account.limitFen");
  if (typeof value !== "number" || (key !== "limitFen" && key !== "toFen") || limit?.type !== "integer") return;
  if (looksLikeYuan(limit, value)) warnOfYuan(limit, value, below(pointer, key), findings);
}
