/**
 * The keys of a definite path (`$.a.b`, `$.a[0]`, `$['a']`, `a.b`); undefined for every other path: wildcards,
 * filters, slices, unions and what else jsonpath-plus reads in a path.
 */
export function readPath(path: string): readonly string[] | undefined {
  if (path === "$" || path === "") return [];
  // jsonpath-plus keeps its paths as keys of a plain object and trips over the names that every object has.
  if (path in {}) return undefined;
  const rooted = path.startsWith("$") ? path.slice(1) : `.${path}`;
  const keys = rooted.match(step) ?? [];
  if (keys.join("") !== rooted) return undefined;
  return keys.map((key) => key.replaceAll(/^\.|^\['?|'?\]$/gu, ""));
}

const step = /\.[A-Za-z_]\w*|\[\d+\]|\['[A-Za-z_]\w*'\]/gu;

/** What stands at the keys: as in json-rules-engine, no path leads into what is neither object nor list. */
export function follow(value: unknown, keys: readonly string[]): unknown {
  if (typeof value !== "object" || value === null) return value;
  let found: unknown = value;
  for (const key of keys) {
    if (!hasOwn(found, key)) return undefined;
    found = found[key];
  }
  return found;
}

/** Own keys only; strings have their length and characters, as for jsonpath-plus. */
function hasOwn(value: unknown, key: string): value is Readonly<Record<string, unknown>> {
  return Boolean(value) && Object.hasOwn(Object(value), key);
}
