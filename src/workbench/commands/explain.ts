import { nearest, type Diagnostic } from "../../base/index.ts";
import { decisionNames, moments, type DecisionName, type Moment, type Policy } from "../../policy/index.ts";
import { exitCode } from "../../verdict/index.ts";
import { explain as explainText, json, type ExplainTrace } from "../../view/index.ts";
import { resolve } from "node:path";
import { flag, listFlag, textFlag, type Call } from "../call.ts";
import { decideOne } from "../decide-one.ts";
import { textOptions } from "../outputs.ts";
import { readOverrides } from "../overrides.ts";
import { openProject } from "../project.ts";
import { factsOf, readFacts, type GivenFacts } from "../read-facts.ts";
import { readTextFile } from "../read-file.ts";
import { readGroundwork, readPolicyFolder } from "../read-rules.ts";
import { askReference } from "../reference.ts";
import { sayFindings } from "../say-findings.ts";
import { readSettings } from "../settings.ts";
import { UsageError } from "../world.ts";

/** `policy-bench explain <policy> <decision>`: what was decided, and json-rules-engine's own trace of every rule. */
export async function explain(call: Call): Promise<number> {
  const settings = readSettings(call);
  const project = openProject(call.world);
  const [name = "", written = ""] = call.operands;
  const decision = asDecision(written);
  const moment = asMoment(decision, textFlag(call, "moment"));
  const ground = readGroundwork(project);
  const read = ground.groundwork === undefined ? { diagnostics: [] } : readPolicyFolder(project, name, ground.groundwork);
  const policy = "policy" in read ? read.policy : undefined;
  const given = policy === undefined ? { facts: {}, diagnostics: [] } : givenFacts(call, policy);
  const diagnostics = [...ground.diagnostics, ...read.diagnostics, ...given.diagnostics];
  if (policy === undefined || diagnostics.some(({ level }) => level === "error")) {
    sayFindings(diagnostics, settings, call.world);
    return exitCode([{ kind: "cannot-run" }]);
  }
  const trace = await traceOf(policy, decision, moment, given.facts);
  const asJson = flag(call, "json") || textFlag(call, "format") === "json";
  call.world.stdout.write(asJson ? json({ schemaVersion: 1, ...trace }) : explainText(trace, textOptions(settings)));
  return 0;
}

/** One decision with the trace behind it. */
export async function traceOf(policy: Policy, decision: DecisionName, moment: Moment, facts: GivenFacts): Promise<ExplainTrace> {
  const decided = decideOne(policy, { decision, moment, facts });
  const { type, params, because, undecided } = decided.outcome;
  const reasons = Object.entries(params).flatMap(([key, value]) => {
    const reason = key.endsWith("reason") && typeof value === "string" ? policy.reasons.get(value) : undefined;
    return reason === undefined ? [] : [[reason.code, reason.file] as const];
  });
  return {
    policy: policy.name,
    decision,
    moment,
    outcome: { type, params },
    because,
    undecided,
    missing: decided.reads.filter((fact) => !Object.hasOwn(decided.facts, fact)),
    rules: await askReference(policy.decisions[decision], decided.facts),
    reasons: Object.fromEntries(reasons),
  };
}

function givenFacts(call: Call, policy: Policy): { facts: GivenFacts; diagnostics: readonly Diagnostic[] } {
  const set = factsOf(readOverrides(listFlag(call, "set")), policy);
  const file = textFlag(call, "facts");
  if (file === undefined) return set;
  const read = readTextFile(resolve(call.world.cwd, file), file);
  if ("diagnostic" in read) return { facts: {}, diagnostics: [read.diagnostic] };
  const facts = readFacts(read.source, policy);
  return { facts: { ...facts.facts, ...set.facts }, diagnostics: [...facts.diagnostics, ...set.diagnostics] };
}

function asDecision(written: string): DecisionName {
  const known = decisionNames.find((name) => name === written);
  if (known !== undefined) return known;
  const guess = nearest(written, decisionNames);
  throw new UsageError({
    en: `there is no decision \`${written}\`${guess === undefined ? "" : `; did you mean \`${guess}\`?`} Decisions are ${decisionNames.join(", ")}`,
    zh: `没有决策 \`${written}\`${guess === undefined ? "" : `；是否指 \`${guess}\`？`}决策有：${decisionNames.join("、")}`,
  });
}

function asMoment(decision: DecisionName, written: string | undefined): Moment {
  const known: readonly Moment[] = moments[decision];
  const chosen = written === undefined ? preferred(decision, known) : known.find((moment) => moment === written);
  if (chosen !== undefined) return chosen;
  const guess = nearest(written ?? "", known);
  throw new UsageError({
    en: `${decision} is not decided at \`${written ?? ""}\`${guess === undefined ? "" : `; did you mean \`${guess}\`?`} Its moments are ${known.join(", ")}`,
    zh: `${decision} 没有时点 \`${written ?? ""}\`${guess === undefined ? "" : `；是否指 \`${guess}\`？`}可用时点：${known.join("、")}`,
  });
}

/** The moment meant where none is named: an application for enrolment, else the first. */
function preferred(decision: DecisionName, known: readonly Moment[]): Moment | undefined {
  return decision === "enrolment" ? "application" : known[0];
}
