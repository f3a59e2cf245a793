export { buildPart, buildReport, type ReportInputs, type ReportPart } from "./build-report.ts";
export { runMemory, type PolicyRun, type RunMemory } from "./policy-run.ts";
export { changesSince } from "./changes-since.ts";
export { mixReports } from "./mix-reports.ts";
export { compareSaved, type SavedReport } from "./compare-saved.ts";
export { measureEffects, type MeasureEffect } from "./effect.ts";
export { headlineMeasures, judgeMechanism, type EffectsReport, type EffectStep, type MechanismEffect } from "./effects-report.ts";
export { holm } from "./decided-at.ts";
export { comparedHeadlines } from "./live-test.ts";
export { timesNeeded } from "./times-needed.ts";
export { exitCode, type ExitCode, type Finding } from "./exit-code.ts";
export { checkExpectationPolicies, expectationSchema, factsOfExpectations, type Expectation } from "./expectation.ts";
export { articlesOf, compareArticles, type CitedArticle } from "./law-articles.ts";
export { dayBefore, lawBook, type DatedPack, type LawBook, type LawChange, type LawEntry, type LawValue } from "./law-calendar.ts";
export { lawImpact, type PolicyImpact, type RuleImpact, type RuleSays } from "./law-impact.ts";
export { isMatched } from "./law-lines.ts";
export { lawFacts, lawRuleWords, type LawCount, type LawRuleWords } from "./law-rule.ts";
export { lawSentence } from "./law-sentence.ts";
export { paretoFront, type Direction } from "./pareto-front.ts";
export { readReport, reportSchema } from "./report-schema.ts";
export type {
  Calibration,
  CalibrationLine,
  ComparedMeasure,
  Comparison,
  ComparisonVerdict,
  Distribution,
  ExpectationResult,
  GroupReport,
  ImportProblem,
  ImportSummary,
  LawLine,
  LawSummary,
  PolicyReport,
  FigureReport,
  QueueReport,
  RunInputs,
  RunReport,
  TradeOff,
} from "./report.ts";
export { banded, exactly, near, none, ordered, rungs, sampled, type LineWords, type Rung, type Tolerance, type ValidationLine } from "./validation.ts";
export { validationFindings, type ValidationReport } from "./validation-report.ts";
export { calibrationOf } from "./calibration.ts";
export { axisOf, isBeaten, sampleAt, scoresOf, type Axis } from "./search/axis.ts";
export { createProposer, dominates, type Genome, type Scored } from "./search/evolve.ts";
export type { Choice, ChoiceOption, ChoiceRequest } from "./search/choice.ts";
export { attribute, bridgeEnds, coalitionsOf, type BridgeEffect, type BridgeReport, type BridgeStep } from "./search/bridge-report.ts";
export type { SearchInputs } from "./search/search-inputs.ts";
export { judgeMatrix, type CellPlace, type MatrixFigure, type MatrixInputs, type MatrixMeasure, type MatrixReport, type MatrixScenario, type MeasuredCell, type WorstCase } from "./search/matrix-report.ts";
export type { CellSaid, CellSide, MatrixConclusion } from "./search/matrix-conclusion.ts";
export { matrixSchema, readMatrix } from "./search/matrix-schema.ts";
export { searchSchemas } from "./search/search-schemas.ts";
export { compareMatrices, type CellChange, type ConclusionChange, type MatrixComparison } from "./search/compare-matrices.ts";
export { hypervolume } from "./search/hypervolume.ts";
export { contradiction, judgeRequirement, readRequirement, requirementText, type Requirement, type RequirementResult } from "./search/requirement.ts";
export { requirementsUnder, type RequirementEnd, type RequirementUnder } from "./search/requirement-ends.ts";
export { fillingPoints } from "./search/filling-points.ts";
export { judgeSweep, type FrontierStep, type MeasuredPoint, type SweepReport, type SweptParameter, type SweptPoint } from "./search/sweep-report.ts";
export { bestOf, conflictOf, judgeWinners, type Conflict, type MeasuredWinner, type OptimiseReport, type Winner } from "./search/optimise-report.ts";
export { sobolDesign, sobolIndices, type SobolIndex, type SobolValues } from "./search/sobol-indices.ts";
export { tornadoOf, type MovedAssumption, type PairOfSamples, type TornadoBar, type TornadoMeasure, type TornadoReport } from "./search/tornado-report.ts";
export { judgeFacts, lowestOf, type FactFairness, type FairGroup, type FairnessReport, type NamedRule, type PolicyFairness, type WithoutRule } from "./fairness/fairness-report.ts";
export { fairCandidates, figuresOf, judgeFound, type FairCandidate, type FairFigures, type FairFound, type FairMeasured, type FairnessSearch } from "./fairness/fairness-search.ts";
export { backtestSchema, type BacktestEstimate, type BacktestOrigin, type BacktestReport, type LackingPart, type RestsPart, type ScoredPart } from "./backtest/backtest-report.ts";
export { buildBacktest, type BacktestInput } from "./backtest/build-backtest.ts";
export { backtestFigures, judgeBacktest } from "./backtest/judge-backtest.ts";
export { notAsked, standings, type DecidedMoment, type DecidedPolicy, type FactColumn, type ScoreColumn } from "./backtest/rows.ts";
