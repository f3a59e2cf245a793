import { diagnose, type Diagnostic, type JsonDocument } from "../../base/index.ts";
import type { ExpectationResult } from "../../verdict/index.ts";
import type { CheckedCase } from "../../view/index.ts";
import type { Override } from "../overrides.ts";
import { readNamedFile, type Project } from "../project.ts";
import { readRunTexts } from "../run-texts.ts";
import { readScenario } from "../scenario.ts";
import { simulateScenario } from "../simulate-scenario.ts";

interface Request {
  readonly project: Project;
  readonly overrides: readonly Override[];
  readonly threads: number;
  readonly progress?: Parameters<typeof simulateScenario>[0]["progress"];
}

/** Every expectation of these scenarios as a case. Only scenarios that expect something are simulated, and only the policies they expect it of. */
export async function expectationCases(scenarios: readonly string[], request: Request): Promise<readonly CheckedCase[]> {
  const cases: CheckedCase[] = [];
  for (const name of scenarios) cases.push(...(await casesOf(name, request)));
  return cases;
}

async function casesOf(name: string, { project, overrides, threads, progress }: Request): Promise<readonly CheckedCase[]> {
  const file = readNamedFile(project, "scenario", name);
  const { scenario, document } = file.source === undefined ? { scenario: undefined, document: undefined } : readScenario(file.source);
  if (scenario === undefined || document === undefined || scenario.expectations.length === 0) return [];
  const policies = [...new Set(scenario.expectations.map(({ policy }) => policy))];
  const read = readRunTexts({ project, scenario: name, overrides, policies });
  const done = read.texts === undefined ? undefined : await simulateScenario({ texts: read.texts, by: [], policies, strict: false, threads, packageRoot: project.world.packageRoot, progress });
  const { report } = done ?? {};
  return scenario.expectations.map((expectation, index): CheckedCase => {
    const one = { suite: "expectations", name: `${scenario.name}: ${expectation.name}` };
    const result = report?.expectations[index];
    if (result === undefined) return { ...one, diagnostics: [notRun(scenario.name, document, index)], skipped: { en: "the scenario could not be run", zh: "该情景无法运行" } };
    return { ...one, diagnostics: result.verdict === "held" ? [] : [finding(result, { scenario: scenario.name, document, index })] };
  });
}

interface At {
  readonly scenario: string;
  readonly document: JsonDocument;
  readonly index: number;
}

function finding({ verdict, level, name, policy, evidence }: ExpectationResult, { scenario, document, index }: At): Diagnostic {
  const broken = verdict === "broken";
  return diagnose({
    code: broken ? "expectation-broken" : "expectation-undecided",
    level,
    message: {
      en: broken ? `\`${policy}\` does not meet the expectation \`${name}\` of ${scenario}` : `the expectation \`${name}\` of ${scenario} is undecided for \`${policy}\``,
      zh: broken ? `\`${policy}\` 不满足情景 ${scenario} 的期望 \`${name}\`` : `情景 ${scenario} 的期望 \`${name}\` 对 \`${policy}\` 无法判定`,
    },
    hint: broken ? evidence : { en: `${evidence.en}; more customers may decide it`, zh: `${evidence.zh}；增加客户数或可判定` },
    document,
    pointer: `/expectations/${index}/name`,
  });
}

function notRun(scenario: string, document: JsonDocument, index: number): Diagnostic {
  return diagnose({
    code: "could-not-run",
    message: { en: `${scenario} could not be run, so nothing is known of this expectation`, zh: `情景 ${scenario} 无法运行，因此无法得知该期望是否成立` },
    hint: { en: "lint says what is wrong with its files", zh: "lint 会指出其文件的问题" },
    document,
    pointer: `/expectations/${index}/name`,
  });
}
