import { fixedMonths } from "../define.ts";
import { repairDelay } from "../score/alarm-delay.ts";

/**
 * Months between the first fault of the score and what the lender does about it. No data without a fault, an alarm, or
 * anything that follows the alarm.
 */
export const scoreRepairDelay = fixedMonths({
  name: "scoreRepairDelay",
  group: "risk",
  title: { en: "Months from a fault of the score to its repair", zh: "评分出错到处置的月数" },
  numerator: { en: "months from the first fault to the month in which what follows the first alarm comes into force", zh: "自首次出错到首次报警后的处置生效之间的月数" },
  denominator: { en: "one: months are counted as they are", zh: "恒为 1：月数按原值计" },
  excludes: { en: "runs without a fault of the score, without an alarm, and policies under which nothing follows it", zh: "评分未出错、无警报，或报警后不作处置的运行" },
  of: ({ scores }) => repairDelay(scores) ?? 0,
  among: ({ scores }) => (repairDelay(scores) === null ? 0 : 1),
  better: "lower",
  matters: 1,
});
