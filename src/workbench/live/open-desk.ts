import { builtWorker, oneAtATime, openPool } from "../open-pool.ts";
import type { DeskResult, DeskTask } from "./check-runner.ts";

/** A thread that looks at files while others run them. */
export interface Desk {
  ask(task: DeskTask): Promise<DeskResult>;
  close(): Promise<void>;
}

/** A desk whose thread is started when it is first asked; without a built worker, the work is done here. */
export function openDesk(packageRoot: string): Desk {
  const worker = builtWorker(packageRoot);
  if (worker === undefined) return { ask: oneAtATime(async (task: DeskTask) => (await import("./check-runner.ts")).workDesk(task)), close: () => Promise.resolve() };
  let opening: ReturnType<typeof openPool<DeskTask, DeskResult>> | undefined;
  return {
    ask: async (task) => {
      opening ??= openPool<DeskTask, DeskResult>(worker, { threads: 1 });
      return await (await opening).run(task, { name: "desk" });
    },
    close: async () => {
      await (await opening)?.destroy();
    },
  };
}
