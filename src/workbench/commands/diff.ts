import type { Diagnostic } from "../../base/index.ts";
import { decisionNames, measureEffect, moments, policyChanges, type MomentEffect, type Policy } from "../../policy/index.ts";
import { exitCode } from "../../verdict/index.ts";
import { policyDiff, type PolicyDifference } from "../../view/index.ts";
import { textFlag, type Call } from "../call.ts";
import { formatOf } from "../format.ts";
import { asGitPolicy, readGitPolicy } from "../git-policy.ts";
import { jsonText } from "../json-text.ts";
import { meetCustomers, openCustomers, saidOf, situationsAt, type Customers } from "../population-cases.ts";
import { openProject, type Project } from "../project.ts";
import { readPolicyFolder, readProjectGround, type Ground } from "../read-rules.ts";
import { sayFindings } from "../say-findings.ts";
import { readSettings } from "../settings.ts";
import { textOptions } from "../text-options.ts";
import { UsageError } from "../world.ts";

/**
 * `policy-bench diff <policy> [policy]`: what was changed from one policy to another, and who is decided differently.
 * A side is a name, a folder, or git:REVISION:policy; one side alone is compared with what it was at --rev (HEAD).
 */
export async function diff(call: Call): Promise<number> {
  const settings = readSettings(call);
  const format = formatOf(call, ["pretty", "json"]);
  const project = openProject(call.world);
  const ground = readProjectGround(project);
  const operands = sidesOf(call);
  const sides = operands.map((operand) => readSide(project, operand, ground));
  const opened = openCustomers(call, project, ground);
  const diagnostics: readonly Diagnostic[] = [...ground.diagnostics, ...sides.flatMap((side) => side.diagnostics), ...opened.diagnostics];
  const [before, after] = sides.map(({ policy }) => policy);
  const isBroken = diagnostics.some(({ level }) => level === "error");
  if (isBroken || before === undefined || after === undefined || opened.customers === undefined) {
    sayFindings(diagnostics, settings, call.world);
    return exitCode([{ kind: "cannot-run" }]);
  }
  const difference = await Promise.resolve(compare(operands, [before, after], opened.customers));
  const { vocabulary: _vocabulary, ...plain } = difference;
  call.world.stdout.write(format === "json" ? jsonText({ schemaVersion: 1, ...plain }) : policyDiff(difference, textOptions(settings)));
  return 0;
}

type Operands = readonly [string, string];

/** Two sides as given; one alone stands beside its own past. */
function sidesOf(call: Call): Operands {
  const [first = "", second] = call.operands;
  const revision = textFlag(call, "rev");
  if (second === undefined) return [`git:${revision ?? "HEAD"}:${first}`, first];
  if (revision === undefined) return [first, second];
  throw new UsageError({
    en: "--rev compares one policy with its own past; name one policy, or write git:REVISION:policy",
    zh: "--rev 用于将一项政策与其过去的版本比较；请只给一项政策，或写作 git:修订版:政策",
  });
}

function readSide(project: Project, operand: string, ground: Ground): { readonly policy?: Policy; readonly diagnostics: readonly Diagnostic[] } {
  const past = asGitPolicy(operand);
  return past === undefined ? readPolicyFolder(project, operand, ground) : readGitPolicy(project, past, ground);
}

function compare([before, after]: Operands, policies: readonly [Policy, Policy], customers: Customers): PolicyDifference {
  const own = new Set(customers.population.facts);
  const situations: Record<string, readonly (string | null)[]> = {};
  const effects = decisionNames.flatMap((decision) =>
    moments[decision].map((moment): MomentEffect => {
      const around = situationsAt(policies, decision, moment, own);
      situations[`${decision}/${moment}`] = around.map(({ example }) => example ?? null);
      return measureEffect({ policies, decision, moment, cases: meetCustomers(customers, { policies, moment, situations: around }) });
    }),
  );
  return { before, after, changes: policyChanges(...policies), population: saidOf(customers), effects, situations, vocabulary: policies[1] };
}
