/** A JSON object, its keys its own. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a JSON value is an object and not a list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
