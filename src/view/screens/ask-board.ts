import { keyOf, put, type Ask, type Heard, type Told } from "./asks.ts";
import type { ScreenCalls } from "./screen-calls.ts";

/** Questions of the pages and what the outside has told of them. */
export interface AskBoard {
  /** Puts the questions that were not put yet, and stops searches that are not among them. */
  want(needs: readonly Ask[]): void;
  /** The inputs have changed: answers stay in sight, and are asked for anew where they are wanted. */
  renew(): void;
  close(): void;
  readonly subscribe: (listener: () => void) => () => void;
  /** By the key of the question; another map after every change. */
  readonly snapshot: () => ReadonlyMap<string, Heard>;
}

/** Answers kept over a change of the inputs, the newest. */
const keptMost = 100;

/** A board that asks these calls. */
export function createAskBoard(calls: ScreenCalls): AskBoard {
  let heard: ReadonlyMap<string, Heard> = new Map();
  const running = new Map<string, { readonly ask: Ask; readonly stop: AbortController }>();
  const settled = new Set<string>();
  const listeners = new Set<() => void>();
  const change = (next: ReadonlyMap<string, Heard>): void => {
    heard = next;
    for (const listener of listeners) listener();
  };
  const hear = (key: string, told: Told | undefined, pending: boolean): void => {
    const known = told ?? heard.get(key)?.told;
    change(new Map(heard).set(key, { pending, ...(known === undefined ? {} : { told: known }) }));
  };
  const begin = async (ask: Ask, key: string): Promise<void> => {
    const stop = new AbortController();
    const { signal } = stop;
    running.set(key, { ask, stop });
    const tell = (told: Told): void => (signal.aborted ? undefined : hear(key, told, true));
    await put(calls, ask, tell, signal).catch((error: unknown) => tell({ kind: "refused", why: failed(error) }));
    if (signal.aborted) return;
    running.delete(key);
    settled.add(key);
    hear(key, undefined, false);
  };
  const stopAll = (): void => {
    for (const { stop } of running.values()) stop.abort();
    running.clear();
  };
  return {
    want: (needs) => {
      const keys = new Set(needs.map(keyOf));
      for (const [key, { ask, stop }] of running) {
        if (ask.kind !== "people" || keys.has(key)) continue;
        stop.abort();
        running.delete(key);
      }
      for (const need of needs) {
        const key = keyOf(need);
        if (!running.has(key) && !settled.has(key)) void begin(need, key);
      }
    },
    renew: () => {
      stopAll();
      settled.clear();
      if (heard.size > 0) change(new Map([...heard].slice(-keptMost).map(([key, old]) => [key, { ...old, pending: true }])));
    },
    close: stopAll,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => heard,
  };
}

function failed(error: unknown): { readonly en: string; readonly zh: string } {
  const told = error instanceof Error ? error.message : String(error);
  return { en: `this could not be told: ${told}`, zh: `无法查询：${told}` };
}
