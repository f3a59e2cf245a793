import { share } from "../define.ts";

/**
 * Real bad rate among the enrolled: of these, really defaulted according to the file ÷ imported persons whose
 * outcome is known and who got an account. Share. No data where there are none of the latter.
 */
export const realBadRateEnrolled = share({
  name: "realBadRateEnrolled",
  group: "risk",
  title: { en: "Real bad rate among the enrolled", zh: "已开通者的真实坏账率" },
  numerator: { en: "of these, really defaulted according to the file", zh: "其中据文件实际违约的人数" },
  denominator: { en: "imported persons whose outcome is known and who got an account", zh: "结果已知且开立账户的导入人数" },
  excludes: { en: "synthetic customers and persons whose outcome is not in the file", zh: "合成客户及文件中无结果者" },
  of: "realBadEnrolled",
  among: "realKnownEnrolled",
  better: "lower",
  matters: 0.005,
});
