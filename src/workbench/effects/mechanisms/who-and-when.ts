import type { Mechanism } from "../mechanism.ts";

const policy = "silent-auto-enrolment";
const scorecard = `policies.${policy}.procedures.scorecard`;

/** Thin files, old scores and a book that was there before: what the population and the calendar bring along. */
export const inheritedMechanisms: readonly Mechanism[] = [
  {
    name: "thin-files",
    title: { en: "customers without a bureau file", zh: "无征信档案的客户" },
    claim: { en: "Who has no file is looked at by people and gets a small line", zh: "没有征信档案者转人工审核，额度也较小" },
    basis: "found",
    policy: "consent-first",
    common: { months: 12, "assumptions.applicationHazard": 0.2 },
    off: { "profile.bureau.thinFileBps": 0, "profile.bureau.thinFileUnder25Bps": 0, "profile.bureau.thinFileStudentsBps": 0 },
    on: { "profile.bureau.thinFileBps": 6000, "profile.bureau.thinFileUnder25Bps": 8000, "profile.bureau.thinFileStudentsBps": 9000 },
    moves: [{ measure: "reviewRate", to: "up" }, { measure: "limitPerAccount", to: "down" }],
    stays: ["considered", "salesWithoutCreditPerCustomer"],
  },
  {
    name: "stale-scores",
    title: { en: "scores worked out once a year, against every month", zh: "评分每年更新一次，对比每月更新" },
    claim: { en: "Where scores grow old, a fault of the score reaches customers late, and so does its end", zh: "评分更新慢，评分出错与修复都迟到" },
    basis: "found",
    policy,
    common: { months: 9, "environment.scoreFaults": [{ from: 2, shift: -60 }] },
    off: { [scorecard]: { refreshEveryMonths: 1 } },
    on: { [scorecard]: { refreshEveryMonths: 12 } },
    moves: [{ measure: "wronglyDeclinedPerThousand", to: "down" }],
    stays: ["salesWithoutCreditPerCustomer"],
  },
  {
    name: "seasoned-book",
    title: { en: "a book that lived before the run", zh: "运行之前已有存量账户" },
    claim: { en: "What a policy does to an old book shows only where there is one", zh: "政策对存量账户的影响，只有存在存量时才看得到" },
    basis: "found",
    policy,
    common: { months: 8 },
    off: { "population.book": "empty" },
    on: { "population.book": "seasoned" },
    moves: [{ measure: "enrolledShare", to: "up" }, { measure: "chargeOffRate", to: "up" }, { measure: "closuresWantedPerThousand", to: "up" }],
    stays: ["closureWorkingDays"],
  },
];
