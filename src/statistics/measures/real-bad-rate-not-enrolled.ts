import { share } from "../define.ts";

/**
 * Real bad rate among those not enrolled: of these, really defaulted according to the file ÷ imported persons
 * whose outcome is known and who got no account. Share. No data where there are none of the latter.
 */
export const realBadRateNotEnrolled = share({
  name: "realBadRateNotEnrolled",
  group: "risk",
  title: { en: "Real bad rate among those not enrolled", zh: "未开通者的真实坏账率" },
  numerator: { en: "of these, really defaulted according to the file", zh: "其中据文件实际违约的人数" },
  denominator: { en: "imported persons whose outcome is known and who got no account", zh: "结果已知且未开立账户的导入人数" },
  excludes: { en: "synthetic customers and persons whose outcome is not in the file", zh: "合成客户及文件中无结果者" },
  of: "realBadNotEnrolled",
  among: "realKnownNotEnrolled",
  better: "neither",
  matters: 0.005,
});
