import type { PolicyLint } from "../lint-rule.ts";
import { below, finding } from "../say.ts";

/** A calibration by which a better score defaults more often. */
export const calibrationNotFalling: PolicyLint = {
  of: "policy",
  code: "calibration-not-falling",
  level: "warning",
  title: { en: "a better score that defaults more often", zh: "分数更高而预期违约率更高" },
  why: { en: "Rules read a higher score as a lower risk; a calibration that says otherwise is mostly a slip.", zh: "规则把高分视为低风险；与此相反的校准多半是笔误。" },
  wrong: { "scorecard.json#/calibration/1/defaultBps": 2500 },
  right: { "scorecard.json#/calibration/1/defaultBps": 700 },
  check: ({ policy, documents }) => {
    const document = documents.get("scorecard.json");
    const steps = policy.scorecard?.calibration ?? [];
    if (document === undefined) return [];
    return steps.flatMap(({ from, defaultBps }, index) => {
      const before = steps[index - 1];
      if (before === undefined || defaultBps <= before.defaultBps) return [];
      const message = {
        en: `from ${from} points on ${defaultBps} of 10,000 default, more than the ${before.defaultBps} below`,
        zh: `${from} 分起每万人违约 ${defaultBps}，高于其下一档的 ${before.defaultBps}`,
      };
      return [finding({ document, pointer: `${below("/calibration", index)}/defaultBps` }, message)];
    });
  },
};
