import { exitCode, type Finding } from "../../verdict/index.ts";
import { examples, type ExampleResult } from "../../view/index.ts";
import { flag, textFlag, type Call } from "../call.ts";
import { cannotRun } from "../cannot-run.ts";
import { formatOf } from "../format.ts";
import { jsonText } from "../json-text.ts";
import { textOptions } from "../text-options.ts";
import { keepWatching } from "../keep-watching.ts";
import { openProject } from "../project.ts";
import { readProjectGround } from "../read-rules.ts";
import { onlyDecision, readTargets } from "../read-targets.ts";
import { runExample } from "../run-examples.ts";
import { readSettings } from "../settings.ts";
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
  return flag(call, "watch") ? await keepWatching({ call, settings, again: async () => await runOnce(request) }) : code;
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
