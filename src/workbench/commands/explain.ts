import { resolve } from "node:path";
import { nearest } from "../../base/index.ts";
import { decisionNames, moments, type DecisionName, type Moment, type Policy } from "../../policy/index.ts";
import { exitCode } from "../../verdict/index.ts";
import { explain as explainText, type ExplainTrace } from "../../view/index.ts";
import { listFlag, textFlag, type Call } from "../call.ts";
import { decideOne } from "../decide-one.ts";
import { formatOf } from "../format.ts";
import { jsonText } from "../json-text.ts";
import { readOverrides } from "../overrides.ts";
import { openProject } from "../project.ts";
import { factsOf, readFacts, type GivenFacts, type ReadFacts } from "../read-facts.ts";
import { readTextFile } from "../read-file.ts";
import { readPolicyFolder, readProjectGround } from "../read-rules.ts";
import { askReference } from "../reference.ts";
import { remark, sayFindings } from "../say-findings.ts";
import { saveExample } from "../save-example.ts";
import { readSettings } from "../settings.ts";
import { british } from "../spelling.ts";
import { textOptions } from "../text-options.ts";
import { UsageError } from "../world.ts";

/** `policy-bench explain <policy> <decision>`: what was decided, and json-rules-engine's own trace of every rule. */
export async function explain(call: Call): Promise<number> {
  const settings = readSettings(call);
  const format = formatOf(call, ["pretty", "json"]);
  const project = openProject(call.world);
  const [name = "", written = ""] = call.operands;
  const decision = asDecision(written);
  const moment = asMoment(decision, textFlag(call, "moment"));
  const ground = readProjectGround(project);
  const read = readPolicyFolder(project, name, ground);
  const given = read.policy === undefined ? undefined : givenFacts(call, read.policy);
  const diagnostics = [...ground.diagnostics, ...read.diagnostics, ...(given?.diagnostics ?? [])];
  if (given === undefined || diagnostics.some(({ level }) => level === "error")) {
    sayFindings(diagnostics, settings, call.world);
    return exitCode([{ kind: "cannot-run" }]);
  }
  const facts = { ...applicant(decision), ...given.facts };
  const saveAs = call.flags["saveExample"];
  if (saveAs !== undefined && given.policy !== read.policy)
    throw new UsageError({ en: "an example cannot change a parameter; take `param.…` out, or change policy.json", zh: "示例不能更改参数；请去掉 `param.…`，或修改 policy.json" });
  if (saveAs !== undefined) await saveExample({ project, settings, operand: name, policy: given.policy, decision, moment, facts, name: typeof saveAs === "string" ? saveAs : "" });
  const trace = await traceOf(given.policy, decision, moment, facts);
  call.world.stdout.write(format === "json" ? jsonText({ schemaVersion: 1, ...trace }) : explainText(trace, textOptions(settings)));
  sayWhom(call, facts);
  return 0;
}

/** Who applies has no account yet; the typical customer of the other decisions holds one. */
function applicant(decision: DecisionName): GivenFacts {
  return decision === "enrolment" ? { "account.status": "none" } : {};
}

/** Says on stderr whom the trace is about. */
function sayWhom(call: Call, facts: GivenFacts): void {
  const list = Object.entries(facts).map(([fact, value]) => `${fact} = ${value === null ? "missing" : String(value)}`);
  const other = list.length === 0 ? { en: "", zh: "" } : { en: `, but ${list.join(", ")}`, zh: `，但 ${list.join("，")}` };
  remark({ en: `about the typical applicant of the dictionary${other.en}`, zh: `对象为字典中的典型申请人${other.zh}` }, readSettings(call), call.world);
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

/** Facts of the file, then those of `--set`; parameters among them change the policy that is asked. */
function givenFacts(call: Call, policy: Policy): ReadFacts {
  const overrides = readOverrides(listFlag(call, "set"), "customer.age=17");
  const file = textFlag(call, "facts");
  if (file === undefined) return factsOf(overrides, policy);
  const read = readTextFile(resolve(call.world.cwd, file), file);
  if ("diagnostic" in read) return { policy, facts: {}, diagnostics: [read.diagnostic, ...factsOf(overrides, policy).diagnostics] };
  const inFile = readFacts(read.source, policy);
  const set = factsOf(overrides, inFile.policy);
  return { policy: set.policy, facts: { ...inFile.facts, ...set.facts }, diagnostics: [...inFile.diagnostics, ...set.diagnostics] };
}

function asDecision(written: string): DecisionName {
  const known = decisionNames.find((name) => name === british(written));
  if (known !== undefined) return known;
  throw notAmong(written, decisionNames, {
    en: `there is no decision \`${written}\``,
    zh: `没有决策 \`${written}\``,
  });
}

function asMoment(decision: DecisionName, written: string | undefined): Moment {
  const known: readonly Moment[] = moments[decision];
  const chosen = written === undefined ? preferred(decision, known) : known.find((moment) => moment === written);
  if (chosen !== undefined) return chosen;
  throw notAmong(written ?? "", known, {
    en: `${decision} is not decided at the moment \`${written ?? ""}\``,
    zh: `${decision} 没有时点 \`${written ?? ""}\``,
  });
}

function notAmong(written: string, known: readonly string[], said: { readonly en: string; readonly zh: string }): UsageError {
  const guess = nearest(written, known);
  const list = known.map((name) => `\`${name}\``);
  return new UsageError({
    en: `${said.en}; ${guess === undefined ? `there are: ${list.join(", ")}` : `did you mean \`${guess}\`?`}`,
    zh: `${said.zh}；${guess === undefined ? `可用：${list.join("、")}` : `是否指 \`${guess}\`？`}`,
  });
}

/** The moment meant where none is named: an application for enrolment, else the first. */
function preferred(decision: DecisionName, known: readonly Moment[]): Moment | undefined {
  return decision === "enrolment" ? "application" : known[0];
}
