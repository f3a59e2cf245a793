import { exitCode } from "../../verdict/index.ts";
import type { CheckedCase } from "../../view/index.ts";
import { flag, textFlag, type Call } from "../call.ts";
import { coverageCases } from "../checks/coverage-cases.ts";
import { exampleCases } from "../checks/example-cases.ts";
import { expectationCases } from "../checks/expectation-cases.ts";
import { lintCases } from "../checks/lint-cases.ts";
import { mutationCases } from "../checks/mutation-cases.ts";
import { proofCases } from "../checks/proof-cases.ts";
import { lintFiles, type LintResult } from "../lint-files.ts";
import { lintLevels } from "../lint-levels.ts";
import type { Override } from "../overrides.ts";
import { parseCount } from "../parse-count.ts";
import { progressLine } from "../progress.ts";
import { openProject, type Project } from "../project.ts";
import { findingsRequest, reportFindings } from "../report-findings.ts";
import { replayedFinding } from "../replay-proof.ts";
import { readSettings } from "../settings.ts";
import { UsageError, type Settings } from "../world.ts";

/** What every part of a check is given: what lint found and which policies and scenarios it met. */
interface CheckRequest {
  readonly call: Call;
  readonly settings: Settings;
  readonly project: Project;
  readonly linted: Required<LintResult>;
  readonly overrides: readonly Override[];
}

/** The parts of a check, in order. */
const parts: readonly ((request: CheckRequest) => Promise<readonly CheckedCase[]>)[] = [
  async ({ linted }) => await Promise.resolve(lintCases(linted)),
  async ({ project, linted }) => await exampleCases(project, linted.policies),
  async ({ project, linted, settings }) => await proofCases(project, linted.policies, settings.check.proofs, { rulesToo: false }),
  async ({ project, linted, settings }) => await Promise.resolve(coverageCases(project, linted.policies, settings.check.coverage)),
  mutation,
  expectations,
];

/** `policy-bench check [path…]`: lint, examples, proofs, gates and expectations of everything there is, or of what is named. */
export async function check(call: Call): Promise<number> {
  const settings = readSettings(call);
  const request = findingsRequest(call);
  const overrides = overridesOf(call);
  const project = openProject(call.world);
  const linted = lintFiles(project, call.operands, lintLevels(settings), settings.check.proofs?.level === "off" ? "quick" : "checked");
  for (const { policy, findings } of linted.proved) for (const finding of findings) await replayedFinding(policy, finding);
  const cases: CheckedCase[] = [];
  for (const part of parts) cases.push(...(await part({ call, settings, project, linted, overrides })));
  const { code } = reportFindings(cases, request, { call, settings });
  const checkedNothing = cases.every(({ suite, skipped }) => suite === "lint" || skipped !== undefined);
  if (code === 0 && checkedNothing && flag(call, "failOnEmpty")) return exitCode([{ kind: "nothing-to-check" }]);
  return code;
}

async function mutation({ call, settings, project, linted }: CheckRequest): Promise<readonly CheckedCase[]> {
  const progress = progressLine(call.world, { lang: settings.lang.value, quiet: settings.quiet, unit: { en: "edits", zh: "处改动" } });
  const cases = await mutationCases(project, linted.policies, { gate: settings.check.mutation, progress });
  progress.end();
  return cases;
}

/** `--customers`, read before the work. */
function overridesOf(call: Call): readonly Override[] {
  const written = textFlag(call, "customers");
  if (written === undefined) return [];
  const value = parseCount(written, "--customers");
  if (value < 1) throw new UsageError({ en: `--customers is \`${written}\`; a scenario needs somebody`, zh: `--customers 的值为 \`${written}\`；情景至少需要一位客户` });
  return [{ path: ["population", "customers"], value, written: `customers=${written}` }];
}

async function expectations({ call, settings, project, linted, overrides }: CheckRequest): Promise<readonly CheckedCase[]> {
  const line = progressLine(call.world, { lang: settings.lang.value, quiet: settings.quiet });
  const cases = await expectationCases(linted.scenarios, { project, overrides, threads: settings.threads.value, progress: (done, total, _, pass) => line.update(done, total, pass) });
  line.end();
  return cases;
}
