import { below, checkShape } from "../base/index.ts";
import type { JsonDocument } from "../base/index.ts";
import type { NumberFact } from "../facts/index.ts";
import { checkName } from "./check-name.ts";
import { quote } from "./findings.ts";
import type { Findings } from "./findings.ts";
import { isObject } from "./json.ts";
import type { Parameter } from "./policy.ts";
import { parameterShape } from "./policy-shape.ts";

/** Reads `parameters` of policy.json; a broken one is left out. */
export function readParameters(value: unknown, document: JsonDocument, findings: Findings): readonly Parameter[] {
  return (isObject(value) ? Object.keys(value) : []).flatMap((name) => {
    const pointer = below("/parameters", name);
    const named = checkName(name, pointer, findings, { part: "key", identifier: true });
    const { value: read, diagnostics } = checkShape(parameterShape, document, pointer);
    findings.take(diagnostics);
    if (read === undefined) return [];
    const parameter = { name, ...read };
    const sound = [checkDomain(parameter, pointer, findings), checkUnit(parameter.unit, below(pointer, "unit"), findings)];
    return named && sound.every(Boolean) ? [parameter] : [];
  });
}

/** A parameter as a fact: `param.minScore`, never missing, not personal. */
export function parameterFact({ name, value, min, max, step, unit, title }: Parameter): NumberFact {
  const whole = [value, min, max, step].every(Number.isInteger);
  return {
    name: `param.${name}`,
    title,
    description: title,
    type: whole ? "integer" : "decimal",
    min,
    max,
    decimals: whole ? 0 : Math.max(1, ...[value, min, max, step].map(decimalsOf)),
    unit,
    typical: value,
    nullable: false,
    producedBy: "policy",
    level: 1,
    sensitive: false,
    riskFactor: true,
  };
}

function checkDomain({ name, value, min, max, step }: Parameter, pointer: string, findings: Findings): boolean {
  if (min > max) {
    findings.add("parameter-outside-domain", below(pointer, "min"), {
      en: `the least value ${min} of ${quote(name)} is above its greatest, ${max}`,
      zh: `${quote(name)} 的最小值 ${min} 大于最大值 ${max}`,
    });
    return false;
  }
  if (value < min || value > max) {
    findings.add("parameter-outside-domain", below(pointer, "value"), {
      en: `${quote(name)} is ${value}, outside its own domain ${min}–${max}`,
      zh: `${quote(name)} 的值 ${value} 超出自身范围 ${min}–${max}`,
    });
    return false;
  }
  if (step > max - min && max > min) {
    findings.add("parameter-outside-domain", below(pointer, "step"), {
      en: `the step ${step} of ${quote(name)} is wider than its domain ${min}–${max}`,
      zh: `${quote(name)} 的步长 ${step} 大于其范围 ${min}–${max}`,
    });
    return false;
  }
  return true;
}

// What people write instead of the units that facts have.
const strangeUnits: ReadonlyMap<string, string> = new Map([
  ["yuan", "fen"], ["rmb", "fen"], ["cny", "fen"], ["元", "fen"], ["分", "fen"], ["cent", "fen"], ["cents", "fen"],
  ["%", "bps"], ["percent", "bps"], ["per cent", "bps"], ["share", "bps"], ["ratio", "bps"], ["bp", "bps"], ["basis points", "bps"],
  ["point", "points"], ["month", "months"], ["day", "days"], ["year", "years"], ["月", "months"], ["天", "days"],
]);

function checkUnit(unit: string, pointer: string, findings: Findings): boolean {
  const meant = strangeUnits.get(unit.toLowerCase());
  if (meant === undefined) return true;
  findings.add("wrong-unit", pointer, {
    en: `no fact is in ${quote(unit)}; did you mean \`${meant}\`?`,
    zh: `没有事实以 ${quote(unit)} 为单位；是否想写 \`${meant}\`？`,
    hint: { en: "money is in fen, shares and rates are in basis points", zh: "金额以分为单位，比例与费率以基点为单位" },
  });
  return false;
}

function decimalsOf(value: number): number {
  const [, decimals = ""] = String(value).split(".");
  return Math.min(9, decimals.length);
}
