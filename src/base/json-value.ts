import type { Node } from "jsonc-parser";
import { escapeControl } from "./escape-control.ts";
import type { Spot } from "./json-places.ts";
import type { LineTable } from "./line-table.ts";
import { toPointer } from "./pointer.ts";
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

/** What a walk through the tree carries: the way to the present node, and the faults met. */
interface Walk {
  readonly path: (string | number)[];
  readonly faults: ValueFault[];
}

/**
 * The value of a parsed tree. Refused keys are left out, of duplicates the last stays (as other readers of
 * JSON have it). Recursion is safe: the nesting was bounded before parsing.
 */
export function valueOfTree(root: Node | undefined): {
  value: unknown;
  faults: readonly ValueFault[];
} {
  const walk: Walk = { path: [], faults: [] };
  return { value: root === undefined ? undefined : build(root, walk), faults: walk.faults };
}

function build(node: Node, walk: Walk): unknown {
  if (node.type === "object") return buildObject(node, walk);
  if (node.type === "array") return buildList(node, walk);
  const value: unknown = node.value;
  if (typeof value === "number" && !Number.isFinite(value)) report(walk, tooLarge(node));
  return value;
}

function buildList(node: Node, walk: Walk): unknown[] {
  const list: unknown[] = [];
  for (const item of node.children ?? []) {
    walk.path.push(list.length);
    list.push(build(item, walk));
    walk.path.pop();
  }
  return list;
}

function buildObject(node: Node, walk: Walk): object {
  const object: Record<string, unknown> = {};
  for (const member of node.children ?? []) {
    const [keyNode, valueNode] = member.children ?? [];
    const key: unknown = keyNode?.value;
    if (keyNode === undefined || typeof key !== "string") continue;
    walk.path.push(key);
    if (forbidden.has(key)) {
      report(walk, forbiddenKey(key, keyNode));
    } else {
      if (Object.hasOwn(object, key)) report(walk, duplicateKey(key, node, keyNode));
      object[key] = valueNode === undefined ? undefined : build(valueNode, walk);
    }
    walk.path.pop();
  }
  return object;
}

type Fault = Omit<ValueFault, "pointer">;

function report(walk: Walk, fault: Fault): void {
  if (walk.faults.length < most) walk.faults.push({ ...fault, pointer: toPointer(walk.path) });
}

function duplicateKey(key: string, object: Node, keyNode: Node): Fault {
  const earlier = object.children?.find((member) => member.children?.[0]?.value === key) ?? keyNode;
  return {
    code: "duplicate-key",
    spot: keyNode,
    words: (lines) => {
      const { line } = lines.position(earlier.offset);
      return {
        message: {
          en: `key \`${escapeControl(key)}\` stands twice`,
          zh: `键 \`${escapeControl(key)}\` 重复出现`,
        },
        hint: {
          en: `it is already on line ${line}; one of the two would be ignored in silence`,
          zh: `第 ${line} 行已有同名的键；两者之一会被悄悄忽略`,
        },
      };
    },
  };
}

function forbiddenKey(key: string, keyNode: Node): Fault {
  return {
    code: "forbidden-key",
    spot: keyNode,
    words: () => ({
      message: {
        en: `key \`${escapeControl(key)}\` is not allowed`,
        zh: `不允许使用键 \`${escapeControl(key)}\``,
      },
      hint: {
        en: "JavaScript gives it a meaning of its own; rename it",
        zh: "JavaScript 赋予它特殊含义；请改名",
      },
    }),
  };
}

function tooLarge(node: Node): Fault {
  return {
    code: "number-too-large",
    spot: node,
    words: () => ({
      message: { en: "the number is too large", zh: "数字过大" },
      hint: { en: "the largest is about 1.8e308", zh: "最大约为 1.8e308" },
    }),
  };
}
