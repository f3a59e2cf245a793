import type { EnumFact, FactDefinition, NumberFact } from "../../facts/index.ts";
import { didYouMean, quote, quoteAll, type Findings } from "../findings.ts";
import { below } from "../json.ts";
import type { NumberBin, ValueBin } from "./scorecard.ts";

type Bins = readonly (NumberBin | ValueBin)[];

/** Holds bins against the fact: every value of it in exactly one. */
export function checkBins(bins: Bins, fact: FactDefinition, pointer: string, findings: Findings): void {
  const wrong = bins.flatMap((bin, index) => ("in" in bin === isNumber(fact) ? [index] : []));
  for (const index of wrong) {
    findings.add("scorecard-bin-form", below(pointer, index), {
      en: isNumber(fact) ? `${quote(fact.name)} is a number, and this bin lists values` : `${quote(fact.name)} is no number, and this bin is a band`,
      zh: isNumber(fact) ? `${quote(fact.name)} 是数值，而此分箱列举取值` : `${quote(fact.name)} 不是数值，而此分箱是区间`,
      hint: isNumber(fact) ? { en: "say `from` and `below`", zh: "请写 `from` 与 `below`" } : { en: "say `in` and the values", zh: "请写 `in` 与取值" },
    });
  }
  if (wrong.length > 0) return;
  if (isNumber(fact)) checkBands(bins.flatMap((bin) => ("in" in bin ? [] : [bin])), fact, pointer, findings);
  else checkValues(bins.flatMap((bin) => ("in" in bin ? [bin] : [])), fact, pointer, findings);
}

function isNumber(fact: FactDefinition): fact is NumberFact {
  return fact.type === "integer" || fact.type === "decimal";
}

/** Bands by rising value that meet each other, from the least value to the greatest. */
function checkBands(bins: readonly NumberBin[], fact: NumberFact, pointer: string, findings: Findings): void {
  let reached = Number.NEGATIVE_INFINITY;
  bins.forEach(({ from = Number.NEGATIVE_INFINITY, below: end = Number.POSITIVE_INFINITY }, index) => {
    const here = below(pointer, index);
    if (!(from < end)) findings.add("scorecard-overlap", here, { en: `the band from ${shown(from)} to ${shown(end)} holds nothing`, zh: `从 ${shown(from)} 到 ${shown(end)} 的区间为空` });
    else if (index > 0 && from < reached) {
      findings.add("scorecard-overlap", here, {
        en: `the band begins at ${shown(from)}, where the one before reaches to ${shown(reached)}`,
        zh: `区间从 ${shown(from)} 开始，而前一区间到 ${shown(reached)}`,
        hint: { en: "write bands by rising value, each from where the last one ends", zh: "请按数值升序书写区间，首尾相接" },
      });
    } else if (index > 0 ? from > reached : from > fact.min) hole(fact, index > 0 ? reached : fact.min, from, { pointer: here, findings });
    reached = Math.max(reached, end);
  });
  if (reached <= fact.max) hole(fact, reached, Number.POSITIVE_INFINITY, { pointer: below(pointer, bins.length - 1), findings });
}

function hole(fact: NumberFact, from: number, to: number, { pointer, findings }: { readonly pointer: string; readonly findings: Findings }): void {
  const open = to === Number.POSITIVE_INFINITY;
  findings.add("scorecard-hole", pointer, {
    en: open ? `no bin says what ${quote(fact.name)} is worth from ${from} on` : `no bin says what ${quote(fact.name)} is worth from ${from} to under ${to}`,
    zh: open ? `没有分箱说明 ${quote(fact.name)} 自 ${from} 起的分数` : `没有分箱说明 ${quote(fact.name)} 从 ${from} 到 ${to} 以下的分数`,
  });
}

const shown = (value: number): string => (Number.isFinite(value) ? String(value) : value < 0 ? "−∞" : "∞");

function checkValues(bins: readonly ValueBin[], fact: Exclude<FactDefinition, NumberFact>, pointer: string, findings: Findings): void {
  const possible: readonly (string | boolean)[] = fact.type === "boolean" ? [true, false] : fact.values;
  const seen = new Set<string | boolean>();
  bins.forEach((bin, index) =>
    bin.in.forEach((value, at) => {
      const here = below(below(below(pointer, index), "in"), at);
      if (!possible.includes(value)) unknownValue(value, fact, here, findings);
      else if (seen.has(value)) findings.add("scorecard-overlap", here, { en: `${quote(value)} stands in two bins`, zh: `${quote(value)} 出现在两个分箱中` });
      seen.add(value);
    }),
  );
  const left = possible.filter((value) => !seen.has(value));
  if (left.length === 0) return;
  findings.add("scorecard-hole", pointer, {
    en: `no bin says what ${quote(fact.name)} is worth at ${quoteAll(left)}`,
    zh: `没有分箱说明 ${quote(fact.name)} 取 ${quoteAll(left)} 时的分数`,
    part: "key",
  });
}

function unknownValue(value: string | boolean, fact: Exclude<FactDefinition, NumberFact>, pointer: string, findings: Findings): void {
  const guess = typeof value === "string" && fact.type === "enum" ? didYouMean(value, (fact satisfies EnumFact).values) : { en: "", zh: "" };
  findings.add("unknown-value", pointer, {
    en: `${quote(value)} is no value of ${quote(fact.name)}${guess.en}`,
    zh: `${quote(value)} 不是 ${quote(fact.name)} 的取值${guess.zh}`,
  });
}
