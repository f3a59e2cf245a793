import type { Mechanism, Settings } from "../mechanism.ts";

const enrolment = "policies.silent-auto-enrolment.procedures.enrolment";

/** A credit option that comes ticked at registration and at the checkout, against one that the customer ticks. */
export const preTickedBox: Mechanism = {
  name: "pre-ticked-box",
  title: { en: "pre-ticked credit option", zh: "默认勾选信用支付选项" },
  claim: { en: "Pre-ticking opens accounts that nobody asked for", zh: "默认勾选会开通客户并未要求的账户" },
  basis: "assumed",
  policy: "silent-auto-enrolment",
  common: { months: 12, [`${enrolment}.monthly-scan`]: null },
  off: option("unticked", "customer"),
  on: option("pre-ticked", "default"),
  moves: [
    { measure: "bookingRate", to: "up" },
    { measure: "unaskedShare", to: "up" },
    { measure: "meanUnawareMonths", to: "up" },
    { measure: "complaintsPerThousand", to: "up" },
  ],
  stays: ["bookedByMonthlyScanShare"],
};

function option(creditOption: string, ticked: string): Settings {
  const moments = ["registration", "checkout"];
  return Object.fromEntries(
    moments.flatMap((moment) => [
      [`${enrolment}.${moment}.creditOption`, creditOption],
      [`${enrolment}.${moment}.consents.account.ticked`, ticked],
    ]),
  );
}
