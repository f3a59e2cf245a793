import type { Lang, Text } from "../../base/index.ts";

/** Fixed words of the fairness report. */
export const fairWords = {
  group: { en: "group", zh: "分组" },
  considered: { en: "considered", zh: "受审人数" },
  approved: { en: "approved", zh: "获批占比" },
  ratio: { en: "impact ratio", zh: "不利影响比" },
  standing: { en: "four fifths", zh: "五分之四规则" },
  equal: { en: "p equal (Holm)", zh: "同率 p 值（Holm）" },
  odds: { en: "odds, same score", zh: "同分优势比" },
  score: { en: "mean score", zh: "平均评分" },
  smd: { en: "gap in sd", zh: "评分差（标准差）" },
  opportunity: { en: "approved, would repay*", zh: "会还款者获批占比*" },
  gap: { en: "less reference", zh: "较参照组" },
  falsePositive: { en: "approved, would not*", zh: "不会还款者获批占比*" },
  bad: { en: "90+ of holders*", zh: "持户中 90+ 占比*" },
  limit: { en: "limit", zh: "额度" },
  sameScore: { en: "same score", zh: "同分下" },
  fee: { en: "monthly fee", zh: "月费率" },
  terms: { en: "Limits and prices of the accounts opened; differences from the reference, and the same within bands of the score", zh: "所开账户的额度与价格；与参照组之差，以及同一评分段内之差" },
  merit: { en: "Who would repay, and who did not", zh: "会还款者与未还款者" },
  bands: { en: "Approval within bands of the score: the lowest group against the reference", zh: "各评分段内的获批占比：比值最低组与参照组" },
  band: { en: "score", zh: "评分" },
  reference: { en: "reference", zh: "参照组" },
  empty: { en: "empty group", zh: "空分组" },
  few: { en: "n < 30", zh: "n < 30" },
  below: { en: "below", zh: "低于" },
  above: { en: "met", zh: "达到" },
  undecided: { en: "undecided", zh: "无法判定" },
  "no-data": { en: "no data", zh: "无数据" },
  makes: { en: "What makes the gap", zh: "差距由什么造成" },
  missing: { en: "missing", zh: "缺失" },
  none: { en: "no data", zh: "无数据" },
  searchTitle: { en: "A less discriminatory policy", zh: "歧视更小的政策" },
  setting: { en: "setting", zh: "参数组" },
  lowest: { en: "lowest impact ratio", zh: "最低不利影响比" },
  margin: { en: "margin a customer", zh: "每客户毛利" },
  ever90: { en: "ever 90+ by month 12*", zh: "第 12 个月前曾 90+*" },
  where: { en: "customers", zh: "客户" },
  verdict: { en: "verdict", zh: "结论" },
  search: { en: "searched on", zh: "搜索所用" },
  fresh: { en: "fresh", zh: "全新" },
  less: { en: "fresh, less now", zh: "全新，较现有" },
  asItStands: { en: "as it stands", zh: "现有参数" },
  fairer: { en: "fairer", zh: "更公平" },
  costs: { en: "costs too much", zh: "代价过大" },
  changes: { en: "changes", zh: "改动" },
  policy: { en: "policy", zh: "政策" },
  noEnd: { en: "no end", zh: "无上限" },
  fourFifths: { en: "four fifths", zh: "五分之四" },
  impactTitle: { en: "The group approved least, against the group approved most", zh: "获批最少的组与获批最多的组之比" },
  impactSees: {
    en: "One mark for each trait and policy: the approval of the worst-placed group ÷ that of the best-placed, with its 95% interval. Wholly left of the dashed line (four fifths): a gap that asks for a reason. Across it: too few people to tell.",
    zh: "每项特征、每项政策一个标记：获批最少组的获批占比 ÷ 获批最多组，及其 95% 区间。整个区间在虚线（五分之四）左侧：差距需要说明理由；跨越虚线：人数不足，无法判定。",
  },
  approvalSees: { en: "Share approved of those considered, group by group, with its 95% interval.", zh: "各组受审者中的获批占比及其 95% 区间。" },
  noLaw: { en: "A gap between groups is no verdict of law: groups differ in what rules read. It says where to look for a reason; the tables below name the rules that make it.", zh: "组间差距并非法律结论：各组在规则所读的事实上本就不同。它只说明应在何处寻找理由；下表列出造成差距的规则。" },
} as const satisfies Record<string, Text>;

/** What the report rests on, said once. */
export const fairNotes: readonly Text[] = [
  {
    en: "Approved: of persons put to an enrolment decision within the run, those approved and given a line; an invitation that is not taken up counts neither way. Impact ratio: share approved ÷ that of the group approved most, with Koopman's score interval at 95%; below and met say that the whole interval lies there. p: Fisher's exact test that both are approved alike, two-sided, corrected by Holm over all groups of the policy. Groups of fewer than 30 persons considered are not judged.",
    zh: "获批：运行期内受开通审查的人中，获批并获得额度者；未接受的邀请两边都不计。不利影响比：获批占比 ÷ 获批占比最高组，95% 区间按 Koopman 得分法；“低于”与“达到”指整个区间都在该侧。p 值：Fisher 精确检验（双侧）两组获批占比相同，按 Holm 法对该政策的全部分组校正。受审不足 30 人的分组不作判定。",
  },
  {
    en: "* assumed. Would repay: given an account under the same policy with nobody turned away (declines and reviews taken out, the smallest line for whoever no tier fits), with the same luck, and never 91 days past due within the run. It is exact in this simulated world under this policy's terms, and rests on how people were assumed to behave. Whoever got no account even there is left out as unknown.",
    zh: "* 假设。会还款：在同一政策不拒绝任何人的情形下（去掉拒绝与人工审核，不符合任何档位者给最小额度）、以同样的运气获得账户，且在运行期内从未逾期 91 天。它在本模拟世界与该政策条件下是精确的，但取决于对人们行为的假设。即便如此仍未获账户者视为未知，不计入。",
  },
  {
    en: "Odds, same score: the Mantel–Haenszel odds ratio of approval over bands of 50 points (interval of Robins, Breslow and Greenland). A ratio is no verdict of law: it says where to look for a reason.",
    zh: "同分优势比：按 50 分一段的 Mantel–Haenszel 获批优势比（区间按 Robins、Breslow 与 Greenland）。比值不是法律结论，只说明应在何处寻找理由。",
  },
];

/** A chance as people read it. */
export function chanceText(p: number | null, lang: Lang): string {
  if (p === null) return fairWords.none[lang];
  return p < 0.001 ? "< 0.001" : p.toFixed(3);
}

/** What turned somebody away, with the rule's title. */
export function reasonText(reason: string, title: Text | undefined, lang: Lang): string {
  const at = reason.indexOf(":");
  const [kind, rule] = [reason.slice(0, at), reason.slice(at + 1)];
  const named = rule === "" ? "" : title === undefined ? rule : lang === "en" ? `${rule} (${title.en})` : `${rule}（${title.zh}）`;
  const words = reasons[kind];
  if (words === undefined) return `${kind} ${named}`.trimEnd();
  return rule === "" ? words.silent[lang] : words.ruled[lang].replace("$", () => named);
}

const reasons: Readonly<Record<string, { readonly ruled: Text; readonly silent: Text }>> = {
  decline: { ruled: { en: "declined by $", zh: "被 $ 拒绝" }, silent: { en: "declined: no rule enrols", zh: "被拒绝：没有规则予以开通" } },
  review: { ruled: { en: "sent to a person by $ and not approved", zh: "由 $ 转人工且未获批" }, silent: { en: "sent to a person and not approved", zh: "转人工且未获批" } },
  invite: { ruled: { en: "invited by $, not taken up", zh: "由 $ 邀请，未接受" }, silent: { en: "invited, not taken up", zh: "受邀未接受" } },
  "no-line": { ruled: { en: "approved, no line by $", zh: "获批但由 $ 不予额度" }, silent: { en: "approved, but no tier fits", zh: "获批但不符合任何档位" } },
  undecided: { ruled: { en: "left open by missing facts", zh: "因缺失事实无法判定" }, silent: { en: "left open by missing facts", zh: "因缺失事实无法判定" } },
  open: { ruled: { en: "nothing final within the run", zh: "运行期内无最终结果" }, silent: { en: "nothing final within the run", zh: "运行期内无最终结果" } },
};
