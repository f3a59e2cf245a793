import type { Lang, Text } from "../base/index.ts";
import type { FactDescription, PopulationDescription } from "../population/index.ts";
import { figure, grouped, yuan } from "../statistics/index.ts";
import { factValueText } from "./fact-value.ts";
import { padTo } from "./text/pad.ts";
import type { TextOptions } from "./text/options.ts";
import { penOf, type Pen } from "./text/pen.ts";
import { table, type TableRow } from "./text/table.ts";

const words = {
  title: { en: "customers", zh: "名客户" },
  synthetic: { en: "synthetic", zh: "合成" },
  imported: { en: "imported", zh: "导入" },
  fact: { en: "fact", zh: "事实" },
  unit: { en: "unit", zh: "单位" },
  missing: { en: "missing", zh: "缺失" },
  mean: { en: "mean", zh: "均值" },
  numbers: { en: "Numbers: mean and quantiles", zh: "数值：均值与分位数" },
  values: { en: "Values: shares of those who have the fact", zh: "取值：占拥有该事实者的比例" },
  outcome: { en: "really defaulted, of those whose outcome the file knows", zh: "文件记载结果者中的实际违约占比" },
  synthesised: { en: "* synthetic: drawn because the file lacks it", zh: "* 合成：文件缺失，由模型生成" },
} as const;

/** Who the customers are, fact by fact; facts drawn beside a file are marked as synthetic. */
export function population(description: PopulationDescription, options: TextOptions, titles: ReadonlyMap<string, Text> = new Map()): string {
  const pen = penOf(options);
  const numbers = description.facts.filter((fact) => fact.kind === "number");
  const values = description.facts.filter((fact) => fact.kind === "values");
  const count = grouped(description.customers, 0);
  const kind = pen.say(words[description.kind]);
  const { outcome } = description;
  const sections = [
    [pen.look("bold", pen.lang === "en" ? `${count} ${kind} ${description.customers === 1 ? "customer" : words.title.en}` : `${count} ${words.title.zh}（${kind}）`)],
    ...(outcome === null
      ? []
      : [[`${pen.say(words.outcome)}: ${figure("share", outcome.known === 0 ? null : outcome.bad / outcome.known, pen.lang)} (${grouped(outcome.bad, 0)} / ${grouped(outcome.known, 0)})`]]),
    ...(numbers.length === 0 ? [] : [[pen.look("bold", pen.say(words.numbers)), ...numberTable(numbers, titles, pen)]]),
    ...(values.length === 0 ? [] : [[pen.look("bold", pen.say(words.values)), ...values.flatMap((fact) => valueLines(fact, titles, pen))]]),
    ...(description.facts.some(({ origin }) => origin === "synthesised") ? [[pen.look("dim", pen.say(words.synthesised))]] : []),
  ];
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

type NumberDescription = Extract<FactDescription, { kind: "number" }>;
type ValuesDescription = Extract<FactDescription, { kind: "values" }>;

function numberTable(facts: readonly NumberDescription[], titles: ReadonlyMap<string, Text>, pen: Pen): readonly string[] {
  const shown = [0.05, 0.25, 0.5, 0.75, 0.95];
  const columns = [
    { title: pen.say(words.fact), align: "left" as const, elastic: true },
    { title: pen.say(words.mean), align: "right" as const },
    ...shown.map((share) => ({ title: `${share * 100}%`, align: "right" as const })),
    { title: pen.say(words.missing), align: "right" as const },
  ];
  const rows = facts.map((fact): TableRow => {
    const at = (share: number): number | null => fact.quantiles.find((quantile) => quantile.share === share)?.value ?? null;
    return {
      cells: [
        { text: nameOf(fact, titles, pen) },
        { text: pen.own(valueText(fact, fact.mean, pen.lang)) },
        ...shown.map((share) => ({ text: pen.own(valueText(fact, at(share), pen.lang)) })),
        { text: missingText(fact, pen.lang) },
      ],
    };
  });
  return table(pen, columns, rows);
}

function valueText(fact: NumberDescription, value: number | null, lang: Lang): string {
  if (value === null) return figure("count", null, lang);
  if (/(?:Fen|Bps)$/.test(fact.fact)) return fact.fact.endsWith("Fen") ? yuan(value, 0) : factValueText(fact.fact, Math.floor(value + 0.5), { lang });
  return grouped(value, Number.isInteger(value) ? 0 : 2);
}

function valueLines(fact: ValuesDescription, titles: ReadonlyMap<string, Text>, pen: Pen): readonly string[] {
  const parts = fact.shares.filter(({ count }) => count > 0).map(({ value, share }) => `${pen.own(categoryText(fact.fact, value, pen))} ${figure("share", share, pen.lang)}`);
  const missing = fact.missing === 0 ? [] : [`${pen.say(words.missing)} ${missingText(fact, pen.lang)}`];
  const all = [...parts, ...missing].join("  ");
  const [first = "", ...others] = pen.paragraph(all, " ".repeat(36));
  return [`${padTo(nameOf(fact, titles, pen), 35)} ${first.trimStart()}`, ...others];
}

/** A named value or a truth; in English truths are said as files write them. */
function categoryText(fact: string, value: string, pen: Pen): string {
  const truth = value === "true" || value === "false";
  return truth && pen.lang === "zh" ? factValueText(fact, value === "true", pen) : factValueText(fact, value, pen);
}

const missingText = (fact: FactDescription, lang: Lang): string => figure("share", fact.n + fact.missing === 0 ? null : fact.missing / (fact.n + fact.missing), lang);

function nameOf(fact: FactDescription, titles: ReadonlyMap<string, Text>, pen: Pen): string {
  const title = titles.get(fact.fact);
  const shown = pen.lang === "zh" && title !== undefined ? pen.say(title) : pen.own(fact.fact);
  return fact.origin === "synthesised" ? `${shown} *` : shown;
}
