import { exitCode, type Finding } from "../../verdict/index.ts";
import { examples, type ExampleResult } from "../../view/index.ts";
import { flag, textFlag, type Call } from "../call.ts";
import { formatOf } from "../format.ts";
import { jsonText } from "../json-text.ts";
import { textOptions } from "../text-options.ts";
import { openProject } from "../project.ts";
import { readProjectGround } from "../read-rules.ts";
import { readTargets } from "../read-targets.ts";
import { runExample } from "../run-examples.ts";
import { sayFindings } from "../say-findings.ts";
import { readSettings } from "../settings.ts";
import { UsageError } from "../world.ts";

/** `policy-bench test [policy|path…]`: the examples in rule files, by the compiled form and by json-rules-engine. */
export async function test(call: Call): Promise<number> {
  const settings = readSettings(call);
  const format = formatOf(call, ["pretty", "json"]);
  const project = openProject(call.world);
  const pattern = namePattern(textFlag(call, "run"));
  const { targets, diagnostics } = readTargets(project, call.operands, readProjectGround(project));
  if (diagnostics.some(({ level }) => level === "error")) {
    sayFindings(diagnostics, settings, call.world);
    return exitCode([{ kind: "cannot-run" }]);
  }
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
