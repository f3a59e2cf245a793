import type { JsonDocument } from "../../base/index.ts";
import { entry, isList, isObject, type JsonObject } from "../json.ts";

/** The expectations of a scenario, with their places in its list. */
export function expectationsIn({ value }: JsonDocument): readonly { readonly expectation: JsonObject; readonly index: number }[] {
  const list = isObject(value) ? entry(value, "expectations") : [];
  return (isList(list) ? list : []).flatMap((expectation, index) => (isObject(expectation) ? [{ expectation, index }] : []));
}
