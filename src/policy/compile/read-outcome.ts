import type { CompiledDecision, Outcome } from "../compiled.ts";
import type { Constant } from "../policy.ts";
import { isOn } from "./bits.ts";

/** An outcome for people. */
export interface ReadOutcome {
  /** The event type; those of monitoring joined with ` + `; `no-action` where there is none. */
  readonly type: string;
  readonly types: readonly string[];
  readonly params: Readonly<Record<string, Constant | readonly Constant[]>>;
  /** The rules that decided, the highest priority first; none where a missing fact left it open or nothing matched. */
  readonly because: readonly string[];
  /** The rules that fired, in the order of the file. */
  readonly fired: readonly string[];
  readonly undecided: boolean;
  readonly conflict: boolean;
}

/** Puts an outcome into words. */
export function readOutcome(compiled: CompiledDecision, outcome: Outcome): ReadOutcome {
  const { decision, outcomes, params, ranks, rules } = compiled;
  const isSet = decision === "monitoring";
  const types = outcomes.filter((_, code) => (isSet ? ((outcome.code >> code) & 1) === 1 : code === outcome.code));
  const { because } = outcome;
  return {
    type: types.length === 0 ? "no-action" : types.join(" + "),
    types,
    params: Object.fromEntries(
      params.flatMap((name, param) => {
        const value = readParam(compiled, param, outcome.params[param] ?? NaN);
        return value === undefined ? [] : [[name, value] as const];
      }),
    ),
    because: because === undefined ? [] : ranks.filter((_, rank) => isOn(because, rank)),
    fired: rules.filter((_, rule) => isOn(outcome.fired, rule)),
    undecided: outcome.undecided,
    conflict: outcome.conflict === true,
  };
}

function readParam({ forms, texts }: CompiledDecision, param: number, value: number): Constant | readonly Constant[] | undefined {
  if (value !== value) return undefined;
  if (forms[param] === "text") return texts[value];
  // A product may be −0, which is written like 0.
  return forms[param] === "boolean" ? value !== 0 : value + 0;
}
