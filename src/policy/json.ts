import type { JsonObject } from "../base/index.ts";

/** Whether a JSON value is a list. */
export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** The value under an own key; undefined where there is none. */
export function entry(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

export { below, isObject, type JsonObject } from "../base/index.ts";
