import { roundHalfEven, type Text } from "../base/index.ts";
import { encodeFact, type FactDefinition } from "../facts/index.ts";
import { codeText, numberIn } from "./code-text.ts";
import { unitFactor } from "./convert-unit.ts";
import { producedFacts } from "./draw-customers.ts";
import type { Arithmetic, FactSource, Recoding } from "./mapping-schema.ts";
import type { ProblemLedger } from "./problem-ledger.ts";

/** A row of the file, and how to say where it is. */
export interface FileRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** Reads one fact from a row, encoded as in the layout; NaN where the row does not say it. */
export type FactReader = (row: FileRow) => number;

export interface SourceContext {
  readonly definition: FactDefinition;
  readonly indexOf: ReadonlyMap<string, number>;
  readonly isMissing: (cell: string) => boolean;
  readonly ledger: ProblemLedger;
}

/** The reader of a fact that comes from columns. */
export function compileSource(
  source: Exclude<FactSource, { readonly constant: unknown } | { readonly synthesise: unknown }>,
  context: SourceContext,
): FactReader {
  const finish = arithmetic(source, context);
  if ("ratio" in source) {
    const [above, below] = source.ratio.map((column) => cellReader(column, {}, context));
    const [, denominator] = source.ratio;
    return (row) => {
      const numerator = above?.(row) ?? Number.NaN;
      const divisor = below?.(row) ?? Number.NaN;
      if (divisor === 0) {
        report(context, row, "division-by-zero", denominator, "0", {
          en: "a ratio with nothing below the line",
          zh: "比率的分母为零",
        });
        return Number.NaN;
      }
      return finish(numerator / divisor, row, denominator);
    };
  }
  if ("columns" in source) {
    const readers = source.columns.map((column) => cellReader(column, source, context));
    const [named = ""] = source.columns;
    const label = source.columns.length > 1 ? `${named} …` : named;
    return (row) => finish(aggregate(source.aggregate, readers, row), row, label);
  }
  const read = cellReader(source.column, source, context);
  return (row) => finish(read(row), row, source.column);
}

/** Over the cells that say something; NaN where none does. */
function aggregate(
  how: "max" | "min" | "sum" | "mean",
  readers: readonly FactReader[],
  row: FileRow,
): number {
  let count = 0;
  let sum = 0;
  let most = Number.NEGATIVE_INFINITY;
  let least = Number.POSITIVE_INFINITY;
  for (const read of readers) {
    const value = read(row);
    if (value !== value) continue;
    count++;
    sum += value;
    most = Math.max(most, value);
    least = Math.min(least, value);
  }
  if (count === 0) return Number.NaN;
  return { max: most, min: least, sum, mean: sum / count }[how];
}

/** One cell: missing, recoded, or the number or value that it says. */
function cellReader(
  column: string,
  { recode, otherwise }: Recoding,
  context: SourceContext,
): FactReader {
  const { definition, isMissing } = context;
  const index = context.indexOf.get(column) ?? -1;
  const codes = new Map(
    Object.entries(recode ?? {}).map(([code, value]) => [
      codeText(code),
      encoded(definition, value),
    ]),
  );
  const rest = otherwise === undefined ? undefined : encoded(definition, otherwise);
  const numeric = definition.type === "integer" || definition.type === "decimal";
  return (row) => {
    const cell = row.cells[index] ?? "";
    if (isMissing(cell)) return Number.NaN;
    const known = codes.size > 0 ? codes.get(codeText(cell)) : undefined;
    if (known !== undefined) return known;
    if (rest !== undefined) return rest;
    const value = numeric
      ? numberIn(cell)
      : recode === undefined
        ? valueIn(definition, cell)
        : Number.NaN;
    if (value !== value) reportUnread(context, row, column, cell, numeric);
    return value;
  };
}

function encoded(definition: FactDefinition, value: unknown): number {
  return value === null ? Number.NaN : encodeFact(definition, value);
}

/** A cell that is the value itself: one of an enumeration, true or false. */
function valueIn(definition: FactDefinition, cell: string): number {
  const text = cell.trim();
  if (definition.type === "enum") return encodeFact(definition, text);
  const truth: Readonly<Record<string, number>> = { true: 1, false: 0, "1": 1, "0": 0 };
  return truth[text.toLowerCase()] ?? Number.NaN;
}

function reportUnread(
  context: SourceContext,
  row: FileRow,
  column: string,
  cell: string,
  numeric: boolean,
): void {
  if (numeric) {
    report(context, row, "unparsable-number", column, cell, {
      en: `\`${column}\` holds what is no number`,
      zh: `\`${column}\` 中有无法解析为数字的内容`,
    });
  } else {
    report(context, row, "unknown-value", column, cell, {
      en: `\`${column}\` holds codes that mean nothing for \`${context.definition.name}\``,
      zh: `\`${column}\` 中有对 \`${context.definition.name}\` 没有含义的代码`,
    });
  }
}

/** Times, plus, unit, rounding, bounds, domain: in this order. */
function arithmetic(
  source: Arithmetic,
  context: SourceContext,
): (value: number, row: FileRow, column: string) => number {
  const { definition } = context;
  if (definition.type === "boolean" || definition.type === "enum") return (value) => value;
  const { times = 1, add = 0, unit, clip } = source;
  const factor = unit === undefined ? 1 : (unitFactor(unit, definition.unit) ?? 1);
  const scale = [1, 10, 100, 1e3, 1e4, 1e5, 1e6][definition.decimals] ?? 1;
  const low = clip?.min ?? Number.NEGATIVE_INFINITY;
  const high = clip?.max ?? Number.POSITIVE_INFINITY;
  return (value, row, column) => {
    if (value !== value) return value;
    const exact = (value * times + add) * factor;
    const whole = roundHalfEven(exact * scale) / scale;
    const held = Math.min(high, Math.max(low, whole));
    if (held !== whole) reportClipped(context, row, column, exact, low, high);
    if (held >= definition.min && held <= definition.max) return held === 0 ? 0 : held;
    report(context, row, "outside-domain", column, String(exact), {
      en: `\`${definition.name}\` outside ${definition.min} to ${definition.max} ${definition.unit}`,
      zh: `\`${definition.name}\` 超出 ${definition.min} 至 ${definition.max}（${definition.unit}）`,
    });
    return Number.NaN;
  };
}

function reportClipped(
  context: SourceContext,
  row: FileRow,
  column: string,
  value: number,
  low: number,
  high: number,
): void {
  const { name } = context.definition;
  const bound = value < low ? low : high;
  context.ledger.add({
    kind: "clipped",
    row: row.number,
    column,
    value: String(value),
    group: `${name} ${bound}`,
    title: () => ({
      en: `\`${name}\` beyond the mapping's bound; set to ${bound}`,
      zh: `\`${name}\` 超出映射规定的界限，已取 ${bound}`,
    }),
  });
}

/** A cell that gives the fact no value: said together with what happens instead. */
function report(
  context: SourceContext,
  row: FileRow,
  kind: string,
  column: string,
  value: string,
  found: Text,
): void {
  const { definition, ledger } = context;
  ledger.add({
    kind,
    row: row.number,
    column,
    value,
    group: definition.name,
    title: () =>
      definition.nullable || !producedFacts.includes(definition.name)
        ? {
            en: `${found.en}; \`${definition.name}\` is missing there`,
            zh: `${found.zh}；该处 \`${definition.name}\` 缺失`,
          }
        : {
            en: `${found.en}; \`${definition.name}\` is drawn there`,
            zh: `${found.zh}；该处 \`${definition.name}\` 改为合成`,
          },
  });
}
