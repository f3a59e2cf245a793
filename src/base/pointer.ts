/** A JSON pointer (RFC 6901) from keys and indices: `["rules", 3, "a/b"]` is `/rules/3/a~1b`. */
export function toPointer(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** The pointer of something below another: `below("/rules", 3, "event")`. */
export function below(pointer: string, ...path: readonly (string | number)[]): string {
  return pointer + toPointer(path);
}

/** The keys of a pointer, indices as text. The empty pointer has none. */
export function fromPointer(pointer: string): readonly string[] {
  if (pointer === "") return [];
  const keys = pointer.split("/").slice(1);
  return keys.map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}
