import { share } from "../define.ts";

/**
 * Holders who know of their account: open accounts whose holder knows of them at the end ÷ accounts open at the
 * end. Share. No data where there are none of the latter.
 */
export const awareShare = share({
  name: "awareShare",
  group: "people",
  title: { en: "Holders who know of their account", zh: "知情持有人占比" },
  numerator: { en: "open accounts whose holder knows of them at the end", zh: "期末持有人知情的账户数" },
  denominator: { en: "accounts open at the end", zh: "期末开立中的账户数" },
  excludes: { en: "nothing", zh: "无" },
  of: (sums) => sums.of("openAccounts") - sums.of("openUnaware"),
  among: "openAccounts",
  better: "higher",
  matters: 0.01,
  assumed: true,
});
