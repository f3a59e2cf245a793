import type { Mechanism } from "../mechanism.ts";

/** An application of the customer's own, against a policy that cannot be asked. */
export const explicitApplication: Mechanism = {
  name: "explicit-application",
  title: { en: "explicit application", zh: "客户主动申请" },
  claim: { en: "Accounts that customers apply for are accounts they asked for", zh: "主动申请的账户确为本人要求" },
  basis: "found",
  policy: "silent-auto-enrolment",
  common: { months: 12 },
  off: { "policies.silent-auto-enrolment.procedures.enrolment.application": null },
  on: {},
  moves: [
    { measure: "bookedByApplicationShare", to: "up" },
    { measure: "unaskedShare", to: "down" },
  ],
  stays: [],
};
