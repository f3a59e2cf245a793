import { consentSources } from "../../facts/index.ts";
import type { CompiledDecision, LawRule, Row } from "../../policy/index.ts";
import type { Act } from "./act.ts";
import { Bench } from "./bench.ts";
import { concentrationIn } from "./funding-facts.ts";
import type { ActHandle, HandedOver, Judges, JudgesInputs, Verdict } from "./judges.ts";
import { LawCounts } from "./law-counts.ts";
import { lawSeasons, type LawSeasons } from "./law-seasons.ts";
import { Readings, type Reading, type Use } from "./readings.ts";
import type { ScreenMoment } from "./standing.ts";
import { Standings } from "./standings.ts";
import { eachRule, Verdicts } from "./verdicts.ts";

/** Judges of the acts of one policy under one lender and the packs. Rules are compiled when an act first needs them. */
export function createJudges(inputs: JudgesInputs): Judges {
  return new PolicyJudges(inputs);
}

class PolicyJudges implements Judges {
  readonly rules: readonly LawRule[];
  readonly verdicts: Verdicts;
  readonly #inputs: JudgesInputs;
  readonly #ids: readonly string[];
  readonly #ofMonth: LawSeasons["ofMonth"];
  readonly #bench: Bench;
  readonly #readings: Readings;
  readonly #standings: Standings;
  /** Counts of nobody, for whoever is in no part. */
  readonly #idle: LawCounts;
  #counts: LawCounts;
  /** The same counts from block to block. */
  readonly #released: LawCounts[] = [];
  #row: Row;
  readonly #sourceSlots: readonly (readonly number[])[];
  readonly #query: ActHandle;
  readonly #bureau = 1 << consentSources.indexOf("bureau");
  readonly #nothing: Verdict;
  readonly #auditSlot: number;
  readonly #disclosesInstalment: boolean;
  readonly #disclosesLate: boolean;

  constructor(inputs: JudgesInputs) {
    const { layout, months, procedures } = inputs;
    this.#inputs = inputs;
    this.rules = inputs.packs.flatMap((pack) => pack.rules);
    this.#ids = this.rules.map((rule) => rule.id);
    this.verdicts = inputs.verdicts ?? new Verdicts(this.rules.length);
    const seasons = lawSeasons(inputs);
    this.#ofMonth = seasons.ofMonth;
    this.#bench = new Bench(inputs, this.verdicts, seasons);
    this.#readings = new Readings(inputs, this.#bench);
    this.#standings = new Standings(inputs, () => {
      this.#bench.forget();
      this.#readings.forget();
    });
    this.#idle = new LawCounts(this.verdicts, this.#ids, months);
    this.#counts = this.#idle;
    this.#row = new Float64Array(layout.size).fill(Number.NaN);
    this.#sourceSlots = consentSources.map((source) =>
      [...layout.dictionary.facts.values()].filter((fact) => fact.consent === source).map((fact) => layout.slot(fact.name)),
    );
    this.#query = this.#bench.handle({ kind: "credit-report-query" });
    this.#nothing = emptyVerdict(this.verdicts);
    this.#auditSlot = inputs.monthsSinceAudit === undefined ? -1 : layout.slot("governance.monthsSinceAudit");
    this.#disclosesInstalment = procedures.billing.disclosedFees.includes("instalment");
    this.#disclosesLate = procedures.billing.disclosedFees.includes("late");
  }

  act(act: Act): ActHandle {
    const handle = this.#bench.handle(act);
    if (act.kind === "data-access") this.#readings.add(handle, act);
    return handle;
  }

  newCounts(): LawCounts {
    const counts = this.#released.pop() ?? new LawCounts(this.verdicts, this.#ids, this.#inputs.months);
    counts.clear();
    return counts;
  }

  release(counts: LawCounts): void {
    this.#released.push(counts);
  }

  beginCustomer(customer: number, row: Row, counts: LawCounts): void {
    this.#row = row;
    this.#counts = counts;
    counts.begin(customer);
    this.#standings.begin(row);
  }

  enter(stage: number): void {
    this.#standings.enter(stage);
  }

  passed(moment: ScreenMoment): void {
    this.#standings.pass(moment);
  }

  passedOnly(moments: number): void {
    this.#standings.passOnly(moments);
  }

  consentsChanged(): void {
    this.#standings.read(this.#row);
  }

  withheld(): number {
    return this.#standings.now.withheld;
  }

  factsOf(source: number): readonly number[] {
    return this.#sourceSlots[source] ?? [];
  }

  accountOpened(): void {
    this.#counts.opened();
    this.#standings.opened();
  }

  accountClosed(month: number): void {
    this.#counts.closed();
    this.#standings.closed(month);
  }

  queriesBureau(decision: CompiledDecision): boolean {
    const { facts } = this.#inputs.layout.dictionary;
    return decision.reads.some((name) => facts.get(name)?.consent === "bureau");
  }

  undisclosedFeeFen(instalmentFeeFen: number, lateFeeFen: number): number {
    return (this.#disclosesInstalment ? 0 : instalmentFeeFen) + (this.#disclosesLate ? 0 : lateFeeFen);
  }

  judge(act: ActHandle, month: number): Verdict {
    const standings = this.#standings;
    if (month > standings.now.unchangedUntil) standings.age(month);
    // Nobody asks the bureau about a customer who withholds it: such a query is no act.
    if (act === this.#query && (standings.now.withheld & this.#bureau) !== 0) return this.#nothing;
    const verdict = this.#bench.judge(act, this.#ofMonth[month] ?? 0, standings, this.#row);
    this.#meet(verdict, month);
    return verdict;
  }

  read(access: ActHandle, month: number): Reading {
    const standings = this.#standings;
    if (month > standings.now.unchangedUntil) standings.age(month);
    const reading = this.#readings.of(access, this.#ofMonth[month] ?? 0, standings, this.#row);
    reading.use.times += 1;
    this.#meet(reading.verdict, month);
    return reading;
  }

  takeUses(access: ActHandle, each: (use: Use) => void): void {
    this.#readings.take(access, each);
  }

  matched(verdict: Verdict): readonly string[] {
    return this.#rulesOf(verdict, 1);
  }

  inconclusive(verdict: Verdict): readonly string[] {
    return this.#rulesOf(verdict, 2);
  }

  endCustomer(): void {
    this.#counts.end();
    this.#counts = this.#idle;
  }

  handOver(): HandedOver {
    const handed = { counts: this.#counts, ...this.#standings.handOver() };
    this.#counts = this.#idle;
    return handed;
  }

  takeOver(handed: HandedOver, row: Row): void {
    this.#row = row;
    this.#counts = handed.counts;
    this.#standings.takeOver(row, handed);
  }

  judgeLender(month: number, counts: LawCounts): void {
    const { monthsSinceAudit, waits, layout } = this.#inputs;
    const row = this.#row;
    if (monthsSinceAudit !== undefined) row[this.#auditSlot] = monthsSinceAudit[month] ?? Number.NaN;
    for (const [fact, value] of concentrationIn(waits, month)) row[layout.slot(fact)] = value;
    counts.countLender(this.#bench.judge(this.#bench.handle({ kind: "month-end" }), this.#ofMonth[month] ?? 0, this.#standings, row), month);
  }

  #meet(verdict: Verdict, month: number): void {
    const counts = this.#counts;
    if (counts.met[verdict] !== counts.moments + month) counts.meet(verdict, month);
    const { acts } = counts;
    acts[verdict] = (acts[verdict] ?? 0) + 1;
  }

  #rulesOf(verdict: Verdict, set: number): readonly string[] {
    const { words } = this.verdicts;
    const found: string[] = [];
    for (let w = 0; w < words; w++) eachRule(this.verdicts.bits()[(verdict * 4 + set) * words + w] ?? 0, w, (rule) => found.push(this.#ids[rule] ?? ""));
    return found;
  }
}

function emptyVerdict(verdicts: Verdicts): Verdict {
  const none = () => new Int32Array(verdicts.words);
  return verdicts.number({ judged: none(), violated: none(), inconclusive: none(), declared: none() });
}
