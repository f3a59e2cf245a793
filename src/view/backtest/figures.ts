import type { Lang } from "../../base/index.ts";
import { figure, grouped } from "../../statistics/index.ts";
import type { BacktestEstimate } from "../../verdict/index.ts";
import { names } from "./words.ts";

/** A share or rate with its interval: `12.3% [11.9, 12.7]`. */
export function shareText({ value, low, high }: BacktestEstimate, lang: Lang): string {
  const text = figure("share", value, lang);
  return low === null || high === null ? text : `${text} [${bare(low)}, ${bare(high)}]`;
}

/** A plain number with its interval: `0.7123 [0.7001, 0.7245]`. */
export function numberText({ value, low, high }: BacktestEstimate, lang: Lang): string {
  const text = plainText(value, lang);
  return value === null || low === null || high === null ? text : `${text} [${grouped(low, 4)}, ${grouped(high, 4)}]`;
}

/** A number of four decimals; no data where there is none. */
export function plainText(value: number | null, lang: Lang): string {
  return value === null ? figure("share", null, lang) : grouped(value, 4);
}

export const countText = (count: number, lang: Lang): string => figure("count", count, lang);

/** A name of the report in words: of a sample, a standing, an origin. */
export const named = (name: string, lang: Lang): string => names[name]?.[lang] ?? name;

const bare = (bound: number): string => figure("share", bound, "en").replace(/%$/u, "");
