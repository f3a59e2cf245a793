import type { Text } from "../../base/index.ts";
import type { Condition, Leaf } from "../policy.ts";
import { conditionText, leafText, operatorText, sideText } from "../words/leaf-text.ts";
import { joinText } from "../words/value-text.ts";
import type { Vocabulary } from "../words/value-text.ts";
import { fromTo } from "./policy-change.ts";

/** The vocabularies of the policy before and of the one after. */
export type Vocabularies = readonly [Vocabulary, Vocabulary];

/** What changed from one condition to another: thresholds, operators, parts that came or went. Nothing where they are the same. */
export function conditionChanges(before: Condition, after: Condition, words: Vocabularies): readonly Text[] {
  if (same(before, after)) return [];
  if (isLeaf(before) && isLeaf(after)) return [leafChange(before, after, words)];
  if ("not" in before && "not" in after) return conditionChanges(before.not, after.not, words).map((text) => joinText({ en: "under not: ", zh: "取反之下：" }, text));
  const [a, b] = [listOf(before), listOf(after)];
  if (a === undefined || b === undefined) return [fromTo(conditionText(before, words[0]), conditionText(after, words[1]))];
  const kind = a.kind === b.kind ? [] : [joinText(groupWord(a.kind), " → ", groupWord(b.kind), "：", conditionText(after, words[1]))];
  return [...kind.map(plainColon), ...listChanges(a.parts, b.parts, words)];
}

function plainColon(text: Text): Text {
  return { en: text.en.replace("：", ": "), zh: text.zh };
}

function groupWord(kind: "all" | "any"): Text {
  return kind === "all" ? { en: "all of", zh: "全部满足" } : { en: "any of", zh: "任一满足" };
}

function listOf(condition: Condition): { readonly kind: "all" | "any"; readonly parts: readonly Condition[] } | undefined {
  if ("all" in condition) return { kind: "all", parts: condition.all };
  return "any" in condition ? { kind: "any", parts: condition.any } : undefined;
}

function isLeaf(condition: Condition): condition is Leaf {
  return "fact" in condition;
}

function leafChange(before: Leaf, after: Leaf, [a, b]: Vocabularies): Text {
  if (before.fact !== after.fact) return fromTo(leafText(before, a), leafText(after, b));
  return fromTo(leafText(before, a), joinText(operatorText(after.operator), " ", sideText(after, b)));
}

/** Equal parts are set aside; of the rest those about one fact, then groups, belong together; what is left came or went. */
function listChanges(before: readonly Condition[], after: readonly Condition[], words: Vocabularies): readonly Text[] {
  const rest = [...after];
  const take = (matches: (other: Condition) => boolean): Condition | undefined => {
    const at = rest.findIndex(matches);
    return at < 0 ? undefined : rest.splice(at, 1)[0];
  };
  const unequal = before.filter((part) => take((other) => same(part, other)) === undefined);
  return [
    ...unequal.flatMap((part) => {
      const partner = take((other) => isAbout(part, other));
      if (partner === undefined) return [joinText({ en: "no longer: ", zh: "不再要求：" }, conditionText(part, words[0]))];
      return conditionChanges(part, partner, words);
    }),
    ...rest.map((part) => joinText({ en: "new: ", zh: "新增：" }, conditionText(part, words[1]))),
  ];
}

function isAbout(a: Condition, b: Condition): boolean {
  if (isLeaf(a) || isLeaf(b)) return isLeaf(a) && isLeaf(b) && a.fact === b.fact;
  if ("condition" in a || "condition" in b) return false;
  return "not" in a === "not" in b;
}

/** The same but for priorities inside, which order evaluation and never a result. */
export function same(a: Condition, b: Condition): boolean {
  return JSON.stringify(bare(a)) === JSON.stringify(bare(b));
}

function bare(condition: Condition): unknown {
  if ("all" in condition) return { all: condition.all.map(bare) };
  if ("any" in condition) return { any: condition.any.map(bare) };
  if ("not" in condition) return { not: bare(condition.not) };
  if ("condition" in condition) return { condition: condition.condition };
  return [condition.fact, condition.operator, condition.value, condition.path];
}
