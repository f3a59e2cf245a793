import type { Diagnostic } from "../../base/index.ts";
import { decisionNames, measureEffect, moments, policyChanges, type MomentEffect, type Policy } from "../../policy/index.ts";
import { exitCode } from "../../verdict/index.ts";
import { policyDiff, provedDifference, type PolicyDifference, type TraceRule } from "../../view/index.ts";
import { flag, textFlag, type Call } from "../call.ts";
import { cannotRun } from "../cannot-run.ts";
import { formatOf } from "../format.ts";
import { asGitPolicy, readGitPolicy } from "../git-policy.ts";
import { jsonText } from "../json-text.ts";
import { meetCustomers, openCustomers, saidOf, situationsAt, type Customers } from "../population-cases.ts";
import { openProject, type Project } from "../project.ts";
import { proveDifference } from "../proofs/prove-difference.ts";
import type { GivenFacts } from "../read-facts.ts";
import { readPolicyFolder, readProjectGround, type Ground } from "../read-rules.ts";
import { readSettings } from "../settings.ts";
import { textOptions } from "../text-options.ts";
import { traceOf } from "../trace-of.ts";
import { UsageError, type Settings } from "../world.ts";

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
  if (isBroken || before === undefined || after === undefined || opened.customers === undefined) return cannotRun(call, diagnostics);
  if (flag(call, "prove")) return await prove(call, { operands, policies: [before, after], customers: opened.customers, settings, isJson: format === "json" });
  const compared = compare(operands, [before, after], opened.customers);
  const traces = await tracesOf([before, after], compared.effects);
  const difference: PolicyDifference = { ...compared, traces };
  call.world.stdout.write(format === "json" ? jsonText(plainly(difference)) : policyDiff(difference, textOptions(settings)));
  return 0;
}

/** As JSON: the customers shown with every rule on both sides. */
function plainly({ vocabulary: _vocabulary, traces, effects, ...rest }: PolicyDifference): unknown {
  const told = effects.map((effect) => ({
    ...effect,
    shown: effect.shown.map(({ known: _known, ...one }) => {
      const [before, after] = traces.get(`${effect.decision}/${effect.moment}/${one.customer}`) ?? [];
      return { ...one, ...(before === undefined ? {} : { traces: { before, after } }) };
    }),
  }));
  return { schemaVersion: 1, ...rest, effects: told };
}

/** Both traces of the customers shown, at the moment of each decision where most differ; json-rules-engine is asked for each. */
async function tracesOf(policies: readonly [Policy, Policy], effects: readonly MomentEffect[]): Promise<PolicyDifference["traces"]> {
  const traces = new Map<string, readonly [readonly TraceRule[], readonly TraceRule[]]>();
  for (const decision of decisionNames) {
    const [most] = effects.filter((effect) => effect.decision === decision && effect.differing > 0).toSorted((a, b) => b.differing - a.differing);
    for (const { customer, known: [before = {}, after = {}] } of most?.shown ?? []) {
      const asked = { decision, moment: most?.moment ?? moments[decision][0] };
      const rules = async (policy: Policy, facts: GivenFacts): Promise<readonly TraceRule[]> => (await traceOf(policy, asked.decision, asked.moment, facts)).rules;
      traces.set(`${decision}/${asked.moment}/${customer}`, [await rules(policies[0], before), await rules(policies[1], after)]);
    }
  }
  return traces;
}

interface Proving {
  readonly operands: Operands;
  readonly policies: readonly [Policy, Policy];
  readonly customers: Customers;
  readonly settings: Settings;
  readonly isJson: boolean;
}

/** The two policies for every possible applicant; what could not be decided is never taken for equal. */
async function prove(call: Call, { operands: [before, after], policies, customers, settings, isJson }: Proving): Promise<number> {
  const differences = await proveDifference(...policies, customers);
  const comparison = { before, after, differences };
  call.world.stdout.write(isJson ? jsonText({ schemaVersion: 1, ...comparison }) : provedDifference(comparison, textOptions(settings)));
  return exitCode(differences.flatMap(({ verdict }) => (verdict === "undecided" ? [{ kind: "verdict", verdict }] : [])));
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

function compare([before, after]: Operands, policies: readonly [Policy, Policy], customers: Customers): Omit<PolicyDifference, "traces"> {
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
