import type { Lang } from "../base/index.ts";
import type { FactWords } from "../view/index.ts";
import type { CheckSettings } from "./check-settings.ts";

/** The outside world as commands see it; tests hand in another. */
export interface World {
  readonly cwd: string;
  /** Where the package and its shipped rules and scenarios stand. */
  readonly packageRoot: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

/** Where a setting came from, for `doctor`. */
export type Origin = "flag" | "environment" | "file" | "default";

export interface Setting<T> {
  readonly value: T;
  readonly origin: Origin;
}

/** How output looks and how much of the machine is used. */
export interface Settings {
  readonly lang: Setting<Lang>;
  readonly color: Setting<boolean>;
  readonly ascii: Setting<boolean>;
  readonly threads: Setting<number>;
  readonly quiet: boolean;
  /** Levels of lint rules, by code. */
  readonly lint: Readonly<Record<string, "off" | "warning" | "error">>;
  /** Gates of `check`. */
  readonly check: CheckSettings;
  /** What facts and their values are called in the project's dictionary; absent in English, which shows them as written. */
  readonly facts?: FactWords;
  /** Columns for text; 100 where stdout is no terminal. */
  readonly width: number;
}

/** A problem that ends a command before it could run: exit code 2. */
export class UsageError extends Error {
  readonly text: { readonly en: string; readonly zh: string };
  constructor(text: { readonly en: string; readonly zh: string }) {
    super(text.en);
    this.text = text;
  }
}
