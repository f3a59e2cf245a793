import {
  diagnose,
  toPointer,
  type Diagnostic,
  type JsonDocument,
  type Text,
} from "../base/index.ts";
import { checkFactValue, type FactDefinition } from "../facts/index.ts";
import { unitFactor, unitsInto } from "./convert-unit.ts";
import type { FactSource } from "./mapping-schema.ts";

/** A value that the fact cannot have. Numbers are still to be multiplied, so only constants are held to bounds. */
export function misfits(
  definition: FactDefinition,
  value: unknown,
  document: JsonDocument,
  pointer: string,
): readonly Diagnostic[] {
  const why = checkFactValue(definition, value);
  return why === undefined
    ? []
    : [diagnose({ code: "wrong-value", message: why, document, pointer })];
}

function isNumeric(definition: FactDefinition): boolean {
  return definition.type === "integer" || definition.type === "decimal";
}

/** A source that reads columns. */
export type ReadSource = Exclude<
  FactSource,
  { readonly constant: unknown } | { readonly synthesise: unknown }
>;

export function ofNumbers(
  definition: FactDefinition,
  source: ReadSource,
  document: JsonDocument,
  pointer: string,
): readonly Diagnostic[] {
  const { name } = definition;
  const keys = (["aggregate", "ratio", "times", "add", "unit", "clip"] as const).filter(
    (key) => key in source,
  );
  const [first] = keys;
  if (definition.type === "boolean" || definition.type === "enum") {
    if (first === undefined) return [];
    return [
      diagnose({
        code: "wrong-type",
        message: {
          en: `\`${name}\` is ${definition.type === "enum" ? "one of a list of values" : "true or false"}: \`${first}\` needs a number`,
          zh: `\`${name}\` ${definition.type === "enum" ? "为枚举值" : "为真或假"}，\`${first}\` 只适用于数字`,
        },
        document,
        pointer: `${pointer}/${first}`,
        part: "key",
      }),
    ];
  }
  const found: Diagnostic[] = [];
  const { unit, clip } = source;
  if (unit !== undefined && unitFactor(unit, definition.unit) === undefined) {
    const known = unitsInto(definition.unit);
    found.push(
      diagnose({
        code: "wrong-unit",
        message: {
          en: `\`${name}\` is in ${definition.unit}, not in \`${unit}\``,
          zh: `\`${name}\` 的单位是 ${definition.unit}，而不是 \`${unit}\``,
        },
        hint: {
          en: `give times and the unit that results: ${known.join(", ")}`,
          zh: `请用 times 换算，并写出换算后的单位：${known.join("、")}`,
        },
        document,
        pointer: `${pointer}/unit`,
      }),
    );
  }
  const { min, max } = clip ?? {};
  if (min !== undefined && max !== undefined && min > max) {
    found.push(
      wrongClip(document, pointer, {
        en: `clips to nothing: \`${min}\` is above \`${max}\``,
        zh: `截断区间为空：\`${min}\` 大于 \`${max}\``,
      }),
    );
  }
  for (const [key, bound] of [
    ["min", min],
    ["max", max],
  ] as const) {
    if (bound !== undefined && (bound < definition.min || bound > definition.max)) {
      found.push(
        diagnose({
          code: "threshold-outside-domain",
          message: {
            en: `the bound \`${bound}\` lies outside \`${name}\`: ${definition.min} to ${definition.max} ${definition.unit}`,
            zh: `截断界 \`${bound}\` 超出 \`${name}\` 的范围：${definition.min} 至 ${definition.max}（${definition.unit}）`,
          },
          document,
          pointer: `${pointer}/clip/${key}`,
        }),
      );
    }
  }
  return found;
}

function wrongClip(document: JsonDocument, pointer: string, message: Text): Diagnostic {
  return diagnose({ code: "clip-reversed", message, document, pointer: `${pointer}/clip` });
}

/** Recoded values of a number may be multiplied later; those of other facts must be values of the fact. */
export function ofRecoding(
  definition: FactDefinition,
  source: ReadSource,
  document: JsonDocument,
  pointer: string,
): readonly Diagnostic[] {
  if ("ratio" in source) return [];
  const values: (readonly [string, string | number | boolean | null])[] = Object.entries(
    source.recode ?? {},
  ).map(([code, value]) => [`${pointer}${toPointer(["recode", code])}`, value]);
  if (source.otherwise !== undefined) values.push([`${pointer}/otherwise`, source.otherwise]);
  return values.flatMap(([at, value]) => {
    if (value === null) return [];
    if (!isNumeric(definition)) return misfits(definition, value, document, at);
    if (typeof value === "number") return [];
    return [
      diagnose({
        code: "wrong-type",
        message: {
          en: `\`${definition.name}\` is a number, not \`${String(value)}\``,
          zh: `\`${definition.name}\` 为数字，不能是 \`${String(value)}\``,
        },
        document,
        pointer: at,
      }),
    ];
  });
}
