import type { Mechanism, Settings } from "../mechanism.ts";

const policy = "silent-auto-enrolment";
const procedures = `policies.${policy}.procedures`;

/** Thieves come often, so that few customers show what stops them; all else is as in the scenario. */
const besieged: Settings = { months: 12, "assumptions.takeoverAttempt": 0.02, "assumptions.takeoverOpening": 0.01 };
const neverTouched = ["considered", "approvalRate"] as const;

/** Rows of the table about takeovers: waves by kind and stage, and factors against them with their friction. */
export const takeoverMechanisms: readonly Mechanism[] = [
  {
    name: "takeover-bulk-wave",
    title: { en: "a bulk wave on spending and closing", zh: "针对消费与关闭的批量盗用潮" },
    claim: { en: "A bulk wave makes many attempts and few takeovers", zh: "批量攻击尝试多而得手少" },
    basis: "assumed",
    policy,
    common: { ...besieged, "assumptions.takeoverOpening": 0 },
    off: { "environment.attacks": [] },
    on: { "environment.attacks": [{ from: 2, to: 5, factor: 20, kind: "bulk", stages: ["spending", "closing"] }] },
    moves: [
      { measure: "takeoverAttemptsPerThousand", to: "up" },
      { measure: "takeoverSuccessShare", to: "down" },
      { measure: "takeoversSpendingPerThousand", to: "up" },
      { measure: "fraudLossPerCustomer", to: "up" },
    ],
    stays: [...neverTouched, "takeoversOpeningPerThousand"],
  },
  {
    name: "takeover-targeted-wave",
    title: { en: "a targeted wave against a bulk one of the same size", zh: "同等规模的定向攻击与批量攻击" },
    claim: { en: "The same number of attempts does more harm where the thieves are prepared", zh: "同样次数的尝试，有备而来者危害更大" },
    basis: "assumed",
    policy,
    common: { ...besieged, [`${procedures}.verification`]: { spending: ["sms"] } },
    off: { "environment.attacks": [{ from: 0, to: 11, factor: 20, kind: "bulk", stages: ["spending"] }] },
    on: { "environment.attacks": [{ from: 0, to: 11, factor: 20, kind: "targeted", stages: ["spending"] }] },
    moves: [{ measure: "takeoverSuccessShare", to: "up" }, { measure: "takeoversSpendingPerThousand", to: "up" }, { measure: "fraudLossPerCustomer", to: "up" }],
    stays: neverTouched,
  },
  {
    name: "verification-closing",
    title: { en: "factors of verification at closing", zh: "关闭环节的核验因素" },
    claim: { en: "Verification guards closing, and holds honest customers up", zh: "核验守住了关闭环节，也误伤本人" },
    basis: "assumed",
    policy: "consent-first",
    common: { months: 12, "assumptions.takeoverAttempt": 0.3, "assumptions.takeoverClosing": 1, "assumptions.closeBase": 0.1, "assumptions.applicationHazard": 0.3 },
    off: { "policies.consent-first.rules.CLO-21": "off" },
    on: {},
    moves: [{ measure: "takeoversClosingPerThousand", to: "down" }, { measure: "closureUnverifiedShare", to: "up" }],
    stays: neverTouched,
  },
  {
    name: "verification-spending",
    title: { en: "factors of verification at purchases on credit", zh: "赊购环节的核验因素" },
    claim: { en: "A factor at the checkout stops thieves and loses sales", zh: "结账核验拦住盗用者，也损失销售" },
    basis: "assumed",
    policy,
    common: { ...besieged, "assumptions.takeoverClosing": 0, "assumptions.takeoverSpending": 1, "assumptions.takeoverAttempt": 0.1 },
    off: {},
    on: { [`${procedures}.verification`]: { spending: ["sms"] } },
    moves: [
      { measure: "takeoversSpendingPerThousand", to: "down" },
      { measure: "verificationFrictionShare", to: "up" },
      { measure: "salesPerCustomer", to: "down" },
    ],
    stays: neverTouched,
  },
  {
    name: "verification-opening",
    title: { en: "factors of verification at opening", zh: "开户环节的核验因素" },
    claim: { en: "Proving who applies keeps thieves from opening accounts, and some applicants too", zh: "申请核验挡住冒名开户，也挡住部分申请人" },
    basis: "assumed",
    policy,
    common: { ...besieged, "assumptions.takeoverOpening": 0.3, "assumptions.takeoverOpeningSuccess": 1, "assumptions.applicationHazard": 0.3, [`${procedures}.enrolment.monthly-scan`]: null, [`${procedures}.enrolment.checkout`]: null },
    off: {},
    on: { [`${procedures}.verification`]: { opening: ["sms", "password"] } },
    moves: [{ measure: "takeoversOpeningPerThousand", to: "down" }, { measure: "verificationFrictionShare", to: "up" }, { measure: "bookedByApplicationShare", to: "down" }],
    stays: ["takeoversClosingPerThousand"],
  },
  {
    name: "verification-correlation",
    title: { en: "factors that fail together", zh: "相关联的核验因素" },
    claim: { en: "Three factors are worth little more than one where whoever has the one has the others", zh: "若得其一即得其余，三项因素与一项相差无几" },
    basis: "assumed",
    policy,
    common: { ...besieged, "assumptions.takeoverClosing": 1, "assumptions.takeoverAttempt": 0.2 },
    off: { "assumptions.factorCorrelation": 0 },
    on: { "assumptions.factorCorrelation": 1 },
    moves: [{ measure: "takeoversClosingPerThousand", to: "up" }],
    stays: neverTouched,
  },
  {
    name: "takeover-victims-complain",
    title: { en: "victims of takeovers complain", zh: "盗用受害者投诉" },
    claim: { en: "A wave of takeovers is a wave of complaints", zh: "盗用潮也是投诉潮" },
    basis: "assumed",
    policy,
    common: { ...besieged, "assumptions.takeoverSpending": 1 },
    off: { "assumptions.complaintTakeover": 0 },
    on: { "assumptions.complaintTakeover": 0.5 },
    moves: [{ measure: "complaintsPerThousand", to: "up" }],
    stays: [...neverTouched],
  },
];
