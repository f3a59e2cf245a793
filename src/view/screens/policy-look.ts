import { letterAt } from "../pretty/letters.ts";
import type { SpanColor } from "./span.ts";

/** A policy's letter and colour: colour is never the only difference. */
export interface PolicyLook {
  readonly color: SpanColor;
  readonly letter: string;
}

const colors: readonly SpanColor[] = ["yellow", "cyan", "magenta", "green", "blue", "red"];

/** The look of the policy at an index; colours repeat after six, letters do not. */
export function lookOf(index: number): PolicyLook {
  return { color: colors[index % colors.length] ?? "gray", letter: letterAt(index) };
}
