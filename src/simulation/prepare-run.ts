import { createDraws, streamKey } from "../base/index.ts";
import { layoutFacts, typicalRow, type FactLayout, type FactName } from "../facts/index.ts";
import { inForce, knownFacts, throughScore, type LawPack, type Policy } from "../policy/index.ts";
import type { CustomerBlock, Population } from "../population/index.ts";
import { allInRates } from "./all-in-rates.ts";
import { createJudges, type Judges, type LawCounts } from "./acts/index.ts";
import type { Assumptions } from "./assumptions.ts";
import { counterCount } from "./counter-at.ts";
import { CustomerState } from "./customer-state.ts";
import { compileAll, readingsOf } from "./decisions.ts";
import type { Environment } from "./environment.ts";
import { countedOf, firstPlaces, laterPlaces, type Places } from "./frame.ts";
import { groupKeys, type Keying } from "./group-keys.ts";
import type { Successor } from "./hand-over.ts";
import type { History } from "./history.ts";
import { leakFigures } from "./leak-figures.ts";
import { lenderCosts, type Lender } from "./lender.ts";
import type { Waits } from "./loads/coupling.ts";
import { desksOf } from "./loads/queue.ts";
import { lenderFact } from "./lender-fact.ts";
import { createLucks } from "./luck.ts";
import { policyFigures, prepareActs, prepareDecisions, type Setting } from "./prepare-decisions.ts";
import type { PolicySwitch } from "./policy-switch.ts";
import { monthsSinceAudit, procedureStages, proceduresAtFirst, type ProcedureStage } from "./procedure-stages.ts";
import { poolTable } from "./pools.ts";
import { purposes } from "./purposes.ts";
import { createRecorder } from "./recorder.ts";
import { reviewDesk } from "./phases/review.ts";
import { prepareLayoffs } from "./phases/layoffs.ts";
import { salesOf, soldPools } from "./sales.ts";
import { findScore, prepareScoring, scoreFrame } from "./scores/index.ts";
import { simulate } from "./simulate.ts";
import { findSlots } from "./slots.ts";
import { makeTables } from "./tables.ts";
import { jackknifeGroups } from "./tally.ts";
import { flushPools, flushScratch, mergeTallies, newPart, takeTotals, type TallyData, type TallyFrame, type TallyPart } from "./tally-data.ts";
import type { World } from "./world.ts";

/** All that a run rests on. */
export interface RunInputs {
  readonly policy: Policy;
  readonly population: Population;
  readonly packs: readonly LawPack[];
  readonly lender: Lender;
  readonly environment: Environment;
  readonly assumptions: Assumptions;
  /** ISO date of month 0. */
  readonly startDate: string;
  readonly months: number;
  readonly seed: string;
  readonly replication: number;
  /** `seasoned`: the same customers live some months under the same policy before month 0. */
  readonly book: "empty" | "seasoned";
  /** Facts whose values split the tally. */
  readonly groupBy: readonly FactName[];
  /** How long cases wait at the lender's desks: what an earlier pass found. Absent: nobody waits. */
  readonly waits?: Waits;
  /** Another policy takes over from `policy` on the way. */
  readonly switch?: PolicySwitch;
  /** Share of a roll-out, by which `rollOut` splits the tally: under every policy the same customers. */
  readonly rollOutBps?: number;
}

/** A run made ready: everything that all customers share is compiled and computed. Not to be shared by threads. */
export interface Run {
  readonly frame: TallyFrame;
  /** Months lived before month 0. */
  readonly warmUp: number;
  /** Simulates customers `first` … `first + count − 1` and adds them up. */
  block(first: number, count: number): TallyData;
  /** What each customer of a block adds to the counters over the run: [customer][counter], in the order of `counterNames`. */
  totals(first: number, count: number): Float64Array;
  /** Groups of the customers of a block by the values of a fact, numbers in bands. */
  labels(first: number, count: number, fact: FactName): readonly string[];
  /** One customer's life, by the same code; months before 0 included. */
  history(customer: number): History;
}

/** Compiles all decisions and laws, draws the economy and makes the tables: once for all blocks of a run. */
export function prepareRun(inputs: RunInputs): Run {
  const frame = frameOf(inputs);
  const layout = layoutFacts(inputs.policy.dictionary);
  const world = worldOf(inputs, { layout, frame, places: firstPlaces(inputs.policy, frame) });
  const successor = successorOf(inputs, frame, world);
  const state = new CustomerState(frame.pools.length);
  return {
    frame,
    warmUp: world.warmUp,
    block: (first, count) => {
      if (!(count > 0) || first < 0 || first + count > inputs.population.size) throw new Error("no such block");
      return runBlock(world, inputs.population.block(first, count), { inputs, frame, state, successor });
    },
    totals: (first, count) => {
      const block = inputs.population.block(first, count);
      load(world, block, layout);
      if (successor !== undefined) placeColumns(successor.world, block, successor.layout);
      return totalsOf(world, { state, count, successor });
    },
    labels: (first, count, fact) => groupKeys(inputs.population.block(first, count), [fact], keyingOf(inputs, world)),
    history: (customer) => {
      load(world, inputs.population.block(customer, 1), layout);
      if (successor !== undefined) placeColumns(successor.world, inputs.population.block(customer, 1), successor.layout);
      world.hand.index = 0;
      world.hand.recorder = createRecorder(world.judges);
      simulate(world, state, customer, successor);
      const history = world.hand.recorder.history(customer);
      world.hand.recorder = undefined;
      discard(world, successor);
      return history;
    },
  };

  function runBlock(w: World, block: CustomerBlock, task: Omit<BlockTask, "layout">): TallyData {
    return simulateBlock(w, block, { ...task, layout });
  }
}

interface TotalsTask {
  readonly state: CustomerState;
  readonly count: number;
  readonly successor: Successor | undefined;
}

/** The block in hand, one customer after the other; what they add to other tallies goes nowhere. */
function totalsOf(w: World, { state, count, successor }: TotalsTask): Float64Array {
  w.hand.laws = w.judges.newCounts();
  const totals = new Float64Array(count * counterCount);
  for (let index = 0; index < count; index++) {
    w.hand.index = index;
    simulate(w, state, w.hand.block.first + index, successor);
    takeTotals(w.scratch, totals, index * counterCount, w.months);
  }
  discard(w, successor);
  return totals;
}

function keyingOf({ policy, rollOutBps = 0 }: RunInputs, { draws }: World): Keying {
  return { dictionary: policy.dictionary, reached: (customer) => draws.uniform(customer, -1, purposes.rollOut) < rollOutBps / 10_000 };
}

interface BlockTask {
  readonly inputs: RunInputs;
  readonly frame: TallyFrame;
  readonly layout: FactLayout;
  readonly state: CustomerState;
  readonly successor: PlacedSuccessor | undefined;
}

/** Customers are taken by group key and jackknife group, so that one scratch of counters serves all of them. */
function simulateBlock(w: World, block: CustomerBlock, task: BlockTask): TallyData {
  const { inputs, frame, state, successor } = task;
  load(w, block, task.layout);
  if (successor !== undefined) placeColumns(successor.world, block, successor.layout);
  const keys = inputs.groupBy.length === 0 ? undefined : groupKeys(block, inputs.groupBy, keyingOf(inputs, w));
  const parts = new Map<string, { readonly part: TallyPart; readonly laws: LawCounts }>();
  for (const key of keys === undefined ? [""] : [...new Set(keys)].toSorted()) {
    const laws = w.judges.newCounts();
    const part = newPart(frame, laws.data());
    parts.set(key, { part, laws });
    w.hand.part = part;
    w.hand.laws = laws;
    for (let group = 0; group < jackknifeGroups; group++) countGroup(w, { block, keys, key, group, state, successor });
    takeUses(w, part);
    if (successor !== undefined) takeUses(successor.world, part);
  }
  for (const { part, laws } of parts.values()) {
    part.laws = laws.data();
    w.judges.release(laws);
  }
  return assemble(w, block, task, keys === undefined ? undefined : parts, parts);
}

/** Forgets what the customers in hand added and nobody counts. */
function discard(w: World, successor: Successor | undefined): void {
  w.scratch.fill(0);
  w.pools.scratch.fill(0);
  takeUses(w, w.hand.part);
  if (successor !== undefined) takeUses(successor.world, w.hand.part);
}

/** What the readings of a part's customers rested on. */
function takeUses({ judges, readings }: World, { uses }: Pick<TallyPart, "uses">): void {
  for (const { access, usesAt } of readings) {
    judges.takeUses(access, ({ cells, times }) => {
      for (const cell of cells) uses[usesAt + cell] = (uses[usesAt + cell] ?? 0) + times;
    });
  }
}

interface GroupTask {
  readonly block: CustomerBlock;
  readonly keys: readonly string[] | undefined;
  readonly key: string;
  readonly group: number;
  readonly state: CustomerState;
  readonly successor: PlacedSuccessor | undefined;
}

function countGroup(w: World, { block, keys, key, group, state, successor }: GroupTask): void {
  const { part } = w.hand;
  w.hand.group = group;
  let customers = 0;
  const start = (((group - block.first) % jackknifeGroups) + jackknifeGroups) % jackknifeGroups;
  for (let index = start; index < block.count; index += jackknifeGroups) {
    if (keys !== undefined && keys[index] !== key) continue;
    w.hand.index = index;
    simulate(w, state, block.first + index, successor);
    customers++;
  }
  if (customers === 0) return;
  flushScratch(w.scratch, part, group, w.months);
  flushPools(w.pools.scratch, part, group, w.months);
  part.customers += customers;
  part.groupCustomers[group] = (part.groupCustomers[group] ?? 0) + customers;
}

type Parts = ReadonlyMap<string, { readonly part: TallyPart; readonly laws: LawCounts }>;

function assemble(w: World, block: CustomerBlock, { frame, successor }: BlockTask, split: Parts | undefined, parts: Parts): TallyData {
  const list = [...parts.values()].map(({ part }) => part);
  // The acts of the lender concern nobody: they are judged beside customer 0, once.
  if (block.first === 0) list.push(lenderPart(w, frame, successor));
  const [only] = list;
  const whole = only !== undefined && list.length === 1 && split === undefined ? only : mergeTallies(list.map((all) => ({ frame, all, groups: {} }))).all;
  const groups = split === undefined ? [] : [...split].map(([key, { part }]) => [key, part] as const);
  return { frame, all: whole, groups: Object.fromEntries(groups) };
}

/** As long as any customer stays with the policy before, the lender runs by its arrangements and audits, too. */
function lenderPart(w: World, frame: TallyFrame, successor: Successor | undefined): TallyPart {
  const laws = w.judges.newCounts();
  for (let month = 0; month < frame.months; month++) {
    const isOver = successor !== undefined && month >= successor.month && successor.share >= 1;
    (isOver ? successor.world : w).judges.judgeLender(month, laws);
  }
  const part = newPart(frame, laws.data());
  w.judges.release(laws);
  return part;
}

/** Takes a block in hand. */
function load(w: World, block: CustomerBlock, layout: FactLayout): void {
  const { hand } = w;
  hand.block = block;
  hand.columns = [...block.observed.values()];
  placeColumns(w, block, layout);
  hand.rows = turned(hand.columns, block.count, hand.rows);
}

function placeColumns({ place }: World, block: CustomerBlock, layout: FactLayout): void {
  place.ofColumns = [...block.observed.keys()].map((name) => layout.slot(name));
}

/** Columns as rows, in the buffer at hand if it is large enough. */
function turned(columns: readonly Float64Array[], count: number, buffer: Float64Array): Float64Array {
  const width = columns.length;
  const rows = buffer.length >= width * count ? buffer : new Float64Array(width * count);
  columns.forEach((column, at) => {
    for (let index = 0, to = at; index < count; index++, to += width) rows[to] = column[index] ?? Number.NaN;
  });
  return rows;
}

function frameOf({ policy, months, environment, assumptions, lender, book, population, switch: to, waits }: RunInputs): TallyFrame {
  const successor = to !== undefined && to.shareBps >= 10_000 ? { policy: to.to, month: to.month } : undefined;
  const score = scoreFrame({ policy, to: successor, faults: environment.scoreFaults, alarms: waits?.scoreAlarm });
  const { lossGivenDefault, seasoningMonths } = assumptions.values;
  const monthsBefore = book === "seasoned" && desksOf(to?.to ?? policy, lender, population.size).length > 0 ? seasoningMonths : 0;
  const counted = countedOf(policy, to?.to);
  return { months, monthsBefore, ...counted, pools: [...counted.pools, ...soldPools(lender)], lossGivenDefault, openingCashFen: lender.liquidity?.cashFen ?? null, score };
}

interface PlacedSuccessor extends Successor {
  readonly layout: FactLayout;
}

/** The world of the policy that takes over, where one does. */
function successorOf(inputs: RunInputs, frame: TallyFrame, first: World): PlacedSuccessor | undefined {
  const { switch: change } = inputs;
  if (change === undefined) return undefined;
  const { to, month, shareBps } = change;
  const layout = layoutFacts(to.dictionary);
  const own = layoutFacts(inputs.policy.dictionary);
  const world = worldOf({ ...inputs, policy: to }, { layout, frame, places: laterPlaces(inputs.policy, to, frame), first });
  const shared = [...to.dictionary.facts.values()].filter(({ name, producedBy }) => producedBy !== "policy" && own.dictionary.facts.has(name)).map(({ name }) => name);
  return {
    world, layout, month, share: shareBps / 10_000, name: to.name,
    from: Int32Array.from(shared, (name) => own.slot(name)),
    to: Int32Array.from(shared, (name) => layout.slot(name)),
    readings: readingsOf(inputs.policy).map((one) => bitOf(readingsOf(to).findIndex((other) => other.decision === one.decision && other.moment === one.moment))),
  };
}

const bitOf = (index: number): number => (index < 0 ? 0 : 1 << index);

interface WorldPlan {
  readonly layout: FactLayout;
  readonly frame: TallyFrame;
  readonly places: Places;
  /** The world of the policy before, whose customers and counts this one goes on with. */
  readonly first?: World;
}

function worldOf(inputs: RunInputs, { layout, frame, places, first }: WorldPlan): World {
  const { lender, assumptions, environment, months, waits = {} } = inputs;
  const assumed = assumptions.values;
  const warmUp = inputs.book === "seasoned" ? assumed.seasoningMonths : 0;
  const dates = { startDate: inputs.startDate, warmUp, months };
  const policy = { ...inputs.policy, procedures: proceduresAtFirst(inputs.policy.procedures, dates) };
  const key = streamKey(inputs.seed, inputs.replication);
  const known = new Map([...knownFacts(policy), ...lenderFact(layout.dictionary, lender)]);
  const decisions = compileAll({ policy, layout, known });
  // A score of the policy's own is read through the facts it is made of: so the laws audit them, too.
  const stages = procedureStages(policy.procedures, inputs.packs, dates);
  const since = monthsSinceAudit(policy.procedures, dates);
  // Only then: a copy of a decision is slower to call.
  const compiled = inForce(policy.scorecard) === undefined ? decisions : decisions.map((one) => ({ ...one, reads: throughScore(one.reads, policy.scorecard) }));
  const judges = createJudges({
    stages, ...(since === undefined ? {} : { monthsSinceAudit: since }),
    packs: inputs.packs, procedures: policy.procedures, enrolment: policy.decisions.enrolment, lenderType: lender.type, layout, decisions: compiled,
    arrangements: policy.arrangements, lender, waits, shrinksOtherLimits: assumed.spillOver > 0,
    ...(first === undefined ? {} : { before: first.procedures, verdicts: first.judges.verdicts }),
    startDate: inputs.startDate, months,
  });
  const setting = { policy, compiled, judges, assumed, waits, places, layout, dates };
  const firstCalendarMonth = Number(inputs.startDate.slice(5, 7));
  const { row, blankRow } = rowsOf(inputs, layout, lender);
  return {
    months, warmUp, assumed, costs: lenderCosts(lender, assumed), procedures: policy.procedures,
    policy: policyFigures(setting), stages: stagesOf(setting, stages), stage: 0,
    tables: first?.tables ?? makeTables({ assumed, environment, key, warmUp, months, firstCalendarMonth }),
    draws: first?.draws ?? createDraws(key), luck: first?.luck ?? createLucks(key, { first: 0 - warmUp, last: months - 1 }),
    row, blankRow, slots: findSlots(layout),
    layoffs: prepareLayoffs(environment.layoffs, layout), review: reviewDesk(lender, assumed),
    score: findScore(new Set(decisions.flatMap(({ reads }) => reads)), layout), scoring: prepareScoring(policy, { faults: environment.scoreFaults, alarms: waits.scoreAlarm ?? [], since: first === undefined ? 0 : (inputs.switch?.month ?? 0) }, layout),
    readings: readingsOf(policy).map(({ decision, moment }) => ({ access: judges.act({ kind: "data-access", decision, moment }), usesAt: places.usesAt(decision, moment) })),
    decisions: prepareDecisions(setting), leaks: leakFigures(environment, policy, compiled), judges, waits, acts: prepareActs(judges),
    monthsBefore: frame.monthsBefore, scratch: first?.scratch ?? new Float64Array((months + 1 + frame.monthsBefore) * counterCount), pools: first?.pools ?? poolTable(frame.pools, months, salesOf(lender, frame.pools.length - soldPools(lender).length)),
    rates: first?.rates ?? allInRates(inputs.packs, inputs.startDate, months),
    channelOf: places.channelOf, place: { ofColumns: [] },
    hand: first?.hand ?? emptyHand(inputs.population, judges, frame),
  };
}

/** The procedures as they are at first, and each stage of theirs, with what follows; undefined where they never change. */
function stagesOf(setting: Setting, stages: readonly ProcedureStage[]): World["stages"] {
  if (stages.length === 0) return undefined;
  const first: ProcedureStage = { from: 0 - setting.dates.warmUp, procedures: setting.policy.procedures, mended: [], filed: [] };
  return [first, ...stages].map((stage) => ({ ...stage, policy: policyFigures({ ...setting, policy: { ...setting.policy, procedures: stage.procedures } }) }));
}

/**
 * A blank row holds what is true of somebody without an account, the policy's parameters and the lender. What the
 * population should have said and did not is missing.
 */
function rowsOf({ policy }: RunInputs, layout: FactLayout, lender: Lender) {
  const blankRow = typicalRow(layout);
  for (const [name, fact] of layout.dictionary.facts) {
    const fixed = fact.producedBy === "policy" && name.startsWith("param.");
    if (!fixed) blankRow[layout.slot(name)] = fact.producedBy === "simulation" ? blankValue(name, fact.nullable) : Number.NaN;
  }
  for (const { name, value } of policy.parameters) {
    const fact = name.startsWith("param.") ? name : `param.${name}`;
    if (layout.dictionary.facts.has(fact)) blankRow[layout.slot(fact)] = value;
  }
  const lenderType = lenderFact(layout.dictionary, lender)[0];
  if (lenderType !== undefined) blankRow[layout.slot(lenderType[0])] = lenderType[1];
  return { row: Float64Array.from(blankRow), blankRow };
}

function blankValue(name: FactName, nullable: boolean): number {
  if (name === "account.onTimeShare6m") return 10_000;
  return nullable ? Number.NaN : 0;
}

function emptyHand(population: Population, judges: Judges, frame: TallyFrame): World["hand"] {
  const laws = judges.newCounts();
  return {
    block: population.block(0, 1), index: 0, columns: [], rows: new Float64Array(0),
    part: newPart(frame, laws.data()), group: 0, laws, recorder: undefined, changes: 0,
  };
}
