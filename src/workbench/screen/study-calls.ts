import type { Waits } from "../../simulation/index.ts";
import type { RunReport } from "../../verdict/index.ts";
import type { Answer, ScreenCalls } from "../../view/index.ts";
import { builtWorker, oneAtATime, openPool } from "../open-pool.ts";
import type { RunTexts } from "../run-texts.ts";
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
 * Looks things up for a screen on threads of their own, one for what is wanted at once and one for proofs and edits.
 * They begin when something is first asked, and anew after the texts have changed.
 */
export function studyCalls({ texts, report, root, packageRoot }: Studied): StudyCalls {
  const [quick, slow] = [createDesk(texts, packageRoot), createDesk(texts, packageRoot)];
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
        const found = await quick.look({ kind: "people", ...under(policy), ...search });
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
    close: async () => void (await Promise.all([quick.close(), slow.close()])),
  };
}

const done = <T>(value: T): Answer<T> => ({ kind: "done", value });

function refused(result: StudyResult): Answer<never> {
  if (result.kind === "refused") return result;
  throw new Error(`a study answered with ${result.kind}`);
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
