import type { Mechanism } from "../mechanism.ts";

const withdrawal = "policies.silent-auto-enrolment.procedures.withdrawal";

/** A consent taken back: the data are read on, or locked. */
export const withdrawalHonoured: Mechanism = {
  name: "withdrawal-honoured",
  title: { en: "data sources: reading stops when a consent is taken back", zh: "数据来源：撤回同意后停止读取" },
  claim: { en: "Locking data on withdrawal ends the breach, at the price of decisions left undecided", zh: "撤回即锁定数据可消除违规，代价是部分决策无法作出" },
  basis: "found",
  policy: "silent-auto-enrolment",
  common: { months: 12, "assumptions.withdrawHazard": 0.02 },
  off: { [withdrawal]: { entrance: ["settings"], data: "use", account: "keep" } },
  on: { [withdrawal]: { entrance: ["settings"], data: "lock", account: "keep" } },
  moves: [
    { measure: "undecidedPerThousand", to: "up" },
    { measure: "violationsCritical", to: "down" },
  ],
  stays: ["bookingRate"],
};
