import type { ScreenCalls } from "../../view/index.ts";
import type { Project } from "../project.ts";
import type { LiveBench } from "./live-bench.ts";
import { runEditor } from "./run-editor.ts";
import type { ScreenSession } from "./screen-session.ts";
import { writeParameters } from "./write-parameters.ts";

/** Whom a screen asks. */
interface Asked {
  readonly project: Project;
  readonly live: LiveBench;
  readonly session: ScreenSession;
}

/** What a screen may have done with the files of the project: opened in an editor, tried otherwise, written. */
export function fileCalls({ project, live, session }: Asked): Pick<ScreenCalls, "openEditor" | "tryParameters" | "writeParameters"> {
  return {
    openEditor: (file, line) => runEditor(project, file, line),
    tryParameters: (policy, parameters) => session.try(policy, parameters),
    writeParameters: (policy, parameters, asNewPolicy) => {
      const now = live.now();
      if (now === undefined) return Promise.resolve({ kind: "refused", why: { en: "nothing has run yet", zh: "尚未运行" } });
      const answer = writeParameters(project, now.texts, { policy, parameters, asNewPolicy });
      // What is written is tried no longer; who watches the files sees that for himself.
      if (answer.kind === "done" && !session.watches()) session.try(policy, {});
      return Promise.resolve(answer);
    },
  };
}
