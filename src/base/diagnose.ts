import type { Diagnostic, Level } from "./diagnostic.ts";
import type { JsonDocument } from "./read-json.ts";
import type { Text } from "./text.ts";

/**
 * A finding. `message`: lower case, no full stop, the author's words in backticks. With a document it gets a
 * place: the pointer's value, or its key where `part` says so; for a pointer to nothing, what encloses it.
 */
export function diagnose(finding: {
  readonly code: string;
  readonly level?: Level;
  readonly message: Text;
  readonly hint?: Text | undefined;
  readonly document?: JsonDocument | undefined;
  readonly pointer?: string | undefined;
  readonly part?: "key" | "value" | undefined;
}): Diagnostic {
  const { code, level = "error", message, hint, document, pointer = "", part } = finding;
  return {
    code,
    level,
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(document === undefined ? {} : { place: document.place(pointer, part) }),
  };
}
