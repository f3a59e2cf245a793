import { resolve } from "node:path";
import { nearest } from "../../base/index.ts";
import { decisionNames, moments, type DecisionName, type Moment, type Policy } from "../../policy/index.ts";
import { customerText, explain as explainText, type ExplainTrace } from "../../view/index.ts";
import { flag, listFlag, textFlag, type Call } from "../call.ts";
import { cannotRun } from "../cannot-run.ts";
import { customerNotice } from "../customer-notice.ts";
import { decideOne } from "../decide-one.ts";
import { factsRead } from "../facts-read.ts";
import { formatOf } from "../format.ts";
import { jsonText } from "../json-text.ts";
import { readOverrides } from "../overrides.ts";
import { openProject } from "../project.ts";
import { factsOf, readFacts, type GivenFacts, type ReadFacts } from "../read-facts.ts";
import { readTextFile } from "../read-file.ts";
import { readPolicyFolder, readProjectGround } from "../read-rules.ts";
import { remark } from "../say-findings.ts";
import { saveExample } from "../save-example.ts";
import { readSettings } from "../settings.ts";
import { british } from "../spelling.ts";
import { textOptions } from "../text-options.ts";
import { traceOf } from "../trace-of.ts";
import { UsageError } from "../world.ts";
import { whyNot } from "../why-not.ts";

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
  if (given === undefined || diagnostics.some(({ level }) => level === "error")) return cannotRun(call, diagnostics);
  const facts = { ...applicant(decision), ...given.facts };
  const saveAs = call.flags["saveExample"];
  if (saveAs !== undefined && given.policy !== read.policy)
    throw new UsageError({ en: "an example cannot change a parameter; take `param.…` out, or change policy.json", zh: "示例不能更改参数；请去掉 `param.…`，或修改 policy.json" });
  if (saveAs !== undefined) await saveExample({ project, settings, operand: name, policy: given.policy, decision, moment, facts, name: typeof saveAs === "string" ? saveAs : "" });
  const trace = await traceOf(given.policy, decision, moment, facts);
  if (flag(call, "forCustomer")) {
    const notice = customerNotice(given.policy, decision, trace.outcome, trace.rules);
    call.world.stdout.write(format === "json" ? jsonText({ schemaVersion: 1, ...notice, text: { en: customerText(notice, "en"), zh: customerText(notice, "zh") } }) : customerText(notice, settings.lang.value));
    return 0;
  }
  const told = { ...trace, ...(await moreOf(call, { policy: given.policy, decision, moment, facts })) };
  call.world.stdout.write(format === "json" ? jsonText({ schemaVersion: 1, ...told }) : explainText(told, textOptions(settings)));
  sayWhom(call, facts);
  return 0;
}

/** What is shown only where it is asked for: every fact read, and the nearest change that would have led elsewhere. */
async function moreOf(call: Call, asked: { readonly policy: Policy; readonly decision: DecisionName; readonly moment: Moment; readonly facts: GivenFacts }): Promise<Pick<ExplainTrace, "reads" | "whyNot">> {
  const wanted = call.flags["whyNot"];
  return {
    ...(flag(call, "varValues") ? { reads: factsRead(asked.policy, asked.decision, { decided: decideOne(asked.policy, asked), given: asked.facts }) } : {}),
    ...(wanted === undefined ? {} : { whyNot: await whyNot({ ...asked, wanted: typeof wanted === "string" ? wanted : "", keep: listFlag(call, "keep") }) }),
  };
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
