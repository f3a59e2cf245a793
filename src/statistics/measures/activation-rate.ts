import { share } from "../define.ts";

/**
 * Activation rate: accounts with a first purchase on credit ÷ accounts opened during the run. Share. No data where
 * there are none of the latter.
 */
export const activationRate = share({
  name: "activationRate",
  group: "funnel",
  title: { en: "Activation rate", zh: "激活率" },
  numerator: { en: "accounts with a first purchase on credit", zh: "首次用信消费的账户数" },
  denominator: { en: "accounts opened during the run", zh: "本次运行中开立的账户数" },
  excludes: { en: "time left to activate: accounts opened late count in full", zh: "未调整观察期：较晚开立的账户同样计入" },
  of: "activated",
  among: "booked",
  better: "neither",
  matters: 0.01,
});
