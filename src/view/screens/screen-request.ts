import type { Lang } from "../../base/index.ts";
import type { FactWords } from "../text/fact-words.ts";
import type { ScreenCalls } from "./screen-calls.ts";
import type { ScreenNews } from "./screen-news.ts";

/** What a screen needs of the outside: streams, looks, a source of news, and whom to ask. */
export interface ScreenRequest {
  readonly title: string;
  readonly lang: Lang;
  readonly ascii: boolean;
  /** The command that replays customers of this run, without `--policy` and `--customer`. */
  readonly again: string;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** Calls the listener with all news from now on; returns a function that stops it. */
  readonly listen: (listener: (news: ScreenNews) => void) => () => void;
  /** What facts and their values are called; without it they are shown as written. */
  readonly facts?: FactWords;
  readonly calls?: ScreenCalls | undefined;
}

/** How a screen came to its end: the reader quit, pressed Ctrl-C, or it was closed from outside. */
export type ScreenEnd = "quit" | "interrupt" | "closed";

/** A screen that is open. */
export interface OpenScreen {
  /** Settles when the screen is gone and the normal one is back; fails where drawing it failed. */
  readonly closed: Promise<ScreenEnd>;
  close(): void;
}
