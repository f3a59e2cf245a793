import type { Text } from "../../base/index.ts";
import { below } from "../json.ts";
import type { Condition } from "../policy.ts";
import { conditionText } from "../words/leaf-text.ts";
import type { Vocabulary } from "../words/value-text.ts";
import { becomes } from "./edit.ts";
import type { ConditionEdit } from "./edit.ts";
import { leafEdits } from "./leaf-edits.ts";

/** Every condition that one edit makes of this one. */
export function conditionEdits(condition: Condition, pointer: string, vocabulary: Vocabulary): readonly ConditionEdit[] {
  if ("condition" in condition) return [];
  if ("not" in condition) {
    const inside = conditionEdits(condition.not, below(pointer, "not"), vocabulary);
    return inside.map((edit) => ({ ...edit, condition: { ...condition, not: edit.condition } }));
  }
  if ("all" in condition || "any" in condition) return listEdits(condition, pointer, vocabulary);
  return leafEdits(condition, vocabulary).map((edit) => ({ ...edit, pointer }));
}

type List = Extract<Condition, { readonly all: unknown } | { readonly any: unknown }>;

function listEdits(list: List, pointer: string, vocabulary: Vocabulary): readonly ConditionEdit[] {
  const key = "all" in list ? "all" : "any";
  const parts = "all" in list ? list.all : list.any;
  const made = (next: readonly Condition[]): Condition => ({ ...list, [key]: next }) as List;
  const flipped: Condition = key === "all" ? { any: parts } : { all: parts };
  const flips: readonly ConditionEdit[] =
    parts.length < 2 ? [] : [{ kind: "all-any", pointer, edit: becomes(conditionText(list, vocabulary), conditionText(flipped, vocabulary)), condition: flipped }];
  const inside = parts.flatMap((part, index): readonly ConditionEdit[] => {
    const at = below(pointer, key, index);
    const replaced = (next: Condition): Condition => made(parts.map((one, place) => (place === index ? next : one)));
    const words = conditionText(part, vocabulary);
    // An `any` without parts always holds in json-rules-engine, and reading it is a mistake.
    const drops = parts.length > 1 || key === "all";
    return [
      ...(drops ? [{ kind: "dropped", pointer: at, edit: dropped(words), condition: made(parts.filter((_, place) => place !== index)) } as const] : []),
      { kind: "negated", pointer: at, edit: negatedText(words), condition: replaced(negated(part)) },
      ...conditionEdits(part, at, vocabulary).map((edit) => ({ ...edit, condition: replaced(edit.condition) })),
    ];
  });
  return [...flips, ...inside];
}

function negated(condition: Condition): Condition {
  return "not" in condition ? condition.not : { not: condition };
}

function dropped(words: Text): Text {
  return { en: `${words.en} is dropped`, zh: `删去“${words.zh}”` };
}

function negatedText(words: Text): Text {
  return { en: `${words.en} is turned into its opposite`, zh: `“${words.zh}”被取反` };
}
