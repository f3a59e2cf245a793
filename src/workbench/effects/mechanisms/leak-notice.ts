import type { Mechanism } from "../mechanism.ts";

const procedures = "policies.silent-auto-enrolment.procedures";

/** A leak that nobody is told of, against one told in two days. */
export const leakNotice: Mechanism = {
  name: "leak-notice",
  title: { en: "a leak of data: notice in time", zh: "数据泄露：及时告知" },
  claim: { en: "Silence about a leak spares complaints and puts every person exposed into a breach", zh: "隐瞒泄露少了投诉，却使每位被泄露者都构成一次违规" },
  basis: "assumed",
  policy: "silent-auto-enrolment",
  common: { months: 12, "environment.leaks": [{ month: 9, levels: [3], share: 0.5 }] },
  off: { [`${procedures}.leak`]: { authorityNotified: false, personsNotified: false, daysToNotice: 60 }, [`${procedures}.declared.leakHarmAverted`]: false },
  on: { [`${procedures}.leak`]: { authorityNotified: true, personsNotified: true, daysToNotice: 2 }, [`${procedures}.declared.leakHarmAverted`]: false },
  moves: [
    { measure: "leakToldShare", to: "up" },
    { measure: "violationsCritical", to: "down" },
    { measure: "complaintsPerThousand", to: "up" },
  ],
  stays: ["leakExposedPerThousand", "bookingRate"],
};
