import type { Text } from "../../base/index.ts";

/** Words of the evidence pack. */
export const evidenceWords = {
  title: { en: "Evidence in the order of the law's articles", zh: "按法条排列的合规证据包" },
  customers: { en: "customers", zh: "位客户" },
  months: { en: "months", zh: "个月" },
  lender: { en: "lender:", zh: "贷款方：" },
  reading: {
    en: "What the simulation found under each article, what the policy's files say to it, and how far the rule was checked against the text of the law. A match reads: as simulated, would breach.",
    zh: "逐条列出模拟的发现、政策文件的相应内容以及规则对照法条的核实程度。“规则命中”指：按模拟，疑似违反。",
  },
  result: { en: "result", zh: "结果" },
  rules: { en: "rules", zh: "规则数" },
  onDeclarations: { en: "of these resting on declarations", zh: "其中依赖自述" },
  whole: { en: "the law as a whole", zh: "整部法规" },
  toldUnder: { en: "told under", zh: "详见" },
  cases: { en: "cases", zh: "案例" },
  customer: { en: "customer", zh: "客户" },
  month: { en: "month", zh: "月份" },
  files: { en: "what the policy's files say", zh: "政策文件的内容" },
  followsFromRun: { en: "follows from decisions and customers alone", zh: "仅由决策与客户推导得出" },
  answers: { en: "rules of the policy that answer it", zh: "政策中回应该规则的条目" },
  absent: { en: "not there", zh: "未写明" },
  citation: { en: "citation", zh: "依据" },
  remedy: { en: "remedy", zh: "整改建议" },
  penalty: { en: "statutory range", zh: "法定处罚幅度" },
  filings: { en: "Papers", zh: "备案与评估材料" },
  filing: { en: "paper", zh: "材料" },
  made: { en: "made on", zh: "办理日期" },
  never: { en: "not up to the end of the run", zh: "至期末未办理" },
  monthsWithout: { en: "months without one that counts", zh: "缺少有效材料的月份" },
  first: { en: "first in month", zh: "首次月份" },
  inconclusive: { en: "inconclusive for", zh: "无法判定人数" },
  declared: { en: "rests on what the author declared", zh: "依赖作者自述" },
} as const satisfies Record<string, Text>;

/** What papers are called. */
export const filingWords: Readonly<Record<string, Text>> = {
  "impact-assessment": { en: "impact assessment of personal data", zh: "个人信息保护影响评估" },
  "compliance-audit": { en: "compliance audit of data protection", zh: "个人信息保护合规审计" },
  "algorithm-filing": { en: "filing of the algorithm", zh: "算法备案" },
  "partner-list": { en: "list of partners", zh: "合作机构名单" },
};

/** What became of a rule. */
export const resultWords: Readonly<Record<"matched" | "inconclusive" | "notJudged" | "unmatched", Text>> = {
  matched: { en: "rule matched: as simulated, would breach", zh: "规则命中（疑似违反）" },
  inconclusive: { en: "inconclusive", zh: "无法判定" },
  notJudged: { en: "no act of the kind occurred", zh: "未发生此类行为" },
  unmatched: { en: "not matched by any act", zh: "未被任何行为命中" },
};
