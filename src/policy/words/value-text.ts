import type { Text } from "../../base/index.ts";
import type { FactName } from "../../facts/index.ts";
import { isObject } from "../json.ts";
import type { JsonObject } from "../json.ts";
import type { Policy } from "../policy.ts";

/** What a text about a policy's rules needs to know of the policy. */
export type Vocabulary = Pick<Policy, "dictionary" | "parameters">;

/** The same words in both languages. */
export function both(text: string): Text {
  return { en: text, zh: text };
}

/** Texts joined, piece by piece, in each language. */
export function joinText(...pieces: readonly (Text | string)[]): Text {
  const part = (lang: "en" | "zh"): string => pieces.map((piece) => (typeof piece === "string" ? piece : piece[lang])).join("");
  return { en: part("en"), zh: part("zh") };
}

/** A list of texts with what stands between them. */
export function listText(texts: readonly Text[], between: Text = { en: ", ", zh: "、" }): Text {
  return texts.reduce((sum, text, index) => (index === 0 ? text : joinText(sum, between, text)), both(""));
}

/** A fact as its dictionary calls it; its name where it has no title. */
export function factText(name: FactName, { dictionary, parameters }: Vocabulary): Text {
  const parameter = parameters.find((one) => parameterFact(one.name) === name);
  return parameter?.title ?? dictionary.facts.get(name)?.title ?? both(name);
}

/** A parameter's name as a fact. */
export function parameterFact(name: string): FactName {
  return name.startsWith("param.") ? name : `param.${name}`;
}

/** A value beside a unit: fen as yuan, all else as written. */
export function valueText(value: unknown, unit?: string): Text {
  if (value === null || value === undefined) return { en: "missing", zh: "缺失" };
  if (typeof value === "boolean") return value ? { en: "yes", zh: "是" } : { en: "no", zh: "否" };
  if (Array.isArray(value)) return joinText("{", listText(value.map((item: unknown) => valueText(item, unit))), "}");
  if (isObject(value)) return listText(leavesOf(value, ""), { en: "; ", zh: "；" });
  if (typeof value !== "number") return both(typeof value === "string" ? value : JSON.stringify(value));
  return both(unit === "fen" ? yuanText(value) : String(value));
}

/** What stands in an object, each with its path. */
function leavesOf(object: JsonObject, path: string): readonly Text[] {
  return Object.entries(object).flatMap(([key, value]) => {
    const at = path === "" ? key : `${path}.${key}`;
    return isObject(value) ? leavesOf(value, at) : [joinText(`${at} `, valueText(value, at.endsWith("Fen") ? "fen" : undefined))];
  });
}

/** Fen as yuan with thousands grouped; decimals only where there are some. */
function yuanText(fen: number): string {
  const [whole = "0", decimals = "00"] = (Math.abs(fen) / 100).toFixed(2).split(".");
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, ",");
  return `${fen < 0 ? "-" : ""}¥${grouped}${decimals === "00" ? "" : `.${decimals}`}`;
}
