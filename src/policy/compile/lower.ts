import { below } from "../../base/index.ts";
import type { Text } from "../../base/index.ts";
import { quote } from "../findings.ts";
import { isList, isObject } from "../json.ts";
import type { JsonObject } from "../json.ts";
import type { Condition } from "../policy.ts";
import type { FactSource } from "./fact-source.ts";
import { lowerLeaf } from "./lower-leaf.ts";
import { always, isConstant, join, negate, leftOpen } from "./node.ts";
import type { Node, Side } from "./node.ts";
import { readPath } from "./path.ts";

/** A part of a condition that cannot be compiled: where, and why. */
export interface Refusal {
  /** JSON pointer below the condition; empty for the condition itself. */
  readonly pointer: string;
  readonly why: Text;
}

/** A condition as a node, and everything in it that cannot be compiled (left open in the node). */
export interface Lowered {
  readonly node: Node;
  readonly refusals: readonly Refusal[];
}

/** A condition may grow to this many nodes once its named conditions are put in. */
const nodesMax = 20_000;

/** So many named conditions may stand inside each other. */
const chainMax = 64;

/** Conditions → node: named conditions put in, known facts folded, priorities kept where order can be seen. */
export function lower(
  condition: Condition,
  context: { readonly facts: FactSource; readonly named: Readonly<Record<string, Condition>> },
): Lowered {
  const walk: Walk = { ...context, refusals: [], count: 0 };
  return { node: lowerRoot(condition, "", walk), refusals: walk.refusals };
}

interface Walk {
  readonly facts: FactSource;
  readonly named: Readonly<Record<string, Condition>>;
  readonly refusals: Refusal[];
  count: number;
}

interface Place {
  readonly pointer: string;
  /** The named conditions being put in here. */
  readonly within: readonly string[];
}

/** Inside a named condition findings stay at the reference. */
function inside(place: Place, ...keys: readonly (string | number)[]): Place {
  return place.within.length > 0 ? place : { ...place, pointer: below(place.pointer, ...keys) };
}

function lowerRoot(condition: unknown, pointer: string, walk: Walk): Node {
  const place = { pointer, within: [] };
  if (!isObject(condition)) return refuse(walk, pointer, "a condition is an object", "条件须为对象");
  return lowerBoolean(condition, place, walk) ?? lowerNode(condition, place, walk);
}

/** Below the root a reference wins over all boolean keys, as in json-rules-engine. */
function lowerNode(condition: unknown, place: Place, walk: Walk): Node {
  const { pointer } = place;
  walk.count += 1;
  if (walk.count > nodesMax) {
    if (walk.count > nodesMax + 1) return leftOpen;
    return refuse(walk, pointer, "these conditions grow too large once the named ones are put in", "代入命名条件后，条件过大");
  }
  if (!isObject(condition)) return refuse(walk, pointer, "a condition is an object", "条件须为对象");
  if (Object.hasOwn(condition, "condition")) return lowerReference(condition["condition"], place, walk);
  return lowerBoolean(condition, place, walk) ?? lowerComparison(condition, place, walk);
}

function lowerReference(name: unknown, { pointer, within }: Place, walk: Walk): Node {
  if (typeof name !== "string" || !Object.hasOwn(walk.named, name)) {
    return refuse(walk, pointer, `no condition is named ${quote(name)}`, `没有名为 ${quote(name)} 的条件`);
  }
  if (within.includes(name) || within.length >= chainMax) {
    return refuse(walk, pointer, `the condition ${quote(name)} leads back to itself`, `条件 ${quote(name)} 循环引用自身`);
  }
  return lowerNode(walk.named[name], { pointer, within: [...within, name] }, walk);
}

/** Of several boolean keys json-rules-engine reads `any`, else `all`, else `not`. */
function lowerBoolean(condition: JsonObject, place: Place, walk: Walk): Node | undefined {
  if (Object.hasOwn(condition, "any")) return lowerList("any", condition["any"], place, walk);
  if (Object.hasOwn(condition, "all")) return lowerList("all", condition["all"], place, walk);
  if (!Object.hasOwn(condition, "not")) return undefined;
  return negate(lowerNode(condition["not"], inside(place, "not"), walk));
}

function lowerList(kind: "all" | "any", list: unknown, place: Place, walk: Walk): Node {
  const within = inside(place, kind);
  if (!isList(list)) return refuse(walk, within.pointer, `${quote(kind)} is a list of conditions`, `${quote(kind)} 须为条件列表`);
  if (list.length === 0) return always;
  const decisive = kind === "all" ? 0 : 1;
  const sets: Node[][] = [];
  for (const indices of byPriority(list, within, walk)) {
    const set = indices.map((index) => lowerNode(list[index], inside(within, index), walk));
    sets.push(set);
    if (set.some((node) => isConstant(node, decisive))) break;
  }
  return join(kind, sets);
}

/** Indices of the children in sets of equal priority, the highest set first. A single child has no need of one. */
function byPriority(list: readonly unknown[], place: Place, walk: Walk): readonly (readonly number[])[] {
  if (list.length === 1) return [[0]];
  const sets = new Map<number, number[]>();
  list.forEach((child, index) => {
    const priority = priorityOf(child);
    if (priority !== priority) refuse(walk, inside(place, index).pointer, "a priority that is no number", "优先级不是数值");
    const set = sets.get(priority);
    if (set === undefined) sets.set(priority, [index]);
    else set.push(index);
  });
  return [...sets].toSorted(([a], [b]) => b - a).map(([, set]) => set);
}

/** Boolean nodes have a whole priority; leaves and references the one they state; 1 where there is none. */
function priorityOf(child: unknown): number {
  if (!isObject(child)) return 1;
  const stated = child["priority"];
  const isBoolean = ["any", "all", "not"].some((key) => Object.hasOwn(child, key));
  if (isBoolean) return Number.parseInt(String(stated), 10) || 1;
  return stated ? Number(stated) : 1;
}

function lowerComparison(leaf: JsonObject, place: Place, walk: Walk): Node {
  const left = sideOf(leaf, place, walk);
  const value = leaf["value"];
  const right = isReference(value) ? sideOf(value, inside(place, "value"), walk) : constant(value);
  const operator = leaf["operator"];
  if (left === undefined || right === undefined) return leftOpen;
  const lost = right.kind === "constant" ? keyThatGetsLost(right.value) : undefined;
  if (lost !== undefined) {
    const en = `json-rules-engine loses the key ${quote(lost)}, which every object has, from this value`;
    return refuse(walk, inside(place, "value").pointer, en, `json-rules-engine 会丢失该值中每个对象自带的键 ${quote(lost)}`);
  }
  const node = lowerLeaf(typeof operator === "string" ? operator : "", left, right);
  if (node.kind !== "refused") return node;
  return refuse(walk, place.pointer, node.why.en, node.why.zh);
}

/** The package copies values in a way that leaves out keys such as `toString`. */
function keyThatGetsLost(value: unknown): string | undefined {
  if (isList(value)) return value.map(keyThatGetsLost).find((key) => key !== undefined);
  if (!isObject(value)) return undefined;
  return Object.keys(value).find((key) => key in {}) ?? keyThatGetsLost(Object.values(value));
}

function constant(value: unknown): Side {
  return { kind: "constant", value };
}

function isReference(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && Object.hasOwn(value, "fact");
}

/** The fact of a leaf or of its value, with its path; refused where it has params. */
function sideOf(at: JsonObject, place: Place, walk: Walk): Side | undefined {
  const { fact, path, params } = { fact: at["fact"], path: at["path"], params: at["params"] };
  const refuseAt = (key: string, en: string, zh: string): undefined => {
    refuse(walk, inside(place, key).pointer, en, zh);
  };
  if (params !== undefined) {
    return refuseAt("params", "facts with `params` cannot be compiled", "带 `params` 的事实无法编译");
  }
  const side = typeof fact === "string" ? walk.facts.side(fact) : undefined;
  if (side === undefined) return refuseAt("fact", `unknown fact ${quote(fact)}`, `未知事实 ${quote(fact)}`);
  if (!path) return side;
  const keys = typeof path === "string" ? readPath(path) : undefined;
  if (keys === undefined) {
    const en = `the path ${quote(path)} cannot be compiled: only keys and indices can, as in \`$.a.b[0]\``;
    return refuseAt("path", en, `路径 ${quote(path)} 无法编译：只支持键和下标，如 \`$.a.b[0]\``);
  }
  // Typed facts are no objects, and json-rules-engine follows no path from what is none.
  return side.kind === "outside" ? { ...side, path: keys } : side;
}

function refuse(walk: Walk, pointer: string, en: string, zh: string): Node {
  walk.refusals.push({ pointer, why: { en, zh } });
  return leftOpen;
}
