import type { Mechanism } from "../mechanism.ts";

const remedy = "policies.silent-auto-enrolment.procedures.remedy";
const own = { kind: "separate", ticked: "customer" };

/** Silent accounts put to their holders from the seventh month on: confirm or close. */
export const remedyOfSilentAccounts: Mechanism = {
  name: "remedy-of-silent-accounts",
  title: { en: "remedy: silent accounts confirmed or closed from a date on", zh: "整改：自某日起静默账户逐户确认或关闭" },
  claim: { en: "Asking holders of silent accounts one by one clears the book, and costs credit sales", zh: "对静默账户逐户再确认可清理存量，代价是赊销减少" },
  basis: "assumed",
  policy: "silent-auto-enrolment",
  common: { months: 18 },
  off: {},
  on: {
    [remedy]: {
      from: 6,
      asks: "confirm-or-close",
      daysToAnswer: 60,
      onSilence: "close",
      consents: { account: own, purchases: own, payments: own, device: own, bankAccount: own, thirdPartyScore: own, bureau: { kind: "written", ticked: "customer" } },
      notice: ["processor", "contact", "purpose", "means", "kinds", "retention", "rights"],
      recipientsNamed: true,
    },
  },
  moves: [
    { measure: "openUnaskedShare", to: "down" },
    { measure: "enrolledShare", to: "down" },
    { measure: "dataUseUnsupportedShare", to: "down" },
    { measure: "discoveredPerThousand", to: "up" },
    { measure: "creditShareOfSales", to: "down" },
  ],
  stays: ["considered"],
};
