import type { Mechanism } from "../mechanism.ts";

/** Invitations to regular customers, against waiting for applications. */
export const invitation: Mechanism = {
  name: "invitation",
  title: { en: "invitation", zh: "邀请开通" },
  claim: { en: "Invitations win customers without opening anything unasked", zh: "邀请可获得客户而不未经同意开通" },
  basis: "assumed",
  policy: "invited",
  common: { months: 12 },
  off: { "assumptions.invitationAcceptance": 0 },
  on: {},
  moves: [
    { measure: "bookedByInvitationShare", to: "up" },
    { measure: "invitationAcceptance", to: "up" },
    { measure: "enrolledShare", to: "up" },
  ],
  stays: ["unaskedShare", "violationsCritical"],
};
