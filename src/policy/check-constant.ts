import type { EnumFact, FactDefinition, NumberFact } from "../facts/index.ts";
import { didYouMean, quote, quoteAll } from "./findings.ts";
import type { Findings } from "./findings.ts";

/** A constant of an author that must fit a fact. */
export interface Constant {
  readonly fact: FactDefinition;
  readonly value: unknown;
  readonly pointer: string;
  /** Values of `request.moment` that can occur here; absent: all. */
  readonly moments?: readonly string[] | undefined;
  /** A value of an example, not a threshold: small amounts are then no wonder. */
  readonly isExample?: boolean;
}

/** Whether a constant fits its fact's type, values, domain and unit; one finding where it does not. */
export function checkConstant(constant: Constant, findings: Findings): void {
  const { fact, value, pointer } = constant;
  switch (fact.type) {
    case "boolean":
      if (typeof value !== "boolean") wrongType(constant, findings, booleanHint(value));
      return;
    case "enum":
      if (typeof value !== "string") wrongType(constant, findings, { en: `its values are ${quoteAll(fact.values)}`, zh: `其取值为 ${quoteAll(fact.values)}` });
      else if (!fact.values.includes(value)) unknownValue(fact, value, pointer, findings);
      else checkMoment(constant, value, findings);
      return;
    case "integer":
    case "decimal":
      if (typeof value !== "number") wrongType(constant, findings, numberHint(value));
      // A number too large to hold was reported when the text was read.
      else if (Number.isFinite(value)) checkNumber(constant, fact, value, findings);
  }
}

/** What a fact's values are, in words. */
export function typeWords(fact: FactDefinition): { readonly en: string; readonly zh: string } {
  switch (fact.type) {
    case "boolean":
      return { en: "true or false", zh: "真或假" };
    case "enum":
      return { en: "one of its words", zh: "其枚举值之一" };
    case "integer":
      return { en: "a whole number", zh: "整数" };
    case "decimal":
      return { en: "a number", zh: "数值" };
  }
}

/** An amount that is 100 times nearer to the fact's typical value when read as yuan. */
export function looksLikeYuan(fact: NumberFact, value: number): boolean {
  if (fact.unit !== "fen" || value <= 0 || fact.typical <= 0) return false;
  return value < fact.typical / 25 && value * 1000 >= fact.typical && value * 100 <= fact.max;
}

/** The finding for an amount that looks like yuan. */
export function warnOfYuan(fact: NumberFact, value: number, pointer: string, findings: Findings): void {
  findings.add("looks-like-yuan", pointer, {
    en: `${quote(value)} fen is ${value / 100} yuan, far below the typical ${quote(fact.name)} of ${fact.typical / 100} yuan`,
    zh: `${quote(value)} 分即 ${value / 100} 元，远低于 ${quote(fact.name)} 的典型值 ${fact.typical / 100} 元`,
    hint: { en: `money is in fen: if you mean ${value} yuan, write ${value * 100}`, zh: `金额以分为单位：若指 ${value} 元，请写 ${value * 100}` },
  });
}

function wrongType({ fact, value, pointer }: Constant, findings: Findings, hint?: { readonly en: string; readonly zh: string }): void {
  const words = typeWords(fact);
  const shown = quote(typeof value === "string" ? JSON.stringify(value) : value);
  const missing = value === null;
  const isReference = typeof value === "object" && value !== null && Object.hasOwn(value, "fact");
  if (isReference) {
    findings.add("nested-fact", pointer, {
      en: "a fact inside a list is never read by json-rules-engine",
      zh: "列表中的事实不会被 json-rules-engine 读取",
      hint: { en: "compare with each fact in a condition of its own, under `any`", zh: "请在 `any` 下为每个事实各写一个条件" },
    });
    return;
  }
  const missingHint = { en: "a missing fact never compares; say in `onMissing` what then happens", zh: "缺失的事实无法比较；缺失时如何处理请写在 `onMissing`" };
  const said = missing ? missingHint : hint;
  findings.add("wrong-type", pointer, {
    en: `${quote(fact.name)} is ${words.en}, and ${shown} is not`,
    zh: `${quote(fact.name)} 的值为${words.zh}，而 ${shown} 不是`,
    ...(said === undefined ? {} : { hint: said }),
  });
}

function booleanHint(value: unknown) {
  const meant = value === 0 || value === "false" || value === "no" ? "false" : "true";
  return { en: `write ${meant} without quotes`, zh: `请写不带引号的 ${meant}` };
}

function numberHint(value: unknown) {
  if (typeof value !== "string" || value.trim() === "" || !Number.isFinite(Number(value))) return undefined;
  return { en: `write ${Number(value)} without quotes`, zh: `请写不带引号的 ${Number(value)}` };
}

function unknownValue(fact: EnumFact, value: string, pointer: string, findings: Findings): void {
  const guess = didYouMean(value, fact.values);
  findings.add("unknown-value", pointer, {
    en: `${quote(fact.name)} is never ${quote(value)}${guess.en}`,
    zh: `${quote(fact.name)} 不会取值 ${quote(value)}${guess.zh}`,
    hint: { en: `its values are ${quoteAll(fact.values)}`, zh: `其取值为 ${quoteAll(fact.values)}` },
  });
}

function checkMoment({ fact, pointer, moments }: Constant, value: string, findings: Findings): void {
  if (fact.name !== "request.moment" || moments === undefined || moments.includes(value)) return;
  findings.add("wrong-moment", pointer, {
    en: `this decision is never asked at ${quote(value)}`,
    zh: `该决策不会在 ${quote(value)} 时点作出`,
    hint: { en: `its moments are ${quoteAll(moments)}`, zh: `其时点为 ${quoteAll(moments)}` },
  });
}

function checkNumber({ pointer, isExample }: Constant, fact: NumberFact, value: number, findings: Findings): void {
  if (fact.type === "integer" && !Number.isInteger(value)) {
    const hint = fractionHint(fact, value);
    findings.add("wrong-type", pointer, {
      en: `${quote(fact.name)} is a whole number${unitOf(fact)}, and ${quote(value)} is not`,
      zh: `${quote(fact.name)} 的值为整数，而 ${quote(value)} 不是`,
      ...(hint === undefined ? {} : { hint }),
    });
  } else if (value < fact.min || value > fact.max) {
    findings.add("outside-domain", pointer, {
      en: `${quote(value)} lies outside the domain of ${quote(fact.name)}, ${domainOf(fact)}${unitOf(fact)}`,
      zh: `${quote(value)} 超出 ${quote(fact.name)} 的取值范围 ${domainOf(fact)}`,
      ...(fact.unit === "per year" && value > 1 ? { hint: { en: `rates are fractions: write ${value / 100}`, zh: `利率写作小数：请写 ${value / 100}` } } : {}),
    });
  } else if (isExample !== true && looksLikeYuan(fact, value)) warnOfYuan(fact, value, pointer, findings);
}

function fractionHint(fact: NumberFact, value: number) {
  if (fact.unit === "bps") {
    const meant = Math.round(value * 10_000);
    return { en: `shares are in basis points: for ${value} write ${meant}`, zh: `比例以基点为单位：${value} 请写 ${meant}` };
  }
  if (fact.unit === "fen") {
    const meant = Math.round(value * 100);
    return { en: `money is in fen: if you mean ${value} yuan, write ${meant}`, zh: `金额以分为单位：若指 ${value} 元，请写 ${meant}` };
  }
  return undefined;
}

function domainOf(fact: NumberFact): string {
  return `${fact.min} to ${fact.max}`.replace(" to ", "–");
}

function unitOf(fact: NumberFact): string {
  return fact.unit === "" ? "" : ` ${fact.unit === "fen" || fact.unit === "bps" ? `of ${fact.unit}` : `(${fact.unit})`}`;
}
