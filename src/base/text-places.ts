import type { Place } from "./diagnostic.ts";
import { placesIn } from "./json-places.ts";
import { lineTable } from "./line-table.ts";

/** Finds places in a text that is no JSON, by offset and length in UTF-16 units. */
export function textPlaces({ file, text }: { readonly file: string; readonly text: string }): (spot: { readonly offset: number; readonly length: number }, pointer: string) => Place {
  return placesIn({ file, text, lines: lineTable(text), root: undefined }).at;
}
