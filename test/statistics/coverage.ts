// How often intervals hold the truth: customers drawn from known distributions, counted as a run counts them, and put through
// the measures' own code. Seeds are fixed beforehand; the truth of each figure is a closed form.
import type { CounterName } from "../../src/simulation/index.ts";
import { measureNamed, sampleMeasures, type Measure, type MeasureSample } from "../../src/statistics/index.ts";
import { compareMeasure } from "../../src/verdict/compare.ts";
import { tallyOf } from "./tally-of.ts";

/** Draws of the harness's own: a 32-bit mixer, uniform in (0, 1), and normals by Box and Muller. */
interface Chance {
  uniform(): number;
  normal(): number;
}

function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  let spare = Number.NaN;
  const uniform = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return ((z ^ (z >>> 15)) >>> 0) / 4294967296 + 1 / 8589934592;
  };
  const normal = (): number => {
    if (spare === spare) {
      const last = spare;
      spare = Number.NaN;
      return last;
    }
    const [radius, angle] = [Math.sqrt(-2 * Math.log(uniform())), 2 * Math.PI * uniform()];
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
  return { uniform, normal };
}

/** What one customer adds under one policy. */
type Adds = Partial<Record<CounterName, number>>;

/** A figure whose truth is known: a policy's own value, or challenger less champion on the same customers. */
interface Target {
  readonly kind: "rate" | "ratio of sums" | "difference" | "quantile";
  readonly name: string;
  readonly measure: string;
  readonly truth: number;
}

/** Experiments whose interval held the truth, lay below or above it, or could not be had. */
export interface Coverage extends Target {
  readonly experiments: number;
  covered: number;
  below: number;
  above: number;
  none: number;
}

const customers = 2000;
const groups = 32;
const [badRate, approvalRate, dropped, added] = [0.03, 0.4, 0.15, 0.002];
const [limitSpread, salesSpread, lossSpread] = [0.5, 1.1, 0.8];
const [complainers, again] = [0.05, 0.4];
const [limitFen, salesFen, lossFen] = [800_000, 100_000, 200_000];

/** The mean of a lognormal of median 1. */
const lognormalMean = (spread: number): number => Math.exp((spread * spread) / 2);
const badUnderOther = badRate * (1 - dropped) + (1 - badRate) * added;
const complaintsEach = (1000 * complainers) / (1 - again);

/** Narrow bins around the median, a seventh of its standard error each; what lies farther off stands in the first and the last. */
const binWidth = 0.002;
const binsBelow = 75;
const edges = Array.from({ length: 2 * binsBelow }, (_, bin) => Math.exp((bin + 1 - binsBelow) * binWidth));

/** Every kind of figure that a report gives an interval. */
export const targets: readonly Target[] = [
  { kind: "rate", name: "90+ of 3 %", measure: "ever90PlusAtMonth12", truth: badRate },
  { kind: "rate", name: "approval of 40 %", measure: "approvalRate", truth: approvalRate },
  { kind: "ratio of sums", name: "utilisation", measure: "utilisation", truth: 0.3 },
  { kind: "ratio of sums", name: "sales a customer", measure: "salesPerCustomer", truth: salesFen * lognormalMean(salesSpread) },
  { kind: "ratio of sums", name: "loss a customer, 60 losses", measure: "lossPerCustomer", truth: badRate * lossFen * lognormalMean(lossSpread) },
  { kind: "ratio of sums", name: "complaints in clusters", measure: "complaintsPerThousand", truth: complaintsEach },
  { kind: "difference", name: "90+", measure: "ever90PlusAtMonth12", truth: badUnderOther - badRate },
  { kind: "difference", name: "approval", measure: "approvalRate", truth: -0.1 * approvalRate },
  { kind: "difference", name: "utilisation", measure: "utilisation", truth: 0.3 / 0.9 - 0.3 },
  { kind: "difference", name: "sales a customer", measure: "salesPerCustomer", truth: 0.05 * salesFen * lognormalMean(salesSpread) },
  { kind: "difference", name: "loss a customer", measure: "lossPerCustomer", truth: (badUnderOther - badRate) * lossFen * lognormalMean(lossSpread) },
  { kind: "difference", name: "complaints, half of them gone", measure: "complaintsPerThousand", truth: -0.5 * complaintsEach },
  { kind: "quantile", name: "median limit", measure: "medianLimit", truth: 1 },
];

/** One customer under two policies that share her luck; her limit in units of the median. */
function drawCustomer(chance: Chance): readonly [Adds, Adds, number] {
  const bad = chance.uniform() < badRate ? 1 : 0;
  const other = chance.uniform() < (bad === 1 ? 1 - dropped : added) ? 1 : 0;
  const limit = Math.exp(limitSpread * chance.normal());
  const balance = Math.round(limitFen * limit * chance.uniform() * 0.6);
  const sales = salesFen * Math.exp(salesSpread * chance.normal());
  const loss = Math.round(lossFen * Math.exp(lossSpread * chance.normal()));
  let complaints = chance.uniform() < complainers ? 1 : 0;
  while (complaints > 0 && chance.uniform() < again) complaints += 1;
  const approved = chance.uniform() < approvalRate ? 1 : 0;
  const common = { matured12: 1, considered: 1, balanceFen: balance };
  return [
    { ...common, ever90At12: bad, limitFen: Math.round(limitFen * limit), salesFen: Math.round(sales), chargedOffFen: bad * loss, complaints, approved },
    {
      ...common, ever90At12: other, limitFen: Math.round(limitFen * limit * 0.9), salesFen: Math.round(sales * (0.9 + 0.3 * chance.uniform())), chargedOffFen: other * loss,
      complaints: chance.uniform() < 0.5 ? complaints : 0, approved: chance.uniform() < 0.9 ? approved : 0,
    },
    limit,
  ];
}

/** Runs so many experiments. Experiment n has a seed of its own, the same in any order. */
export function measureCoverage(experiments: number): readonly Coverage[] {
  const found = targets.map((target): Coverage => ({ ...target, experiments, covered: 0, below: 0, above: 0, none: 0 }));
  const wanted = [...new Set(targets.map(({ measure }) => measure))].flatMap((name) => measureNamed(name) ?? []);
  for (let experiment = 0; experiment < experiments; experiment += 1) {
    const [champion, challenger] = oneExperiment(chanceOf(20261122 + experiment * 7919), wanted);
    for (const one of found) {
      const [own, other] = [champion, challenger].map((samples) => samples.find(({ measure }) => measure.name === one.measure));
      if (own === undefined || other === undefined) throw new Error(`no measure ${one.measure}`);
      const interval = one.kind === "difference" ? compareMeasure(own, other).interval : own.at(0.95).interval;
      if (interval === null) one.none += 1;
      else if (interval.high < one.truth) one.below += 1;
      else if (interval.low > one.truth) one.above += 1;
      else one.covered += 1;
    }
  }
  return found;
}

function oneExperiment(chance: Chance, wanted: readonly Measure[]): readonly [readonly MeasureSample[], readonly MeasureSample[]] {
  const byGroup: readonly [Partial<Record<CounterName, number[]>>, Partial<Record<CounterName, number[]>>] = [{}, {}];
  const bins = Array.from({ length: groups }, () => new Float64Array(edges.length + 1));
  for (let customer = 0; customer < customers; customer += 1) {
    const [own, other, limit] = drawCustomer(chance);
    const group = customer % groups;
    addTo(byGroup[0], own, group);
    addTo(byGroup[1], other, group);
    const bin = Math.min(edges.length, Math.max(0, Math.ceil(Math.log(limit) / binWidth) - 1 + binsBelow));
    const counts = bins[group];
    if (counts !== undefined) counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const limits = { limitAtEnd: { edges, counts: Array.from({ length: edges.length + 1 }, (_, bin) => bins.reduce((sum, each) => sum + (each[bin] ?? 0), 0)), groups: bins.map((each) => [...each]) } };
  return [sampled(byGroup[0], wanted, limits), sampled(byGroup[1], wanted, {})];
}

function addTo(sums: Partial<Record<CounterName, number[]>>, adds: Adds, group: number): void {
  for (const [name, amount] of Object.entries(adds)) {
    const list = (sums[name as CounterName] ??= Array.from({ length: groups }, () => 0));
    list[group] = (list[group] ?? 0) + amount;
  }
}

function sampled(byGroup: Partial<Record<CounterName, number[]>>, wanted: readonly Measure[], histograms: Parameters<typeof tallyOf>[0]["histograms"]): readonly MeasureSample[] {
  const counters = Object.fromEntries(Object.entries(byGroup).map(([name, list]) => [name, list.reduce((sum, each) => sum + each, 0)]));
  const customersByGroup = Array.from({ length: groups }, (_, group) => Math.floor((customers - group + groups - 1) / groups));
  return sampleMeasures([tallyOf({ customers, months: 1, counters, groups: byGroup, customersByGroup, ...(histograms === undefined ? {} : { histograms }) })], wanted);
}
