import type { ScreenNews } from "../../view/index.ts";

type Progress = Extract<ScreenNews, { readonly kind: "progress" }>["progress"];

/** Tells how far a run is, four times a second, until it is stopped. */
export interface Stopwatch {
  readonly mark: (done: number, total: number) => void;
  readonly stop: () => void;
}

/**
 * Speed and time left of a run. The speed counts from the first customers that were done, so that starting threads is
 * no part of it; before there are any others it is 0. A run that is over within a quarter of a second tells nothing.
 */
export function stopwatch(tell: (progress: Progress) => void): Stopwatch {
  const started = performance.now();
  let first: { readonly done: number; readonly at: number } | undefined;
  let last = { done: 0, total: 1, at: started };
  const now = (): Progress => {
    const moment = performance.now();
    const since = first === undefined ? 0 : (last.at - first.at) / 1000;
    const customersPerSecond = first === undefined || since <= 0 ? 0 : (last.done - first.done) / since;
    const secondsLeft = customersPerSecond === 0 ? 0 : (last.total - last.done) / customersPerSecond - (moment - last.at) / 1000;
    return { share: last.done / last.total, customersPerSecond, secondsLeft, secondsGone: (moment - started) / 1000 };
  };
  const clock = setInterval(() => tell(now()), 250);
  return {
    mark: (done, total) => {
      last = { done, total, at: performance.now() };
      first ??= last;
    },
    stop: () => clearInterval(clock),
  };
}
