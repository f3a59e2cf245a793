// What `policy-bench/vitest` gives: these are its published types, and what the code behind them is held to.

/** Which parts of a folder become tests. */
export interface SuiteOptions {
  /** Examples of decision files, in lists, tables and files beside; default true. */
  readonly examples?: boolean;
  /** Claims of `invariants.json`, proved for every applicant; default true. */
  readonly invariants?: boolean;
  /** Expectations of scenarios; default true where the folder has scenarios. */
  readonly expectations?: boolean;
  /** So many customers instead of those the scenarios name. */
  readonly customers?: number;
  /** Worker threads of a simulation; default 1. */
  readonly threads?: number;
  /** Language of failures; default `en`. */
  readonly lang?: "en" | "zh";
}

/**
 * Turns the examples, invariants and expectations of a folder into vitest tests: a project (with `rules/`), a policy's folder, or a
 * scenario file. Relative to the working directory.
 */
export declare function policySuite(folder?: string, options?: SuiteOptions): void;

/** A fact's value; null is a missing fact. */
export type FactValue = string | number | boolean | null;

/** Which decision about whom: facts depart from the typical applicant. */
export interface Question {
  /** A policy by name (`consent-first`) or folder. */
  readonly policy: string;
  readonly decision: "enrolment" | "limit" | "pricing" | "closure" | "monitoring";
  /** Default: application, else the decision's first moment. */
  readonly moment?: string;
  readonly facts?: Readonly<Record<string, FactValue>>;
  /** The project's folder; default: the working directory. */
  readonly folder?: string;
}

/** What was decided. */
export interface Decision {
  /** `enrol`, `grant`, …; several of monitoring joined with ` + `. */
  readonly type: string;
  readonly types: readonly string[];
  readonly params: Readonly<Record<string, unknown>>;
  /** The rules that decided, the highest priority first. */
  readonly because: readonly string[];
  readonly undecided: boolean;
  /** Every condition with its value, as `policy-bench explain` shows it. */
  readonly explanation: string;
}

/** Decides about one applicant, by the compiled form and by json-rules-engine. */
export declare function decide(question: Question): Promise<Decision>;

/** Matchers of decisions; importing this module adds them to vitest's `expect`. */
export interface DecisionMatchers<R = unknown> {
  /** The outcome's type and, where given, its params. */
  toDecide(type: string, params?: Readonly<Record<string, unknown>>): R;
  /** Exactly these rules decided, in order of priority. */
  toBeBecauseOf(...rules: readonly string[]): R;
  /** A missing fact left it to `onMissing`. */
  toBeUndecided(): R;
}

declare module "vitest" {
  // The name and the parameters are vitest's own.
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> extends DecisionMatchers<R> {}
}
