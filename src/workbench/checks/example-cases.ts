import type { Diagnostic, Place } from "../../base/index.ts";
import { examples as exampleText, type CheckedCase, type ExampleResult } from "../../view/index.ts";
import type { Project } from "../project.ts";
import { readProjectGround } from "../read-rules.ts";
import { readTargets } from "../read-targets.ts";
import { runExample } from "../run-examples.ts";

/** Every example of these policies as a case; one that fails has a finding at its name. Ends early where nobody waits any more. */
export async function exampleCases(project: Project, policies: readonly string[], isWanted: () => boolean = () => true): Promise<readonly CheckedCase[]> {
  if (policies.length === 0) return [];
  const { targets } = readTargets(project, policies, readProjectGround(project));
  const cases: CheckedCase[] = [];
  for (const target of targets) {
    for (const decision of target.decisions) {
      for (const example of target.policy.decisions[decision].examples) {
        if (!isWanted()) return cases;
        const result = await runExample(target.policy, decision, example);
        cases.push({ suite: "examples", name: `${target.policy.name} ${decision}: ${example.name}`, diagnostics: result.passed ? [] : [failed(result, example.place?.())] });
      }
    }
  }
  return cases;
}

function failed({ rules: _rules, ...result }: ExampleResult, place: Place | undefined): Diagnostic {
  const told = (lang: "en" | "zh"): string => detailOf(result, lang);
  return {
    code: "example-failed",
    level: "error",
    message: { en: `example \`${result.name}\` fails: ${told("en")}`, zh: `示例 \`${result.name}\` 未通过：${told("zh")}` },
    hint: { en: `see why with: policy-bench explain ${result.policy} ${result.decision}`, zh: `查看原因：policy-bench explain ${result.policy} ${result.decision}` },
    ...(place === undefined ? {} : { place }),
  };
}

/** The lines below the first of what \`test\` shows, as one. */
function detailOf(result: ExampleResult, lang: "en" | "zh"): string {
  const [, ...lines] = exampleText([result], { lang, color: false, ascii: false, width: 1000 }).trim().split("\n");
  return lines.map((line) => line.trim()).filter((line, at, all) => line !== "" && at < all.length - 1).join("; ");
}
