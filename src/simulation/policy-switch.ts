import type { Policy } from "../policy/index.ts";

/** Another policy takes over in the middle of a run. */
export interface PolicySwitch {
  readonly to: Policy;
  /** The first month under it; 0: from the beginning of the run, on the book that the policy before made. */
  readonly month: number;
  /** Customers who meet it; the others stay with the policy before. Who does is her own draw, the same under every policy. */
  readonly shareBps: number;
}
