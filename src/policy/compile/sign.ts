import type { FactName } from "../../facts/index.ts";
import type { Row } from "../compiled.ts";
import { whenFalse, whenTrue } from "./emit.ts";
import { makeFunction } from "./make-function.ts";
import { mayBeOpen, mayThrow } from "./node.ts";
import type { Node } from "./node.ts";
import { makeScope, type ProgramInput } from "./program.ts";

/** Bits of a sign: it stays a small integer. */
const signBits = 30;

/** Where the facts of a sign are: in two rows, the slots of the second after those of the first. */
export interface SignPlaces {
  /** Slots of the first row. */
  readonly size: number;
  slot(fact: FactName): number;
}

/** A number for all that the comparisons of some rules say of the facts in two rows. */
export type Sign = (first: Row, second: Row) => number;

/**
 * Facts of one sign are judged alike, so a judgement can be remembered by it. Undefined where the comparisons do not
 * fit into one number.
 */
export function makeSign(input: ProgramInput, places: SignPlaces): Sign | undefined {
  const nodes = input.rules.map((rule) => rule.node);
  if (nodes.some(mayThrow)) return undefined;
  const scope = makeScope({ ...input, layout: { ...input.layout, slot: (fact) => places.slot(fact) } }, new Set());
  const texts = new Set<string>();
  for (const leaf of nodes.flatMap(leavesOf)) {
    texts.add(whenTrue(leaf, scope));
    if (mayBeOpen(leaf)) texts.add(whenFalse(leaf, scope));
  }
  if (texts.size > signBits) return undefined;
  const constants = scope.constants.map((_, k) => `const k${k}=K[${k}];`).join("");
  const loads = [...scope.slots].map((slot) => `const x${slot}=${slot < places.size ? `a[${slot}]` : `b[${slot - places.size}]`};`).join("");
  const bits = [...texts].map((text, bit) => `((${text})|0)<<${bit}`);
  const body = `${constants}return function(a,b){${loads}${scope.derivedText()}return ${["0", ...bits].join("|")};};`;
  return makeFunction<(constants: readonly unknown[]) => Sign>(["K"], body)(scope.constants);
}

/** The comparisons that a node is made of. */
function leavesOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case "constant":
      return [];
    case "all":
    case "any":
      return node.sets.flat().flatMap(leavesOf);
    case "not":
      return leavesOf(node.of);
    case "compare":
    case "among":
    case "pair":
    case "apply":
      return [node];
  }
}
