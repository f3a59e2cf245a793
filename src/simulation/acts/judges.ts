import type { Arrangement, CompiledDecision, LawPack, LawRule, Procedures, Row, RuleFile } from "../../policy/index.ts";
import type { FactLayout } from "../../facts/index.ts";
import type { Act } from "./act.ts";
import type { Lender } from "../lender.ts";
import type { Waits } from "../loads/coupling.ts";
import type { LawCounts } from "./law-counts.ts";
import type { Reading, Use } from "./readings.ts";
import type { ScreenMoment } from "./standing.ts";
import type { Verdicts } from "./verdicts.ts";

/** What the judges of one policy under one lender rest on. */
export interface JudgesInputs {
  readonly packs: readonly LawPack[];
  readonly procedures: Procedures;
  /** The procedures of the policy before, where one takes over from another: what a customer was told and asked under them stands. */
  readonly before?: Procedures;
  /** Numbers of verdicts that another policy's judges give, too: then counts of either serve both. */
  readonly verdicts?: Verdicts;
  /** The policy's enrolment rules: they say which moments are a way in, to compare closing with. */
  readonly enrolment: RuleFile;
  /** A value of `lender.type`. */
  readonly lenderType: string;
  /** The policy's arrangements and the lender's partners: who funds. Absent: not known. */
  readonly arrangements?: Readonly<Record<string, Arrangement>>;
  readonly lender?: Pick<Lender, "partners" | "jointLoansToTotalLoansBps">;
  /** Layout of the rows that will be judged: the policy's own. */
  readonly layout: FactLayout;
  /** Every decision at every moment the policy is asked for it: their read sets are audited. */
  readonly decisions: readonly CompiledDecision[];
  /** Desks at which cases wait: the days to an answer are then the month's to write. */
  readonly waits?: Waits;
  /** Closing shrinks other limits on the platform; absent: it does. */
  readonly shrinksOtherLimits?: boolean;
  readonly startDate: string;
  readonly months: number;
  /** Procedures from later months on, in order; absent: they never change. */
  readonly stages?: readonly { readonly from: number; readonly procedures: Procedures }[];
  /** Months since the last audit, by month; absent: as declared. */
  readonly monthsSinceAudit?: readonly (number | undefined)[];
}

/** A customer on her way from one policy's judges to another's. */
export interface HandedOver {
  readonly counts: LawCounts;
  /** Bits of the screens she went through. */
  readonly passed: number;
  readonly pastRetention: boolean;
  /** Month in which her account was closed; Infinity: none is closed. */
  readonly closedIn: number;
}

/** A way to judge one form of act: made once with `Judges.act`, used in the loop. */
export type ActHandle = number;

/** What the laws said about one act, by number: ask `Judges.matched` and `Judges.inconclusive`. */
export type Verdict = number;

/**
 * Judges the acts of one customer at a time. The order of calls for a customer is
 * `beginCustomer` → (`passed`, `consentsChanged`, `accountOpened`, `judge`, `accountClosed`)* → `endCustomer`,
 * months in order. Hot: `judge` allocates nothing.
 */
export interface Judges {
  /** The rules of all packs, in pack order; counts use their index. */
  readonly rules: readonly LawRule[];
  /** The numbers of verdicts, for the judges of a policy that takes over. */
  readonly verdicts: Verdicts;
  /** Resolves a form of act; the same form gives the same handle. */
  act(act: Act): ActHandle;
  /** Empty counts. Give each group of customers its own; they add up. */
  newCounts(): LawCounts;
  /** Takes counts back that nobody needs any more: the next ones asked for are these, empty again. */
  release(counts: LawCounts): void;
  /**
   * Starts a customer; `row` is the row that her acts will be judged on, in the layout of the inputs. Its `consent.*`
   * slots are read at once: NaN (or none) for whoever has not been asked yet.
   */
  beginCustomer(customer: number, row: Row, counts: LawCounts): void;
  /** The procedures of a stage are in force from now on: 0 those at first, then those of the inputs. */
  enter(stage: number): void;
  /**
   * She went through the screens of an enrolment moment, whether she agreed or not: what its procedure shows her
   * she has been shown, and what it asks she has been asked. For a monthly scan: the scan considered her; for the
   * remedy: she read its question.
   */
  passed(moment: ScreenMoment): void;
  /** She went through these moments only, as bits of `moments.enrolment`: somebody else went through the others in her name. */
  passedOnly(moments: number): void;
  /** The `consent.*` slots of the row were written or changed (a consent given, refused, withdrawn). */
  consentsChanged(): void;
  /**
   * Sources whose facts the lender does not have, as bits in the order of `consentSources`: she was asked openly
   * (box not ticked for her) and did not agree, or she withdrew and nothing is kept. Write NaN into the slots of
   * `factsOf(source)` before a decision is made: a fact withheld is not read, so no act of reading it is judged.
   */
  withheld(): number;
  /** Row slots of the facts that rest on the consent to one source (index into `consentSources`). */
  factsOf(source: number): readonly number[];
  /** An account was opened (before its enrolment act is judged), or stands open when the run begins. */
  accountOpened(): void;
  /** The account was closed (after the closure decision was judged), in the month; below 0 before the run. */
  accountClosed(month: number): void;
  /**
   * Whether the decision reads bureau facts, so that making it means asking the bureau – unless the customer withholds
   * them (the bit of `bureau` in `withheld()`): then nobody is asked, and a query put to `judge` counts for nothing.
   */
  queriesBureau(decision: CompiledDecision): boolean;
  /** Of the fees charged, those that the contract does not name. */
  undisclosedFeeFen(instalmentFeeFen: number, lateFeeFen: number): number;
  /** Puts an act to the rules in force in its month, counts what they say, and says it. */
  judge(act: ActHandle, month: number): Verdict;
  /** Puts the reading of her data for a decision to the rules, counts what they say and what it rests on, and says both. */
  read(access: ActHandle, month: number): Reading;
  /** Calls back for all that readings for a decision rested on since this was last asked, with how often. */
  takeUses(access: ActHandle, each: (use: Use) => void): void;
  /** Ids of the rules that matched, in pack order. */
  matched(verdict: Verdict): readonly string[];
  /** Ids of the rules left open by a missing fact. */
  inconclusive(verdict: Verdict): readonly string[];
  endCustomer(): void;
  /** The customer in hand goes over to the judges of another policy, which share the verdicts: nothing more is counted here. */
  handOver(): HandedOver;
  /** She comes from the judges of the policy before; `row` is the row that her acts will be judged on from now on. */
  takeOver(handed: HandedOver, row: Row): void;
  /** The acts of the lender that concern no customer: once a month, in the block of customer 0 only. */
  judgeLender(month: number, counts: LawCounts): void;
}
