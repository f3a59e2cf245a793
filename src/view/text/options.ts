import type { Lang } from "../../base/index.ts";
import type { FactWords } from "./fact-words.ts";

/** How text is to be written. Whether there is colour at all is the workbench's decision. */
export interface TextOptions {
  readonly lang: Lang;
  readonly color: boolean;
  /** Cells of the terminal; used within 80 … 200. */
  readonly width: number;
  /** Plain ASCII instead of signs whose width terminals disagree on. */
  readonly ascii: boolean;
  /** What facts and their values are called; without it they are shown as written. */
  readonly facts?: FactWords | undefined;
}

/** The width to write for: at least 80 cells, at most 200. */
export function usableWidth(width: number): number {
  return Number.isFinite(width) ? Math.min(200, Math.max(80, Math.floor(width))) : 80;
}
