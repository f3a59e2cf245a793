import { basename } from "node:path";
import { isObject, readJson } from "../../base/index.ts";
import { decisionNames, exampleCases, measureCoverage, type Policy } from "../../policy/index.ts";
import type { PolicyAccount, RuleAccount } from "../../view/index.ts";
import type { Source } from "../read-file.ts";

/** What each rule of a policy is: where it stands in the files, and what the examples show of it. */
export function accountOf(policy: Policy, sources: readonly Source[]): PolicyAccount {
  const documents = new Map(sources.map(({ file, text }) => [basename(file), readJson(text, file)]));
  const lineIn = (file: string, pointer: string): number => documents.get(file)?.place(pointer).line ?? 1;
  const own = sources.find(({ file }) => basename(file) === "policy.json")?.file ?? "policy.json";
  return {
    policy: policy.name,
    title: policy.title,
    parameters: policy.parameters.map(({ name, title, unit, value, min, max, step }) => ({
      name, title, unit, value: writtenValue(documents.get("policy.json")?.value, name) ?? value, min, max, step,
      file: own, line: lineIn("policy.json", `/parameters/${name}`),
    })),
    rules: decisionNames.flatMap((decision) => {
      const { rules } = measureCoverage({ policy, decision, cases: exampleCases({ policy, decision }) });
      const file = `${decision}.json`;
      const text = sources.find((source) => basename(source.file) === file)?.text ?? "";
      return policy.decisions[decision].rules.flatMap((rule, index): RuleAccount[] => {
        const coverage = rules[index];
        if (coverage === undefined) return [];
        const line = lineIn(file, coverage.pointer);
        return [{
          decision, name: rule.name, title: rule.title, why: rule.why ?? null, priority: rule.priority,
          file: policy.decisions[decision].file, line, lastLine: lastLine(text, line), coverage,
          conditionLines: coverage.conditions.map(({ pointer }) => lineIn(file, pointer)),
        }];
      });
    }),
    files: sources.map(({ file, text }) => ({ file, text })),
  };
}

/** What the file says of a parameter: while another value is tried, the policy that runs says otherwise. */
function writtenValue(written: unknown, name: string): number | undefined {
  const parameters = isObject(written) ? written["parameters"] : undefined;
  const parameter = isObject(parameters) ? parameters[name] : undefined;
  const value = isObject(parameter) ? parameter["value"] : undefined;
  return typeof value === "number" ? value : undefined;
}

/** The line on which the object that begins on a line ends; strings may hold braces. */
function lastLine(text: string, line: number): number {
  const lines = text.split("\n");
  let depth = 0;
  for (let at = line - 1; at < lines.length; at += 1) {
    const bare = (lines[at] ?? "").replaceAll(/"(?:[^"\\]|\\.)*"/gu, "");
    for (const sign of bare) depth += sign === "{" ? 1 : sign === "}" ? -1 : 0;
    if (depth <= 0) return at + 1;
  }
  return lines.length;
}
