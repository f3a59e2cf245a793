import { eventShare } from "../define.ts";

/**
 * Requests for a higher limit granted: requests that raised the limit ÷ requests for a higher limit. Share. No data
 * where there is none of the latter.
 */
export const limitRequestsGrantedShare = eventShare({
  name: "limitRequestsGrantedShare",
  group: "people",
  title: { en: "Requests for a higher limit granted", zh: "提额申请获批占比" },
  numerator: { en: "requests that raised the limit", zh: "获批提额的申请次数" },
  denominator: { en: "requests for a higher limit", zh: "提额申请次数" },
  excludes: { en: "nothing", zh: "无" },
  of: "limitRequestsGranted",
  among: "limitRequests",
  better: "neither",
  matters: 0.02,
});
