import { basename } from "node:path";
import { isObject, readJson, type JsonObject } from "../../base/index.ts";
import type { Policy } from "../../policy/index.ts";
import type { Source } from "../read-file.ts";

/** What turns people away. */
const closes = new Set(["decline", "review"]);
/** Yuan 500: the line of whoever would get none, where the policy names no smallest tier. */
const smallLineFen = 50_000;

/**
 * The policy's files with nobody turned away: rules that decline or put before a person are taken out, silence and missing
 * facts enrol where they declined, and whoever no tier fits gets the smallest. Everything else, the prices too, stays: it
 * shows what those would do whom the policy declines.
 */
export function openedFiles(files: readonly Source[], policy: Policy): readonly Source[] {
  const kept = files.filter(({ file }) => !/\.examples\.(?:json|csv)$/u.test(file));
  return kept.map((source) => {
    if (basename(source.file) === "enrolment.json") return rewritten(source, openedEnrolment);
    return basename(source.file) === "limit.json" ? rewritten(source, (limit) => openedLimit(limit, policy)) : source;
  });
}

function rewritten(source: Source, change: (content: JsonObject) => JsonObject): Source {
  const { value } = readJson(source.text, source.file);
  if (!isObject(value)) return source;
  const { examples: _, tables: __, ...rest } = value;
  return { file: source.file, text: JSON.stringify(change(rest), null, 2) };
}

function openedEnrolment(content: JsonObject): JsonObject {
  const { rules, otherwise, onMissing } = content;
  const enrolling = (event: unknown): unknown => (isObject(event) && closes.has(String(event["type"])) ? { type: "enrol" } : event);
  return {
    ...content,
    rules: listOf(rules).filter((rule) => !closes.has(eventType(rule))),
    ...(isObject(otherwise) ? { otherwise: Object.fromEntries(Object.entries(otherwise).map(([moment, event]) => [moment, enrolling(event)])) } : {}),
    onMissing: enrolling(onMissing),
  };
}

/** A last tier for whoever none fits; only where tiers are taken in order. */
function openedLimit(content: JsonObject, policy: Policy): JsonObject {
  const { rules, combine } = content;
  const way = isObject(combine) ? combine["tier"] : undefined;
  if (way !== undefined && way !== "first" && way !== "max") return content;
  const last = {
    name: "OPEN-LINE",
    title: { en: "the smallest line for whoever no tier fits", zh: "不符合任何档位者给予最小额度" },
    serves: [],
    priority: 1,
    conditions: { all: [{ fact: "request.moment", operator: "equal", value: "booking" }] },
    event: { type: "tier", params: { limitFen: smallestTier(policy) } },
  };
  return { ...content, rules: [...listOf(rules), last] };
}

function smallestTier({ decisions }: Policy): number {
  const amounts = decisions.limit.rules.flatMap(({ event }) => {
    const amount = event.type === "tier" ? event.params?.["limitFen"] : undefined;
    return typeof amount === "number" && amount > 0 ? [amount] : [];
  });
  return amounts.length === 0 ? smallLineFen : Math.min(...amounts);
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function eventType(rule: unknown): string {
  const event = isObject(rule) ? rule["event"] : undefined;
  return isObject(event) ? String(event["type"]) : "";
}
