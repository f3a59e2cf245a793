import type { Row } from "../../policy/index.ts";
import type { HandedOver, JudgesInputs } from "./judges.ts";
import { createConsentReader, momentBit, noStanding, withheldSources, type ScreenMoment, type Standing } from "./standing.ts";

/** Standings kept at once; a run that meets more starts the table again. */
const maxStandings = 65_536;

/** The standing of the customer at hand. Equal standings have one number, so verdicts on them are found, not made. */
export interface Standings {
  readonly now: StandingNow;
  standing(): Standing;
  begin(row: Row): void;
  pass(moment: ScreenMoment): void;
  /** Only these moments, as bits: somebody else went through the others. */
  passOnly(moments: number): void;
  read(row: Row): void;
  /** Other procedures are in force. */
  enter(stage: number): void;
  opened(): void;
  closed(month: number): void;
  /** Time passes: data of a closed account may come to be kept too long. */
  age(month: number): void;
  handOver(): Pick<HandedOver, "passed" | "pastRetention" | "closedIn">;
  /** Begins a customer who comes from another policy: its screens are told apart from this one's. */
  takeOver(row: Row, handed: Pick<HandedOver, "passed" | "pastRetention" | "closedIn">): void;
}

/** The standing of the moment, in whole numbers: every act looks at them. */
export interface StandingNow {
  id: number;
  /** Sources whose facts the lender does not have, as bits. */
  withheld: number;
  /** The month after which time changes the standing: then `age` must be called. */
  unchangedUntil: number;
}

const forEver = 1_000_000;

/** `forget` is called when numbers are given anew. */
export function createStandings({ layout, procedures: atFirst, before, stages = [] }: JudgesInputs, forget: () => void): Standings {
  const reader = createConsentReader(layout);
  let stage = 0;
  let procedures = atFirst;
  let keeps = procedures.closure.afterClosing === "keep";
  let retention = procedures.data.retentionMonthsAfterEnd;
  // By the screens passed under the policy before: their bits would not fit into the key.
  const idsBefore = new Map<number, Map<number, number>>();
  /** Keys met lately under `passedBefore`, each in the one place it can have, and their ids; −1: none. */
  const lately = new Float64Array(1024).fill(-1);
  const latelyId = new Int32Array(1024);
  let ids = new Map<number, number>();
  idsBefore.set(0, ids);
  const known: { readonly standing: Standing; readonly withheld: number }[] = [];
  const now: StandingNow = { id: 0, withheld: 0, unchangedUntil: forEver };
  let row: Row = new Float64Array(layout.size).fill(Number.NaN);
  let consents = 0;
  let passed = 0;
  let passedBefore = 0;
  let past = false;
  let closedIn = Infinity;

  const take = (id: number) => {
    now.id = id;
    now.withheld = known[id]?.withheld ?? 0;
  };
  const isClosed = () => closedIn !== Infinity;
  const find = () => {
    // Five bits a source (40), six screens, one for retention, one for closed: 48 bits; and the stage, below 32: exact.
    const key = stage * 281_474_976_710_656 + consents * 256 + passed * 4 + (past ? 2 : 0) + (isClosed() ? 1 : 0);
    now.unchangedUntil = isClosed() && keeps && !past ? Math.min(forEver, closedIn + retention) : forEver;
    // Customers are alike: most keys were met a moment ago, and a Map of large numbers is slow to ask.
    const place = (Math.imul(consents / 65_536, 0x9e3779b1) ^ Math.imul(key, 0x85ebca6b)) >>> 22;
    if (lately[place] === key) return take(latelyId[place] ?? 0);
    const found = ids.get(key);
    if (found !== undefined) {
      lately[place] = key;
      latelyId[place] = found;
      return take(found);
    }
    if (known.length >= maxStandings) {
      for (const each of idsBefore.values()) each.clear();
      lately.fill(-1);
      known.length = 0;
      forget();
    }
    const standing = { consents: reader.answers(row), passed, passedBefore, pastRetention: past, closed: isClosed(), stage };
    known.push({ standing, withheld: withheldSources(procedures, standing, before) });
    ids.set(key, known.length - 1);
    take(known.length - 1);
  };
  const cameWith = (screens: number): void => {
    if (screens === passedBefore) return;
    passedBefore = screens;
    lately.fill(-1);
    ids = idsBefore.get(screens) ?? new Map<number, number>();
    idsBefore.set(screens, ids);
  };
  find();
  return {
    now,
    standing: () => known[now.id]?.standing ?? noStanding,
    handOver: () => ({ passed, pastRetention: past, closedIn }),
    takeOver(ofCustomer, handed) {
      row = ofCustomer;
      passed = 0;
      cameWith(handed.passed);
      past = handed.pastRetention && keeps;
      closedIn = handed.closedIn;
      consents = reader.key(row);
      find();
    },
    begin(ofCustomer) {
      row = ofCustomer;
      passed = 0;
      cameWith(0);
      past = false;
      closedIn = Infinity;
      consents = reader.key(row);
      find();
    },
    pass(moment) {
      const more = passed | momentBit(moment);
      if (more === passed) return;
      passed = more;
      find();
    },
    passOnly(moments) {
      passed = moments;
      find();
    },
    read(ofCustomer) {
      row = ofCustomer;
      const key = reader.key(row);
      if (key === consents) return;
      consents = key;
      find();
    },
    enter(next) {
      stage = next;
      procedures = stages[next - 1]?.procedures ?? atFirst;
      keeps = procedures.closure.afterClosing === "keep";
      retention = procedures.data.retentionMonthsAfterEnd;
      // Who no longer keeps has erased what was kept too long.
      if (!keeps) past = false;
      find();
    },
    opened() {
      if (!isClosed() && !past) return;
      closedIn = Infinity;
      past = false;
      find();
    },
    closed(month) {
      closedIn = month;
      find();
    },
    age(month) {
      if (month <= now.unchangedUntil) return;
      past = true;
      find();
    },
  };
}
