import type { Text } from "../../base/index.ts";
import { decisionNames, type Policy } from "../../policy/index.ts";
import type { Population } from "../../population/index.ts";
import type { History, Run } from "../../simulation/index.ts";
import { exitCode } from "../../verdict/index.ts";
import { replay as replayText } from "../../view/index.ts";
import type { Bench } from "../bench.ts";
import { flag, listFlag, textFlag, type Call } from "../call.ts";
import { formatOf } from "../format.ts";
import { jsonText } from "../json-text.ts";
import { openBench } from "../open-bench.ts";
import { populationOf } from "../open-population.ts";
import { parseCount } from "../parse-count.ts";
import { progressLine } from "../progress.ts";
import { noticeNotes, whyNotNotes } from "../replay-notes.ts";
import { listedFlag } from "../run-request.ts";
import { runOf } from "../run-bench.ts";
import { blockSize } from "../run-blocks.ts";
import { sayFindings } from "../say-findings.ts";
import { readSettings } from "../settings.ts";
import { textOptions } from "../text-options.ts";
import { meetsFacts, meetsLife, readWhere, type Where } from "../where.ts";
import { findWaits } from "../find-waits.ts";
import { UsageError } from "../world.ts";

/** `policy-bench replay <scenario>`: one customer's whole life under one policy, by the code of the run itself. */
export async function replay(call: Call): Promise<number> {
  const settings = readSettings(call);
  const format = formatOf(call, ["pretty", "json"]);
  const conditions = listFlag(call, "where");
  const named = textFlag(call, "customer");
  checkAsked(call, named, conditions);
  const { open, diagnostics } = await openBench(call, call.operands[0] ?? "baseline");
  sayFindings(diagnostics.filter(({ level }) => level === "error"), settings, call.world);
  if (open === undefined) return exitCode([{ kind: "cannot-run" }]);
  const { bench, texts, imported } = open;
  const policy = policyOf(bench);
  const population = populationOf(bench, 0, imported);
  const waits = await findWaits({ call, bench, texts, imported, policy, customers: population.size });
  const run = runOf(bench, { policy: policy.name, replication: 0, groupBy: [], population, waits });
  const where = readWhere(conditions, { dictionary: bench.dictionary, policy, packs: bench.packs });
  const history = named === undefined ? await find(call, { population, run, where }) : run.history(customerOf(named, population));
  if (history === undefined) {
    call.world.stderr.write(`${nobody[settings.lang.value]}\n`);
    return 1;
  }
  const wanted = call.flags["whyNot"];
  const context = {
    policy: policy.title,
    startDate: bench.scenario.startDate,
    rules: ruleTitles(bench, policy),
    reasons: reasonTexts(policy),
    facts: flag(call, "varValues"),
    ...(wanted === undefined ? {} : { whyNot: await whyNotNotes(policy, history, typeof wanted === "string" ? wanted : "") }),
    ...(flag(call, "forCustomer") ? { notices: await noticeNotes(policy, history, settings.lang.value) } : {}),
  };
  call.world.stdout.write(format === "json" ? jsonText({ schemaVersion: 1, policy: policy.name, ...history }) : replayText(history, context, textOptions(settings)));
  return 0;
}

const nobody: Text = { en: "no customer fits all conditions", zh: "没有客户符合全部条件" };

/** One customer, by number or by what happened; one policy. */
function checkAsked(call: Call, named: string | undefined, conditions: readonly string[]): void {
  if (named !== undefined && conditions.length > 0)
    throw new UsageError({
      en: "--customer and --where both choose the customer; give one of them",
      zh: "--customer 与 --where 都用于选择客户；请只给一个",
    });
  const policies = listedFlag(call, "policy");
  if (policies.length > 1)
    throw new UsageError({
      en: `a life is lived under one policy, and --policy names ${policies.length}`,
      zh: `一次回放只对应一项政策，而 --policy 给出了 ${policies.length} 项`,
    });
}

/** The policy of `--policy`, by whatever name it has; else the champion. */
function policyOf({ policies, scenario }: Bench): Policy {
  const [only] = policies.values();
  const policy = policies.get(scenario.champion) ?? only;
  if (policy === undefined) throw new Error("a bench without policies");
  return policy;
}

function customerOf(written: string, population: Population): number {
  const customer = parseCount(written.replace(/^#/u, ""), "--customer");
  if (customer < population.size) return customer;
  throw new UsageError({
    en: `--customer is \`${written}\`; the population has customers 0 to ${population.size - 1}`,
    zh: `--customer 的值为 \`${written}\`；客群中的客户编号为 0 到 ${population.size - 1}`,
  });
}

/** The first customer, by number, who fits. Facts are looked at before anybody's life is run. */
async function find(
  call: Call,
  { population, run, where }: { readonly population: Population; readonly run: Run; readonly where: readonly Where[] },
): Promise<History | undefined> {
  const settings = readSettings(call);
  const line = progressLine(call.world, { lang: settings.lang.value, quiet: settings.quiet });
  try {
    for (let first = 0; first < population.size; first += blockSize) {
      const block = population.block(first, Math.min(blockSize, population.size - first));
      for (let index = 0; index < block.count; index += 1) {
        if (!meetsFacts(where, block, index)) continue;
        const history = run.history(first + index);
        if (meetsLife(where, history)) return history;
        line.update(first + index, population.size);
        // Lets signals through.
        if (index % 256 === 0) await new Promise((resolve) => setImmediate(resolve));
      }
    }
    return undefined;
  } finally {
    line.end();
  }
}

function ruleTitles(bench: Bench, policy: Policy): ReadonlyMap<string, Text> {
  const own = decisionNames.flatMap((decision) => policy.decisions[decision].rules.map(({ name, title }) => [name, title] as const));
  const laws = bench.packs.flatMap((pack) => pack.rules.map(({ id, title }) => [id, title] as const));
  return new Map([...own, ...laws]);
}

function reasonTexts(policy: Policy): ReadonlyMap<string, Text> {
  return new Map([...policy.reasons].map(([code, { file }]) => [code, file] as const));
}
