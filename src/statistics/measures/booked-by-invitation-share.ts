import { share } from "../define.ts";

/**
 * Accounts opened on an invitation: accounts opened on an invitation ÷ accounts opened during the run. Share. No
 * data where there are none of the latter.
 */
export const bookedByInvitationShare = share({
  name: "bookedByInvitationShare",
  group: "funnel",
  title: { en: "Accounts opened on an invitation", zh: "应邀开立占比" },
  numerator: { en: "accounts opened on an invitation", zh: "应邀开立的账户数" },
  denominator: { en: "accounts opened during the run", zh: "本次运行中开立的账户数" },
  excludes: { en: "accounts opened before the first month", zh: "首月之前已开立的账户" },
  of: "bookedInvitation",
  among: "booked",
  better: "neither",
  matters: 0.01,
});
