import type { Lang } from "../../base/index.ts";
import type { RunReport } from "../../verdict/index.ts";
import type { RunProgress } from "./frame.ts";

/** What happens while a screen is open. */
export type ScreenNews =
  | { readonly kind: "progress"; readonly progress: RunProgress }
  | { readonly kind: "report"; readonly report: RunReport };

/** What a screen needs of the outside: streams, looks, and a source of news. */
export interface ScreenRequest {
  readonly title: string;
  readonly lang: Lang;
  readonly ascii: boolean;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** Calls the listener with all news from now on; returns a function that stops it. */
  readonly listen: (listener: (news: ScreenNews) => void) => () => void;
}

/** A screen that is open. */
export interface OpenScreen {
  /** Settles when the reader has left. */
  readonly closed: Promise<void>;
  close(): void;
}
