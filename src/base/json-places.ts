import type { Node } from "jsonc-parser";
import type { Place } from "./diagnostic.ts";
import type { LineTable } from "./line-table.ts";
import { fromPointer } from "./pointer.ts";
import { frameOf } from "./source-frame.ts";

/** Characters of a text: offset and length in UTF-16 units. */
export interface Spot {
  readonly offset: number;
  readonly length: number;
}

/** Finds places in a parsed text. */
export interface Places {
  readonly of: (pointer: string, part?: "key" | "value") => Place;
  readonly at: (spot: Spot, pointer: string) => Place;
  /** The value's node; `undefined` for a pointer to nothing. */
  readonly node: (pointer: string) => Node | undefined;
}

/** Places of one text. Members of large objects are indexed when first asked for. */
export function placesIn(source: {
  readonly file: string;
  readonly text: string;
  readonly lines: LineTable;
  readonly root: Node | undefined;
}): Places {
  const { file, text, lines, root } = source;
  const indexes = new WeakMap<Node, ReadonlyMap<string, Node>>();

  const child = (node: Node, key: string): Node | undefined => {
    if (node.type === "array") return /^\d+$/.test(key) ? node.children?.[Number(key)] : undefined;
    if (node.type !== "object") return undefined;
    let index = indexes.get(node);
    if (index === undefined) {
      index = membersOf(node);
      indexes.set(node, index);
    }
    return index.get(key);
  };

  /** The node itself, or the nearest that encloses it. `found` tells which. */
  const walk = (pointer: string): { node: Node | undefined; found: boolean } => {
    let node = root;
    for (const key of fromPointer(pointer)) {
      const next = node === undefined ? undefined : valueOf(child(node, key));
      if (next === undefined) return { node, found: false };
      node = next;
    }
    return { node, found: node !== undefined };
  };

  const at = (spot: Spot, pointer: string): Place => {
    const { line, column } = lines.position(spot.offset);
    const place = { line, column, length: spot.length };
    return { file, pointer, ...place, frame: frameOf(lines, place) };
  };

  return {
    at,
    of: (pointer, part = "value") => {
      const { node, found } = walk(pointer);
      if (node === undefined) return at({ offset: 0, length: Math.min(1, text.length) }, pointer);
      const key = part === "key" && found ? keyOf(node) : undefined;
      return at(key ?? spotOf(node), pointer);
    },
    node: (pointer) => {
      const { node, found } = walk(pointer);
      return found ? node : undefined;
    },
  };
}

/** An object's members by key; the last of duplicates, as the value has it. */
function membersOf(node: Node): ReadonlyMap<string, Node> {
  const members = new Map<string, Node>();
  for (const member of node.children ?? []) {
    const key: unknown = member.children?.[0]?.value;
    if (typeof key === "string") members.set(key, member);
  }
  return members;
}

/** A member's value; other nodes are values. */
function valueOf(node: Node | undefined): Node | undefined {
  return node?.type === "property" ? node.children?.[1] : node;
}

function keyOf(value: Node): Spot | undefined {
  return value.parent?.type === "property" ? value.parent.children?.[0] : undefined;
}

/** A plain value whole; of an object or list only the opening bracket. */
function spotOf(node: Node): Spot {
  const container = node.type === "object" || node.type === "array";
  return { offset: node.offset, length: container ? 1 : node.length };
}
