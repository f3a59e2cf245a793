// Hypervolume of a search against settings drawn by chance, at the same budget, over 20 seeds of the search (the customers
// are the same). The median of the search has to be the larger. `node test/bench/optimise.ts [policy] [budget] [customers]`.
import { measureNamed } from "../../src/statistics/index.ts";
import { hypervolume, type Axis } from "../../src/verdict/index.ts";
import { searchPolicies } from "../../src/workbench/variants/search.ts";
import { openVariantLab } from "../../src/workbench/variants/variant-lab.ts";
import { readVaried } from "../../src/workbench/variants/vary.ts";
import { quietWorld } from "../workbench/world.ts";

const [policy = "consent-first", budget = "48", customers = "600"] = process.argv.slice(2);
const objectives: readonly Axis[] = [{ measure: "marginPerCustomer", better: "higher" }, { measure: "lossPerCustomer", better: "lower" }];
const world = quietWorld();
const { lab } = await openVariantLab({ operands: [], flags: { customers, months: "14", threads: "1", policy: [policy] }, world }, { scenario: "baseline", jobs: 1 });
const found = lab?.bench.policies.get(policy);
if (lab === undefined || found === undefined) throw new Error("the shipped scenario was read");

const { varied } = readVaried([], found);
const wanted = objectives.flatMap(({ measure }) => measureNamed(measure) ?? []);
type Points = readonly (readonly number[])[];
const run = async (manner: "evolve" | "random"): Promise<readonly Points[]> => {
  const ends: Points[] = [];
  for (let seed = 0; seed < 20; seed += 1) {
    const { candidates } = await searchPolicies(lab, { policy, varied, objectives, requirements: [], wanted, budget: Number(budget), seed: `seed-${seed}`, manner });
    ends.push(candidates.map(({ scores }) => scores));
  }
  return ends;
};
const [evolved, random] = [await run("evolve"), await run("random")];
const all = [...evolved, ...random].flat();
// The reference: as bad as the worst that anybody found, on each axis; each axis scaled to what was found.
const low = objectives.map((_, axis) => Math.min(...all.map((scores) => scores[axis] ?? 0)) - 1e-9);
const span = objectives.map((_, axis) => Math.max(...all.map((scores) => scores[axis] ?? 0)) - (low[axis] ?? 0));
const volume = (points: Points): number => hypervolume(points.map((scores) => scores.map((score, axis) => (score - (low[axis] ?? 0)) / (span[axis] ?? 1))), [0, 0]);
const volumes = [evolved, random].map((ends) => ends.map(volume));
const median = (values: readonly number[] = []): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return ((sorted[9] ?? 0) + (sorted[10] ?? 0)) / 2;
};
const wins = (volumes[0] ?? []).filter((own, at) => own > (volumes[1]?.[at] ?? 0)).length;
process.stdout.write(`${policy}, ${varied.length} parameters, budget ${budget}, ${customers} customers, 20 seeds: median hypervolume ${median(volumes[0]).toFixed(4)} by search, ${median(volumes[1]).toFixed(4)} by chance; larger for ${wins} of 20 seeds\n`);
if (median(volumes[0]) <= median(volumes[1])) process.exitCode = 1;
