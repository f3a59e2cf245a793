import type { CompiledDecision, Outcome } from "../compiled.ts";
import { isOn } from "../compile/bits.ts";

/** Whether two decisions came to the same, to the same by other rules, or not. */
export type Sameness = "same" | "other-rules" | "different";

/** Compares outcomes of two policies by numbers alone: codes, texts and params of the second are put in terms of the first. */
export function makeSameness(before: CompiledDecision, after: CompiledDecision): (x: Outcome, y: Outcome) => Sameness {
  const isSet = before.decision === "monitoring";
  const codes = after.outcomes.map((type) => before.outcomes.indexOf(type));
  const params = [...new Set([...before.params, ...after.params])].map((param) => [before.params.indexOf(param), after.params.indexOf(param)] as const);
  const plain = before.texts.map((text) => JSON.stringify(text));
  const texts = after.texts.map((text) => plain.indexOf(JSON.stringify(text)));
  const known = params.every(([p, q]) => p < 0 || q < 0 || before.forms[p] === after.forms[q]);
  const codeOf = (code: number): number => {
    if (!isSet) return codes[code] ?? -1;
    let bits = 0;
    codes.forEach((bit, index) => {
      if (((code >> index) & 1) === 1) bits |= bit < 0 ? 1 << 30 : 1 << bit;
    });
    return bits;
  };
  const sameParam = (x: Outcome, y: Outcome, [p, q]: readonly [number, number]): boolean => {
    const [a, b] = [p < 0 ? NaN : (x.params[p] ?? NaN), q < 0 ? NaN : (y.params[q] ?? NaN)];
    if (before.forms[p] === "text" && after.forms[q] === "text" && b === b) return a === (texts[b] ?? -1);
    if (!known && a === a && b === b) return JSON.stringify(written(before, p, a)) === JSON.stringify(written(after, q, b));
    return Object.is(a, b) || a === b;
  };
  return (x, y) => {
    const same =
      x.code === codeOf(y.code) && x.undecided === y.undecided && x.conflict === y.conflict && params.every((pair) => sameParam(x, y, pair));
    if (!same) return "different";
    return namesOf(before, x) === namesOf(after, y) ? "same" : "other-rules";
  };
}

function written({ forms, texts }: CompiledDecision, param: number, value: number): unknown {
  if (forms[param] === "text") return texts[value];
  return forms[param] === "boolean" ? value !== 0 : value;
}

/** The rules that decided, by name; few, so that this costs little. */
function namesOf({ ranks }: CompiledDecision, { because }: Outcome): string {
  if (because === undefined) return "";
  let names = "";
  for (let rank = 0; rank < ranks.length; rank += 1) if (isOn(because, rank)) names += `${ranks[rank]}\n`;
  return names;
}
