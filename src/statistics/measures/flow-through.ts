import { eventShare } from "../define.ts";
import type { Sums } from "../sums.ts";

/**
 * Flow-through, current to 91 days past due: the four roll rates multiplied, times the account-months begun
 * current ÷ account-months begun current with something due. Share. No data where there are none of the latter.
 */
export const flowThrough = eventShare({
  name: "flowThrough",
  group: "risk",
  title: { en: "Flow-through, current to 91 days past due", zh: "正常至逾期 91 天以上的滚动率" },
  numerator: { en: "the four roll rates multiplied, times the account-months begun current", zh: "四个迁徙率之积乘以月初正常的账户月数" },
  denominator: { en: "account-months begun current with something due", zh: "月初正常且有应还的账户月数" },
  excludes: { en: "cures on the way: rates are taken month by month", zh: "途中回正的账户：按月计算" },
  of: (sums) => flowThroughOf(sums) * sums.of("exposedCurrent"),
  among: "exposedCurrent",
  better: "lower",
  matters: 0.0005,
});

/** The product of the roll rates; 0 where a bucket was never entered, since nothing can then flow through it. */
function flowThroughOf(sums: Sums): number {
  const rate = (rolled: number, exposed: number): number => (exposed > 0 ? rolled / exposed : 0);
  return (
    rate(sums.of("rolled0to1"), sums.of("exposedCurrent")) *
    rate(sums.of("rolled1to2"), sums.of("exposed1to30")) *
    rate(sums.of("rolled2to3"), sums.of("exposed31to60")) *
    rate(sums.of("rolled3to4"), sums.of("exposed61to90"))
  );
}
