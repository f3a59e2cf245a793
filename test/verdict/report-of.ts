// A small report made by hand for tests of verdicts and renderers.
import { buildReport, type Expectation, type LawRuleWords, type ReportInputs, type RunInputs, type RunReport } from "../../src/verdict/index.ts";
import { tallyOf, type HandMade } from "../statistics/tally-of.ts";

export const inputs: RunInputs = {
  scenario: "baseline",
  title: { en: "Steady economy", zh: "平稳经济" },
  startDate: "2026-11-01",
  months: 24,
  customers: 1000,
  seed: "baseline",
  replications: 1,
  lender: "microlender",
  switch: null,
  environment: "steady",
  assumptions: "base",
  population: "urban-shoppers",
  policies: ["silent", "asked"],
  laws: ["cn"],
  version: "0.1.0",
  hashes: { "scenarios/baseline.json": "ab", "rules/dictionary.json": "cd" },
  import: null,
};

export function lawRule(id: string, more: Partial<LawRuleWords> = {}): LawRuleWords {
  return {
    id,
    jurisdiction: "cn",
    title: { en: `rule ${id}`, zh: `规则${id}` },
    citation: { en: "Act art 1", zh: "某法第一条" },
    remedy: { en: "ask first", zh: "先征求同意" },
    act: "enrolment",
    severity: "critical",
    verification: "text",
    houseStandard: false,
    declared: false,
    ...more,
  };
}

export const laws = [lawRule("A"), lawRule("B", { severity: "high", verification: "secondary", declared: true }), lawRule("C", { verification: "unverified" })];

const silent: HandMade = {
  months: 24,
  counters: {
    considered: 1000, approved: 800, booked: 700, bookedRegistration: 300, bookedCheckout: 200, bookedMonthlyScan: 200, bookedUnasked: 650, activated: 400,
    openAccounts: 650, openUnaware: 300, matured12: 300, ever90At12: 12, accountsWithBalance: 300, dpd31to60: 6, dpd91plus: 4, balanceFen: 60_000_000,
    dpd31to60BalanceFen: 900_000, dpd91plusBalanceFen: 700_000, limitFen: 200_000_000, firstStatements: 380, firstStatementsMissed: 30, creditSalesFen: 400_000_000,
    salesFen: 900_000_000, salesWithoutCreditFen: 800_000_000, customersActive: 940, merchantFeeFen: 2_400_000, instalmentFeeFen: 2_000_000, chargedOffFen: 1_800_000,
    fundingCostFen: 600_000, complaints: 60, complaintsUnwanted: 40, discovered: 200, unawareMonths: 2100, closuresAsked: 50, closuresGranted: 30, closuresAbandoned: 20,
  },
  laws: [{ rule: "A", persons: 650, firstMonth: 0, cases: [{ customer: 3, month: 0 }, { customer: 8, month: 1 }] }, { rule: "B", persons: 40, declaredPersons: 40 }, { rule: "C", inconclusivePersons: 5, judged: 5 }],
};

const asked: HandMade = {
  months: 24,
  counters: {
    considered: 300, approved: 200, booked: 190, bookedApplication: 190, activated: 170, openAccounts: 180, matured12: 150, ever90At12: 2, accountsWithBalance: 140, dpd91plus: 1,
    balanceFen: 30_000_000, limitFen: 90_000_000, firstStatements: 165, firstStatementsMissed: 3, creditSalesFen: 200_000_000, salesFen: 850_000_000,
    salesWithoutCreditFen: 800_000_000, customersActive: 970, merchantFeeFen: 1_200_000, instalmentFeeFen: 900_000, chargedOffFen: 300_000, fundingCostFen: 300_000, complaints: 4, closuresAsked: 6, closuresGranted: 6,
  },
  laws: [{ rule: "A", judged: 190 }, { rule: "B", judged: 190 }, { rule: "C" }],
};

export const expectation = (more: Partial<Expectation>): Expectation => ({
  name: "a claim",
  policy: "asked",
  measure: "violationsCritical",
  confidence: 0.95,
  level: "error",
  ...more,
});

export const request = (more: Partial<ReportInputs> = {}): ReportInputs => ({
  inputs,
  champion: "silent",
  challengers: ["asked"],
  runs: [
    { name: "silent", title: { en: "Silent auto-enrolment", zh: "静默自动开通" }, tallies: [tallyOf(silent)] },
    { name: "asked", title: { en: "Consent first", zh: "先同意后开通" }, tallies: [tallyOf(asked)] },
  ],
  laws,
  expectations: [expectation({ equals: 0 })],
  groupBy: [],
  showGroups: false,
  showMonths: false,
  ...more,
});

export const reportOf = (more: Partial<ReportInputs> = {}): RunReport => buildReport(request(more));
