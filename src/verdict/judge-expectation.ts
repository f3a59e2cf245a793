import type { Text, Verdict } from "../base/index.ts";
import { figure, type MeasureSample } from "../statistics/index.ts";
import type { Expectation } from "./expectation.ts";
import type { ExpectationResult } from "./report.ts";

/**
 * Holds one claim against its measure. `atMost` is held only if the upper end of the interval is at most the bound,
 * broken if the lower end is above it, else undecided; `atLeast` and `between` likewise. Counts that estimate nothing
 * have no interval and are taken as they are; `equals` compares exactly. No data decides nothing.
 * `undefined`: the group of `where` does not occur.
 */
export function judgeExpectation(expectation: Expectation, sample: MeasureSample | undefined): ExpectationResult {
  const level = expectation.level === "warning" ? "warning" : "error";
  const { name, policy, measure } = expectation;
  const told = sample === undefined ? noGroup : judge(expectation, sample);
  return { name, policy, measure, verdict: told.verdict, level, evidence: told.evidence };
}

interface Told {
  readonly verdict: Verdict;
  readonly evidence: Text;
}

const noGroup: Told = {
  verdict: "undecided",
  evidence: { en: "no customer falls into the group of `where`", zh: "没有客户落入 `where` 所指的组" },
};

function judge(expectation: Expectation, sample: MeasureSample): Told {
  const { value, interval, denominator } = sample.at(expectation.confidence);
  const { unit, method } = sample.measure;
  if (value === null) return { verdict: "undecided", evidence: { en: "no data", zh: "无数据" } };
  const exact = method === "none" || expectation.equals !== undefined;
  const bounds = exact ? { low: value, high: value } : interval;
  const asked = rangeOf(expectation);
  const verdict = bounds === null ? "undecided" : within(bounds, asked);
  const found: Text = { en: figure(unit, value, "en"), zh: figure(unit, value, "zh") };
  if (bounds === null) return { verdict, evidence: { en: `${found.en}, too few customers for an interval`, zh: `${found.zh}，客户过少，无法给出区间` } };
  const wanted = { en: askedText(expectation, unit, "en"), zh: askedText(expectation, unit, "zh") };
  if (exact) return { verdict, evidence: { en: `${found.en}; asked: ${wanted.en}`, zh: `${found.zh}；要求：${wanted.zh}` } };
  const span = (lang: "en" | "zh"): string => `${figure(unit, bounds.low, lang)} … ${figure(unit, bounds.high, lang)}`;
  const percent = Number((expectation.confidence * 100).toFixed(2));
  return {
    verdict,
    evidence: {
      en: `${found.en} (${span("en")} at ${percent}%, n = ${denominator}); asked: ${wanted.en}`,
      zh: `${found.zh}（${percent}% 区间 ${span("zh")}，n = ${denominator}）；要求：${wanted.zh}`,
    },
  };
}

interface Range {
  readonly low: number;
  readonly high: number;
}

function rangeOf({ equals, atMost, atLeast, between }: Expectation): Range {
  if (equals !== undefined) return { low: equals, high: equals };
  if (between !== undefined) return { low: between[0], high: between[1] };
  return { low: atLeast ?? Number.NEGATIVE_INFINITY, high: atMost ?? Number.POSITIVE_INFINITY };
}

function within(found: Range, asked: Range): Verdict {
  if (found.low >= asked.low && found.high <= asked.high) return "held";
  return found.high < asked.low || found.low > asked.high ? "broken" : "undecided";
}

function askedText({ equals, atMost, atLeast, between }: Expectation, unit: Parameters<typeof figure>[0], lang: "en" | "zh"): string {
  const words = lang === "en" ? { equals: "exactly ", atMost: "at most ", atLeast: "at least ", between: "between " } : { equals: "恰为 ", atMost: "不超过 ", atLeast: "不低于 ", between: "介于 " };
  if (equals !== undefined) return words.equals + figure(unit, equals, lang);
  if (atMost !== undefined) return words.atMost + figure(unit, atMost, lang);
  if (atLeast !== undefined) return words.atLeast + figure(unit, atLeast, lang);
  const [low, high] = between ?? [Number.NaN, Number.NaN];
  return `${words.between}${figure(unit, low, lang)} … ${figure(unit, high, lang)}`;
}
