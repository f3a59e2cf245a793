import type { Mechanism } from "../mechanism.ts";

const policy = "policies.silent-auto-enrolment";
const registration = `${policy}.procedures.enrolment.registration`;

/** The account comes with the authorisation to use data, in silence, against a ticked box that can be unticked. */
export const silentAuthorisation: Mechanism = {
  name: "silent-authorisation",
  title: { en: "silent authorisation: the account comes with the data", zh: "静默授权：授权数据即开通账户" },
  claim: { en: "Where the account comes with the authorisation of data, hardly anybody knows of it", zh: "以数据授权静默开通时，几乎无人知情" },
  basis: "assumed",
  policy: "silent-auto-enrolment",
  common: { months: 12, [`${policy}.procedures.enrolment.monthly-scan`]: null, [`${policy}.procedures.enrolment.checkout`]: null },
  off: {},
  on: {
    [`${policy}.rules.ENR-20.conditions.all.1.fact`]: "consent.purchases.kind",
    [`${registration}.creditOption`]: "absent",
    [`${registration}.show`]: "nothing",
    [`${registration}.consents.account`]: null,
  },
  moves: [
    { measure: "meanUnawareMonths", to: "up" },
    { measure: "awareShare", to: "down" },
    { measure: "discoveredPerThousand", to: "up" },
  ],
  stays: ["bookedByMonthlyScanShare"],
};
