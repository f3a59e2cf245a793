import type { Lang } from "../base/index.ts";
import type { Unit } from "./measure.ts";

/**
 * A measure's value as a person reads it: percent for shares and ratios, yuan for fen, plain for the rest.
 * Null is "no data" / 无数据; what is not a number is too. Thousands are grouped; no locale is asked.
 */
export function figure(unit: Unit, value: number | null, lang: Lang): string {
  if (value === null || !Number.isFinite(value)) return lang === "en" ? "no data" : "无数据";
  switch (unit) {
    case "share":
    case "ratio":
      return `${grouped(value * 100, Math.abs(value) < 0.0995 ? 2 : 1)}%`;
    case "fen":
      return yuan(value);
    case "count":
      return grouped(value, Number.isInteger(value) ? 0 : 1);
    case "months":
    case "days":
    case "perThousand":
      return grouped(value, 2);
  }
}

/** A number with so many decimals and its thousands grouped: `-1,234.50`. Never `-0`. */
export function grouped(value: number, decimals: number): string {
  const digits = Math.abs(value).toFixed(decimals);
  const [whole = "0", fraction] = digits.split(".");
  const text = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ",") + (fraction === undefined ? "" : `.${fraction}`);
  return value < 0 && /[1-9]/.test(digits) ? `-${text}` : text;
}

/** Fen as yuan with thousands grouped: `¥1,234.50`, `-¥0.50`; whole yuan where no decimals are asked for. */
export function yuan(fen: number, decimals: 0 | 2 = 2): string {
  const text = grouped(fen / 100, decimals);
  return text.startsWith("-") ? `-¥${text.slice(1)}` : `¥${text}`;
}
