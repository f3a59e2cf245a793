import { exp, ln, logistic } from "../base/index.ts";
import { column, settle, type Draft, type Step } from "./draft.ts";
import { poisson } from "./poisson.ts";
import { highestUtilisationBps } from "./prepare-profile.ts";
import { normalAt, uniformAt } from "./lanes.ts";
import { purposes } from "./purposes.ts";

/** What a credit bureau knows; all missing where there is no file. */
export const bureau: Step = {
  facts: [
    "bureau.hasFile",
    "bureau.limitTotalFen",
    "bureau.utilisationBps",
    "bureau.openLoans",
    "bureau.debtFen",
    "bureau.debtToIncomeBps",
    "bureau.queries6m",
    "bureau.maxDaysPastDue24m",
  ],
  draw: (draft) => {
    drawFile(draft);
    drawLimit(draft);
    drawUtilisation(draft);
    drawDebt(draft);
    drawDebtToIncome(draft);
    drawQueries(draft);
    drawLateness(draft);
  },
};

/** Facts that exist only where the bureau has a file, this step's and the bureau score. */
export const bureauFileFacts = [
  "bureau.score",
  "bureau.limitTotalFen",
  "bureau.utilisationBps",
  "bureau.openLoans",
  "bureau.debtFen",
  "bureau.debtToIncomeBps",
  "bureau.queries6m",
  "bureau.maxDaysPastDue24m",
] as const;

const missing = Number.NaN;
const mostFen = 10_000_000_000;
/** Limits are whole thousands of yuan. */
const limitStepFen = 100_000;

function drawFile(draft: Draft): void {
  const { count, profile } = draft;
  const bureauFileLane = draft.lanes.of(purposes.bureauFile);
  const { thinFileBps, thinFileUnder25Bps, thinFileStudentsBps } = profile.source.bureau;
  const age = column(draft, "customer.age");
  const occupation = column(draft, "customer.occupation");
  const college = column(draft, "customer.isCollegeStudent");
  const hasFile = column(draft, "bureau.hasFile");
  const imported = bureauFileFacts.flatMap((fact) => draft.given.get(fact) ?? []);
  for (let i = 0; i < count; i++) {
    const years = age[i] ?? 0;
    const student = college[i] === 1 || occupation[i] === profile.codes.student;
    const thin = student ? thinFileStudentsBps : years < 25 ? thinFileUnder25Bps : thinFileBps;
    const drawn = years >= 18 && uniformAt(bureauFileLane, i) * 10_000 >= thin;
    const seen = imported.some((values) => values[i] === values[i]);
    hasFile[i] = drawn || seen ? 1 : 0;
  }
  settle(draft, "bureau.hasFile");
}

/** ln limit = ln (months of income) + ln income + quality + noise; or what debt and utilisation imply. */
function drawLimit(draft: Draft): void {
  const { count, latent, profile } = draft;
  const bureauLimitLane = draft.lanes.of(purposes.bureauLimit);
  const { limitMonthlyIncomes, limitQuality, limitSpread } = profile.source.bureau;
  const level = ln(limitMonthlyIncomes);
  const hasFile = column(draft, "bureau.hasFile");
  const limit = column(draft, "bureau.limitTotalFen");
  const debt = draft.given.get("bureau.debtFen");
  const used = draft.given.get("bureau.utilisationBps");
  for (let i = 0; i < count; i++) {
    const noise = normalAt(bureauLimitLane, i);
    const size = level + limitQuality * (latent.quality[i] ?? 0) + limitSpread * noise;
    const drawn =
      Math.max(1, Math.floor(((latent.incomeFen[i] ?? 0) * exp(size)) / limitStepFen + 0.5)) *
      limitStepFen;
    const usedBps = used?.[i] ?? missing;
    const implied =
      usedBps > 0 ? Math.floor(((debt?.[i] ?? missing) * 10_000) / usedBps + 0.5) : missing;
    limit[i] = hasFile[i] === 1 ? Math.min(mostFen, implied >= 0 ? implied : drawn) : missing;
  }
  settle(draft, "bureau.limitTotalFen");
}

/** Higher for weak quality and for those who over-borrow; or what debt and limit imply. */
function drawUtilisation(draft: Draft): void {
  const { count, latent, profile } = draft;
  const bureauUtilisationLane = draft.lanes.of(purposes.bureauUtilisation);
  const { utilisationSpread, utilisationQuality, utilisationOverborrowing } = profile.source.bureau;
  const link = profile.source.quality.overborrowingCorrelation;
  const rest = Math.sqrt(
    Math.max(
      0,
      1 -
        utilisationQuality * utilisationQuality -
        utilisationOverborrowing * utilisationOverborrowing,
    ),
  );
  const hasFile = column(draft, "bureau.hasFile");
  const limit = column(draft, "bureau.limitTotalFen");
  const used = column(draft, "bureau.utilisationBps");
  const debt = draft.given.get("bureau.debtFen");
  for (let i = 0; i < count; i++) {
    const quality = latent.quality[i] ?? 0;
    const ownOverborrowing =
      ((latent.overborrowing[i] ?? 0) - link * quality) / Math.sqrt(1 - link * link);
    const noise = normalAt(bureauUtilisationLane, i);
    const z =
      utilisationQuality * quality + utilisationOverborrowing * ownOverborrowing + rest * noise;
    const drawn = Math.floor(
      highestUtilisationBps * logistic(profile.logits.utilisation + utilisationSpread * z),
    );
    const line = limit[i] ?? missing;
    const implied = line > 0 ? Math.floor(((debt?.[i] ?? missing) * 10_000) / line + 0.5) : missing;
    used[i] = hasFile[i] === 1 ? Math.min(20_000, implied >= 0 ? implied : drawn) : missing;
  }
  settle(draft, "bureau.utilisationBps");
}

/** Debt = utilisation × limit + what is left of each open loan. */
function drawDebt(draft: Draft): void {
  const { count, latent, profile } = draft;
  const openLoansLane = draft.lanes.of(purposes.openLoans);
  const loanDebtLane = draft.lanes.of(purposes.loanDebt);
  const { openLoansMean, loanMonthlyIncomes } = profile.source.bureau;
  const hasFile = column(draft, "bureau.hasFile");
  const limit = column(draft, "bureau.limitTotalFen");
  const used = column(draft, "bureau.utilisationBps");
  const loans = column(draft, "bureau.openLoans");
  const debt = column(draft, "bureau.debtFen");
  for (let i = 0; i < count; i++) {
    const mean = Math.min(20, openLoansMean * exp(0.35 * (latent.overborrowing[i] ?? 0) - 0.06));
    const drawn = poisson(uniformAt(openLoansLane, i), mean, 100);
    loans[i] = hasFile[i] === 1 ? drawn : missing;
  }
  settle(draft, "bureau.openLoans");
  for (let i = 0; i < count; i++) {
    const revolving = ((limit[i] ?? 0) * (used[i] ?? 0)) / 10_000;
    const size = exp(0.6 * normalAt(loanDebtLane, i));
    const lent = (loans[i] ?? 0) * loanMonthlyIncomes * (latent.incomeFen[i] ?? 0) * size;
    debt[i] = hasFile[i] === 1 ? Math.min(mostFen, Math.floor(revolving + lent + 0.5)) : missing;
  }
  settle(draft, "bureau.debtFen");
}

/** A twelfth of all debt against the monthly income on file; full scale where there is debt and no income. */
function drawDebtToIncome(draft: Draft): void {
  const { count } = draft;
  const income = column(draft, "customer.incomeMonthlyFen");
  const debt = column(draft, "bureau.debtFen");
  const ratio = column(draft, "bureau.debtToIncomeBps");
  for (let i = 0; i < count; i++) {
    const owed = debt[i] ?? missing;
    const earned = income[i] ?? 0;
    const bps =
      owed === 0 ? 0 : earned > 0 ? Math.floor((owed * 10_000) / (12 * earned) + 0.5) : 100_000;
    ratio[i] = owed === owed ? Math.min(100_000, bps) : missing;
  }
  settle(draft, "bureau.debtToIncomeBps");
}

function drawQueries(draft: Draft): void {
  const { count, latent, profile } = draft;
  const bureauQueriesLane = draft.lanes.of(purposes.bureauQueries);
  const { queriesMean } = profile.source.bureau;
  const hasFile = column(draft, "bureau.hasFile");
  const queries = column(draft, "bureau.queries6m");
  for (let i = 0; i < count; i++) {
    const mean = Math.min(30, queriesMean * exp(0.5 * (latent.overborrowing[i] ?? 0) - 0.125));
    const drawn = poisson(uniformAt(bureauQueriesLane, i), mean, 200);
    queries[i] = hasFile[i] === 1 ? drawn : missing;
  }
  settle(draft, "bureau.queries6m");
}

/** The worst lateness falls with quality plus noise: thresholds on one standard normal. */
function drawLateness(draft: Draft): void {
  const { count, latent, profile } = draft;
  const maxDaysPastDueLane = draft.lanes.of(purposes.maxDaysPastDue);
  const { lateNoise } = profile.source.bureau;
  const scale = 1 / Math.sqrt(1 + lateNoise * lateNoise);
  const [over90 = 0, over60 = 0, over30 = 0, late = 0] = profile.lateThresholds;
  const hasFile = column(draft, "bureau.hasFile");
  const days = column(draft, "bureau.maxDaysPastDue24m");
  for (let i = 0; i < count; i++) {
    const noise = normalAt(maxDaysPastDueLane, i);
    const z = scale * ((latent.quality[i] ?? 0) + lateNoise * noise);
    let worst = 0;
    if (z < over90) worst = 91 + Math.floor(Math.min(1, (over90 - z) / 1.5) * 629);
    else if (z < over60) worst = 61 + within(z, over90, over60);
    else if (z < over30) worst = 31 + within(z, over60, over30);
    else if (z < late) worst = 1 + within(z, over30, late);
    days[i] = hasFile[i] === 1 ? worst : missing;
  }
  settle(draft, "bureau.maxDaysPastDue24m");
}

/** 0 … 29: worse the lower z stands between its thresholds. */
function within(z: number, low: number, high: number): number {
  return Math.min(29, Math.floor(((high - z) / (high - low)) * 30));
}
