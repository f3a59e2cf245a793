import type { Text } from "../../base/index.ts";
import type { Condition } from "../policy.ts";
import { joinText } from "../words/value-text.ts";
import type { MutantKind } from "./mutant.ts";

/** A condition edited in one place. */
export interface ConditionEdit {
  readonly kind: MutantKind;
  readonly pointer: string;
  readonly edit: Text;
  readonly condition: Condition;
}

/** `a becomes b`. */
export function becomes(before: Text, after: Text): Text {
  return joinText({ en: "", zh: "“" }, before, { en: " becomes ", zh: "”变为“" }, after, { en: "", zh: "”" });
}
