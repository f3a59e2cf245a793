import type { Text } from "../../base/index.ts";
import { isObject } from "../json.ts";
import { joinText, valueText } from "../words/value-text.ts";
import { fromTo } from "./policy-change.ts";

/** A difference between two JSON values, at a dotted path. */
export interface ValueChange {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Where two JSON values differ; lists are compared as a whole, the order of keys does not matter. */
export function valueChanges(before: unknown, after: unknown, path = ""): readonly ValueChange[] {
  if (!isObject(before) || !isObject(after)) {
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, before, after }];
  }
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => valueChanges(own(before, key), own(after, key), path === "" ? key : `${path}.${key}`));
}

function own(object: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The change in words: `registration.creditOption: pre-ticked → unticked`. */
export function valueChangeText({ path, before, after }: ValueChange): Text {
  const unit = path.endsWith("Fen") ? "fen" : undefined;
  const side = (value: unknown): Text => (value === undefined ? { en: "none", zh: "无" } : valueText(value, unit));
  const change = fromTo(side(before), side(after));
  return path === "" ? change : joinText(`${path}`, { en: ": ", zh: "：" }, change);
}
