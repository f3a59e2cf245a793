import { diagnose, type Diagnostic, type JsonDocument } from "../../base/index.ts";
import { examples as exampleText, type CheckedCase, type ExampleResult } from "../../view/index.ts";
import type { Project } from "../project.ts";
import { readProjectGround } from "../read-rules.ts";
import { readDocuments, readTargets } from "../read-targets.ts";
import { runExample } from "../run-examples.ts";

/** Every example of these policies as a case; one that fails has a finding at its name. */
export async function exampleCases(project: Project, policies: readonly string[]): Promise<readonly CheckedCase[]> {
  if (policies.length === 0) return [];
  const { targets } = readTargets(project, policies, readProjectGround(project));
  const cases: CheckedCase[] = [];
  for (const target of targets) {
    const documents = readDocuments(project, target);
    for (const decision of target.decisions) {
      const document = documents.get(decision);
      for (const [index, example] of target.policy.decisions[decision].examples.entries()) {
        const result = await runExample(target.policy, decision, example);
        cases.push({ suite: "examples", name: `${target.policy.name} ${decision}: ${example.name}`, diagnostics: result.passed ? [] : [failed(result, document, index)] });
      }
    }
  }
  return cases;
}

function failed(result: ExampleResult, document: JsonDocument | undefined, index: number): Diagnostic {
  const told = (lang: "en" | "zh"): string => detailOf(result, lang);
  return diagnose({
    code: "example-failed",
    message: { en: `example \`${result.name}\` fails: ${told("en")}`, zh: `示例 \`${result.name}\` 未通过：${told("zh")}` },
    hint: { en: `see why with: policy-bench explain ${result.policy} ${result.decision}`, zh: `查看原因：policy-bench explain ${result.policy} ${result.decision}` },
    document,
    pointer: pointerOf(document, result.name, index),
  });
}

/** The lines below the first of what \`test\` shows, as one. */
function detailOf(result: ExampleResult, lang: "en" | "zh"): string {
  const [, ...lines] = exampleText([result], { lang, color: false, ascii: false, width: 1000 }).trim().split("\n");
  return lines.map((line) => line.trim()).filter((line, at, all) => line !== "" && at < all.length - 1).join("; ");
}

/** The example as it stands: examples that could not be read are left out of the list, so the name decides. */
function pointerOf(document: JsonDocument | undefined, name: string, index: number): string {
  const value: unknown = document?.value;
  const list: unknown = typeof value === "object" && value !== null ? Reflect.get(value, "examples") : undefined;
  const found = Array.isArray(list) ? list.findIndex((item: unknown) => typeof item === "object" && item !== null && Reflect.get(item, "name") === name) : -1;
  return `/examples/${found < 0 ? index : found}/name`;
}
