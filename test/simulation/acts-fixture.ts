// A policy that opens accounts silently, and one scripted life under it: every kind of act once.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { consentSources, encodeFact, layoutFacts, readDictionary, type FactName } from "../../src/facts/index.ts";
import { readLawPack, type Arrangement, type CompiledDecision, type DecisionName, type EnrolmentMoment, type LawPack, type Moment, type Procedures, type Row, type RuleFile } from "../../src/policy/index.ts";
import type { Lender } from "../../src/simulation/index.ts";
import { accountQuestion, createJudges, type Act, type JudgedLawFinding, type Judges, type LawCounts, viewLawFindings } from "../../src/simulation/acts/index.ts";

const root = join(import.meta.dirname, "../..");
const read = (name: string): string => readFileSync(join(root, name), "utf8");
export const { dictionary } = readDictionary({ file: "rules/dictionary.json", text: read("rules/dictionary.json") });
export const layout = layoutFacts(dictionary);

function readCn(): LawPack {
  const { pack } = readLawPack({ file: "rules/laws/cn.json", text: read("rules/laws/cn.json") }, dictionary);
  if (pack === undefined) throw new Error("the law pack cannot be read");
  return pack;
}
export const cn = readCn();

/** A decision of which only the read set matters. */
export function reading(decision: DecisionName, moment: Moment, reads: readonly FactName[]): CompiledDecision {
  return {
    decision, moment, reads, outcomes: [], params: [], texts: [], forms: [], rules: [], ranks: [],
    newOutcome: () => ({ code: 0, undecided: false, params: new Float64Array(0), fired: new Int32Array(0) }),
    decide: () => undefined,
  };
}

/** The scan reads a score made of purchases, devices, a bank record, the bureau and the client's gender. */
export const silentReads: readonly FactName[] = ["score.points", "device.riskPoints", "payment.bankInflowMonthlyFen", "bureau.score", "customer.gender"];
export const silentDecisions = [reading("enrolment", "monthly-scan", silentReads), reading("pricing", "purchase", ["score.points"])];

/** Opens silently, pre-ticks, tells little, calls at night, keeps everything. */
export const silent: Procedures = {
  enrolment: {
    registration: {
      show: "agreement-bundle", creditOption: "pre-ticked", steps: [],
      consents: {
        purchases: { kind: "bundled", ticked: "default" }, device: { kind: "bundled", ticked: "default" },
        bureau: { kind: "bundled", ticked: "default" }, marketing: { kind: "bundled", ticked: "default" }, account: { kind: "bundled", ticked: "default" },
      },
      notice: ["processor", "purpose"], noticeShown: "after", recipientsNamed: false,
      costTable: { shown: false, confirm: false, readSeconds: 0 }, requiredForShopping: true,
    },
    "monthly-scan": {
      show: "nothing", creditOption: "absent", steps: [], consents: {}, notice: [], noticeShown: "never", recipientsNamed: false,
      costTable: { shown: false, confirm: false, readSeconds: 0 }, requiredForShopping: false,
    },
  },
  closure: {
    entrance: ["account-centre", "benefits", "credit", "close"], channels: ["phone"], factors: ["sms", "password", "identity"],
    conditions: ["settlement", "keep-for-a-month"], workingDaysToDecision: 20, reasonsGiven: false, afterClosing: "keep", toldOfOtherLimits: false,
  },
  limitChange: { raise: "automatic", explanation: false, humanReview: false },
  pricing: { annualRateShown: false, rateIncludesAllFees: false },
  billing: { disclosedFees: ["instalment"] },
  data: { purposesTold: ["shopping"], shared: ["bankAccount"], retentionMonthsAfterEnd: 6 },
  bureau: { purposeAgreed: false, reportNegative: true },
  collection: { hours: { from: 7, to: 23 }, contactsPerDay: 5, thirdParties: true, missedPaymentNotice: false },
  complaints: { channelPublished: true, acknowledged: true, objectionsFlagged: false, daysToResolve: 30 },
  marketing: { contactsPerMonth: 2, personalised: true, nonPersonalisedOption: false, optOutHonoured: false, excludesStudents: false },
  education: [],
  declared: {
    keyTermsProminent: true, copyAvailable: false, impactAssessmentCompleted: false, coerciveCollection: true, statutoryRetentionLock: false,
    cashierOperatedByPaymentInstitution: true, loanListedAsPaymentTool: true, encryptedAtRest: true, roleAuthorised: false, accessLogged: true, inducingWording: true,
  },
};

/** Opens at every moment that the procedures have. */
export const opensAnywhere: RuleFile = {
  decision: "enrolment", combine: {}, exclusive: [], otherwise: {}, onMissing: { type: "no-action" }, conditions: {}, examples: [], file: "enrolment.json",
  rules: [{ name: "ENR-1", title: { en: "all", zh: "全部" }, serves: [], priority: 1, conditions: { all: [] }, event: { type: "enrol" } }],
};

export interface Trial {
  readonly enrolment?: RuleFile;
  readonly procedures?: Procedures;
  readonly packs?: readonly LawPack[];
  readonly decisions?: readonly CompiledDecision[];
  readonly startDate?: string;
  readonly months?: number;
  readonly lenderType?: string;
  readonly arrangements?: Readonly<Record<string, Arrangement>>;
  readonly lender?: Pick<Lender, "partners" | "jointLoansToTotalLoansBps">;
}

/** The lender funds all by itself. */
const ownBook: Readonly<Record<string, Arrangement>> = { "own-book": arrangementOf({ lender: 10_000 }) };

/** An arrangement of which only the funding matters. */
export function arrangementOf(funding: Readonly<Record<string, number>>): Arrangement {
  return { funding, losses: [{ rest: funding }], revenue: funding, guaranteeFeeMonthlyBps: 0 };
}

export function judgesOf(trial: Trial = {}): Judges {
  return createJudges({
    packs: trial.packs ?? [cn], procedures: trial.procedures ?? silent, enrolment: trial.enrolment ?? opensAnywhere, lenderType: trial.lenderType ?? "microlender", layout,
    arrangements: trial.arrangements ?? ownBook, lender: trial.lender ?? {}, decisions: trial.decisions ?? silentDecisions, startDate: trial.startDate ?? "2026-11-01", months: trial.months ?? 3,
  });
}

export function put(row: Row, name: FactName, value: boolean | number | string): void {
  const fact = dictionary.facts.get(name);
  if (fact === undefined) throw new Error(`${name} is not in the dictionary`);
  row[layout.slot(name)] = encodeFact(fact, value);
}

export function newRow(): Float64Array {
  const row = new Float64Array(layout.size).fill(Number.NaN);
  put(row, "customer.age", 30);
  put(row, "customer.isCollegeStudent", false);
  return row;
}

/** She goes through a screen and says yes, or leaves ticked what is ticked. */
export function answer(judges: Judges, row: Row, procedures: Procedures, moment: EnrolmentMoment): void {
  judges.passed(moment);
  const procedure = procedures.enrolment[moment];
  if (procedure === undefined) return;
  const asked = { ...procedure.consents, account: accountQuestion(procedure) };
  for (const source of consentSources) {
    const question = asked[source];
    if (question === undefined) continue;
    put(row, `consent.${source}.kind`, question.kind);
    put(row, `consent.${source}.ticked`, question.ticked);
    put(row, `consent.${source}.act`, question.ticked === "customer");
    put(row, `consent.${source}.withdrawn`, false);
  }
  judges.consentsChanged();
}

const written: readonly (readonly [Act, Readonly<Record<FactName, boolean | number>>])[] = [
  [{ kind: "data-access", decision: "enrolment", moment: "monthly-scan" }, {}],
  [{ kind: "credit-report-query" }, { "request.asked": false, "account.balanceFen": 0 }],
  [{ kind: "enrolment", moment: "monthly-scan" }, { "account.previouslyClosed": false, "account.previouslyRefused": true }],
  [{ kind: "limit-change", way: "booking" }, { "limit.newFen": 600_000 }],
  [{ kind: "limit-change", way: "imposed" }, { "limit.newFen": 900_000, "limit.deltaFen": 300_000 }],
  [{ kind: "pricing", moment: "purchase" }, { "price.allInApr": 0.3, "price.arrangement": 0, "request.amountFen": 30_000 }],
  [{ kind: "billing" }, { "account.balanceFen": 90_000, "bill.undisclosedFeeFen": 300 }],
  [{ kind: "negative-report" }, {}],
  [{ kind: "collection" }, { "collection.enforcementStarted": true, "collection.forbearanceOffered": false }],
  [{ kind: "closure-request" }, {}],
  [{ kind: "closure-decision", outcome: "refused" }, { "account.balanceFen": 0, "account.disputeOpen": false, "account.fraudHold": false, "account.daysSinceOpen": 60 }],
  [{ kind: "complaint", about: "credit-objection" }, {}],
  [{ kind: "marketing" }, {}],
  [{ kind: "closure-decision", outcome: "closed" }, {}],
];

/** One customer lives through every kind of act; the scan's own enrolment stands for all openings. */
export function live(judges: Judges, counts: LawCounts, life: { readonly customer: number; readonly month: number; readonly procedures: Procedures }): void {
  const row = newRow();
  judges.beginCustomer(life.customer, row, counts);
  answer(judges, row, life.procedures, "registration");
  answer(judges, row, life.procedures, "monthly-scan");
  for (const [act, slots] of written) {
    if (act.kind === "enrolment") judges.accountOpened();
    for (const [name, value] of Object.entries(slots)) put(row, name, value);
    judges.judge(judges.act(act), life.month);
  }
  judges.accountClosed(life.month);
  judges.endCustomer();
}

/** What the laws find in one such life. */
export function findingsOf(trial: Trial = {}, month = 1): readonly JudgedLawFinding[] {
  const judges = judgesOf(trial);
  const counts = judges.newCounts();
  live(judges, counts, { customer: 7, month, procedures: trial.procedures ?? silent });
  return viewLawFindings(counts.data());
}

export function matchedIn(trial: Trial = {}, month = 1): readonly string[] {
  return findingsOf(trial, month).filter((finding) => finding.persons > 0).map((finding) => finding.rule);
}

export function openIn(trial: Trial = {}, month = 1): readonly string[] {
  return findingsOf(trial, month).filter((finding) => finding.inconclusivePersons > 0).map((finding) => finding.rule);
}
