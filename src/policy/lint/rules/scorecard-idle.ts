import type { PolicyLint } from "../lint-rule.ts";
import { below, finding, quote } from "../say.ts";

/** A characteristic whose bins are all worth the same. */
export const scorecardIdle: PolicyLint = {
  of: "policy",
  code: "scorecard-idle",
  level: "warning",
  title: { en: "a scored fact that tells nobody apart", zh: "评分事实不区分任何人" },
  why: { en: "Its data are read, and the law judges the reading, but every value is worth the same.", zh: "读取了数据（法规会评判这一读取），而所有取值的分数都相同。" },
  wrong: { "scorecard.json#/characteristics/1/bins": [{ in: ["employee", "civil-servant", "self-employed", "gig-worker", "retired", "student", "unemployed"], points: 5 }] },
  right: { "scorecard.json#/characteristics/1/bins/0/points": 25 },
  check: ({ policy, documents }) => {
    const document = documents.get("scorecard.json");
    if (document === undefined) return [];
    return (policy.scorecard?.characteristics ?? []).flatMap(({ fact, bins, missing }, index) => {
      const worth = new Set<number | string>([...bins.map(({ points }) => points), ...(missing === undefined ? [] : [missing])]);
      if (worth.size > 1) return [];
      const message = { en: `every value of ${quote(fact)} is worth the same`, zh: `${quote(fact)} 的所有取值分数相同` };
      return [finding({ document, pointer: below("/characteristics", index) }, { ...message, hint: { en: "leave the fact out", zh: "请去掉该事实" } })];
    });
  },
};
