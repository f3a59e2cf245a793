import type { Diagnostic, Text } from "../base/index.ts";
import { caseRow, inForce, makeScorer, scoreFact, type CaseFacts, type DecisionName, type Moment, type Policy, type Scorecard } from "../policy/index.ts";
import { layoutFacts, type FactLayout } from "../facts/index.ts";
import { readProfile, synthesise, type Population } from "../population/index.ts";
import { textFlag, type Call } from "./call.ts";
import { parseCount } from "./parse-count.ts";
import { listNamed, readNamedFile, type Project } from "./project.ts";
import type { Ground } from "./read-rules.ts";
import { UsageError } from "./world.ts";

/** Customers of a profile to be put through decisions. */
export interface Customers {
  readonly population: Population;
  readonly profile: string;
  readonly seed: string;
}

const customersMax = 1_000_000;

/** The first customers of a profile: `--profile`, `--customers`, `--seed`. */
export function openCustomers(call: Call, project: Project, ground: Ground): { readonly customers?: Customers; readonly diagnostics: readonly Diagnostic[] } {
  const known = listNamed(project, "profile");
  const profile = textFlag(call, "profile") ?? known.find((name) => name === "urban-shoppers") ?? known[0] ?? "urban-shoppers";
  const seed = textFlag(call, "seed") ?? "baseline";
  const count = parseCount(textFlag(call, "customers") ?? "2000", "--customers");
  if (count < 1 || count > customersMax)
    throw new UsageError({ en: `--customers is ${count}; use 1 to ${customersMax}`, zh: `--customers 的值为 ${count}；请用 1 到 ${customersMax}` });
  const file = readNamedFile(project, "profile", profile);
  if (file.source === undefined || ground.dictionary === undefined) return { diagnostics: file.diagnostics };
  const read = readProfile(file.source);
  if (read.profile === undefined) return { diagnostics: read.diagnostics };
  const population = synthesise({ profile: read.profile, seed, replication: 0, customers: count, dictionary: ground.dictionary });
  return { customers: { population, profile, seed }, diagnostics: read.diagnostics };
}

/** What stands around a customer's own facts in a case: the typical applicant's, or what an example says of them. */
export interface Situation {
  /** The example it is taken from; absent for the typical one. */
  readonly example?: string;
  readonly facts: CaseFacts["facts"];
}

const situationsMax = 12;

/**
 * The situations in which each customer is met at a moment: the typical applicant's account, requests and consents, then
 * those that examples at this moment name. The customer's own facts are never among them.
 */
export function situationsAt(policies: readonly Policy[], decision: DecisionName, moment: Moment, own: ReadonlySet<string>): readonly Situation[] {
  const found = new Map<string, Situation>([["{}", { facts: {} }]]);
  for (const policy of policies) {
    for (const example of policy.decisions[decision].examples) {
      if (example.moment !== moment) continue;
      const facts = Object.fromEntries(Object.entries(example.facts).filter(([name]) => !own.has(name)).toSorted(([a], [b]) => (a < b ? -1 : 1)));
      const key = JSON.stringify(facts);
      if (!found.has(key) && found.size < situationsMax) found.set(key, { example: example.name, facts });
    }
  }
  return [...found.values()];
}

/** One customer in one situation, as a row for each of the policies. The rows are used again for the next. */
export interface Met {
  readonly customer: number;
  readonly moment: Moment;
  readonly situation: number;
  readonly rows: readonly Float64Array[];
}

/** Every customer at a moment in every situation. Facts that a policy does not know are left out of its row. */
export function* meetCustomers(
  { population }: Customers,
  { policies, moment, situations }: { readonly policies: readonly Policy[]; readonly moment: Moment; readonly situations: readonly Situation[] },
): Generator<Met> {
  const layouts = policies.map((policy) => layoutFacts(policy.dictionary));
  const bases = situations.map(({ facts }) => layouts.map((layout) => caseRow({ moment, facts }, layout)));
  const scores = policies.map(({ scorecard }, policy) => scoring(scorecard, layouts[policy]));
  const size = 4096;
  for (let first = 0; first < population.size; first += size) {
    const block = population.block(first, Math.min(size, population.size - first));
    const columns = layouts.map((layout) => columnsOf(block.observed, layout));
    for (let index = 0; index < block.count; index += 1) {
      for (const [situation, rows] of bases.entries()) {
        rows.forEach((row, policy) => {
          for (const [slot, column] of columns[policy] ?? []) row[slot] = column[index] ?? NaN;
          scores[policy]?.(row);
        });
        yield { customer: first + index, moment, situation, rows };
      }
    }
  }
}

function columnsOf(observed: ReadonlyMap<string, Float64Array>, layout: FactLayout): readonly (readonly [number, Float64Array])[] {
  return [...observed].flatMap(([name, column]) => (layout.dictionary.facts.has(name) ? [[layout.slot(name), column] as const] : []));
}

/** What varies and what does not, in words. */
export function saidOf({ population, profile, seed }: Customers): Text {
  const count = population.size.toLocaleString("en-US");
  return {
    en: `the first ${count} customers of ${profile} (seed ${seed}) at every moment: their own ${population.facts.length} facts vary; account, request and consent facts are the typical applicant's, then, one set at a time, those that the examples of the moment name (at most ${situationsMax} sets)`,
    zh: `${profile} 的前 ${count} 位客户（种子 ${seed}），逐一经过每个时点：客户自身的 ${population.facts.length} 项事实各不相同；账户、申请与同意类事实先取典型申请人的值，再逐组取该时点示例所写的值（至多 ${situationsMax} 组）`,
  };
}

/** Writes the score of a scorecard in force into a row; undefined where the customers' own score stays. */
function scoring(scorecard: Scorecard | undefined, layout: FactLayout | undefined): ((row: Float64Array) => void) | undefined {
  const own = inForce(scorecard);
  if (own === undefined || layout === undefined) return undefined;
  const scorer = makeScorer(own, layout);
  const slot = layout.slot(scoreFact);
  return (row) => {
    row[slot] = scorer.points(row);
  };
}
