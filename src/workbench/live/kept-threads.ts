import type { RunTexts } from "../run-texts.ts";
import type { Prepared } from "../simulate-scenario.ts";
import { openResidentThreads, type ResidentThreads } from "./resident-threads.ts";

/** The threads of a screen, from one save to the next. */
export interface KeptThreads {
  /** Threads that are open begin to read these texts: whoever asks reads them at the same time, to say what is wrong with them. */
  foresee(texts: RunTexts): void;
  /** The threads with these texts read; opened with the first run. */
  take(texts: RunTexts, prepared: Prepared): Promise<ResidentThreads>;
  close(): Promise<void>;
}

interface Open {
  readonly threads: ResidentThreads;
  /** What they were opened with and cannot be given anew. */
  readonly imported: string;
  /** What they were told to read last. */
  readonly texts: RunTexts;
  readonly groupBy: Prepared["groupBy"];
}

/** No threads yet; so many of them will be opened. */
export function keepThreads(threads: number, packageRoot: string): KeptThreads {
  let open: Promise<Open> | undefined;
  let last: Open | undefined;
  const told = (now: Open, texts: RunTexts, groupBy: Prepared["groupBy"]): Open => {
    if (now.texts === texts && now.groupBy.join("\n") === groupBy.join("\n")) return now;
    now.threads.read(texts, groupBy);
    last = { ...now, texts, groupBy };
    open = Promise.resolve(last);
    return last;
  };
  const opened = async (texts: RunTexts, { groupBy, imported: { result } }: Prepared, imported: string): Promise<Open> => {
    const inputs = { texts, groupBy, ...(result?.data === undefined ? {} : { imported: result.data }) };
    last = { threads: await openResidentThreads({ ...inputs, threads, packageRoot }), imported, texts, groupBy };
    return last;
  };
  const close = async (): Promise<void> => {
    // Threads that never came up have told why where they were asked for.
    await open?.then((own) => own.threads.close()).catch(() => undefined);
    last = undefined;
  };
  return {
    foresee: (texts) => {
      if (last !== undefined && texts.csv === undefined) told(last, texts, last.groupBy);
    },
    take: async (texts, prepared) => {
      const { sha256, result } = prepared.imported;
      // Imported columns are handed over once: another file, or another reading of it, needs other threads.
      const imported = JSON.stringify([sha256, result?.data === undefined ? "" : [texts.mapping?.text, texts.dictionary.text]]);
      const before = open === undefined ? undefined : await open;
      if (before?.imported === imported) return told(before, texts, prepared.groupBy).threads;
      if (before !== undefined) await close();
      open = opened(texts, prepared, imported);
      return (await open).threads;
    },
    close,
  };
}
