import type { Text } from "../base/index.ts";
import type { LawSummary } from "./report.ts";

/** The one sentence about law that every screen and report begins with: what was modelled, matched, left open. */
export function lawSentence(summary: LawSummary): Text {
  const { modelled, matched, matchedCritical, inconclusive, notJudged, restingOnDeclarations } = summary;
  const critical = matchedCritical > 0 ? { en: ` (${matchedCritical} critical)`, zh: `（其中严重 ${matchedCritical} 条）` } : { en: "", zh: "" };
  const unmet = notJudged > 0 ? { en: `, ${notJudged} never came up`, zh: `，${notJudged} 条未被适用` } : { en: "", zh: "" };
  return {
    en: `${matched} of ${modelled} modelled rules matched${critical.en}, ${inconclusive} inconclusive, ${restingOnDeclarations} ${restingOnDeclarations === 1 ? "rests" : "rest"} on declarations${unmet.en}; not legal advice`,
    zh: `已建模规则 ${modelled} 条，命中 ${matched} 条${critical.zh}，无法判定 ${inconclusive} 条，${restingOnDeclarations} 条依赖自述${unmet.zh}；不构成法律意见`,
  };
}
