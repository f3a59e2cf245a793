import type { Outcome } from "../compiled.ts";
import { lowestOn } from "./bits.ts";
import { clear, say, sayMissing } from "./combination.ts";
import type { Combination, CombinationInput, Settle } from "./combination.ts";
import { combinerOf } from "./events.ts";
import { reduceType } from "./reduce-type.ts";
import { makeTryAll } from "./try-all.ts";

/**
 * Closure: a refusal wins; else one plan of the factors to verify and the first way to settle. Where no rule speaks,
 * `otherwise` does; a plan without factors asks for those of the procedures.
 */
export function combineClosure({ events, file }: CombinationInput): Combination {
  const names = [...new Set(["plan", "refuse", ...events.types.filter((type) => type !== "verify" && type !== "settle"), "no-action"])];
  const codeOf = (type: string): number => Math.max(0, names.indexOf(type));
  const codes = events.typeOf.map((type) => codeOf(events.types[type] ?? "plan"));
  const reduce = (type: string) => {
    const what = { type: events.types.indexOf(type), combiner: combinerOf(file, type) };
    return (fired: Int32Array, outcome: Outcome) => reduceType(events, what, fired, outcome);
  };
  const [refuse, verify, settleDebt] = [reduce("refuse"), reduce("verify"), reduce("settle")];
  const settle: Settle = (fired, outcome) => {
    if (lowestOn(fired) < 0) return say(events, events.count, codes[events.count] ?? 0, outcome);
    clear(outcome);
    const refused = refuse(fired, outcome);
    outcome.code = codeOf(refused === "absent" ? "plan" : "refuse");
    if (refused !== "absent") return refused === "present";
    const [verified, settled] = [verify(fired, outcome), settleDebt(fired, outcome)];
    return [verified, settled].every((reduced) => reduced === "present" || reduced === "absent");
  };
  const tryAll = makeTryAll(settle, events);
  return {
    outcomes: names,
    combine(fired, open, outcome) {
      if (!tryAll(fired, open, outcome)) sayMissing(events, codes[events.count + 1] ?? 0, outcome);
    },
  };
}
