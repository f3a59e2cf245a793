import { isDeepStrictEqual } from "node:util";
import type { Decision } from "./door.d.ts";

/** What a matcher answers. */
interface Answer {
  readonly pass: boolean;
  readonly message: () => string;
  readonly actual?: unknown;
  readonly expected?: unknown;
}

interface Compared {
  readonly what: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

function answer(received: unknown, { what, expected, actual }: Compared, pass: boolean): Answer {
  const explanation = isDecision(received) ? `\n\n${received.explanation}` : "";
  return { pass, expected, actual, message: () => `expected the decision ${pass ? "not " : ""}to ${what}${explanation}` };
}

function isDecision(value: unknown): value is Decision {
  return typeof value === "object" && value !== null && "type" in value && "because" in value && "explanation" in value;
}

/** A value that is no decision fails with what to do. */
function noDecision(received: unknown): Answer {
  return { pass: false, message: () => `expected a decision, as \`await decide({ … })\` gives it, not ${typeof received}` };
}

/** Matchers of decisions, as vitest's `expect.extend` takes them. */
export const decisionMatchers = {
  toDecide(received: unknown, type: string, params: Readonly<Record<string, unknown>> = {}): Answer {
    if (!isDecision(received)) return noDecision(received);
    const actual = { type: received.type, ...Object.fromEntries(Object.keys(params).map((name) => [name, received.params[name]])) };
    const expected = { type, ...params };
    return answer(received, { what: `decide ${JSON.stringify(expected)}, and it decides ${JSON.stringify(actual)}`, expected, actual }, isDeepStrictEqual(actual, expected));
  },
  toBeBecauseOf(received: unknown, ...rules: readonly string[]): Answer {
    if (!isDecision(received)) return noDecision(received);
    const actual = received.because;
    return answer(received, { what: `be because of ${rules.join(", ") || "no rule"}, and it is because of ${actual.join(", ") || "no rule"}`, expected: rules, actual }, isDeepStrictEqual([...actual], [...rules]));
  },
  toBeUndecided(received: unknown): Answer {
    if (!isDecision(received)) return noDecision(received);
    return answer(received, { what: "be left open by a missing fact", expected: true, actual: received.undecided }, received.undecided);
  },
};
