import { fixedMonths } from "../define.ts";
import { alarmDelay } from "../score/alarm-delay.ts";

/**
 * Months between the first fault of the score and the first alarm. No data without a fault, or without an alarm.
 */
export const scoreAlarmDelay = fixedMonths({
  name: "scoreAlarmDelay",
  group: "risk",
  title: { en: "Months from a fault of the score to its alarm", zh: "评分出错到报警的月数" },
  numerator: { en: "months from the first fault to the first check at or after it that raised an alarm", zh: "自首次出错到其后首次触发警报的复检之间的月数" },
  denominator: { en: "one: months are counted as they are", zh: "恒为 1：月数按原值计" },
  excludes: { en: "runs without a fault of the score, or without an alarm after it", zh: "评分未出错或此后无警报的运行" },
  of: ({ scores }) => alarmDelay(scores) ?? 0,
  among: ({ scores }) => (alarmDelay(scores) === null ? 0 : 1),
  better: "lower",
  matters: 1,
});
