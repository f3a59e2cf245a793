import type { Text } from "../../base/index.ts";

/** Fixed words of the page. */
export const words = {
  champion: { en: "champion", zh: "现行政策" },
  challenger: { en: "challenger", zh: "候选政策" },
  summary: { en: "In short", zh: "概要" },
  contents: { en: "Contents", zh: "目录" },
  figures: { en: "Figures", zh: "图" },
  table: { en: "Data", zh: "数据表" },
  measure: { en: "measure", zh: "指标" },
  laws: { en: "Law, rule by rule", zh: "逐条法规" },
  lawNote: {
    en: "Counts are persons, or accounts or months of the lender where the rule says so; n? is how many a missing fact left open. A rule that matched says: as simulated, would breach.",
    zh: "数字为人数（规则另有规定的为账户数或贷款方月数）；n? 为因事实缺失而无法判定的数量。规则命中表示按模拟情形疑似违反。",
  },
  silent: { en: "No modelled rule matched and none was left open.", zh: "已建模规则均未命中，也无无法判定者。" },
  rule: { en: "rule", zh: "规则" },
  severity: { en: "severity", zh: "级别" },
  checked: { en: "checked against", zh: "核对依据" },
  declared: { en: "rests on a declaration", zh: "取决于自述" },
  groups: { en: "Fairness: group by group", zh: "公平性：逐组比较" },
  expectations: { en: "Expectations", zh: "期望" },
  basis: { en: "What the numbers rest on", zh: "数字的依据" },
  assumed: {
    en: "* assumed: rests on how people were assumed to behave, and not on what was found. Verdicts are against the champion, on the same customers with the same luck.",
    zh: "* 假设：取决于对客户行为的假设，而非由数据得出。判定均为与现行政策相比，客户与运气相同。",
  },
  repeat: { en: "To repeat this run:", zh: "重复本次运行：" },
  hashes: { en: "Input files", zh: "输入文件" },
  file: { en: "file", zh: "文件" },
  advice: {
    en: "A fictional product, no company. Rules of law are modelled; a match is a suspicion, and its absence proves nothing. Not legal advice.",
    zh: "产品为虚构，不涉及任何公司。法规经过建模；命中只是疑似，未命中也不能证明合规。不构成法律意见。",
  },
} as const satisfies Record<string, Text>;
