import { diagnose } from "../../base/index.ts";
import type { Diagnostic, JsonDocument } from "../../base/index.ts";
import type { Dictionary } from "../../facts/index.ts";
import type { Condition } from "../policy.ts";
import { makeFactSource } from "./fact-source.ts";
import { lower } from "./lower.ts";

/**
 * What the compiler refuses in a condition that was read, by name: paths other than keys and indices, facts with
 * params, custom operators, operators that throw for a constant wherever they are reached, references that lead
 * nowhere or back to themselves. Empty: it compiles. Findings inside a named condition stand at the reference.
 */
export function checkCompilable(input: {
  readonly conditions: Condition;
  readonly named: Readonly<Record<string, Condition>>;
  readonly dictionary: Dictionary;
  /** Where the condition stands. */
  readonly document?: JsonDocument;
  readonly pointer?: string;
}): readonly Diagnostic[] {
  const { conditions, named, dictionary, document, pointer = "" } = input;
  const facts = makeFactSource({ dictionary, known: new Map() });
  return lower(conditions, { facts, named }).refusals.map((refusal) =>
    diagnose({
      code: "cannot-compile",
      message: refusal.why,
      hint: {
        en: "only what json-rules-engine decides from the facts alone, without code of one's own, can be compiled",
        zh: "只有 json-rules-engine 仅凭事实、无需自定义代码即可判定的内容才能编译",
      },
      ...(document === undefined ? {} : { document, pointer: `${pointer}${refusal.pointer}` }),
    }),
  );
}
