import type { Text } from "../../base/index.ts";

/** One edit of a policy's files: what stands at a JSON pointer is replaced or removed, or a list gets one more entry. */
export interface FileEdit {
  /** Name of the file in the policy's folder, without its ending: a decision, or `policy`. */
  readonly file: string;
  readonly pointer: string;
  readonly how: "replace" | "remove" | "append";
  readonly value?: unknown;
  /** The rule, named condition or parameter it is about. */
  readonly about: string;
  /** The fact whose comparison is edited. */
  readonly fact?: string;
  /** The edit in words: `takes bundled out of consent.kind`. */
  readonly title: Text;
}
