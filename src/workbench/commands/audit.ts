import type { Policy } from "../../policy/index.ts";
import { synthesise } from "../../population/index.ts";
import { dataReads, useStandings, viewTally, type DataUse, type DecisionReads, type Tally } from "../../simulation/index.ts";
import { exitCode, type RunReport } from "../../verdict/index.ts";
import { audit as auditText, auditMarkdown, type Audit, type AuditedDecision, type AuditedFile, type AuditedUses } from "../../view/index.ts";
import { keyOf, neededFacts, type Need } from "../audit/needed-facts.ts";
import type { Bench } from "../bench.ts";
import { textFlag, type Call } from "../call.ts";
import { cannotRun } from "../cannot-run.ts";
import { formatOf } from "../format.ts";
import { jsonText } from "../json-text.ts";
import type { Customers } from "../population-cases.ts";
import { runRequest, textsOf } from "../run-request.ts";
import { sayFindings } from "../say-findings.ts";
import { readSettings } from "../settings.ts";
import { simulateAsked } from "../simulate-asked.ts";
import { textOptions } from "../text-options.ts";

/** `policy-bench audit <policy>`: what each decision reads, on what it rests over a scenario's customers, and what of it is needed. */
export async function audit(call: Call): Promise<number> {
  const settings = readSettings(call);
  const format = formatOf(call, ["pretty", "json", "markdown"]);
  const operand = call.operands[0] ?? "";
  const request = { ...runRequest(call), policies: [operand] };
  const read = textsOf(call, request, textFlag(call, "scenario") ?? "baseline");
  if (read.texts === undefined) return cannotRun(call, read.diagnostics);
  const done = await simulateAsked(call, { texts: read.texts, policies: request.policies });
  const { bench, report, tallies } = done;
  const [name, policy] = [...(bench?.policies ?? [])][0] ?? [];
  sayFindings(done.diagnostics.filter(({ level }) => level === "error"), settings, call.world);
  if (bench === undefined || report === undefined || policy === undefined || name === undefined) return exitCode([{ kind: "cannot-run" }]);
  const found = auditOf({ policy, bench, report, tallies: (tallies?.get(name) ?? []).map((tally) => viewTally(tally)) });
  const texts = { pretty: () => auditText(found, textOptions(settings)), json: () => jsonText({ schemaVersion: 1, ...found }), markdown: () => auditMarkdown(found, textOptions(settings)) };
  call.world.stdout.write(texts[format]());
  return 0;
}

interface Audited {
  readonly policy: Policy;
  readonly bench: Bench;
  readonly report: RunReport;
  readonly tallies: readonly Tally[];
}

function auditOf({ policy, bench, report, tallies }: Audited): Audit {
  const { scenario } = bench;
  const reads = dataReads(policy, scenario.lender);
  const needs = neededFacts(policy, reads, sampleOf(bench));
  const decisions = reads.map((each, index) => decisionOf(each, needs, tallies.flatMap(({ dataUses }) => dataUses[index] ?? [])));
  return {
    policy: policy.name,
    title: policy.title,
    scenario: scenario.name,
    customers: report.inputs.customers,
    months: scenario.months,
    replications: scenario.replications,
    purposesTold: policy.procedures.data.purposesTold,
    decisions,
    files: filesOf(policy, decisions),
    laws: (report.policies[0]?.laws ?? [])
      .filter(({ act }) => act === "data-access" || act === "credit-report-query")
      .map(({ id, title, verification, persons, inconclusive }) => ({ rule: id, title, verification, persons, inconclusive })),
  };
}

/** Customers of the scenario's profile among whom it is tried which facts change a decision. */
const sampleSize = 600;

function sampleOf({ scenario: { seed }, profile, dictionary }: Bench): Customers {
  return { population: synthesise({ profile, seed, replication: 0, customers: sampleSize, dictionary }), profile: profile.name, seed };
}

function decisionOf(reads: DecisionReads, needs: ReadonlyMap<string, Need>, uses: readonly DataUse[]): AuditedDecision {
  const { decision, moment } = reads;
  const sources = [...new Set(uses.flatMap((use) => Object.keys(use.sources)))];
  return {
    decision,
    moment,
    facts: reads.facts.map(({ fact, source = null, needs: form = null, shared, told, unnecessary }) => {
      const { needed, by, why } = needs.get(keyOf(reads, fact.name)) ?? { needed: "undecided", by: "proof" };
      const { name, title, level, sensitive } = fact;
      return { fact: name, title, level, sensitive, source, needs: form, shared, told, unnecessary, needed, by, ...(why === undefined ? {} : { why }) };
    }),
    uses: summed(uses.map(({ all }) => all)),
    sources: Object.fromEntries(sources.map((source) => [source, summed(uses.flatMap((use) => Object.entries(use.sources).flatMap(([name, one]) => (name === source ? [one] : []))))])),
  };
}

function summed(list: readonly AuditedUses[]): AuditedUses {
  const sum = { "not-needed": 0, valid: 0, invalid: 0, none: 0, withdrawn: 0 };
  for (const one of list) for (const standing of useStandings) sum[standing] += one[standing];
  return sum;
}

/** A file needs a fact that one of its moments needs; it reads one for nothing where none does. */
function filesOf(policy: Policy, decisions: readonly AuditedDecision[]): readonly AuditedFile[] {
  return Object.entries(policy.decisions).map(([decision, { file }]) => {
    const facts = decisions.filter((one) => one.decision === decision).flatMap((one) => one.facts);
    const names = [...new Set(facts.map(({ fact }) => fact))].toSorted();
    const is = (name: string, needed: "yes" | "no" | "undecided"): boolean => facts.some((one) => one.fact === name && one.needed === needed);
    const necessary = names.filter((name) => is(name, "yes"));
    const rest = names.filter((name) => !necessary.includes(name));
    return { file, decision, necessary, readForNothing: rest.filter((name) => !is(name, "undecided")), undecided: rest.filter((name) => is(name, "undecided")) };
  });
}
