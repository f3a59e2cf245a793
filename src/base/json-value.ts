import type { Node } from "jsonc-parser";
import type { Spot } from "./json-places.ts";
import type { LineTable } from "./line-table.ts";
import { below } from "./pointer.ts";
import type { Text } from "./text.ts";

/** Something the grammar of JSON allows and we refuse. */
export interface ValueFault {
  readonly code: "duplicate-key" | "forbidden-key" | "number-too-large";
  readonly pointer: string;
  readonly spot: Spot;
  words(lines: LineTable): { readonly message: Text; readonly hint?: Text };
}

/** Keys through which an object's prototype could be reached. */
const forbidden: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);
/** At most so many are told of one file. */
const most = 200;

/**
 * The value of a parsed tree. Refused keys are left out, of duplicates the last stays (as other readers of
 * JSON have it). Recursion is safe: the nesting was bounded before parsing.
 */
export function valueOfTree(root: Node | undefined): { value: unknown; faults: readonly ValueFault[] } {
  const faults: ValueFault[] = [];
  const report = (fault: ValueFault): void => {
    if (faults.length < most) faults.push(fault);
  };
  return { value: root === undefined ? undefined : build(root, "", report), faults };
}

function build(node: Node, pointer: string, report: (fault: ValueFault) => void): unknown {
  if (node.type === "array") {
    return (node.children ?? []).map((item, index) => build(item, below(pointer, index), report));
  }
  if (node.type === "object") return buildObject(node, pointer, report);
  const value: unknown = node.value;
  if (typeof value === "number" && !Number.isFinite(value)) report(tooLarge(node, pointer));
  return value;
}

function buildObject(node: Node, pointer: string, report: (fault: ValueFault) => void): object {
  const first = new Map<string, Node>();
  const entries: [string, unknown][] = [];
  for (const member of node.children ?? []) {
    const [keyNode, valueNode] = member.children ?? [];
    const key: unknown = keyNode?.value;
    if (keyNode === undefined || typeof key !== "string") continue;
    const here = below(pointer, key);
    const earlier = first.get(key);
    if (forbidden.has(key)) {
      report(forbiddenKey(key, keyNode, here));
      continue;
    }
    if (earlier === undefined) first.set(key, keyNode);
    else report(duplicateKey(key, { keyNode, earlier }, here));
    if (valueNode !== undefined) entries.push([key, build(valueNode, here, report)]);
  }
  return Object.fromEntries(entries); // defines own properties: no key can reach a prototype
}

function duplicateKey(key: string, nodes: { keyNode: Node; earlier: Node }, pointer: string): ValueFault {
  return {
    code: "duplicate-key",
    pointer,
    spot: nodes.keyNode,
    words: (lines) => {
      const { line } = lines.position(nodes.earlier.offset);
      return {
        message: { en: `key \`${key}\` stands twice`, zh: `键 \`${key}\` 重复出现` },
        hint: {
          en: `it is already on line ${line}; one of the two would be ignored in silence`,
          zh: `第 ${line} 行已有同名的键；两者之一会被悄悄忽略`,
        },
      };
    },
  };
}

function forbiddenKey(key: string, keyNode: Node, pointer: string): ValueFault {
  return {
    code: "forbidden-key",
    pointer,
    spot: keyNode,
    words: () => ({
      message: { en: `key \`${key}\` is not allowed`, zh: `不允许使用键 \`${key}\`` },
      hint: { en: "JavaScript gives it a meaning of its own; rename it", zh: "JavaScript 赋予它特殊含义；请改名" },
    }),
  };
}

function tooLarge(node: Node, pointer: string): ValueFault {
  return {
    code: "number-too-large",
    pointer,
    spot: node,
    words: () => ({ message: { en: "the number is too large", zh: "数字过大" } }),
  };
}
