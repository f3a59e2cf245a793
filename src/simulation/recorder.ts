import { decodeFact } from "../facts/index.ts";
import { readOutcome, type Row } from "../policy/index.ts";
import type { Judges, Verdict } from "./acts/index.ts";
import { counterNames } from "./counters.ts";
import type { PreparedDecision } from "./decisions.ts";
import type { History, HistoryEntry } from "./history.ts";
import type { LifeEvent } from "./life-events.ts";
import type { PostingKind } from "./postings.ts";

export type Figures = Readonly<Record<string, number | string | boolean>>;

/** Writes one customer's life down while the same code runs that makes the aggregate. */
export interface Recorder {
  decision(month: number, decision: PreparedDecision, row: Row): void;
  act(month: number, name: string, verdict: Verdict): void;
  /** `pool`: whose debt it is, where a run has more than one. */
  posting(month: number, posting: PostingKind, amountFen: number, pool: string | undefined): void;
  /** Debt that went from one pool to another. */
  moved(month: number, figures: Figures): void;
  /** Something that a counter counts: named after it. */
  counted(month: number, counter: number, amount: number): void;
  event(month: number, name: LifeEvent, figures: Figures): void;
  monthEnd(month: number, figures: Figures): void;
  history(customer: number): History;
}

/** A recorder for one customer. */
export function createRecorder(judges: Judges): Recorder {
  const entries: HistoryEntry[] = [];
  const add = (kind: HistoryEntry["kind"], month: number, name: string, figures: Figures, rules: readonly string[] = []) =>
    entries.push({ month, kind, name, figures, rules });
  return {
    decision: (month, decision, row) => entries.push(decisionEntry(month, decision, row)),
    act: (month, name, verdict) => {
      const matched = judges.matched(verdict);
      const inconclusive = judges.inconclusive(verdict);
      add("act", month, name, { matched: matched.length, inconclusive: inconclusive.length }, matched);
    },
    posting: (month, posting, amountFen, pool) =>
      add("posting", month, posting.name, { debit: posting.debit, credit: posting.credit, amountFen, ...(pool === undefined ? {} : { pool }) }),
    moved: (month, figures) => add("event", month, "debt-moved", figures),
    counted: (month, counter, amount) => add("event", month, counterNames[counter] ?? "", { amount }),
    event: (month, name, figures) => add("event", month, name, figures),
    monthEnd: (month, figures) => add("month-end", month, "month-end", figures),
    history: (customer) => ({ customer, entries }),
  };
}

function decisionEntry(month: number, decision: PreparedDecision, row: Row): HistoryEntry {
  const { compiled, outcome, layout } = decision;
  const read = readOutcome(compiled, outcome);
  const facts = compiled.reads.map((name) => {
    const definition = layout.dictionary.facts.get(name);
    if (definition === undefined) throw new Error(`${name} is read but not in the dictionary`);
    return [name, decodeFact(definition, row[layout.slot(name)] ?? Number.NaN)] as const;
  });
  return {
    month,
    kind: "decision",
    name: compiled.decision,
    figures: { moment: compiled.moment, outcome: read.type, undecided: outcome.undecided, ...plainParams(read.params) },
    rules: read.because.length > 0 ? read.because : read.fired,
    facts: Object.fromEntries(facts),
  };
}

function plainParams(params: Readonly<Record<string, unknown>>): Figures {
  const plain = Object.entries(params).map(([name, value]): [string, number | string | boolean] => [
    name,
    typeof value === "number" || typeof value === "boolean" || typeof value === "string" ? value : list(value),
  ]);
  return Object.fromEntries(plain);
}

const list = (value: unknown): string => (Array.isArray(value) ? value.join(", ") : String(value));
