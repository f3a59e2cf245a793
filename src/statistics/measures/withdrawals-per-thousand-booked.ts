import { perThousand } from "../define.ts";

/** Withdrawals within the cooling-off period per 1,000 accounts opened. No data where none was opened. */
export const withdrawalsPerThousandBooked = perThousand({
  name: "withdrawalsPerThousandBooked",
  group: "people",
  title: { en: "Withdrawn within the cooling-off period, per 1,000 accounts opened", zh: "冷静期内撤回（每千个开立账户）" },
  numerator: { en: "accounts closed by withdrawal within the cooling-off period", zh: "冷静期内撤回而关闭的账户数" },
  denominator: { en: "accounts opened", zh: "开立账户数" },
  excludes: { en: "policies without a cooling-off period have none", zh: "没有冷静期的政策为零" },
  of: "closuresWithdrawn",
  among: "booked",
  better: "neither",
  matters: 1,
  assumed: true,
});
