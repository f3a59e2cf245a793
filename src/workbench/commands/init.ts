import { existsSync, readdirSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { Call } from "../call.ts";
import { textFlag } from "../call.ts";
import { projectTemplate } from "../project-template.ts";
import { readSettings } from "../settings.ts";
import { UsageError } from "../world.ts";
import { writeAll } from "../write-file.ts";

/** `policy-bench init [dir]`: a new project, checked and green. Nothing that stands there already is written over. */
export async function init(call: Call): Promise<number> {
  const { world } = call;
  const settings = readSettings({ ...call, world: { ...world, cwd: world.packageRoot } });
  const written = call.operands[0] ?? ".";
  const home = resolve(world.cwd, written);
  const policy = textFlag(call, "policy") ?? "my-policy";
  if (!/^[a-z][a-z0-9-]{0,79}$/u.test(policy)) throw new UsageError({ en: `--policy \`${policy}\` cannot be a policy's name; use small letters, digits and dashes`, zh: `--policy \`${policy}\` 不能用作政策名称；请使用小写字母、数字和短横线` });
  if (existsSync(home) && !statSync(home).isDirectory()) throw new UsageError({ en: `\`${written}\` is a file; name a folder`, zh: `\`${written}\` 是文件；请指定文件夹` });
  const files = projectTemplate({ root: world.packageRoot, shipped: true, world }, policy);
  refuseToOverwrite(home, files.map(({ place }) => place), written);
  writeAll(files.map(({ place, text }) => ({ path: join(home, place), text })));
  const folder = relative(world.cwd, home) || ".";
  const steps = { en: ["look around:", "check it:", "run it:", "who is decided how, and why:"], zh: ["查看内容：", "检查：", "运行：", "查看某一决策及其原因："] }[settings.lang.value];
  const commands = [`rules/policies/${policy}`, "npx policy-bench check", "npx policy-bench run baseline", `npx policy-bench explain ${policy} enrolment --set customer.age=17`];
  const head = { en: `${files.length} files written to ${folder}: policy \`${policy}\`, scenario \`baseline\``, zh: `已写入 ${files.length} 个文件到 ${folder}：政策 \`${policy}\`、情景 \`baseline\`` }[settings.lang.value];
  const go = folder === "." ? [] : [`  cd ${folder}`];
  world.stdout.write(`${[head, ...go, ...steps.map((step, index) => `  ${step} ${commands[index] ?? ""}`)].join("\n")}\n`);
  return await Promise.resolve(0);
}

/** Files that stand there already, and a `rules/` or `scenarios/` of other content, stop everything. */
function refuseToOverwrite(home: string, places: readonly string[], written: string): void {
  const standing = places.filter((place) => existsSync(join(home, place)));
  const filled = ["rules", "scenarios"].filter((folder) => existsSync(join(home, folder)) && readdirSync(join(home, folder)).length > 0);
  const found = [...new Set([...standing, ...filled.map((folder) => `${folder}/`)])];
  if (found.length === 0) return;
  const shown = found.slice(0, 5).map((place) => `\`${place}\``);
  const more = found.length > 5 ? { en: ` and ${found.length - 5} more`, zh: ` 等 ${found.length} 项` } : { en: "", zh: "" };
  throw new UsageError({
    en: `\`${written}\` has ${shown.join(", ")}${more.en} already; nothing was written: name an empty folder, or take them away`,
    zh: `\`${written}\` 中已有 ${shown.join("、")}${more.zh}；未写入任何内容：请指定空文件夹，或先移走这些文件`,
  });
}
