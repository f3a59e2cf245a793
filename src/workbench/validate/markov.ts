import { ordered, sampled, type ValidationLine } from "../../verdict/index.ts";
import type { Lab } from "./lab.ts";

/** From current, 1–30, 31–60 and 61–90 days late to each of them and to 90+, which nobody leaves. */
const cures = [0.741, 0.203, 0.109] as const;
const rolls = [0.028, 0.206, 0.719, 0.829] as const;

/** Cumulative defaults of that matrix by its powers, after so many months. */
const cumulative = [[4, 0.003438022], [6, 0.011493724], [12, 0.03546967]] as const;
/** How survivors are spread over the buckets in the long run, and the share of them that defaults each month. */
const quasiStationary = [0.960163, 0.028512, 0.006399, 0.004926] as const;
/** The long run's hazard of 0.00408385 a month, over 11 months: 1 − (1 − h)^11. */
const elevenMonths = 0.04402;
const longRun = 20;

/**
 * A fixed matrix played by the simulation's own months: everybody buys once in 24 instalments, so that something is
 * due each month; forgetting is the chance to miss, and the chances to cure and to roll are the matrix's.
 */
export function markov(lab: Lab): readonly ValidationLine[] {
  const customers = 9000;
  const tally = lab.play({ policy: everybodyInMonth0(lab), customers, assumptions: matrixAssumptions(lab) });
  const cohort = tally.at("firstStatements", 1);
  const words = (name: string, en: string, zh: string) => ({ rung: "markov" as const, name, title: { en, zh } });
  const exposed = ["exposedCurrent", "exposed1to30", "exposed31to60", "exposed61to90"] as const;
  const rolled = ["rolled0to1", "rolled1to2", "rolled2to3", "rolled3to4"] as const;
  const cured = ["cured1", "cured2", "cured3"] as const;
  const survivorsAt = (month: number): number => exposed.reduce((sum, counter) => sum + tally.at(counter, month), 0);
  const survivors = survivorsAt(longRun);
  const defaulted = Array.from({ length: 11 }, (_, at) => tally.at("newly90", 13 + at)).reduce((sum, one) => sum + one, 0);
  return [
    // Whoever has a line too small for the purchase drops out; the rest are billed from month 1 to month 24.
    ordered({ ...words("markov.cohort", "accounts of month 0 billed from month 1 on", "第 0 月开立且自第 1 月起出账单的账户占比"), unit: "share" }, cohort / tally.vintageBooked(0), { low: 0.995 }),
    ...rolled.map((counter, from) => sampled(words(`markov.${counter}`, `roll from bucket ${from} to ${from + 1}`, `逾期期数 ${from} 迁徙至 ${from + 1}`), tally.total(counter), tally.total(exposed[from] ?? "exposedCurrent"), rolls[from] ?? 0)),
    ...cured.map((counter, at) => sampled(words(`markov.${counter}`, `cure from bucket ${at + 1}`, `逾期期数 ${at + 1} 回正`), tally.total(counter), tally.total(exposed[at + 1] ?? "exposedCurrent"), cures[at] ?? 0)),
    ...cumulative.map(([month, share]) => sampled(words(`markov.default${month}`, `defaulted within ${month} months`, `${month} 个月内违约`), tally.vintage("ever90", 0, month), cohort, share)),
    ...quasiStationary.map((share, bucket) => sampled(words(`markov.stationary${bucket}`, `survivors in bucket ${bucket} in the long run`, `长期看未违约账户处于期数 ${bucket} 的占比`), tally.at(exposed[bucket] ?? "exposedCurrent", longRun), survivors, share)),
    sampled(words("markov.hazard", "of survivors after a year, defaulted in the next 11 months", "一年后未违约者在随后 11 个月内违约的占比"), defaulted, survivorsAt(13), elevenMonths),
  ];
}

function everybodyInMonth0(lab: Lab) {
  const policy = lab.policy("silent-auto-enrolment");
  const { pricing, monitoring } = policy.decisions;
  // One price for everybody, in 24 parts; nobody is watched, so nobody is frozen, cut or offered a plan.
  const otherwise = { booking: priced, purchase: priced, review: priced };
  return { ...policy, decisions: { ...policy.decisions, pricing: { ...pricing, rules: [], otherwise }, monitoring: { ...monitoring, rules: [], otherwise: {} } } };
}

const priced = { type: "price", params: { freeDays: 30, feeMonthlyBps: 50, terms: [24], lateDailyBps: 5, subsidisedBy: "lender", arrangement: "own-book" } } as const;

function matrixAssumptions(lab: Lab) {
  const [miss, ...later] = rolls;
  const kept = later.map((roll, at) => roll / (1 - (cures[at] ?? 0)));
  return lab.assuming({
    termsRenewal: 1, optOutCareless: 0, optOutCareful: 0, leaveShop: 0, leaveDiscovery: 0, closeBase: 0, closeDiscovery: 0, closeOverdue: 0,
    closeRetry: 0, takeoverAttempt: 0, takeoverOpening: 0, withdrawHazard: 0, withdrawDiscovery: 0, planAcceptance: 0,
    purchaseRate: 20, purchaseSpread: 0, purchaseMedianFen: 10_000, limitElasticity: 0, creditUse: 20, creditUseAware: 0, creditUseFee: 0, instalmentChoice: 20, instalmentAmount: 0,
    overborrowing: 0, autopay: 0, autopayOthers: 0, abilityBase: 20, abilityUtilisation: 0, abilityDue: 0, abilityFee: 0, abilityQuality: 0, shockEntry: 0,
    forgetAware: miss, forgetUnaware: miss, reminderEffect: 0, cureForgetters: cures[0], cure1: cures[0], cure2: cures[1], cure3: cures[2], cure4: 0, cure5: 0, cure6: 0,
    cureOutOfShock: 1, cureInShock: 1, cureQuality: 0, roll1: kept[0] ?? 0, roll2: kept[1] ?? 0, roll3: kept[2] ?? 0, roll4: 1, roll5: 1, roll6: 1, roll7: 1, chargeOffCycles: 24,
  });
}
