import { below } from "../../base/index.ts";
import type { JsonObject } from "../json.ts";
import { entry, isList, isObject } from "../json.ts";

/** A table of cases that has the shape of one. */
export interface Table {
  readonly pointer: string;
  readonly value: JsonObject;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** Rows as examples are written, and where each of their parts stands in the table: by pointer, `key:` for names of facts. */
export interface ExpandedTable {
  readonly items: readonly JsonObject[];
  readonly cells: ReadonlyMap<string, string>;
}

/** A cell that says nothing: the fact stays typical, the outcome is not asked about. */
const nothing = "-";

/**
 * The rows of a table as examples. Columns are names of facts, `name`, `moment`, or `expect.` with what an outcome says;
 * `facts`, `expect` and `moment` of the table itself hold for every row that says nothing else.
 */
export function expandTable(table: Table, first: number, listParams: ReadonlySet<string>): ExpandedTable {
  const { pointer, value, columns, rows } = table;
  const cells = new Map<string, string>();
  const items = rows.map((row, index) => {
    const at = below("/examples", first + index);
    cells.set(at, below(pointer, "rows", index));
    const item = { facts: { ...objectAt(value, "facts") }, expect: { ...objectAt(value, "expect") } };
    const head: { name: unknown; moment: unknown } = { name: `${String(entry(value, "name"))} · ${index + 1}`, moment: entry(value, "moment") };
    for (const part of ["facts", "expect"] as const) {
      for (const key of Object.keys(item[part])) cells.set(below(at, part, key), below(pointer, part, key));
    }
    cells.set(below(at, "moment"), below(pointer, "moment"));
    columns.forEach((column, position) => {
      const cell = row[position];
      if (cell === nothing || cell === undefined) return;
      const [part, key] = placeOf(column);
      const path = part === undefined ? below(at, key) : below(at, part, key);
      cells.set(path, below(pointer, "rows", index, position));
      cells.set(`key:${path}`, below(pointer, "columns", position));
      if (part === undefined) head[key === "name" ? "name" : "moment"] = key === "name" && typeof cell === "number" ? String(cell) : cell;
      else item[part][key] = part === "expect" && listParams.has(key) ? asList(cell) : cell;
    });
    return { name: head.name, ...(head.moment === undefined ? {} : { moment: head.moment }), ...item };
  });
  return { items, cells };
}

function placeOf(column: string): readonly ["facts" | "expect" | undefined, string] {
  if (column === "name" || column === "moment") return [undefined, column];
  return column.startsWith("expect.") ? ["expect", column.slice("expect.".length)] : ["facts", column];
}

function objectAt(value: JsonObject, key: string): Record<string, unknown> {
  const found = entry(value, key);
  return isObject(found) ? found : {};
}

/** `LIM-10 LIM-90` in one cell is a list of two; `none` is an empty one. */
function asList(cell: unknown): unknown {
  if (isList(cell)) return cell;
  if (typeof cell === "number") return [cell];
  if (typeof cell !== "string") return cell;
  return cell.trim() === "none" ? [] : cell.split(/[\s+;|]+/u).filter((word) => word !== "").map((word) => (/^\d+$/u.test(word) ? Number(word) : word));
}
