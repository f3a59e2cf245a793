import { dirname, join, relative, resolve } from "node:path";
import { existsSync, statSync } from "node:fs";
import { exitCode, type Finding } from "../../verdict/index.ts";
import { examples, type ExampleResult } from "../../view/index.ts";
import { flag, textFlag, type Call } from "../call.ts";
import { cannotRun } from "../cannot-run.ts";
import { formatOf } from "../format.ts";
import { jsonText } from "../json-text.ts";
import { textOptions } from "../text-options.ts";
import { openProject } from "../project.ts";
import { readProjectGround } from "../read-rules.ts";
import { onlyDecision, readTargets } from "../read-targets.ts";
import { runExample } from "../run-examples.ts";
import { remark } from "../say-findings.ts";
import { readSettings } from "../settings.ts";
import { watchFolders } from "../watch-folders.ts";
import { UsageError, type Settings } from "../world.ts";

interface Request {
  readonly call: Call;
  readonly settings: Settings;
  readonly format: "pretty" | "json";
  readonly pattern: RegExp;
}

/** `policy-bench test [policy|path…]`: the examples of rule files, by the compiled form and by json-rules-engine. */
export async function test(call: Call): Promise<number> {
  const settings = readSettings(call);
  const request = { call, settings, format: formatOf(call, ["pretty", "json"]), pattern: namePattern(textFlag(call, "run")) };
  const code = await runOnce(request);
  return flag(call, "watch") ? await keepWatching(request) : code;
}

async function runOnce({ call, settings, format, pattern }: Request): Promise<number> {
  const project = openProject(call.world);
  const read = readTargets(project, call.operands, readProjectGround(project));
  const targets = onlyDecision(read.targets, textFlag(call, "decision"));
  if (read.diagnostics.some(({ level }) => level === "error")) return cannotRun(call, read.diagnostics);
  const results: ExampleResult[] = [];
  for (const { policy, decisions } of targets) {
    for (const decision of decisions) {
      for (const example of policy.decisions[decision].examples) {
        if (pattern.test(example.name)) results.push(await runExample(policy, decision, example));
      }
    }
  }
  call.world.stdout.write(format === "json" ? jsonText({ schemaVersion: 1, examples: results }) : examples(results, textOptions(settings)));
  const findings: Finding[] = results.map(({ passed }) => ({ kind: "example", passed }));
  if (results.length === 0 && flag(call, "failOnEmpty")) findings.push({ kind: "nothing-to-check" });
  return exitCode(findings);
}

/** Runs again whenever a file changes, until it is interrupted. A file that cannot be read is told, and waited for. */
async function keepWatching(request: Request): Promise<number> {
  const { call, settings } = request;
  const { world } = call;
  const { root } = openProject(world);
  const folders = [join(root, "rules"), ...call.operands.map((operand) => resolve(world.cwd, operand)).filter((path) => existsSync(path)).map((path) => (statSync(path).isDirectory() ? path : dirname(path)))];
  let last = Promise.resolve();
  const again = async (files: readonly string[]): Promise<void> => {
    const shown = files.slice(0, 3).map((file) => relative(root, file)).join(", ");
    const more = files.length > 3 ? ` + ${files.length - 3}` : "";
    if (world.stdout.isTTY) world.stdout.write("\u001B[2J\u001B[H");
    remark({ en: `\nchanged: ${shown}${more}`, zh: `\n已改动：${shown}${more}` }, settings, world);
    try {
      await runOnce(request);
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
      last = last.then(async () => await again(files)).catch(reject);
    });
  });
}

function namePattern(written: string | undefined): RegExp {
  try {
    return new RegExp(written ?? "", "u");
  } catch {
    throw new UsageError({
      en: `--run \`${written ?? ""}\` is no regular expression`,
      zh: `--run \`${written ?? ""}\` 不是正则表达式`,
    });
  }
}
