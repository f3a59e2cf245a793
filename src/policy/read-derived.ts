import { below, checkShape } from "../base/index.ts";
import type { JsonDocument, Text } from "../base/index.ts";
import { extendDictionary } from "../facts/index.ts";
import type { ConsentSource, Dictionary, FactDefinition, FactName, NumberFact } from "../facts/index.ts";
import { checkName } from "./check-name.ts";
import { operandsOf } from "./compile/derive.ts";
import { sameUnit } from "./compare-facts.ts";
import { canBeZero, derivedRange, rangeOf } from "./derived-domain.ts";
import { derivationShapes } from "./derivation-shape.ts";
import { readFactName } from "./fact-access.ts";
import { findCycles } from "./find-cycles.ts";
import { didYouMean, quote, quoteAll } from "./findings.ts";
import type { Findings } from "./findings.ts";
import { isObject } from "./json.ts";
import type { JsonObject } from "./json.ts";
import type { Derivation, DerivedFact } from "./policy.ts";
import { textShape } from "./text-shape.ts";

interface Given {
  readonly dictionary: Dictionary;
  readonly document: JsonDocument;
  readonly findings: Findings;
  /** Parameters declared but broken. */
  readonly unread: (name: FactName) => boolean;
}

/**
 * Reads `derived` of policy.json in the order in which it can be computed, and adds each to the dictionary.
 * One that is broken, stands in a circle or rests on a broken one is left out.
 */
export function readDerived(value: unknown, given: Given): { readonly derived: readonly DerivedFact[]; readonly dictionary: Dictionary } {
  const sources = new Map<FactName, Source>();
  for (const key of isObject(value) ? Object.keys(value) : []) {
    const pointer = below("/derived", key);
    if (!checkName(key, pointer, given.findings, { part: "key", identifier: true })) continue;
    sources.set(`derived.${key}`, { key, pointer, ...readFormula(isObject(value) ? value[key] : undefined, pointer, given) });
  }
  const circles = reportCycles(sources, given.findings);
  const derived: DerivedFact[] = [];
  let dictionary = given.dictionary;
  let waiting = [...sources].filter(([name]) => !circles.has(name));
  for (let settled = true; settled; ) {
    settled = false;
    const later: typeof waiting = [];
    for (const [name, source] of waiting) {
      const needs = factsIn(source.derivation).filter((operand) => sources.has(operand));
      if (!needs.every((operand) => dictionary.facts.has(operand))) {
        later.push([name, source]);
        continue;
      }
      settled = true;
      const fact = define(name, source, { ...given, dictionary, derivedNames: sources });
      if (fact === undefined) continue;
      derived.push({ name, title: fact.title, derivation: fact.derivation });
      dictionary = extendDictionary(dictionary, [fact.definition]);
    }
    waiting = later;
  }
  // What rests on a broken one is still looked at, for mistakes of its own.
  for (const [name, source] of waiting) define(name, source, { ...given, dictionary, derivedNames: sources });
  return { derived, dictionary };
}

interface Source {
  readonly key: string;
  readonly pointer: string;
  readonly derivation: Derivation | undefined;
  readonly title: Text | undefined;
}

type Form = keyof typeof derivationShapes;
const forms: readonly string[] = Object.keys(derivationShapes);

function isForm(key: string): key is Form {
  return forms.includes(key);
}

/** A formula of the right shape: one form, with its title aside. */
function readFormula(value: unknown, pointer: string, given: Given): { readonly derivation: Derivation | undefined; readonly title: Text | undefined } {
  const { document, findings } = given;
  if (!isObject(value)) {
    findings.add("malformed-derivation", pointer, {
      en: `a derived fact is an object such as { "times": ["customer.incomeMonthlyFen", 3] }, not ${quote(value)}`,
      zh: `派生事实须为对象，如 { "times": ["customer.incomeMonthlyFen", 3] }，而非 ${quote(value)}`,
    });
    return { derivation: undefined, title: undefined };
  }
  const titled = Object.hasOwn(value, "title") ? checkShape(textShape, document, below(pointer, "title")) : { diagnostics: [] };
  findings.take(titled.diagnostics);
  const title = "value" in titled ? titled.value : undefined;
  const present = Object.keys(value).filter(isForm);
  const [form] = present;
  if (form === undefined || present.length > 1) {
    noForm(value, pointer, present, findings);
    return { derivation: undefined, title };
  }
  const rest = { ...value };
  delete rest["title"];
  const { value: derivation, diagnostics } = checkShape<Derivation>(derivationShapes[form], without(document, pointer, rest), pointer);
  findings.take(diagnostics);
  return { derivation, title };
}

/** The document with the object at a pointer below `/derived` replaced, places unchanged. */
function without(document: JsonDocument, pointer: string, value: JsonObject): JsonDocument {
  const key = pointer.slice("/derived/".length);
  return { ...document, value: { derived: { [key]: value } } };
}

function noForm(value: JsonObject, pointer: string, present: readonly string[], findings: Findings): void {
  if (present.length > 1) {
    findings.add("malformed-derivation", pointer, {
      en: `one derived fact has ${quoteAll(present)} together`,
      zh: `同一派生事实同时含 ${quoteAll(present)}`,
      hint: { en: "give each a name and combine them", zh: "请分别命名，再加以组合" },
    });
    return;
  }
  const strange = Object.keys(value).find((key) => key !== "title" && key !== "roundDownTo");
  const guess = strange === undefined ? { en: "", zh: "" } : didYouMean(strange, forms);
  const at = strange === undefined ? pointer : below(pointer, strange);
  findings.add("malformed-derivation", at, {
    en: `a derived fact has one of ${quoteAll(forms)}${strange === undefined ? "" : `, not ${quote(strange)}`}${guess.en}`,
    zh: `派生事实须含 ${quoteAll(forms)} 之一${strange === undefined ? "" : `，而非 ${quote(strange)}`}${guess.zh}`,
    part: strange === undefined ? "value" : "key",
  });
}

function factsIn(derivation: Derivation | undefined): readonly FactName[] {
  if (derivation === undefined) return [];
  return operandsOf(derivation).filter((operand) => typeof operand === "string");
}

function reportCycles(sources: ReadonlyMap<FactName, Source>, findings: Findings): ReadonlySet<FactName> {
  const targets = new Map([...sources].map(([name, { derivation }]) => [name, factsIn(derivation)]));
  return findCycles(targets, (chain) => {
    const path = chain.map(quote).join(" → ");
    findings.add("derived-cycle", sources.get(chain[0] ?? "")?.pointer ?? "", {
      en: `derived facts lead back to themselves: ${path}`,
      zh: `派生事实循环引用：${path}`,
      part: "key",
    });
  });
}

interface Defining extends Given {
  readonly derivedNames: ReadonlyMap<FactName, unknown>;
}

function define(
  name: FactName,
  { key, pointer, derivation, title: given }: Source,
  context: Defining,
): { readonly definition: NumberFact; readonly derivation: Derivation; readonly title: Text } | undefined {
  if (derivation === undefined) return undefined;
  const facts = checkOperands(derivation, pointer, context);
  const steps = checkSteps(derivation, pointer, context.findings);
  if (facts === undefined || !steps) return undefined;
  checkUnits(derivation, facts, pointer, context.findings);
  checkDivisor(derivation, pointer, context);
  const title = given ?? { en: key, zh: key };
  const { whole, typical, ...range } = derivedRange(derivation, context.dictionary);
  const definition: NumberFact = {
    name,
    title,
    description: title,
    type: whole ? "integer" : "decimal",
    decimals: whole ? 0 : 9,
    ...range,
    typical,
    unit: unitOf(key, derivation, facts),
    producedBy: "policy",
    ...classOf(facts),
  };
  return { definition, derivation, title };
}

function checkOperands(derivation: Derivation, pointer: string, context: Defining): readonly FactDefinition[] | undefined {
  const { findings, dictionary, unread, derivedNames } = context;
  const isBand = "band" in derivation;
  const form = isBand ? "band" : (Object.keys(derivation).find(isForm) ?? "");
  const facts: FactDefinition[] = [];
  let broken = false;
  operandsOf(derivation).forEach((operand, index) => {
    if (typeof operand === "number") return;
    const at = isBand ? below(pointer, form) : below(pointer, form, index);
    if (unread(operand) || (derivedNames.has(operand) && !dictionary.facts.has(operand))) {
      broken = true;
      return;
    }
    const fact = readFactName(operand, at, { reader: "policy", dictionary, findings });
    if (fact === undefined) broken = true;
    else if (fact.type !== "integer" && fact.type !== "decimal") {
      broken = true;
      findings.add("derivation-needs-numbers", at, {
        en: `${quote(operand)} is not a number, so nothing can be computed from it`,
        zh: `${quote(operand)} 不是数值，无法用于计算`,
      });
    } else facts.push(fact);
  });
  return broken ? undefined : facts;
}

function checkSteps(derivation: Derivation, pointer: string, findings: Findings): boolean {
  if (!("band" in derivation)) return true;
  const { steps } = derivation;
  const wrong = steps.findIndex((step, index) => index > 0 && step.from <= (steps[index - 1]?.from ?? Number.NEGATIVE_INFINITY));
  if (wrong === -1) return true;
  findings.add("steps-not-ascending", below(pointer, "steps", wrong, "from"), {
    en: `the step from ${steps[wrong]?.from} does not rise above the one before it`,
    zh: `起点 ${steps[wrong]?.from} 未高于前一档`,
    hint: { en: "order the steps by `from`, each once", zh: "请按 `from` 升序排列，且不重复" },
  });
  return false;
}

function isSum(derivation: Derivation): boolean {
  return ["plus", "minus", "min", "max"].some((form) => Object.hasOwn(derivation, form));
}

function checkUnits(derivation: Derivation, facts: readonly FactDefinition[], pointer: string, findings: Findings): void {
  const units = facts.flatMap((fact) => ("unit" in fact ? [fact.unit] : []));
  const other = units.find((unit) => !sameUnit(unit, units[0] ?? unit));
  if (!isSum(derivation) || other === undefined) return;
  findings.add("derived-mixes-units", pointer, {
    en: `this derived fact mixes ${quote(units[0])} and ${quote(other)}`,
    zh: `该派生事实混用了 ${quote(units[0])} 与 ${quote(other)}`,
    hint: { en: "bring both to one unit first, with `times` or `dividedBy`", zh: "请先用 `times` 或 `dividedBy` 换算成同一单位" },
  });
}

function checkDivisor(derivation: Derivation, pointer: string, { dictionary, findings }: Defining): void {
  if (!("dividedBy" in derivation)) return;
  const divisor = derivation.dividedBy[1];
  if (!canBeZero(rangeOf(divisor, dictionary))) return;
  findings.add("divides-by-zero", below(pointer, "dividedBy", 1), {
    en: `${quote(divisor)} can be 0, and the derived fact is then missing`,
    zh: `${quote(divisor)} 可能为 0，此时该派生事实缺失`,
    hint: { en: "take the greater of it and 1 first: { \"max\": [ …, 1 ] }", zh: "请先取其与 1 的较大者：{ \"max\": [ …, 1 ] }" },
  });
}

const suffixes: readonly (readonly [RegExp, string])[] = [
  [/Fen$/, "fen"], [/Bps$/, "bps"], [/Months$/, "months"], [/Days$/, "days"], [/Points$|Score$/, "points"],
];

/** By the name's ending; otherwise that of the facts it is made of. */
function unitOf(key: string, derivation: Derivation, facts: readonly FactDefinition[]): string {
  const named = suffixes.find(([ending]) => ending.test(key));
  if (named !== undefined) return named[1];
  const units = facts.flatMap((fact) => ("unit" in fact ? [fact.unit] : []));
  if ("dividedBy" in derivation && units.length > 1 && sameUnit(units[0] ?? "", units[1] ?? "")) return "ratio";
  return units.includes("fen") ? "fen" : (units[0] ?? "number");
}

/** A derived fact is as personal as the most personal fact in it, and a risk factor only if all are. */
function classOf(facts: readonly FactDefinition[]) {
  const consents = new Set<ConsentSource>(facts.flatMap(({ consent }) => (consent === undefined ? [] : [consent])));
  const [consent] = consents;
  const level = facts.reduce<FactDefinition["level"]>((highest, fact) => (fact.level > highest ? fact.level : highest), 1);
  return {
    level,
    sensitive: facts.some(({ sensitive }) => sensitive),
    riskFactor: facts.every(({ riskFactor }) => riskFactor),
    ...(consent === undefined ? {} : { consent }),
  };
}
