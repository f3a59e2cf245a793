import type { Waits } from "../../simulation/index.ts";
import type { RunReport } from "../../verdict/index.ts";
import type { Answer, ScreenCalls } from "../../view/index.ts";
import { builtWorker, oneAtATime, openPool } from "../open-pool.ts";
import type { RunTexts } from "../run-texts.ts";
import { sliceSize } from "./slice-marks.ts";
import { surelyNobody } from "./surely-nobody.ts";
import { createStudy, type StudyJob, type StudyResult } from "./study.ts";

/** What is studied: the texts of the run on screen, and where the project stands. */
export interface Studied {
  readonly texts: () => RunTexts;
  readonly report: () => RunReport | undefined;
  readonly root: string;
  readonly packageRoot: string;
}

/** What a screen may look up, and the end of the threads that look. */
export interface StudyCalls {
  readonly calls: Pick<ScreenCalls, "replay" | "findCustomers" | "trace" | "rulesOf" | "proofsOf" | "tryEdits">;
  close(): Promise<void>;
}

/**
 * Looks things up for a screen on threads of their own: one for what is wanted at once, another that searches with it,
 * and one for proofs and edits. They begin when something is first asked, and anew after the texts have changed.
 */
export function studyCalls({ texts, report, root, packageRoot }: Studied): StudyCalls {
  const [quick, second, slow] = [createDesk(texts, packageRoot), createDesk(texts, packageRoot), createDesk(texts, packageRoot)];
  const under = (policy: string): { readonly policy: string; readonly waits: Waits } => {
    const queues = report()?.policies.find(({ name }) => name === policy)?.queues ?? [];
    return { policy, waits: Object.fromEntries(queues.map(({ name, waitDays }) => [name, waitDays])) };
  };
  return {
    calls: {
      replay: async (policy, customer) => {
        const found = await quick.look({ kind: "life", ...under(policy), customer });
        return found.kind === "life" ? done(found.value) : refused(found);
      },
      findCustomers: async (policy, search) => {
        if (surelyNobody(report(), policy, search.where)) return done({ customers: [], next: null });
        const found = await searchSlices({ kind: "people", ...under(policy), ...search }, { desks: [quick, second], size: report()?.inputs.customers });
        return found.kind === "people" ? done(found.value) : refused(found);
      },
      trace: async (policy, customer, entry) => {
        const found = await quick.look({ kind: "trace", ...under(policy), customer, entry });
        return found.kind === "trace" ? done(found.value) : refused(found);
      },
      rulesOf: async (policy) => {
        const found = await quick.look({ kind: "account", policy });
        return found.kind === "account" ? done(found.value) : refused(found);
      },
      proofsOf: async (policy) => {
        const found = await slow.look({ kind: "proofs", policy, root, packageRoot });
        return found.kind === "proofs" ? done(found.value) : refused(found);
      },
      tryEdits: async (policy) => {
        const found = await slow.look({ kind: "edits", policy });
        return found.kind === "edits" ? done(found.value) : refused(found);
      },
    },
    close: async () => void (await Promise.all([quick.close(), second.close(), slow.close()])),
  };
}

const done = <T>(value: T): Answer<T> => ({ kind: "done", value });

function refused(result: StudyResult): Answer<never> {
  if (result.kind === "refused") return result;
  throw new Error(`a study answered with ${result.kind}`);
}

/** A search comes back after so long with what it has, so that the screen hears of it. */
const answerMs = 250;

/** Slice after slice, each always by the same desk, so that it finds what it remembers; the next one is begun before this one has ended. */
async function searchSlices(job: Extract<StudyJob, { kind: "people" }>, { desks, size }: { readonly desks: readonly Desk[]; readonly size: number | undefined }): Promise<StudyResult> {
  const begun = performance.now();
  const look = (from: number): Promise<StudyResult> | undefined => {
    const slice = Math.floor(from / sliceSize);
    if (size !== undefined && from >= size) return undefined;
    const found = desks[slice % desks.length]?.look({ ...job, from, to: (slice + 1) * sliceSize });
    // Told where it is waited for.
    found?.catch(() => undefined);
    return found;
  };
  const customers: number[] = [];
  let now = look(job.from);
  for (let from = job.from; now !== undefined; from = (Math.floor(from / sliceSize) + 1) * sliceSize) {
    const ahead = look((Math.floor(from / sliceSize) + 1) * sliceSize);
    const found = await now;
    if (found.kind !== "people") return found;
    const kept = found.value.customers.slice(0, job.most - customers.length);
    customers.push(...kept);
    const { next } = found.value;
    if (kept.length < found.value.customers.length) return { kind: "people", value: { customers, next: (kept.at(-1) ?? from - 1) + 1 } };
    const enough = customers.length >= job.most || performance.now() - begun > answerMs;
    if (next === null || enough || next % sliceSize !== 0) return { kind: "people", value: { customers, next } };
    now = ahead;
  }
  return { kind: "people", value: { customers, next: null } };
}

/** Where jobs are done, one after the other: on a thread of the built worker, else here. */
interface Desk {
  look(job: StudyJob): Promise<StudyResult>;
  close(): Promise<void>;
}

function createDesk(texts: () => RunTexts, packageRoot: string): Desk {
  let open: { readonly texts: RunTexts; readonly desk: Promise<Desk> } | undefined;
  return {
    look: async (job) => {
      const now = texts();
      if (open?.texts !== now) {
        void open?.desk.then((desk) => desk.close());
        open = { texts: now, desk: begin(now, packageRoot) };
      }
      return (await open.desk).look(job);
    },
    close: async () => (await open?.desk)?.close(),
  };
}

async function begin(texts: RunTexts, packageRoot: string): Promise<Desk> {
  const worker = builtWorker(packageRoot);
  if (worker === undefined) {
    const study = createStudy(texts);
    return { look: oneAtATime((job: StudyJob) => study.look(job)), close: () => Promise.resolve() };
  }
  const pool = await openPool<StudyJob, StudyResult>(worker, { threads: 1, inputs: { texts, groupBy: [] } });
  return { look: (job) => pool.run(job, { name: "look" }), close: () => pool.destroy() };
}
