import { share } from "../define.ts";

/**
 * Invitations taken up: invitations accepted ÷ invitations sent. Share. No data where there are none of the
 * latter.
 */
export const invitationAcceptance = share({
  name: "invitationAcceptance",
  group: "funnel",
  title: { en: "Invitations taken up", zh: "邀请接受率" },
  numerator: { en: "invitations accepted", zh: "被接受的邀请数" },
  denominator: { en: "invitations sent", zh: "发出的邀请数" },
  excludes: { en: "invitations still open at the end count as not taken up", zh: "期末仍有效的邀请按未接受计" },
  of: "invitationsAccepted",
  among: "invited",
  better: "neither",
  matters: 0.02,
});
