// How many times fewer customers a paired difference needs than an unpaired one for an interval of the same width.
import { counterNames, type CounterName } from "../../src/simulation/index.ts";
import { populationOf } from "../../src/workbench/open-population.ts";
import { readGround } from "../../src/workbench/read-rules.ts";
import { runOf } from "../../src/workbench/run-bench.ts";
import { benchOf, type Variant } from "../../src/workbench/variants/variant.ts";
import { openVariantLab, type VariantLab } from "../../src/workbench/variants/variant-lab.ts";
import type { World } from "../../src/workbench/world.ts";

/** A quotient of two counters under two policies on the same customers. */
export interface Pairing {
  readonly first: number;
  readonly second: number;
  /** Variance of the difference of two samples of their own, by that of the paired one; endless where nobody differs. */
  readonly factor: number;
  /** Customers whose part in the quotient differs. */
  readonly differ: number;
}

/** Opens a lab of a shipped scenario, on this thread. */
export async function openLab(world: World, scenario: string, customers: number): Promise<VariantLab> {
  const { lab } = await openVariantLab({ operands: [], flags: { customers: String(customers), threads: "1" }, world }, { scenario, jobs: 1 });
  if (lab === undefined) throw new Error("the shipped scenario was read");
  return lab;
}

/** What each customer added under a variant: [customer][counter]. */
export function totalsOf(lab: VariantLab, variant: Variant): Float64Array {
  const own = benchOf(lab.bench, variant, { ground: readGround(lab.texts), laws: false });
  return runOf(own, { policy: variant.policy, replication: 0, groupBy: [], population: populationOf(own, 0, undefined) }).totals(0, lab.customers);
}

/** A near policy: every limit that is a parameter a tenth lower, enrolment as it is. */
export function tenthLower({ bench }: VariantLab, policy: string): Variant {
  const limits = (bench.policies.get(policy)?.parameters ?? []).filter(({ name }) => name.endsWith("LimitFen"));
  return { policy, parameters: Object.fromEntries(limits.map(({ name, value }) => [name, Math.round(value * 0.9)])) };
}

/** By the delta method over customers: each one's part in the quotient, apart and as a difference. */
export function pairingOf(first: Float64Array, second: Float64Array, of: CounterName, among: CounterName): Pairing {
  const [a, b] = [first, second].map((totals) => partsOf(totals, of, among));
  if (a === undefined || b === undefined) throw new Error("two policies are compared");
  let [apart, paired, differ] = [0, 0, 0];
  a.parts.forEach((part, customer) => {
    const other = b.parts[customer] ?? 0;
    apart += part * part + other * other;
    paired += (other - part) * (other - part);
    if (a.own[customer] !== b.own[customer]) differ += 1;
  });
  return { first: a.value, second: b.value, factor: apart / paired, differ };
}

function partsOf(totals: Float64Array, of: CounterName, among: CounterName): { readonly value: number; readonly parts: Float64Array; readonly own: Float64Array } {
  const width = counterNames.length;
  const column = (name: CounterName): Float64Array => Float64Array.from({ length: totals.length / width }, (_, customer) => totals[customer * width + counterNames.indexOf(name)] ?? 0);
  const [above, below] = [column(of), column(among)];
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
  const value = sum(above) / sum(below);
  const mean = sum(below) / below.length;
  return { value, parts: above.map((x, at) => (x - value * (below[at] ?? 0)) / mean), own: above };
}
