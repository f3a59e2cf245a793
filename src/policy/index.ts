export type { Arrangement, LossLayer, Shares } from "./arrangement.ts";
export type { CompiledDecision, CompiledLaw, KnownFacts, Outcome, ParamForm, Row } from "./compiled.ts";
export { checkCompilable } from "./compile/check-compilable.ts";
export { compileColumns, compileDecision } from "./compile/compile-decision.ts";
export type { CompiledColumns, DecisionInput } from "./compile/compile-decision.ts";
export { compileLaw } from "./compile/compile-law.ts";
export { compileRules } from "./compile/compile-rules.ts";
export type { Columns, CompiledRules, Judged, RulesInput } from "./compile/compile-rules.ts";
export { deriveFacts, knownFacts } from "./compile/derive.ts";
export type { PlainFacts } from "./compile/derive.ts";
export { missing } from "./compile/emit.ts";
export { outcomes } from "./outcomes.ts";
export { readOutcome } from "./compile/read-outcome.ts";
export type { ReadOutcome } from "./compile/read-outcome.ts";
export { actKinds, severities, verifications } from "./law.ts";
export type { ActKind, LawPack, LawParameter, LawRule, Severity, Verification } from "./law.ts";
export { combiners, decisionNames, moments } from "./policy.ts";
export type {
  Combiner, Condition, Constant, DecisionName, DerivedFact, Derivation, EnrolmentMoment, Example, Leaf, Moment, Operand,
  Parameter, ParamValue, Policy, ReasonText, Rule, RuleEvent, RuleFile,
} from "./policy.ts";
export { consentKinds, factorNames, noticeItems } from "./procedures.ts";
export type { ConsentKind, ConsentQuestion, Declarations, EnrolmentProcedure, FactorName, NoticeItem, Procedures } from "./procedures.ts";
export { diagnosticCodes } from "./diagnostic-codes.ts";
export { decorators, operators } from "./operators.ts";
export { readPolicy, type SourceText } from "./read-policy.ts";
export { readReasons } from "./read-reasons.ts";
export { lawDiagnosticCodes } from "./law-codes.ts";
export { lawActors, lawPackFrame, lawParameterShape, lawRuleShape } from "./law-shape.ts";
export { readLawPack } from "./read-law-pack.ts";
export { ruleSchemas } from "./rule-schemas.ts";
export { caseRow, type CaseFacts } from "./case-row.ts";
export { exampleCases, measureCoverage } from "./coverage/measure-coverage.ts";
export type { ConditionCoverage, CoverageCase, DecisionCoverage, Ratio, RuleCoverage } from "./coverage/measure-coverage.ts";
export { collectRule, type LeafRecord, type RuleRecord, type Shown } from "./coverage/rule-record.ts";
export { ruleTree, type RuleTree, type Tree } from "./coverage/rule-tree.ts";
export { suggestExamples, type SuggestedExample, type Suggestions } from "./coverage/suggest-examples.ts";
export { compareExpectation, expectedOf, type Compared, type Expectation } from "./examples/expected-of.ts";
