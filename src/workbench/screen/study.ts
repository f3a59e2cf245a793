import type { Text } from "../../base/index.ts";
import { decodeFact } from "../../facts/index.ts";
import { decisionNames, type Policy } from "../../policy/index.ts";
import type { ImportedData, Population } from "../../population/index.ts";
import type { Run, Waits } from "../../simulation/index.ts";
import type { ExplainTrace, FoundCustomers, Life, PolicyAccount, ToldProofs, TriedEdits } from "../../view/index.ts";
import { readBench, type Bench } from "../bench.ts";
import { importCustomers, populationOf } from "../open-population.ts";
import { askedOf } from "../replay-notes.ts";
import { runOf } from "../run-bench.ts";
import type { RunTexts } from "../run-texts.ts";
import { traceOf } from "../trace-of.ts";
import { UsageError } from "../world.ts";
import { accountOf } from "./account-of.ts";
import { findPeople } from "./find-people.ts";
import { proofsOf } from "./proofs-of.ts";
import { tryEdits } from "./try-edits.ts";

/** Something to be looked up behind a screen: plain data. `waits`: how long cases wait in the run that is on screen. */
export type StudyJob =
  | { readonly kind: "people"; readonly policy: string; readonly waits: Waits; readonly where: readonly string[]; readonly from: number; readonly most: number; readonly to?: number }
  | { readonly kind: "life"; readonly policy: string; readonly waits: Waits; readonly customer: number }
  | { readonly kind: "trace"; readonly policy: string; readonly waits: Waits; readonly customer: number; readonly entry: number }
  | { readonly kind: "account" | "edits"; readonly policy: string }
  | { readonly kind: "proofs"; readonly policy: string; readonly root: string; readonly packageRoot: string };

/** What was found; `refused` where the question has no answer. */
export type StudyResult =
  | { readonly kind: "people"; readonly value: FoundCustomers }
  | { readonly kind: "life"; readonly value: Life }
  | { readonly kind: "trace"; readonly value: ExplainTrace }
  | { readonly kind: "account"; readonly value: PolicyAccount }
  | { readonly kind: "edits"; readonly value: TriedEdits }
  | { readonly kind: "proofs"; readonly value: ToldProofs }
  | { readonly kind: "refused"; readonly why: Text };

/** Looks things up in the inputs of one run: lives, decisions, rules. What is compiled once stays. */
export interface Study {
  look(job: StudyJob): Promise<StudyResult>;
}

/** A study of these texts. Throws where they are broken: a run has read them before. */
export function createStudy(texts: RunTexts): Study {
  const { bench } = readBench(texts);
  if (bench === undefined) throw new Error("the inputs of a run were sound and are not here");
  let imported: Promise<ImportedData | undefined> | undefined;
  const runs = new Map<string, Run>();
  const runAt = async ({ policy, waits }: { readonly policy: string; readonly waits: Waits }): Promise<Run> => {
    imported ??= importCustomers(bench, texts).then(({ result }) => result?.data);
    const data = await imported;
    const key = `${policy} ${JSON.stringify(waits)}`;
    const run = runs.get(key) ?? runOf(bench, { policy, replication: 0, groupBy: [], population: populationOf(bench, 0, data), waits });
    runs.set(key, run);
    return run;
  };
  const look = async (job: StudyJob): Promise<StudyResult> => {
    const policy = bench.policies.get(job.policy);
    if (policy === undefined) return { kind: "refused", why: { en: `policy ${job.policy} is not in this run`, zh: `本次运行没有政策 ${job.policy}` } };
    switch (job.kind) {
      case "people": {
        const run = await runAt(job);
        return { kind: "people", value: findPeople(job, { run, bench, policy, population: populationOf(bench, 0, await imported) }) };
      }
      case "life":
        return life(job, { bench, policy, run: await runAt(job), population: populationOf(bench, 0, await imported) });
      case "trace":
        return trace(policy, (await runAt(job)).history(job.customer), job.entry);
      case "account":
        return { kind: "account", value: accountOf(policy, texts.policies[job.policy] ?? []) };
      case "edits":
        return { kind: "edits", value: tryEdits(policy, texts.policies[job.policy] ?? []) };
      case "proofs":
        return { kind: "proofs", value: proofsOf(policy, texts.policies[job.policy] ?? [], job) };
    }
  };
  return {
    look: async (job) => {
      try {
        return await look(job);
      } catch (error) {
        if (error instanceof UsageError) return { kind: "refused", why: error.text };
        throw error;
      }
    },
  };
}

interface Lived {
  readonly bench: Bench;
  readonly policy: Policy;
  readonly run: Run;
  readonly population: Population;
}

function life({ customer }: { readonly customer: number }, { bench, policy, run, population }: Lived): StudyResult {
  if (customer >= population.size) return { kind: "refused", why: { en: `customers have the numbers 0 to ${population.size - 1}`, zh: `客户编号为 0 到 ${population.size - 1}` } };
  const { observed } = population.block(customer, 1);
  const person = [...observed].flatMap(([name, column]) => {
    const definition = bench.dictionary.facts.get(name);
    return definition === undefined ? [] : [[name, decodeFact(definition, column[0] ?? Number.NaN)] as const];
  });
  return { kind: "life", value: { history: run.history(customer), person: Object.fromEntries(person), context: wordsOf(bench, policy) } };
}

function wordsOf({ scenario, packs }: Bench, policy: Policy): Life["context"] {
  const own = decisionNames.flatMap((decision) => policy.decisions[decision].rules.map(({ name, title }) => [name, title] as const));
  const laws = packs.flatMap((pack) => pack.rules.map(({ id, title }) => [id, title] as const));
  const reasons = [...policy.reasons].map(([code, { file }]) => [code, file] as const);
  return { policy: policy.title, startDate: scenario.startDate, rules: new Map([...own, ...laws]), reasons: new Map(reasons) };
}

async function trace(policy: Policy, { entries }: Life["history"], at: number): Promise<StudyResult> {
  const entry = entries[at];
  const asked = entry === undefined ? undefined : askedOf(entry);
  if (asked === undefined) return { kind: "refused", why: { en: "this entry is no decision", zh: "该记录不是决策" } };
  return { kind: "trace", value: await traceOf(policy, asked.decision, asked.moment, asked.facts) };
}
