import { basename, dirname, join } from "node:path";
import type { Diagnostic } from "../../base/index.ts";
import { decisionNames, type DecisionName, type Policy } from "../../policy/index.ts";
import { exitCode, type Finding } from "../../verdict/index.ts";
import { examples, type ExampleResult } from "../../view/index.ts";
import { flag, textFlag, type Call } from "../call.ts";
import { formatOf } from "../format.ts";
import { jsonText } from "../json-text.ts";
import { textOptions } from "../text-options.ts";
import { listPolicies, openProject, type Project } from "../project.ts";
import { readPolicyFolder, readProjectGround } from "../read-rules.ts";
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
  const { targets, diagnostics } = readTargets(project, call.operands);
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

interface Target {
  readonly policy: Policy;
  readonly decisions: readonly DecisionName[];
}

/** Policies by name or folder, or one decision file; all policies where nothing is named. */
function readTargets(project: Project, operands: readonly string[]): { targets: readonly Target[]; diagnostics: readonly Diagnostic[] } {
  const ground = readProjectGround(project);
  const diagnostics: Diagnostic[] = [...ground.diagnostics];
  const targets = (operands.length === 0 ? listPolicies(project) : operands).flatMap((operand): Target[] => {
    const decision = decisionNames.find((name) => basename(operand) === `${name}.json`);
    const folder = decision === undefined ? operand : join(dirname(operand), "/");
    const read = readPolicyFolder(project, folder, ground);
    diagnostics.push(...read.diagnostics);
    return read.policy === undefined ? [] : [{ policy: read.policy, decisions: decision === undefined ? decisionNames : [decision] }];
  });
  return { targets, diagnostics };
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
