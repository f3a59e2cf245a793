import { mergeTallies, type TallyData } from "../../simulation/index.ts";
import type { Measure, MeasureSample } from "../../statistics/index.ts";
import { createProposer, isBeaten, judgeRequirement, sampleAt, scoresOf, type Axis, type Genome, type Requirement, type Scored } from "../../verdict/index.ts";
import type { VariantLab } from "./variant-lab.ts";
import type { Varied } from "./vary.ts";

/** What is searched for, and how much of it may be run. */
export interface SearchProblem {
  readonly policy: string;
  readonly varied: readonly Varied[];
  readonly objectives: readonly Axis[];
  readonly requirements: readonly Requirement[];
  readonly wanted: readonly Measure[];
  /** Runs over all customers; one over a quarter of them costs a quarter. */
  readonly budget: number;
  readonly seed: string;
  /** `random`: settings drawn evenly over the ranges, each run to the end: what a search has to beat. */
  readonly manner?: "evolve" | "random" | undefined;
  readonly progress?: ((spent: number, budget: number) => void) | undefined;
}

/** A setting that was run to the end. */
export interface Candidate extends Scored {
  readonly parameters: Readonly<Record<string, number>>;
  readonly samples: readonly MeasureSample[];
  /** Of the customers that were run first. */
  readonly early: readonly MeasureSample[];
}

/** What a search came to. */
export interface SearchEnd {
  /** Run to the end, in the order of their proposal; the first is the policy as it stands. */
  readonly candidates: readonly Candidate[];
  /** Given up after a quarter of the customers, by why. */
  readonly dropped: { readonly beaten: number; readonly broken: number };
  /** Whole runs spent. */
  readonly spent: number;
  readonly champion: readonly MeasureSample[];
  readonly current: readonly MeasureSample[];
}

/** Fewer customers than this are not worth cutting up. */
const leastForStages = 800;

/** Looks for settings that no other beats, over the same customers all the way. */
export async function searchPolicies(lab: VariantLab, problem: SearchProblem): Promise<SearchEnd> {
  const { varied, seed, budget, manner = "evolve" } = problem;
  const early = lab.queued || lab.customers < leastForStages || manner === "random" ? 0 : Math.ceil(lab.customers / 4);
  const ends = await measureBoth(lab, problem, early);
  const sizes = varied.map(({ values }) => values.length);
  const start = varied.map(({ parameter, values }) => nearestIndex(values, parameter.value));
  const proposer = createProposer({ sizes, start }, seed);
  const size = Math.max(6, Math.min(32, Math.round(budget / 10)));
  const state: State = { candidates: [], dropped: { beaten: 0, broken: 0 }, spent: 0 };
  let proposed = manner === "random" ? proposer.anywhere(budget) : proposer.first(Math.max(size, Math.round(budget * 0.4)));
  while (proposed.length > 0 && state.spent < budget) {
    const room = Math.max(1, Math.floor(budget - state.spent));
    await runAll(lab, { problem, ends, early, state }, proposed.slice(0, room));
    problem.progress?.(Math.min(budget, state.spent), budget);
    proposed = manner === "random" || state.spent >= budget ? [] : proposer.next(state.candidates, size);
  }
  return { ...state, champion: ends.champion.whole, current: ends.current.whole };
}

interface State {
  candidates: Candidate[];
  dropped: { beaten: number; broken: number };
  spent: number;
}

interface Staged {
  readonly early: readonly MeasureSample[];
  readonly whole: readonly MeasureSample[];
}

interface Ends {
  readonly champion: Staged;
  readonly current: Staged;
}

interface Running {
  readonly problem: SearchProblem;
  readonly ends: Ends;
  readonly early: number;
  readonly state: State;
}

/** The champion and the policy as it stands: what settings are held against. They are not of the budget. */
async function measureBoth(lab: VariantLab, { policy, wanted }: SearchProblem, early: number): Promise<Ends> {
  const staged = async (name: string): Promise<Staged> => {
    const whole = await lab.samples({ policy: name }, { wanted });
    return { whole, early: early === 0 ? whole : await lab.samples({ policy: name }, { wanted, count: early }) };
  };
  const current = await staged(policy);
  return { current, champion: lab.champion === policy ? current : await staged(lab.champion) };
}

/** One generation. What is given up early depends on those before it only, so that threads change nothing. */
async function runAll(lab: VariantLab, running: Running, genomes: readonly Genome[]): Promise<void> {
  const { problem, state, early } = running;
  const rivals = state.candidates.filter((one) => one.excess === 0);
  const front = rivals.filter((one) => !rivals.some((other) => other !== one && betterThroughout(other, one)));
  const fates = await Promise.all(genomes.map((genome) => runOne(lab, running, { genome, front })));
  for (const fate of fates) {
    state.spent += typeof fate === "string" ? early / lab.customers : 1;
    if (typeof fate === "string") state.dropped[fate] += 1;
    else if (state.candidates.length < problem.budget * 2) state.candidates.push(fate);
  }
}

const betterThroughout = (a: Scored, b: Scored): boolean => a.scores.every((score, axis) => score >= (b.scores[axis] ?? 0)) && a.scores.some((score, axis) => score > (b.scores[axis] ?? 0));

interface One {
  readonly genome: Genome;
  /** Settings on the front so far that meet the requirements. */
  readonly front: readonly Candidate[];
}

/** A quarter of the customers first: what is surely beaten or surely breaks a requirement there is not run further. */
async function runOne(lab: VariantLab, { problem, ends, early }: Running, { genome, front }: One): Promise<Candidate | "beaten" | "broken"> {
  const { policy, varied, wanted, objectives, requirements } = problem;
  const parameters = Object.fromEntries(varied.map(({ parameter, values }, gene) => [parameter.name, values[genome[gene] ?? 0] ?? parameter.value]));
  const variant = { policy, parameters };
  let first: readonly TallyData[] = [];
  if (early > 0) {
    first = await lab.tallies(variant, { wanted, count: early });
    const samples = lab.sampled(first, wanted);
    const broken = requirements.some((one) => judgeRequirement(one, sampleAt(samples, one), sampleAt(ends.champion.early, one), 0.99).verdict === "broken");
    // Where nothing meets everything yet, what misses it is all there is to go on.
    if (broken && front.length > 0) return "broken";
    if (front.some((rival) => isBeaten(samples, rival.early, objectives))) return "beaten";
  }
  const rest = await lab.tallies(variant, { wanted, first: early, count: lab.customers - early });
  const whole = early === 0 ? rest : rest.map((tally, replication) => mergeTallies([first[replication] ?? tally, tally]));
  const samples = lab.sampled(whole, wanted);
  const results = requirements.map((one) => judgeRequirement(one, sampleAt(samples, one), sampleAt(ends.champion.whole, one)));
  const excess = results.reduce((sum, one) => sum + one.excess, 0);
  return { genome, parameters, samples, early: early === 0 ? samples : lab.sampled(first, wanted), scores: scoresOf(samples, objectives), excess };
}

function nearestIndex(values: readonly number[], value: number): number {
  let best = 0;
  values.forEach((each, at) => {
    if (Math.abs(each - value) < Math.abs((values[best] ?? each) - value)) best = at;
  });
  return best;
}
