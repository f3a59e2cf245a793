import { existsSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import type { Call } from "./call.ts";
import { openProject } from "./project.ts";
import { remark } from "./say-findings.ts";
import { watchFolders } from "./watch-folders.ts";
import { UsageError, type Settings } from "./world.ts";

/** Folders beside `rules` that are watched, and what is done again. */
interface Watched {
  readonly call: Call;
  readonly settings: Settings;
  /** Folders of the project beside `rules`. */
  readonly also?: readonly string[];
  readonly again: () => Promise<unknown>;
}

/** Does something again whenever a file changes, until it is interrupted. A mistake in usage is told, and waited for. */
export async function keepWatching({ call, settings, also = [], again }: Watched): Promise<number> {
  const { world } = call;
  const { root } = openProject(world);
  const named = call.operands.map((operand) => resolve(world.cwd, operand)).map((path) => (existsSync(path) && !statSync(path).isDirectory() ? dirname(path) : path));
  const folders = [join(root, "rules"), ...also.map((folder) => join(root, folder)), ...named].filter((path) => existsSync(path));
  let last = Promise.resolve();
  const anew = async (files: readonly string[]): Promise<void> => {
    const shown = files.slice(0, 3).map((file) => relative(root, file)).join(", ");
    const more = files.length > 3 ? ` + ${files.length - 3}` : "";
    if (world.stdout.isTTY) world.stdout.write("\u001B[2J\u001B[H");
    remark({ en: `\nchanged: ${shown}${more}`, zh: `\n已改动：${shown}${more}` }, settings, world);
    try {
      await again();
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      world.stderr.write(`policy-bench: ${error.text[settings.lang.value]}\n`);
    }
    waiting();
  };
  const waiting = (): void => remark({ en: "watching; Ctrl-C ends", zh: "监视中；按 Ctrl-C 结束" }, settings, world);
  waiting();
  return await new Promise<number>((_resolve, reject) => {
    watchFolders(folders, (files) => {
      last = last.then(async () => await anew(files)).catch(reject);
    });
  });
}
