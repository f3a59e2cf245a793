import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Call } from "./call.ts";
import { listNamed, openProject } from "./project.ts";
import { suggest } from "./suggest.ts";
import { UsageError } from "./world.ts";

/** The word after `policy-bench` is a command or a scenario; one that is neither may have been meant as either. */
export function checkScenarioOperand({ operands, world }: Call, commands: readonly string[]): void {
  const [word] = operands;
  if (word === undefined || /[/\\]|\.json$/u.test(word) || existsSync(resolve(world.cwd, `${word}.json`))) return;
  const scenarios = listNamed(openProject(world), "scenario");
  if (scenarios.includes(word)) return;
  const hint = suggest(word, [...commands, ...scenarios]);
  throw new UsageError({
    en: `there is no command and no scenario \`${word}\`; ${hint.en}`,
    zh: `没有名为 \`${word}\` 的命令或情景；${hint.zh}`,
  });
}
