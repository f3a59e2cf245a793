import { logistic, roundHalfEven } from "../../base/index.ts";
import { consentSources } from "../../facts/index.ts";
import { consentKinds } from "../../policy/index.ts";
import { counterAt } from "../counter-at.ts";
import { arrearsFen, balanceFen, longestMissed, never, standing, lifeAt, type CustomerState } from "../customer-state.ts";
import { addOwed, buyBack } from "../pool-books.ts";
import { flowAt } from "../pools.ts";
import { postings } from "../postings.ts";
import type { TallyPart } from "../tally-data.ts";
import { vintageMonths } from "../tally.ts";
import { act, count, happened, post, type World } from "../world.ts";
import { pay, writeOff } from "./money.ts";
import { checkWarning } from "./warn.ts";

const daysAMonth = 30;
const bureau = consentSources.indexOf("bureau");
const written = consentKinds.indexOf("written");
const defaultCycles = 4;

const exposed = [counterAt.exposedCurrent, counterAt.exposed1to30, counterAt.exposed31to60, counterAt.exposed61to90];
const rolled = [counterAt.rolled0to1, counterAt.rolled1to2, counterAt.rolled2to3, counterAt.rolled3to4];
const cured = [-1, counterAt.cured1, counterAt.cured2, counterAt.cured3];

/** She pays what is billed or misses it; a debt that is late already is cured, kept at bay, or ages a cycle. */
export function repay(w: World, s: CustomerState): void {
  const due = arrearsFen(s);
  if (due === 0) return;
  const from = exposed[s.missed];
  if (from !== undefined) count(w, s, from);
  if (s.missed === 0) payOrMiss(w, s, due);
  else cureOrAge(w, s, due);
}

function payOrMiss(w: World, s: CustomerState, due: number): void {
  const strength = s.strengthLuck;
  const unable = cannotPay(w, s, due, strength);
  if (!unable && !forgets(w, s)) return pay(w, s, due);
  s.forgot = !unable;
  s.thinksClosed = false;
  happened(w, s, unable ? counterAt.missedByInability : counterAt.missedByForgetting);
  if (unable) weighBurden(w, s, due);
  if (s.firstStatementAt === s.month) happened(w, s, counterAt.firstStatementsMissed);
  age(w, s);
}

/** What she cannot pay, against what comes in: whether she had judged her capacity. */
function weighBurden(w: World, s: CustomerState, due: number): void {
  count(w, s, counterAt.dueAtInabilityFen, due);
  count(w, s, counterAt.incomeAtInabilityFen, roundHalfEven(s.incomeFen));
  w.hand.recorder?.event(s.month, "burden", { dueFen: due, incomeFen: roundHalfEven(s.incomeFen) });
}

/** `logit u > x` in BT-1; the comparison is settled without a logistic where it is plain. */
function cannotPay(w: World, s: CustomerState, due: number, u: number): boolean {
  const a = w.assumed;
  const burden = Math.min(a.abilityDueCap, (a.abilityDueSlope * due) / s.incomeFen);
  const x =
    a.abilityBase +
    a.abilityQuality * s.quality +
    s.support -
    a.abilityUtilisation * (s.limitFen > 0 ? Math.min(1, balanceFen(s) / s.limitFen) : 1) -
    a.abilityDue * burden -
    (s.shocked ? a.abilityShock : 0) -
    a.abilityFee * (s.feeBps / 100);
  if (x > 3 && u < 0.95) return false; // logistic(3) = 0.9526
  if (x > 1.4 && u < 0.8) return false; // logistic(1.4) = 0.8022
  return u > logistic(x);
}

function forgets(w: World, s: CustomerState): boolean {
  if (s.thinksClosed) return true;
  if (s.autopay) return false;
  const { forgetAware, forgetUnaware, reminderEffect } = w.assumed;
  const chance = (s.aware ? forgetAware : forgetUnaware) * (s.reminded ? 1 - reminderEffect : 1);
  return s.memoryLuck < chance;
}

function cureOrAge(w: World, s: CustomerState, due: number): void {
  const { missed } = s;
  if (s.strengthLuck < cureChance(w, s)) {
    pay(w, s, due);
    s.missed = 0;
    s.reported = false;
    const counter = cured[missed];
    if (counter !== undefined) happened(w, s, counter);
    return;
  }
  const { roll } = w.tables;
  const rolls = s.memoryLuck < (roll[Math.min(missed, roll.length - 1)] ?? 1);
  if (rolls) return age(w, s);
  // One cycle's worth is paid: the debt grows no older.
  pay(w, s, Math.floor(due / (missed + 1)));
  s.missBits |= 1;
  chargeLateFee(w, s);
}

function cureChance(w: World, s: CustomerState): number {
  const a = w.assumed;
  const { collection } = w.policy;
  if (s.forgot && s.missed === 1) return a.cureForgetters * collection.cureForgetters;
  const { cure } = w.tables;
  const base = cure[Math.min(s.missed, cure.length - 1)] ?? 0;
  const helped = s.repairUntil >= s.month ? 1 + a.repairCure : 1;
  const announced = s.missed === a.negativeReportCycles - 1 && !s.reported ? collection.cureBeforeReport : 1;
  return base * helped * (s.shocked ? a.cureInShock : a.cureOutOfShock) * Math.max(0, 1 + a.cureQuality * s.quality) * collection.cure * announced;
}

/** One more cycle missed. Days past due follow from it: 30 a cycle less the 20 of the due date. */
function age(w: World, s: CustomerState): void {
  const counter = rolled[s.missed];
  if (counter !== undefined) happened(w, s, counter);
  s.missed += 1;
  s.missBits |= 1;
  s.missedAt[Math.min(s.missed, longestMissed - 1)] = s.month;
  if (s.warnedAt !== never) checkWarning(w, s);
  chargeLateFee(w, s);
  if (s.missed > s.everMissed) worseThanEver(w, s);
  if (s.missed === w.assumed.negativeReportCycles) reportNegative(w, s);
  if (s.missed >= w.pools.earliestBuyBack) buyBack(w, s);
  if (s.missed >= w.assumed.chargeOffCycles) chargeOff(w, s);
}

function chargeLateFee(w: World, s: CustomerState): void {
  const fee = roundHalfEven(((s.arrearsPrincipalFen + s.arrearsFeeFen) * s.lateBps * daysAMonth) / 10_000);
  s.arrearsLateFen += fee;
  post(w, s, postings.lateFee, fee);
  if (s.aware) return;
  s.arrearsLateUnawareFen += fee;
  count(w, s, counterAt.lateFeeUnawareFen, fee);
}

function worseThanEver(w: World, s: CustomerState): void {
  s.everMissed = s.missed;
  if (s.missed === 2) {
    happened(w, s, counterAt.newly30);
    addToVintage(w, s, 0, 1);
  }
  if (s.missed !== defaultCycles) return;
  const balance = balanceFen(s);
  happened(w, s, counterAt.newly90);
  count(w, s, counterAt.newly90BalanceFen, balance);
  addToVintage(w, s, 1, 1);
  addToVintage(w, s, 3, balance);
  addOwed(w, s, flowAt.newly90Fen);
  s.life[lifeAt.defaults] = (s.life[lifeAt.defaults] ?? 0) + 1;
}

function reportNegative(w: World, s: CustomerState): void {
  const { bureau } = w.procedures;
  if (s.reported || !bureau.reportNegative) return;
  if (bureau.reportOnlyWithConsent === true && !agreedInWriting(w)) return happened(w, s, counterAt.negativeReportsWithheld);
  s.reported = true;
  happened(w, s, counterAt.negativeReports);
  act(w, s, w.acts.negativeReport, "negative-report");
}

/** Her own written consent to the bureau, not taken back. */
function agreedInWriting(w: World): boolean {
  const slots = w.slots.consents[bureau];
  return slots !== undefined && w.row[slots.kind] === written && w.row[slots.act] === 1 && w.row[slots.withdrawn] !== 1;
}

function chargeOff(w: World, s: CustomerState): void {
  happened(w, s, counterAt.chargedOff);
  addToVintage(w, s, 2, 1);
  writeOff(w, s);
  s.status = standing.chargedOff;
  s.missed = 0;
  s.limitFen = 0;
  w.judges.accountClosed(s.month);
}

function addToVintage(w: World, s: CustomerState, kind: number, amount: number): void {
  const onBook = s.month - s.openedAt;
  if (s.openedAt < 0 || onBook >= vintageMonths) return;
  const { vintages }: TallyPart = w.hand.part;
  const at = (kind * w.months + s.openedAt) * vintageMonths + onBook;
  vintages[at] = (vintages[at] ?? 0) + amount;
}
