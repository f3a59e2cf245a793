/** A JSON object, its keys its own. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a JSON value is an object and not a list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a JSON value is a list. */
export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** The value under an own key; undefined where there is none. */
export function entry(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

export { below } from "../base/index.ts";
