import { share } from "../define.ts";

/**
 * Approval rate: persons with a first approval, invitations taken up included ÷ persons considered. Share. No data
 * where there are none of the latter.
 */
export const approvalRate = share({
  name: "approvalRate",
  group: "funnel",
  title: { en: "Approval rate", zh: "批准率" },
  numerator: { en: "persons with a first approval, invitations taken up included", zh: "首次获批人数（含接受邀请者）" },
  denominator: { en: "persons considered", zh: "被审查人数" },
  excludes: { en: "decisions that decided nothing (no-action)", zh: "未作决定的审查（no-action）" },
  of: "approved",
  among: "considered",
  better: "neither",
  matters: 0.01,
});
