import { escapeControl, nearest, type Text } from "../base/index.ts";
import type { EnumFact, FactDefinition, NumberFact } from "./dictionary.ts";

/**
 * Why a value does not fit the fact: its type, its domain, its decimals. `undefined` where it fits; null fits
 * a nullable fact only.
 */
export function checkFactValue(definition: FactDefinition, value: unknown): Text | undefined {
  if (value === null && definition.nullable) return undefined;
  return misfit(definition, value);
}

/** The same for a value that may not be missing. */
export function misfit(definition: FactDefinition, value: unknown): Text | undefined {
  const { name } = definition;
  const found = shown(value);
  switch (definition.type) {
    case "boolean":
      if (typeof value === "boolean") return undefined;
      return {
        en: `\`${name}\` is \`true\` or \`false\`, not ${found}`,
        zh: `\`${name}\` 的值为 \`true\` 或 \`false\`，不能是 ${found}`,
      };
    case "enum":
      return enumMisfit(definition, value);
    case "integer":
    case "decimal":
      return numberMisfit(definition, value);
  }
}

function enumMisfit(definition: EnumFact, value: unknown): Text | undefined {
  const { name, values } = definition;
  if (typeof value === "string" && values.includes(value)) return undefined;
  const guess = typeof value === "string" ? nearest(value, values) : undefined;
  const choices = values.map((choice) => `\`${choice}\``).join(", ");
  const end: Text =
    guess === undefined
      ? { en: `; it is one of ${choices}`, zh: `；可选值为 ${choices}` }
      : { en: `; did you mean \`${guess}\`?`, zh: `；是否想写 \`${guess}\`？` };
  return {
    en: `\`${name}\` has no value ${shown(value)}${end.en}`,
    zh: `\`${name}\` 没有 ${shown(value)} 这个值${end.zh}`,
  };
}

function numberMisfit(definition: NumberFact, value: unknown): Text | undefined {
  const { name, min, max, unit, decimals } = definition;
  const found = shown(value);
  if (typeof value !== "number" || !Number.isFinite(value)) {
    return {
      en: `\`${name}\` is a number (${unit}), not ${found}`,
      zh: `\`${name}\` 为数字（${unit}），不能是 ${found}`,
    };
  }
  if (value < min || value > max) {
    return {
      en: `\`${name}\` lies between ${min} and ${max} ${unit}, not at ${found}`,
      zh: `\`${name}\` 的范围为 ${min} 至 ${max}（${unit}），${found} 超出范围`,
    };
  }
  if (definition.type === "integer" && !Number.isInteger(value)) {
    return {
      en: `\`${name}\` is a whole number (${unit}), not ${found}`,
      zh: `\`${name}\` 为整数（${unit}），不能是 ${found}`,
    };
  }
  if (Number(value.toFixed(decimals)) !== value) {
    return {
      en: `\`${name}\` keeps ${decimals} decimals, ${found} has more`,
      zh: `\`${name}\` 保留 ${decimals} 位小数，${found} 的小数位过多`,
    };
  }
  return undefined;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return "`[…]`";
  if (typeof value === "object" && value !== null) return "`{…}`";
  return `\`${escapeControl(String(value).slice(0, 60))}\``;
}
