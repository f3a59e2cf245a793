import { join, relative } from "node:path";
import { describe, test } from "vitest";
import type { Diagnostic } from "../../base/index.ts";
import { examples as exampleText, prettyDiagnostics, type CheckedCase, type TextOptions } from "../../view/index.ts";
import { expectationCases } from "../checks/expectation-cases.ts";
import { claimsOf } from "../checks/proof-cases.ts";
import { lintFiles } from "../lint-files.ts";
import { openProject, readNamedFile, type Project } from "../project.ts";
import { readProjectGround } from "../read-rules.ts";
import { readTargets, type Target } from "../read-targets.ts";
import { runExample } from "../run-examples.ts";
import { readScenario } from "../scenario.ts";
import type { World } from "../world.ts";
import type { SuiteOptions } from "./door.d.ts";

interface Suite {
  readonly project: Project;
  readonly options: SuiteOptions;
  readonly look: TextOptions;
}

/** A simulation takes its time; vitest's own five seconds are for unit tests. */
const simulationMs = 600_000;
const proofMs = 60_000;

/** Defines one test for each example, claim and expectation of a folder, and one that its files can be read. */
export function defineSuite(world: World, folder: string, options: SuiteOptions): void {
  const project = openProject(world);
  const suite: Suite = { project, options, look: { lang: options.lang ?? "en", color: false, ascii: false, width: 100 } };
  const linted = lintFiles(project, folder === project.root ? [] : [folder]);
  describe(relative(project.root, folder) || "policies", () => {
    test("files can be read", () => {
      throwIfAny(linted.diagnostics.filter(({ level }) => level === "error"), suite);
    });
    const ground = readProjectGround(project);
    for (const target of readTargets(project, linted.policies.length === 0 ? [""] : linted.policies, ground).targets) {
      describe(target.policy.name, () => {
        if (options.examples !== false) defineExamples(target, suite);
        if (options.invariants !== false) defineClaims(target, suite);
      });
    }
    if (options.expectations !== false) for (const name of linted.scenarios) defineExpectations(name, suite);
  });
}

function defineExamples({ policy, decisions }: Target, suite: Suite): void {
  for (const decision of decisions) {
    describe(decision, () => {
      for (const example of policy.decisions[decision].examples) {
        test(example.name, async () => {
          const result = await runExample(policy, decision, example);
          if (!result.passed) throw failure(exampleText([result], suite.look).trimEnd(), example.place?.(), suite);
        });
      }
    });
  }
}

function defineClaims(target: Target, suite: Suite): void {
  const { claims } = claimsOf(suite.project, target, undefined);
  if (claims.length === 0) return;
  describe("invariants", () => {
    for (const { claim, accepted, check } of claims) {
      const why = accepted === undefined ? "" : ` (accepted: ${accepted[suite.look.lang]})`;
      test(`${claim.name} ${claim.title[suite.look.lang]}${why}`, async () => throwIfAny((await check()).diagnostics.filter(({ level }) => level === "error"), suite), proofMs);
    }
  });
}

/** The scenario is simulated once, when its first expectation is asked about. */
function defineExpectations(name: string, suite: Suite): void {
  const { project, options } = suite;
  const { source } = readNamedFile(project, "scenario", name);
  const scenario = source === undefined ? undefined : readScenario(source).scenario;
  if (scenario === undefined || scenario.expectations.length === 0) return;
  const overrides = options.customers === undefined ? [] : [{ path: ["population", "customers"], value: options.customers, written: `customers=${options.customers}` }];
  let running: Promise<readonly CheckedCase[]> | undefined;
  describe(`scenario ${scenario.name}`, () => {
    for (const [index, expectation] of scenario.expectations.entries()) {
      if (expectation.level === "off") continue;
      test(`${expectation.policy}: ${expectation.name}`, async () => {
        running ??= expectationCases([name], { project, overrides, threads: options.threads ?? 1 });
        throwIfAny((await running)[index]?.diagnostics.filter(({ level }) => level === "error") ?? [], suite);
      }, simulationMs);
    }
  });
}

/** Every finding in one failure, which stands at the first. */
function throwIfAny(diagnostics: readonly Diagnostic[], suite: Suite): void {
  const [first] = diagnostics;
  if (first !== undefined) throw failure(prettyDiagnostics(diagnostics, suite.look).trimEnd(), first.place, suite);
}

/** An error whose place is the line of the rule file, so that vitest shows that line and not ours. */
function failure(message: string, place: Diagnostic["place"], { project }: Suite): Error {
  const error = new Error(message);
  if (place !== undefined) error.stack = `Error: ${message}\n    at ${join(project.root, place.file)}:${place.line}:${place.column}`;
  return error;
}
