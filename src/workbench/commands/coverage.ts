import { layoutFacts } from "../../facts/index.ts";
import { exampleCases, measureCoverage, moments, type CoverageCase, type DecisionName, type Policy } from "../../policy/index.ts";
import { exitCode, type Finding } from "../../verdict/index.ts";
import { coverage as coverageText, coverageLines, type CoveredFile, type CoverageTotals, type PolicyCoverage } from "../../view/index.ts";
import { flag, textFlag, type Call } from "../call.ts";
import { cannotRun } from "../cannot-run.ts";
import { formatOf } from "../format.ts";
import { jsonText } from "../json-text.ts";
import { meetCustomers, openCustomers, saidOf, situationsAt, type Customers } from "../population-cases.ts";
import { coverageTotals } from "../coverage-totals.ts";
import { percentFlag } from "../percent-flag.ts";
import { openProject, type Project } from "../project.ts";
import { readProjectGround } from "../read-rules.ts";
import { onlyDecision, readDocuments, readTargets, type Target } from "../read-targets.ts";
import { remark } from "../say-findings.ts";
import { readSettings } from "../settings.ts";
import { suggestFor } from "../suggest-examples.ts";
import { textOptions } from "../text-options.ts";
import { UsageError, type Settings } from "../world.ts";

/** `policy-bench coverage [policy|path…]`: which rules and conditions the examples, or a population, really decide. */
export async function coverage(call: Call): Promise<number> {
  const settings = readSettings(call);
  const format = formatOf(call, ["pretty", "json"]);
  const gates = { min: percentFlag(call, "min", "--min"), minMcdc: percentFlag(call, "minMcdc", "--min-mcdc") };
  const project = openProject(call.world);
  const ground = readProjectGround(project);
  const read = readTargets(project, call.operands, ground);
  const targets = onlyDecision(read.targets, textFlag(call, "decision"));
  const opened = fromPopulation(call) ? openCustomers(call, project, ground) : { diagnostics: [] };
  const diagnostics = [...read.diagnostics, ...opened.diagnostics];
  if (diagnostics.some(({ level }) => level === "error")) return cannotRun(call, diagnostics);
  if (flag(call, "suggest")) return await suggestFor(targets, { call, settings });
  const customers = "customers" in opened ? opened.customers : undefined;
  const policies = targets.map((target) => coverPolicy(target, customers));
  const totals = coverageTotals(policies.flatMap(({ decisions }) => decisions));
  if (format === "json") call.world.stdout.write(jsonText({ schemaVersion: 1, ...totals, policies: policies.map((policy, index) => withLines(policy, targets[index], project)) }));
  else if (flag(call, "lines")) call.world.stdout.write(coverageLines(targets.flatMap((target, index) => coveredFiles(target, policies[index], project)), textOptions(settings)));
  else call.world.stdout.write(coverageText(policies, totals, textOptions(settings)));
  return exitCode(judgeGates(totals, { ...gates, unique: flag(call, "uniqueCause") }, { call, settings }));
}

function fromPopulation(call: Call): boolean {
  const from = textFlag(call, "from") ?? "examples";
  if (from === "examples" || from === "population") return from === "population";
  throw new UsageError({ en: `--from is \`${from}\`; use examples or population`, zh: `--from 的值为 \`${from}\`；请用 examples 或 population` });
}

function coverPolicy({ policy, decisions }: Target, customers: Customers | undefined): PolicyCoverage {
  const from = customers === undefined ? { en: "from the examples", zh: "依据示例" } : saidOf(customers);
  return {
    policy: policy.name,
    from,
    decisions: decisions.map((decision) =>
      measureCoverage({ policy, decision, cases: customers === undefined ? exampleCases({ policy, decision }) : populationCases(policy, decision, customers) }),
    ),
  };
}

function* populationCases(policy: Policy, decision: DecisionName, customers: Customers): Generator<CoverageCase> {
  const own = new Set(customers.population.facts);
  const { size } = layoutFacts(policy.dictionary);
  for (const moment of moments[decision]) {
    const situations = situationsAt([policy], decision, moment, own);
    for (const { customer, situation, rows } of meetCustomers(customers, { policies: [policy], moment, situations })) {
      const example = situations[situation]?.example;
      yield { name: `customer ${customer} @ ${moment}${example === undefined ? "" : ` as in "${example}"`}`, moment, row: rows[0] ?? new Float64Array(size) };
    }
  }
}

interface Gates {
  readonly min: number | undefined;
  readonly minMcdc: number | undefined;
  readonly unique: boolean;
}

/** A gate that is missed is a finding; nothing to cover is no failure. */
function judgeGates(totals: CoverageTotals, { min, minMcdc, unique }: Gates, { call, settings }: { readonly call: Call; readonly settings: Settings }): readonly Finding[] {
  const gates = [
    { least: min, ratio: totals.outcomes, flag: "--min" },
    { least: minMcdc, ratio: unique ? totals.mcdcUnique : totals.mcdc, flag: "--min-mcdc" },
  ];
  return gates.flatMap(({ least, ratio, flag: name }): readonly Finding[] => {
    if (least === undefined) return [];
    const held = ratio.covered * 100 >= least * ratio.of;
    if (!held) {
      const share = `${ratio.covered}/${ratio.of}`;
      remark({ en: `${name} ${least}: only ${share} is covered`, zh: `${name} ${least}：仅覆盖 ${share}` }, settings, call.world);
    }
    return [{ kind: "verdict", verdict: held ? "held" : "broken" }];
  });
}

function coveredFiles(target: Target, covered: PolicyCoverage | undefined, project: Project): readonly CoveredFile[] {
  const documents = readDocuments(project, target);
  return (covered?.decisions ?? []).flatMap((one): readonly CoveredFile[] => {
    const document = documents.get(one.decision);
    if (document === undefined) return [];
    const lines = document.text.split("\n").length;
    const [rules, examples] = ["/rules", "/examples"].map((pointer) => document.place(pointer, "key").line);
    const end = rules !== undefined && examples !== undefined && examples > rules ? examples : lines + 1;
    return [{ coverage: one, text: document.text, lineOf: (pointer) => document.place(pointer).line, end }];
  });
}

/** The same with the line of every rule and condition. */
function withLines(covered: PolicyCoverage, target: Target | undefined, project: Project): unknown {
  const documents = target === undefined ? undefined : readDocuments(project, target);
  const decisions = covered.decisions.map((decision) => {
    const lineOf = (pointer: string): number | undefined => documents?.get(decision.decision)?.place(pointer).line;
    return {
      ...decision,
      rules: decision.rules.map((rule) => ({
        ...rule,
        line: lineOf(rule.pointer),
        conditions: rule.conditions.map((condition) => ({ ...condition, line: lineOf(condition.pointer) })),
      })),
    };
  });
  return { ...covered, decisions };
}
