import { diagnose, type Diagnostic, type Text } from "../../base/index.ts";
import type { Parameter, Policy } from "../../policy/index.ts";
import type { SweptParameter } from "../../verdict/index.ts";
import { suggest } from "../suggest.ts";

/** A parameter and the values it may take, in order: within its domain, on its steps. */
export interface Varied {
  readonly parameter: Parameter;
  readonly values: readonly number[];
}

/** Values of one parameter that are listed at most. */
const mostValues = 100_000;

/**
 * Reads `--vary name=low:high[:step]`, `name=40,60,80` or `name` (all of its domain). Everything that is wrong is told.
 * Nothing asked for: every parameter of the policy that has more than one value.
 */
export function readVaried(written: readonly string[], policy: Policy): { readonly varied: readonly Varied[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const varied = new Map<string, Varied>();
  const fail = (text: string, message: Text, hint?: Text): void => {
    diagnostics.push(diagnose({ code: "unknown-setting", message: { en: `\`--vary ${text}\`: ${message.en}`, zh: `\`--vary ${text}\`：${message.zh}` }, hint }));
  };
  for (const text of written) {
    const at = text.indexOf("=");
    const name = (at < 0 ? text : text.slice(0, at)).trim().replace(/^param\./u, "");
    const parameter = policy.parameters.find((each) => each.name === name);
    if (parameter === undefined) fail(text, { en: `policy \`${policy.name}\` has no parameter \`${name}\``, zh: `政策 \`${policy.name}\` 没有参数 \`${name}\`` }, suggest(name, policy.parameters.map((each) => each.name)));
    else if (varied.has(name)) fail(text, { en: `\`${name}\` varies twice`, zh: `\`${name}\` 被指定了两次` });
    else {
      const read = valuesOf(at < 0 ? "" : text.slice(at + 1), parameter);
      if (Array.isArray(read)) varied.set(name, { parameter, values: read });
      else fail(text, read.message, read.hint);
    }
  }
  if (written.length > 0) return { varied: [...varied.values()], diagnostics };
  const all = policy.parameters.map((parameter): Varied => ({ parameter, values: steps(parameter, parameter.min, parameter.max) }));
  return { varied: all.filter(({ values }) => values.length > 1), diagnostics };
}

interface Wrong {
  readonly message: Text;
  readonly hint?: Text;
}

function valuesOf(text: string, parameter: Parameter): number[] | Wrong {
  const { min, max, step } = parameter;
  if (text.trim() === "") return steps(parameter, min, max);
  const form: Wrong = { message: { en: "is no list of values", zh: "不是取值列表" }, hint: { en: `write low:high, low:high:step, or values with commas, as in ${parameter.name}=${min}:${max}`, zh: `请写成 低:高、低:高:步长，或以逗号分隔的取值，例如 ${parameter.name}=${min}:${max}` } };
  const range = text.includes(":");
  const parts = text.split(range ? ":" : ",").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  if (!parts.every(Number.isFinite) || (range && parts.length !== 2 && parts.length !== 3)) return form;
  const [low = min, high = max, by = step] = parts;
  if (range && (low > high || by <= 0)) return { message: { en: "the range is empty: low first, and a step above zero", zh: "区间为空：请先写低值，步长须大于零" } };
  if (range && (high - low) / by > mostValues) return { message: { en: `more than ${mostValues} values`, zh: `超过 ${mostValues} 个取值` } };
  const values = range ? listed(low, high, by) : [...new Set(parts)].toSorted((a, b) => a - b);
  const outside = values.find((value) => value < min || value > max);
  if (outside !== undefined) return { message: { en: `${outside} is outside the domain of \`${parameter.name}\`: ${min} to ${max} (${parameter.unit})`, zh: `${outside} 超出 \`${parameter.name}\` 的取值范围：${min} 到 ${max}（${parameter.unit}）` } };
  const off = values.find((value) => !onStep(parameter, value));
  if (off !== undefined) return { message: { en: `${off} is not on the steps of \`${parameter.name}\``, zh: `${off} 不在 \`${parameter.name}\` 的步长上` }, hint: { en: `values are ${min}, ${tidy(min + step)}, … ${max}, steps of ${step}`, zh: `取值为 ${min}、${tidy(min + step)} … ${max}，步长 ${step}` } };
  return values;
}

/** All values of a domain between two bounds. */
function steps({ min, step }: Parameter, low: number, high: number): number[] {
  const by = step > 0 ? step : 1;
  const many = Math.floor((high - min) / by + 1e-9);
  const from = Math.ceil((low - min) / by - 1e-9);
  return many - from > mostValues ? [] : Array.from({ length: many - from + 1 }, (_, index) => tidy(min + (from + index) * by));
}

function listed(low: number, high: number, by: number): number[] {
  return Array.from({ length: Math.floor((high - low) / by + 1e-9) + 1 }, (_, index) => tidy(low + index * by));
}

function onStep({ min, step }: Parameter, value: number): boolean {
  if (step <= 0) return true;
  const at = (value - min) / step;
  return Math.abs(at - Math.round(at)) < 1e-6;
}

/** Without the dust of binary fractions. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

/** How many combinations a grid has. */
export function gridSize(varied: readonly Varied[]): number {
  return varied.reduce((product, { values }) => product * values.length, 1);
}

/** Every combination, the last parameter running fastest. */
export function gridOf(varied: readonly Varied[]): readonly Readonly<Record<string, number>>[] {
  let points: Readonly<Record<string, number>>[] = [{}];
  for (const { parameter, values } of varied) points = points.flatMap((point) => values.map((value) => ({ ...point, [parameter.name]: value })));
  return points;
}

/** Points of the unit cube as parameters: each coordinate picks one of the parameter's values. */
export function parametersAt(varied: readonly Varied[], point: readonly number[]): Readonly<Record<string, number>> {
  return Object.fromEntries(varied.map(({ parameter, values }, axis) => [parameter.name, values[Math.min(values.length - 1, Math.floor((point[axis] ?? 0) * values.length))] ?? parameter.value]));
}

/** What varied, as reports tell it. */
export function sweptParameters(varied: readonly Varied[]): readonly SweptParameter[] {
  return varied.map(({ parameter: { name, title, unit, value: current }, values }) => ({ name, title, unit, current, low: values[0] ?? current, high: values.at(-1) ?? current, values: values.length }));
}
