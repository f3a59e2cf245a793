import { grouped } from "../../statistics/index.ts";

/** A large number in few cells: `12.3k`, `4.5M`; in Chinese `1.2 万`, `3.4 亿`. */
export function compactNumber(value: number, lang: "en" | "zh"): string {
  const steps: readonly (readonly [number, string])[] =
    lang === "en" ? [[1e9, "B"], [1e6, "M"], [1e3, "k"]] : [[1e8, " 亿"], [1e4, " 万"]];
  for (const [size, sign] of steps) {
    if (Math.abs(value) >= size) return `${trimmed(value / size)}${sign}`;
  }
  return grouped(value, Number.isInteger(value) ? 0 : 1);
}

const trimmed = (value: number): string => grouped(value, Math.abs(value) < 99.95 ? 1 : 0).replace(/\.0$/, "");
