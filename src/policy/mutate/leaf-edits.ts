import type { FactDefinition } from "../../facts/index.ts";
import type { Leaf } from "../policy.ts";
import { bareSideText, leafText, operatorText, parameterOf } from "../words/leaf-text.ts";
import { joinText } from "../words/value-text.ts";
import type { Vocabulary } from "../words/value-text.ts";
import { becomes } from "./edit.ts";
import type { ConditionEdit } from "./edit.ts";

const strictness: Readonly<Record<string, string>> = {
  lessThan: "lessThanInclusive",
  lessThanInclusive: "lessThan",
  greaterThan: "greaterThanInclusive",
  greaterThanInclusive: "greaterThan",
};

type LeafEdit = Omit<ConditionEdit, "pointer">;

/** A comparison with its threshold a step up or down, its strictness turned, or one value of its list gone. */
export function leafEdits(leaf: Leaf, vocabulary: Vocabulary): readonly LeafEdit[] {
  return [...thresholds(leaf, vocabulary), ...strict(leaf, vocabulary), ...shorter(leaf, vocabulary)];
}

function edited(kind: LeafEdit["kind"], before: Leaf, after: Leaf, vocabulary: Vocabulary): LeafEdit {
  const tail = joinText(operatorText(after.operator), " ", bareSideText(after, vocabulary));
  return { kind, edit: becomes(leafText(before, vocabulary), tail), condition: after };
}

function thresholds(leaf: Leaf, vocabulary: Vocabulary): readonly LeafEdit[] {
  const { value } = leaf;
  const parameter = parameterOf(value, vocabulary);
  const at = parameter?.value ?? value;
  if (typeof at !== "number") return [];
  const step = parameter === undefined ? thresholdStep(vocabulary.dictionary.facts.get(leaf.fact), at) : parameter.step;
  return [at + step, at - step].map((next) => edited("threshold", leaf, { ...leaf, value: tidy(next) }, vocabulary));
}

/** One unit, or the last decimal kept; money written in whole yuan moves by a yuan. */
export function thresholdStep(definition: FactDefinition | undefined, at: number): number {
  if (definition?.type === "decimal") return Number(`1e-${definition.decimals}`);
  if (definition?.type === "integer" && definition.unit === "fen" && at % 100 === 0) return 100;
  return 1;
}

/** Sums of decimals without their last stray bits. */
function tidy(value: number): number {
  return Number(value.toPrecision(15));
}

function strict(leaf: Leaf, vocabulary: Vocabulary): readonly LeafEdit[] {
  const operator = Object.hasOwn(strictness, leaf.operator) ? strictness[leaf.operator] : undefined;
  return operator === undefined ? [] : [edited("strictness", leaf, { ...leaf, operator }, vocabulary)];
}

/** A list that would be empty says nothing that a negation does not. */
function shorter(leaf: Leaf, vocabulary: Vocabulary): readonly LeafEdit[] {
  const { value } = leaf;
  if (!Array.isArray(value) || value.length < 2) return [];
  return value.map((_, index) => {
    const next: readonly unknown[] = value.filter((_one, place) => place !== index);
    return edited("value-dropped", leaf, { ...leaf, value: next }, vocabulary);
  });
}
