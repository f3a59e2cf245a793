import { eventShare } from "../define.ts";

/**
 * Misses by forgetting: first misses by forgetting ÷ misses by forgetting or by inability. Share. No data where
 * there are none of the latter.
 */
export const forgettingShare = eventShare({
  name: "forgettingShare",
  group: "risk",
  title: { en: "Misses by forgetting", zh: "遗忘导致的未还占比" },
  numerator: { en: "first misses by forgetting", zh: "因遗忘未还的次数" },
  denominator: { en: "misses by forgetting or by inability", zh: "因遗忘或无力偿还的未还次数" },
  excludes: { en: "nothing", zh: "无" },
  of: "missedByForgetting",
  among: ["missedByForgetting", "missedByInability"],
  better: "lower",
  matters: 0.02,
  assumed: true,
});
