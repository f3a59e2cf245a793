import { below, checkShape, readJson } from "../base/index.ts";
import type { Diagnostic, JsonDocument } from "../base/index.ts";
import type { Dictionary } from "../facts/index.ts";
import { checkConditions, checkNamedConditions, type NamedConditions } from "./check-conditions.ts";
import { checkName } from "./check-name.ts";
import { collectFindings, quote, type Findings } from "./findings.ts";
import { entry, isList, isObject, type JsonObject } from "./json.ts";
import { lawFinding } from "./law-codes.ts";
import { lawPackFrame, lawRuleShape } from "./law-shape.ts";
import type { LawPack, LawParameter, LawRule } from "./law.ts";
import { brokenParameters, checkParametersRead, readLawParameters } from "./read-law-parameters.ts";

/**
 * Reads a law pack: what could be read, and every mistake. A rule that cannot be used is left out; the pack itself is
 * absent only where the file is no object. Errors among the diagnostics mean that the pack must not be run.
 */
export function readLawPack(
  source: { readonly file: string; readonly text: string },
  dictionary: Dictionary,
): { readonly pack?: LawPack; readonly diagnostics: readonly Diagnostic[] } {
  const document = readJson(source.text, source.file);
  const findings = collectFindings(document);
  findings.diagnostics.push(...document.diagnostics, ...checkShape(lawPackFrame, document).diagnostics);
  const { value } = document;
  if (!isObject(value)) return { diagnostics: findings.diagnostics };
  const name = textOf(value, "name", "unnamed");
  if (typeof entry(value, "name") === "string") checkName(name, "/name", findings);
  checkChinese(value, "", ["title"], findings, document);
  const parameters = readLawParameters(entry(value, "parameters"), { document, dictionary, findings });
  const broken = brokenParameters(entry(value, "parameters"), parameters);
  const { named, diagnostics } = checkNamedConditions(entry(value, "conditions"), "/conditions", { document, dictionary, reader: "law" });
  findings.diagnostics.push(...diagnostics);
  const rules = readRules(entry(value, "rules"), { document, dictionary, findings, named, parameters, broken });
  const title = entry(value, "title");
  const pack: LawPack = {
    name,
    title: { en: isObject(title) ? textOf(title, "en", name) : name, zh: isObject(title) ? textOf(title, "zh", name) : name },
    stateOfLaw: textOf(value, "stateOfLaw", ""),
    parameters,
    rules,
    conditions: named.conditions,
    dictionary,
    file: source.file,
  };
  return { pack, diagnostics: findings.diagnostics };
}

interface RuleContext {
  readonly document: JsonDocument;
  readonly dictionary: Dictionary;
  readonly findings: Findings;
  readonly named: NamedConditions;
  readonly parameters: readonly LawParameter[];
  readonly broken: readonly string[];
}

function readRules(given: unknown, context: RuleContext): readonly LawRule[] {
  const { findings } = context;
  if (!isList(given)) return [];
  const firstAt = new Map<string, number>();
  return given.flatMap((raw, index) => {
    const pointer = below("/rules", index);
    const rule = readRule(raw, pointer, context);
    const name = isObject(raw) ? entry(raw, "name") : undefined;
    if (typeof name !== "string") return rule === undefined ? [] : [rule];
    const first = firstAt.get(name);
    if (first === undefined) {
      firstAt.set(name, index);
      return rule === undefined ? [] : [rule];
    }
    findings.add("duplicate-rule", below(pointer, "name"), {
      en: `rule ${quote(name)} is already rule ${first + 1} of this pack`,
      zh: `规则 ${quote(name)} 已是本法规包的第 ${first + 1} 条规则`,
      hint: { en: "give each rule an id of its own; the first one is used", zh: "请为每条规则设定唯一编号；现以第一条为准" },
    });
    return [];
  });
}

/** One rule; undefined where its shape or conditions keep it from being used. */
function readRule(raw: unknown, pointer: string, context: RuleContext): LawRule | undefined {
  const { document, dictionary, findings, named, parameters, broken } = context;
  const { value, diagnostics } = checkShape(lawRuleShape, document, pointer);
  findings.diagnostics.push(...diagnostics);
  if (!isObject(raw)) return undefined;
  checkChinese(raw, pointer, ["title", "citation", "remedy", "penalty"], findings, document);
  const nameStands = typeof raw["name"] !== "string" || checkName(raw["name"], below(pointer, "name"), findings);
  const checked = Object.hasOwn(raw, "conditions")
    ? checkConditions(raw["conditions"], below(pointer, "conditions"), { document, dictionary, reader: "law", named })
    : { diagnostics: [] };
  findings.diagnostics.push(...checked.diagnostics);
  if (value === undefined || checked.condition === undefined || !nameStands) return undefined;
  const { name, conditions: _conditions, event: _event, priority: _priority, $comment: _comment, ...rest } = value;
  const counts = rest.counts ?? (rest.trigger === "month-end" ? "lender-months" : "persons");
  const rule: LawRule = { id: name, conditions: checked.condition, ...rest, counts };
  if (!datesInOrder(rule, pointer, context) || !countsFit(rule, pointer, context)) return undefined;
  return checkParametersRead(rule, pointer, { document, findings, parameters, broken, conditions: named.conditions }) ? rule : undefined;
}

function datesInOrder({ effectiveFrom, effectiveTo }: LawRule, pointer: string, { document, findings }: RuleContext): boolean {
  if (effectiveFrom === undefined || effectiveTo === undefined || effectiveFrom <= effectiveTo) return true;
  findings.diagnostics.push(
    lawFinding("law-dates-reversed", document, below(pointer, "effectiveTo"), {
      en: `the rule ends on ${quote(effectiveTo)}, before it begins on ${quote(effectiveFrom)}`,
      zh: `规则于 ${quote(effectiveTo)} 失效，早于生效日 ${quote(effectiveFrom)}`,
    }),
  );
  return false;
}

/** The lender's month-end concerns no person and no account; every other act concerns somebody. */
function countsFit({ counts, trigger }: LawRule, pointer: string, { document, findings }: RuleContext): boolean {
  if ((counts === "lender-months") === (trigger === "month-end")) return true;
  findings.diagnostics.push(
    lawFinding("law-counts-mismatch", document, below(pointer, "counts"), {
      en: `acts of kind ${quote(trigger)} cannot be counted in ${quote(counts)}`,
      zh: `${quote(trigger)} 类行为不能按 ${quote(counts)} 计数`,
    }, {
      en: trigger === "month-end" ? 'write "counts": "lender-months"' : 'count "persons" or "accounts"; months of the lender go with `month-end` alone',
      zh: trigger === "month-end" ? '请写 "counts": "lender-months"' : '请按 "persons" 或 "accounts" 计数；只有 `month-end` 才按贷款方月数计数',
    }),
  );
  return false;
}

/** Chinese readers get Chinese: a text copied from the English is a finding. */
function checkChinese(object: JsonObject, pointer: string, keys: readonly string[], findings: Findings, document: JsonDocument): void {
  for (const key of keys) {
    const text = entry(object, key);
    const chinese = isObject(text) ? entry(text, "zh") : undefined;
    if (typeof chinese !== "string" || chinese.trim() === "" || /\p{Script=Han}/u.test(chinese)) continue;
    findings.diagnostics.push(
      lawFinding("not-chinese", document, below(pointer, key, "zh"), {
        en: `the Chinese text ${quote(chinese)} has no Chinese character`,
        zh: `中文文本 ${quote(chinese)} 中没有汉字`,
      }),
    );
  }
}

function textOf(object: JsonObject, key: string, otherwise: string): string {
  const given = entry(object, key);
  return typeof given === "string" && given.trim() !== "" ? given : otherwise;
}
