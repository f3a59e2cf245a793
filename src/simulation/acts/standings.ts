import type { Procedures, Row } from "../../policy/index.ts";
import type { HandedOver, JudgesInputs } from "./judges.ts";
import { createConsentReader, momentBit, noStanding, withheldSources, type ScreenMoment, type Standing } from "./standing.ts";

/** Standings kept at once; a run that meets more starts the table again. */
const maxStandings = 65_536;

/** The standing of the moment, in whole numbers: every act looks at them. */
export interface StandingNow {
  id: number;
  /** Sources whose facts the lender does not have, as bits. */
  withheld: number;
  /** The month after which time changes the standing: then `age` must be called. */
  unchangedUntil: number;
}

const forEver = 1_000_000;

/** What a customer takes along to another policy. */
type Moving = Pick<HandedOver, "passed" | "pastRetention" | "closedIn">;

/** The standing of the customer at hand. Equal standings have one number, so verdicts on them are found, not made. */
export class Standings {
  readonly now: StandingNow = { id: 0, withheld: 0, unchangedUntil: forEver };
  readonly #inputs: JudgesInputs;
  readonly #forget: () => void;
  readonly #reader: ReturnType<typeof createConsentReader>;
  #stage = 0;
  #procedures: Procedures;
  #keeps = false;
  #retention = 0;
  /** By the screens passed under the policy before: their bits would not fit into the key. */
  readonly #idsBefore = new Map<number, Map<number, number>>();
  /** Keys met lately under `passedBefore`, each in the one place it can have, and their ids; −1: none. */
  readonly #lately = new Float64Array(1024).fill(-1);
  readonly #latelyId = new Int32Array(1024);
  #ids = new Map<number, number>();
  readonly #known: { readonly standing: Standing; readonly withheld: number }[] = [];
  #row: Row;
  #consents = 0;
  #passed = 0;
  #passedBefore = 0;
  #past = false;
  #closedIn = Infinity;

  /** `forget` is called when numbers are given anew. */
  constructor(inputs: JudgesInputs, forget: () => void) {
    this.#inputs = inputs;
    this.#forget = forget;
    this.#reader = createConsentReader(inputs.layout);
    this.#procedures = inputs.procedures;
    this.#row = new Float64Array(inputs.layout.size).fill(Number.NaN);
    this.#idsBefore.set(0, this.#ids);
    this.enter(0);
  }

  standing(): Standing {
    return this.#known[this.now.id]?.standing ?? noStanding;
  }

  begin(row: Row): void {
    this.#row = row;
    this.#passed = 0;
    this.#comeWith(0);
    this.#past = false;
    this.#closedIn = Infinity;
    this.#consents = this.#reader.key(row);
    this.#find();
  }

  pass(moment: ScreenMoment): void {
    const more = this.#passed | momentBit(moment);
    if (more === this.#passed) return;
    this.#passed = more;
    this.#find();
  }

  /** Only these moments, as bits: somebody else went through the others. */
  passOnly(moments: number): void {
    this.#passed = moments;
    this.#find();
  }

  read(row: Row): void {
    this.#row = row;
    const key = this.#reader.key(row);
    if (key === this.#consents) return;
    this.#consents = key;
    this.#find();
  }

  /** Other procedures are in force. */
  enter(stage: number): void {
    this.#stage = stage;
    this.#procedures = this.#inputs.stages?.[stage - 1]?.procedures ?? this.#inputs.procedures;
    this.#keeps = this.#procedures.closure.afterClosing === "keep";
    this.#retention = this.#procedures.data.retentionMonthsAfterEnd;
    // Who no longer keeps has erased what was kept too long.
    if (!this.#keeps) this.#past = false;
    this.#find();
  }

  opened(): void {
    if (!this.#isClosed() && !this.#past) return;
    this.#closedIn = Infinity;
    this.#past = false;
    this.#find();
  }

  closed(month: number): void {
    this.#closedIn = month;
    this.#find();
  }

  /** Time passes: data of a closed account may come to be kept too long. */
  age(month: number): void {
    if (month <= this.now.unchangedUntil) return;
    this.#past = true;
    this.#find();
  }

  handOver(): Moving {
    return { passed: this.#passed, pastRetention: this.#past, closedIn: this.#closedIn };
  }

  /** Begins a customer who comes from another policy: its screens are told apart from this one's. */
  takeOver(row: Row, handed: Moving): void {
    this.#row = row;
    this.#passed = 0;
    this.#comeWith(handed.passed);
    this.#past = handed.pastRetention && this.#keeps;
    this.#closedIn = handed.closedIn;
    this.#consents = this.#reader.key(row);
    this.#find();
  }

  #isClosed(): boolean {
    return this.#closedIn !== Infinity;
  }

  #take(id: number): void {
    this.now.id = id;
    this.now.withheld = this.#known[id]?.withheld ?? 0;
  }

  #find(): void {
    const isClosed = this.#isClosed();
    const consents = this.#consents;
    // Five bits a source (40), six screens, one for retention, one for closed: 48 bits; and the stage, below 32: exact.
    const key = this.#stage * 281_474_976_710_656 + consents * 256 + this.#passed * 4 + (this.#past ? 2 : 0) + (isClosed ? 1 : 0);
    this.now.unchangedUntil = isClosed && this.#keeps && !this.#past ? Math.min(forEver, this.#closedIn + this.#retention) : forEver;
    // Customers are alike: most keys were met a moment ago, and a Map of large numbers is slow to ask.
    const place = (Math.imul(consents / 65_536, 0x9e3779b1) ^ Math.imul(key, 0x85ebca6b)) >>> 22;
    if (this.#lately[place] === key) this.#take(this.#latelyId[place] ?? 0);
    else this.#look(key, place);
  }

  #look(key: number, place: number): void {
    const found = this.#ids.get(key);
    if (found !== undefined) {
      this.#lately[place] = key;
      this.#latelyId[place] = found;
      return this.#take(found);
    }
    if (this.#known.length >= maxStandings) {
      for (const each of this.#idsBefore.values()) each.clear();
      this.#lately.fill(-1);
      this.#known.length = 0;
      this.#forget();
    }
    const standing = { consents: this.#reader.answers(this.#row), passed: this.#passed, passedBefore: this.#passedBefore, pastRetention: this.#past, closed: this.#isClosed(), stage: this.#stage };
    this.#known.push({ standing, withheld: withheldSources(this.#procedures, standing, this.#inputs.before) });
    this.#ids.set(key, this.#known.length - 1);
    this.#take(this.#known.length - 1);
  }

  #comeWith(screens: number): void {
    if (screens === this.#passedBefore) return;
    this.#passedBefore = screens;
    this.#lately.fill(-1);
    this.#ids = this.#idsBefore.get(screens) ?? new Map<number, number>();
    this.#idsBefore.set(screens, this.#ids);
  }
}
