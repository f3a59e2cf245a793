// Acts and their judgement. The month makes handles once (`judges.act({ kind: "billing" })`), tells the judges what
// changes about a customer (`passed`, `consentsChanged`, `accountOpened`, `accountClosed`) and judges each act as it
// happens. Slots of the row that must be written before: the table at `Act`.
export { createJudges } from "./create-judges.ts"; // JudgesInputs → Judges
export { openingMoments } from "./opening-moments.ts"; // the moments at which the rules can open an account
export { accountQuestion } from "./procedure-facts.ts";
export { deriveActFacts } from "./derive-act-facts.ts"; // what the policy fixes about one form of act
export { useAt, useCells, useStandings, viewUses, type DataUse, type UseStanding } from "./data-use.ts";
export { formNeeded, isUnnecessary, readSet, restsOn } from "./read-set.ts";
export { mergeLawTallies, viewLawFindings } from "./law-tally.ts";
export { closureOutcomes, complaintKinds, limitChangeWays } from "./act.ts";
export type { Act, ClosureOutcome, ComplaintKind, LimitChangeWay } from "./act.ts";
export type { ActHandle, Judges, JudgesInputs, Verdict } from "./judges.ts";
export type { LawCounts } from "./law-counts.ts"; // LawCounts.data(): LawTally
export type { LawTally, JudgedLawFinding } from "./law-tally.ts";
