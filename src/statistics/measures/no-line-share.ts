import { share } from "../define.ts";

/**
 * Approved without a limit: approvals for which no limit was granted ÷ persons approved. Share. No data where
 * there are none of the latter.
 */
export const noLineShare = share({
  name: "noLineShare",
  group: "funnel",
  title: { en: "Approved without a limit", zh: "获批但无额度占比" },
  numerator: { en: "approvals for which no limit was granted", zh: "获批后未授予额度的次数" },
  denominator: { en: "persons approved", zh: "获批人数" },
  excludes: { en: "nothing", zh: "无" },
  of: "noLine",
  among: "approved",
  better: "neither",
  matters: 0.01,
});
