// Policy × population × environment × seed → a tally of integers that merge by addition, or one customer's history.
export { counterNames, counters, type CounterName } from "./counters.ts";
export { jackknifeGroups, vintageMonths, type LawFinding, type PoolBook, type SettlementTotals, type Tally, type ClassBook, type Histogram } from "./tally.ts";
export type { History, HistoryEntry } from "./history.ts";
export { lifeEvents } from "./life-events.ts";
export { postingNames } from "./postings.ts";
export { prepareRun, type Run, type RunInputs } from "./prepare-run.ts";
export {
  drift, fairnessFigures, fairnessGroups, fairnessStart, fairnessTraits, isChecked, mergeScoreTallies, newScoreTally, outcomeIn, rechecksOf, scoreBin,
  scoreBins, scoreOutcomes, separation, stabilityIndex, type FairnessFigure, type FairnessTrait, type Separation, type ScoreFrame, type ScoreOutcome, type ScoreTally,
} from "./scores/index.ts";
export { addTally, mergeTallies, type TallyData, type TallyFrame, type TallyPart } from "./tally-data.ts";
export { gapDays, given, loadOf, loadsOfTally, queuesOf, settleLoads, waitsOf, type Coupling, type Load, type Queue, type Waits } from "./loads/index.ts";
export { scoreBands, type ClassFigure, type CreditUser, type ScoreBand } from "./classes.ts";
export { type PoolDefinition, type PoolFlow } from "./pools.ts";
export type { PolicySwitch } from "./policy-switch.ts";
export { verificationTradeOff, type Passed, type TradeOffPoint } from "./trade-off.ts";
export { purposes } from "./purposes.ts";
export { shockEntry } from "./tables.ts";
export { createLuck } from "./luck.ts";
export { writtenFacts } from "./slots.ts";
export { viewTally } from "./view-tally.ts";
export { assumptionNames, assumptionTable, type AssumptionName, type AssumptionUnit } from "./assumption-table.ts";
export { assumptionsSchema, readAssumptions, type Assumption, type Assumptions } from "./assumptions.ts";
export { environmentSchema, readEnvironment, type Environment } from "./environment.ts";
export { filingCalendar, type FilingCalendar } from "./filings.ts";
export { auditLedger, type LedgerFinding } from "./ledger.ts";
export { lenderSchema, type Lender } from "./lender.ts";
export { dataReads, type DecisionReads, type FactRead } from "./data-reads.ts";
export { useStandings, type DataUse, type UseStanding } from "./acts/index.ts";
export { closureOutcomes, complaintKinds, deriveActFacts, limitChangeWays, type Act, type JudgedLawFinding } from "./acts/index.ts";
