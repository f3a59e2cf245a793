import { findNodeAtLocation, parseTree } from "jsonc-parser";
import { fromPointer } from "../../base/index.ts";
import type { Repair } from "./lint-rule.ts";

/**
 * The text with its repairs made, everything else untouched. The last places come first, so that no repair moves
 * another; one that lies within another is left for the next time.
 */
export function repairText(text: string, repairs: readonly Repair[]): { readonly text: string; readonly made: number } {
  const root = parseTree(text);
  const placed = repairs.flatMap((repair) => {
    const node = root === undefined ? undefined : findNodeAtLocation(root, stepsOf(repair.pointer));
    return node === undefined ? [] : [{ repair, offset: node.offset, end: node.offset + node.length }];
  });
  const ordered = placed.toSorted((a, b) => b.offset - a.offset || a.end - b.end);
  let [result, made, free] = [text, 0, Number.POSITIVE_INFINITY];
  for (const { repair, offset, end } of ordered) {
    if (end > free) continue;
    free = offset;
    result = repair.kind === "remove" ? removed(result, repair.pointer) : lifted(result, repair);
    made += 1;
  }
  return { text: result, made };
}

/** Without an entry of a list or an object, and without the comma and the space that belonged to it. */
function removed(text: string, pointer: string): string {
  const root = parseTree(text);
  const value = root === undefined ? undefined : findNodeAtLocation(root, stepsOf(pointer));
  const node = value?.parent?.type === "property" ? value.parent : value;
  const siblings = node?.parent?.children ?? [];
  const at = node === undefined ? -1 : siblings.indexOf(node);
  if (node === undefined || at < 0) return text;
  const [before, after] = [siblings[at - 1], siblings[at + 1]];
  const end = node.offset + node.length;
  if (after !== undefined) return text.slice(0, node.offset) + text.slice(after.offset);
  return text.slice(0, before === undefined ? node.offset : before.offset + before.length) + text.slice(end);
}

function lifted(text: string, { pointer, part }: Extract<Repair, { readonly kind: "lift" }>): string {
  const root = parseTree(text);
  const [outer, inner] = [pointer, part].map((place) => (root === undefined ? undefined : findNodeAtLocation(root, stepsOf(place))));
  if (outer === undefined || inner === undefined) return text;
  const kept = text.slice(inner.offset, inner.offset + inner.length);
  return text.slice(0, outer.offset) + kept + text.slice(outer.offset + outer.length);
}

function stepsOf(pointer: string): (string | number)[] {
  return fromPointer(pointer).map((key) => (/^\d+$/u.test(key) ? Number(key) : key));
}
