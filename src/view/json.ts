/**
 * A value as JSON, two spaces deep, short lists and objects on one line so that a diff shows what changed. The same
 * value gives the same bytes. Throws for a number that JSON cannot hold: NaN must never be published as null.
 */
export function json(value: unknown): string {
  return `${written(value, "")}\n`;
}

const room = 120;

function written(value: unknown, indent: string): string {
  const flat = onOneLine(value);
  if (flat.length + indent.length <= room || typeof value !== "object" || value === null) return flat;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item === "number" || item === null)) return numbers(value, inner, indent);
    return `[\n${value.map((item) => inner + written(item, inner)).join(",\n")}\n${indent}]`;
  }
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{\n${members.map(([key, member]) => `${inner}${JSON.stringify(key)}: ${written(member, inner)}`).join(",\n")}\n${indent}}`;
}

/** Many numbers fill lines, as text does. */
function numbers(list: readonly unknown[], inner: string, indent: string): string {
  const lines: string[] = [];
  let line = "";
  for (const [at, item] of list.entries()) {
    const piece = `${onOneLine(item)}${at === list.length - 1 ? "" : ","}`;
    if (line !== "" && inner.length + line.length + 1 + piece.length > room) {
      lines.push(line);
      line = piece;
    } else line = line === "" ? piece : `${line} ${piece}`;
  }
  return `[\n${[...lines, line].map((each) => inner + each).join("\n")}\n${indent}]`;
}

function onOneLine(value: unknown): string {
  if (typeof value === "number" && !Number.isFinite(value)) throw new Error(`${value} is no JSON number`);
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    return members.length === 0 ? "{}" : `{ ${members.map(([key, member]) => `${JSON.stringify(key)}: ${onOneLine(member)}`).join(", ")} }`;
  }
  return JSON.stringify(value) ?? "null";
}
