import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import type { Text } from "../../base/index.ts";
import type { Answer } from "../../view/index.ts";
import { handOverInterrupts } from "../interrupted.ts";
import type { Project } from "../project.ts";

/** Opens a file of the project at a line in `$VISUAL`, else `$EDITOR`, else vi, on the terminal as it is; settles when the editor ends. */
export async function runEditor({ root, world }: Project, file: string, line: number): Promise<Answer<void>> {
  const path = resolve(root, file);
  if (!existsSync(path)) return { kind: "refused", why: { en: `\`${file}\` is not there any more`, zh: `\`${file}\` 已不存在` } };
  const [command = "vi", ...args] = editorCommand(world.env, path, line);
  const takeBack = handOverInterrupts();
  return await new Promise<Answer<void>>((settle) => {
    const child = spawn(command, args, { stdio: "inherit", cwd: world.cwd });
    // Whatever ends us ends the editor: two programs must not read one terminal.
    const end = (): void => void child.kill();
    process.once("exit", end);
    child.on("close", () => process.removeListener("exit", end));
    child.on("error", () => settle({ kind: "refused", why: { en: `the editor \`${command}\` cannot be started; set VISUAL or EDITOR`, zh: `无法启动编辑器 \`${command}\`；请设置 VISUAL 或 EDITOR` } }));
    child.on("exit", (code, signal) => settle(code === 0 ? { kind: "done", value: undefined } : { kind: "refused", why: endedWith(command, code ?? signal ?? "") }));
  }).finally(() => {
    // The interrupt that ended the editor may reach us after its end.
    setTimeout(takeBack, interruptMs);
    // The screen is drawn from where the cursor stands; not every program ends its last line.
    world.stdout.write("\r");
  });
}

const endedWith = (command: string, how: number | string): Text => ({ en: `the editor \`${command}\` ended with ${how}; whatever it saved counts`, zh: `编辑器 \`${command}\` 以 ${how} 结束；它已保存的内容有效` });

/** How long an interrupt is waited for. With the screen back, Ctrl-C is a key and no signal. */
const interruptMs = 250;

/** Editors that take `-g file:line`, and those that take `file:line`; all others are asked as vi is. */
const goto = new Set(["code", "code-insiders", "codium", "cursor", "windsurf"]);
const colon = new Set(["subl", "zed", "hx", "helix", "micro"]);

/** The words of the command: what the variable says, then where to open. */
export function editorCommand(env: Readonly<Record<string, string | undefined>>, path: string, line: number): readonly string[] {
  const said = [env["VISUAL"], env["EDITOR"], "vi"].find((each) => each !== undefined && each.trim() !== "") ?? "vi";
  const words = Array.from(said.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/gu), ([, double, single, bare]) => double ?? single ?? bare ?? "");
  const name = basename(words[0] ?? "").replace(/\.(?:exe|cmd)$/u, "");
  if (goto.has(name)) return [...words, "-g", `${path}:${line}`];
  return colon.has(name) ? [...words, `${path}:${line}`] : [...words, `+${line}`, path];
}
