import type { Policy } from "../policy/index.ts";
import type { AssumptionValues } from "./assumptions.ts";

/** How complaints reach the lender under the procedures of a policy. */
export interface ComplaintFigures {
  /** Chance that whoever wants to complain finds a way to; 1 where the procedures name no channels. */
  readonly reach: number;
}

/** The chance that at least one of the channels suits her; half of it is lost where none is published. */
export function complaintFigures({ procedures: { complaints } }: Policy, a: AssumptionValues): ComplaintFigures {
  const { channels, channelPublished } = complaints;
  const suits = { online: a.complaintReachOnline, phone: a.complaintReachPhone, branch: a.complaintReachBranch, letter: a.complaintReachLetter };
  const missed = channels === undefined ? 0 : channels.reduce((none, channel) => none * (1 - suits[channel]), 1);
  return { reach: (1 - missed) * (channelPublished ? 1 : 1 - a.complaintUnpublished) };
}
