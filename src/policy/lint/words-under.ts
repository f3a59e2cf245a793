import { isList, isObject } from "../json.ts";

/** Every text that stands under a key of that name, anywhere in a JSON value. */
export function* wordsUnder(value: unknown, key: string): Generator<string> {
  if (isList(value)) for (const item of value) yield* wordsUnder(item, key);
  if (!isObject(value)) return;
  for (const name of Object.keys(value)) {
    const inner = value[name];
    if (name === key && typeof inner === "string") yield inner;
    yield* wordsUnder(inner, key);
  }
}
