import { eventShare } from "../define.ts";

/**
 * Takeover attempts that succeed: takeovers that succeeded ÷ takeover attempts. Share. No data where there are
 * none of the latter.
 */
export const takeoverSuccessShare = eventShare({
  name: "takeoverSuccessShare",
  group: "people",
  title: { en: "Takeover attempts that succeed", zh: "盗用尝试成功率" },
  numerator: { en: "takeovers that succeeded", zh: "成功的盗用次数" },
  denominator: { en: "takeover attempts", zh: "盗用尝试次数" },
  excludes: { en: "nothing", zh: "无" },
  of: "takeovers",
  among: "takeoverAttempts",
  better: "lower",
  matters: 0.02,
  assumed: true,
});
