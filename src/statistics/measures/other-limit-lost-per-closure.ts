import { meanFen } from "../define.ts";

/** Other limits lost on the platform by closing: fen ÷ closures granted. No data where there are none. */
export const otherLimitLostPerClosure = meanFen({
  name: "otherLimitLostPerClosure",
  group: "people",
  title: { en: "Other limits lost on the platform, per account closed", zh: "平台其他额度损失（每个关闭账户）" },
  numerator: { en: "fen by which other limits on the platform shrink", zh: "平台其他额度下降的金额" },
  denominator: { en: "closures granted", zh: "获准的关闭次数" },
  excludes: { en: "accounts closed by a thief or a remedy", zh: "被盗用或补救而关闭的账户" },
  of: "otherLimitLostFen",
  among: "closuresGranted",
  better: "lower",
  matters: 1000,
  assumed: true,
});
