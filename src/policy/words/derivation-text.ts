import type { Text } from "../../base/index.ts";
import type { Derivation, Operand } from "../policy.ts";
import { both, factText, joinText, listText } from "./value-text.ts";
import type { Vocabulary } from "./value-text.ts";

/** How a derived fact is computed: `monthly income × 2, rounded down to 10000`. */
export function derivationText(derivation: Derivation, vocabulary: Vocabulary): Text {
  const operand = (of: Operand): Text => (typeof of === "number" ? both(String(of)) : factText(of, vocabulary));
  if ("band" in derivation) {
    const steps = derivation.steps.map(({ from, to }) => both(`${from} → ${to}`));
    return joinText({ en: "by bands of ", zh: "按" }, operand(derivation.band), { en: ": ", zh: " 分档：" }, listText(steps));
  }
  const { roundDownTo } = derivation;
  const rounded: Text = roundDownTo === undefined ? both("") : { en: `, rounded down to ${roundDownTo}`, zh: `，向下取整至 ${roundDownTo}` };
  return joinText(formula(derivation, operand), rounded);
}

function formula(derivation: Exclude<Derivation, { readonly band: string }>, operand: (of: Operand) => Text): Text {
  if ("min" in derivation) return joinText({ en: "the least of ", zh: "取最小：" }, listText(derivation.min.map(operand)));
  if ("max" in derivation) return joinText({ en: "the greatest of ", zh: "取最大：" }, listText(derivation.max.map(operand)));
  const pair = (of: readonly [Operand, Operand], sign: string): Text => joinText(operand(of[0]), ` ${sign} `, operand(of[1]));
  if ("times" in derivation) return pair(derivation.times, "×");
  if ("plus" in derivation) return pair(derivation.plus, "+");
  if ("minus" in derivation) return pair(derivation.minus, "−");
  return pair(derivation.dividedBy, "÷");
}
