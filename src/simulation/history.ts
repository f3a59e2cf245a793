/** One line of a customer's life: what happened, in which month, with the figures and the rules behind it. */
export interface HistoryEntry {
  readonly month: number;
  /** `decision`, `act`, `posting`, `event` or `month-end`. */
  readonly kind: "decision" | "act" | "posting" | "event" | "month-end";
  /** What it is: `enrolment`, `purchase`, `late-fee`, `discovery`, … */
  readonly name: string;
  /** Figures in fen, counts or codes, by name. */
  readonly figures: Readonly<Record<string, number | string | boolean>>;
  /** Rules that decided, or law rules that matched. */
  readonly rules: readonly string[];
  /** For decisions: the facts the decision was made on, JSON values by name. */
  readonly facts?: Readonly<Record<string, number | string | boolean | null>>;
}

/** One customer's whole life under one policy. */
export interface History {
  readonly customer: number;
  readonly entries: readonly HistoryEntry[];
}
