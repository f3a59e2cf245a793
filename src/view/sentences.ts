import type { Lang, Text } from "../base/index.ts";
import { measureNamed, type MeasureGroup } from "../statistics/index.ts";
import { lawSentence, type Comparison, type PolicyReport, type RunReport } from "../verdict/index.ts";
import { boundsText, factorText, valueIn, valueText } from "./text/figures.ts";
import { comparisonWords } from "./words.ts";

/** The measure that each group is read by first. */
const headlines: Readonly<Record<MeasureGroup, string>> = {
  funnel: "unaskedShare",
  risk: "ever90PlusAtMonth12",
  sales: "incrementalSalesPerCustomer",
  money: "marginPerCustomer",
  people: "awareShare",
  law: "lawRulesMatchedCritical",
};

/** What to beware of when reading a group of measures. */
export const groupCautions: Readonly<Partial<Record<MeasureGroup, Text>>> = {
  risk: {
    en: "Rates at the end mix young and old accounts and are diluted by idle ones: read the first line, then the vintage curves.",
    zh: "期末逾期率混合了新旧账户，并被闲置账户稀释：请先看首行，再看账龄曲线。",
  },
  sales: {
    en: "How much credit adds to sales was put in, not found.",
    zh: "信用支付带来的销售增量是输入的假设，并非模拟得出的结论。",
  },
  people: {
    en: "Awareness, complaints and wishes to close follow from assumptions on how people notice and react.",
    zh: "知情、投诉与关闭意愿取决于对客户察觉与反应方式的假设。",
  },
  law: {
    en: "Persons are counted, each once for a rule; a rule that matched says: as simulated, would breach.",
    zh: "按人计数，同一规则每人只计一次；规则命中表示按模拟情形疑似违反。",
  },
};

/** What to see in one group of measures: the headline of each policy, the verdict, and what it rests on. */
export function groupSentences(report: RunReport, group: MeasureGroup, lang: Lang): readonly string[] {
  const caution = groupCautions[group];
  const seen =
    group === "law"
      ? report.policies.map((policy) => `${policy.title[lang]}${lang === "en" ? ": " : "："}${lawSentence(policy.lawSummary)[lang]}`)
      : headlineSentences(report, headlines[group], lang);
  return [...seen, ...(caution === undefined ? [] : [caution[lang]])];
}

/** One measure in words: each challenger against the champion, or each policy by itself where nothing is compared. */
export function headlineSentences(report: RunReport, name: string, lang: Lang): readonly string[] {
  const rivals = report.comparisons.filter(({ champion, challenger }) => champion !== challenger);
  if (rivals.length > 0) return rivals.flatMap((comparison) => versus(report, comparison, name, lang));
  return report.policies.map((policy) => alone(policy, name, lang));
}

function alone(policy: PolicyReport, name: string, lang: Lang): string {
  const measure = named(name);
  const value = valueIn(policy, name);
  const bounds = boundsText(measure.unit, value?.interval, lang);
  return `${measure.title[lang]}: ${policy.title[lang]} ${valueText(measure, value, lang)}${bounds === "" ? "" : ` ${bounds}`}`;
}

function versus(report: RunReport, { champion, challenger, measures }: Comparison, name: string, lang: Lang): readonly string[] {
  const measure = named(name);
  const [own, other] = [champion, challenger].map((policy) => report.policies.find((each) => each.name === policy));
  const found = measures.find((each) => each.name === name);
  if (own === undefined || other === undefined || found === undefined) return [];
  const told = (policy: PolicyReport): string => `${policy.title[lang]} ${valueText(measure, valueIn(policy, name), lang)}`;
  const verdict = comparisonWords[found.verdict][lang];
  const sentence =
    lang === "en"
      ? `${measure.title.en}: ${told(other)} against ${told(own)}: ${verdict}.`
      : `${measure.title.zh}：${told(other)}，对照${told(own)}：${verdict}。`;
  if (!measure.assumed) return [sentence];
  return [`${sentence}${breakEven(report, own, found.breakEven, lang)}`];
}

function breakEven(report: RunReport, champion: PolicyReport, factor: number | null, lang: Lang): string {
  const { assumptions } = report.inputs;
  const name = champion.title[lang];
  if (lang === "en") {
    const turns = factor === null ? "" : `; the ranking turns where the true value of ${name} is ${factorText(factor)} what came out`;
    return ` Assumed (set ${assumptions})${turns}.`;
  }
  const turns = factor === null ? "" : `；若${name}的真实值为模拟值的 ${factorText(factor)}，排序即反转`;
  return `属于假设（假设集 ${assumptions}）${turns}。`;
}

function named(name: string) {
  const measure = measureNamed(name);
  if (measure === undefined) throw new Error(`no measure is called ${name}`);
  return measure;
}

/** What the intervals of a report cover. */
export function intervalSentence(report: RunReport): Text {
  return report.inputs.replications > 1
    ? {
        en: `Intervals (95%) cover other customers and other economies (${report.inputs.replications} replications), given these assumptions.`,
        zh: `区间（95%）涵盖客户抽样与经济走势的不确定性（${report.inputs.replications} 次重复），以所用假设为前提。`,
      }
    : {
        en: "Intervals (95%) cover the sampling of customers only, given this economy and these assumptions.",
        zh: "区间（95%）仅涵盖客户抽样的不确定性，以此经济走势和所用假设为前提。",
      };
}
