import type { Text } from "../../base/index.ts";
import type { RowBin } from "../../statistics/index.ts";

/** A bin in words. `mirrored`: the numbers were turned round, because higher is worse. */
export function binLabel(bin: RowBin, label: (value: number) => string, mirrored = false): Text {
  if (bin.kind === "missing") return { en: "missing", zh: "缺失" };
  if (bin.kind === "value") return same(label(mirrored ? 0 - bin.value : bin.value));
  const { above, upTo } = bin;
  if (mirrored) {
    if (upTo === null) return same(above === null ? "…" : `< ${label(0 - above)}`);
    return same(above === null ? `≥ ${label(0 - upTo)}` : `≥ ${label(0 - upTo)}, < ${label(0 - above)}`);
  }
  if (above === null) return same(upTo === null ? "…" : `≤ ${label(upTo)}`);
  return same(upTo === null ? `> ${label(above)}` : `> ${label(above)}, ≤ ${label(upTo)}`);
}

const same = (words: string): Text => ({ en: words, zh: words });

/** A number as short as it can be said: six digits at most behind the point. */
export const plainNumber = (value: number): string => String(Number(value.toPrecision(9)));
