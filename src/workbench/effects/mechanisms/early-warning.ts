import type { Mechanism } from "../mechanism.ts";

const rules = "policies.silent-auto-enrolment.rules";

/** Monitoring that freezes, cuts and alerts, against one that only reminds. */
export const earlyWarning: Mechanism = {
  name: "early-warning",
  title: { en: "early warning by monitoring", zh: "监测预警" },
  claim: { en: "Alerts come before defaults, and with false alarms", zh: "预警先于违约，也伴随误警" },
  basis: "found",
  policy: "silent-auto-enrolment",
  common: { months: 18, "population.customers": 1200 },
  off: { [`${rules}.MON-20`]: "off", [`${rules}.MON-32`]: "off", [`${rules}.MON-33`]: "off", [`${rules}.MON-40`]: "off" },
  on: {},
  moves: [
    { measure: "warningsPerThousand", to: "up" },
    { measure: "falseAlarmsPerThousand", to: "up" },
    { measure: "warningRecall", to: "up" },
    { measure: "freezesPerThousand", to: "up" },
  ],
  stays: ["considered", "bookingRate", "firstPaymentDefault"],
};
