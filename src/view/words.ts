import type { Lang, Text } from "../base/index.ts";
import type { MeasureGroup } from "../statistics/index.ts";
import type { ComparisonVerdict, LawLine } from "../verdict/index.ts";

/** Headings of the groups of measures. */
export const groupTitles: Readonly<Record<MeasureGroup, Text>> = {
  funnel: { en: "Enrolment", zh: "开通" },
  risk: { en: "Risk", zh: "风险" },
  sales: { en: "Sales", zh: "销售" },
  money: { en: "Money", zh: "收支" },
  people: { en: "People", zh: "客户" },
  law: { en: "Law", zh: "法规" },
};

export const comparisonWords: Readonly<Record<ComparisonVerdict, Text>> = {
  better: { en: "better", zh: "更好" },
  worse: { en: "worse", zh: "更差" },
  different: { en: "different", zh: "有差异" },
  "no-difference-that-matters": { en: "no difference that matters", zh: "无实质差异" },
  undecided: { en: "undecided", zh: "无法判定" },
};

export const verdictWords = {
  held: { en: "held", zh: "成立" },
  broken: { en: "broken", zh: "不成立" },
  undecided: { en: "undecided", zh: "无法判定" },
} as const;

export const severityWords: Readonly<Record<LawLine["severity"], Text>> = {
  critical: { en: "critical", zh: "严重" },
  high: { en: "high", zh: "高" },
  medium: { en: "medium", zh: "中" },
  low: { en: "low", zh: "低" },
};

/** What the matches of a law rule are counted in. */
export const countWords: Readonly<Record<LawLine["counts"], Text>> = {
  persons: { en: "persons", zh: "人" },
  accounts: { en: "accounts", zh: "个账户" },
  "lender-months": { en: "lender-months", zh: "个贷款方月" },
};

/** That a law rule counts something else than persons. */
export const countedIn: Readonly<Record<LawLine["counts"], Text>> = {
  persons: { en: "counts persons", zh: "按人计" },
  accounts: { en: "counts accounts", zh: "按账户计" },
  "lender-months": { en: "counts lender-months", zh: "按贷款方月数计" },
};

/** How far the text behind a rule was checked. */
export const verificationWords: Readonly<Record<LawLine["verification"], Text>> = {
  text: { en: "text read", zh: "已核对原文" },
  secondary: { en: "secondary source", zh: "二手来源" },
  unverified: { en: "unverified", zh: "未核实" },
};

/** Names that rule files and histories use as values: decisions, moments, outcomes, standings, ledger accounts. */
const terms: ReadonlyMap<string, Text> = new Map([
  // faults that an audit has mended
  ["notice", { en: "notice", zh: "告知" }],
  ["old-card", { en: "the old card", zh: "恢复原评分" }],
  ["raised-cut-off", { en: "a raised cut-off", zh: "抬高准入线" }],
  ["manual-review", { en: "manual review", zh: "人工审核" }],
  ["compliance-audit", { en: "compliance audit", zh: "合规审计" }],
  ["algorithm-filing", { en: "filing of the algorithm", zh: "算法备案" }],
  ["partner-list", { en: "list of partners", zh: "合作机构名单" }],
  ["pre-ticked-boxes", { en: "pre-ticked boxes", zh: "默认勾选" }],
  ["bundled-consents", { en: "bundled consents", zh: "捆绑同意" }],
  ["silent-opening", { en: "silent opening", zh: "静默开通" }],
  ["purposes", { en: "purposes told", zh: "告知的目的" }],
  ["retention", { en: "retention", zh: "数据留存" }],
  ["cost-table", { en: "cost table", zh: "融资成本明示表" }],
  ["limit-rises", { en: "rises of limits", zh: "提额" }],
  ["bureau-queries", { en: "bureau queries", zh: "征信查询" }],
  ["negative-reports", { en: "negative reports", zh: "不良信息报送" }],
  ["closing-entrance", { en: "the way to close", zh: "关闭入口" }],
  ["impact-assessment", { en: "impact assessment", zh: "影响评估" }],
  ["enrolment", { en: "enrolment", zh: "开通" }],
  ["limit", { en: "limit", zh: "额度" }],
  ["pricing", { en: "pricing", zh: "定价" }],
  ["closure", { en: "closure", zh: "关闭" }],
  ["monitoring", { en: "monitoring", zh: "监测" }],
  // moments
  ["registration", { en: "registration", zh: "注册" }],
  ["checkout", { en: "checkout", zh: "结账" }],
  ["application", { en: "application", zh: "主动申请" }],
  ["monthly-scan", { en: "monthly scan", zh: "每月扫描" }],
  ["invitation-answer", { en: "answer to the invitation", zh: "答复邀请" }],
  ["booking", { en: "booking", zh: "开立" }],
  ["review", { en: "review", zh: "复审" }],
  ["request", { en: "request", zh: "客户请求" }],
  ["purchase", { en: "purchase", zh: "消费" }],
  ["month-end", { en: "month-end", zh: "月末" }],
  ["overdue", { en: "overdue", zh: "逾期" }],
  ["complaint", { en: "complaint", zh: "投诉" }],
  ["discovery", { en: "discovery", zh: "发现账户" }],
  // outcomes
  ["enrol", { en: "enrol", zh: "开通" }],
  ["invite", { en: "invite", zh: "邀请" }],
  ["decline", { en: "decline", zh: "拒绝" }],
  ["no-action", { en: "no action", zh: "不处理" }],
  ["grant", { en: "grant", zh: "授予" }],
  ["no-line", { en: "no line", zh: "不授予额度" }],
  ["tier", { en: "tier", zh: "档位" }],
  ["floor", { en: "floor", zh: "下限" }],
  ["cap", { en: "cap", zh: "上限" }],
  ["price", { en: "price", zh: "报价" }],
  ["no-offer", { en: "no offer", zh: "不报价" }],
  ["refuse", { en: "refuse", zh: "拒绝关闭" }],
  ["verify", { en: "verify", zh: "核验" }],
  ["settle", { en: "settle", zh: "结清" }],
  ["plan", { en: "plan", zh: "按步骤关闭" }],
  ["remind", { en: "remind", zh: "提醒" }],
  ["freeze", { en: "freeze", zh: "冻结" }],
  ["unfreeze", { en: "unfreeze", zh: "解冻" }],
  ["reduce", { en: "reduce", zh: "降额" }],
  ["raise", { en: "raise", zh: "提额" }],
  ["offer-plan", { en: "offer a plan", zh: "提供还款计划" }],
  ["stricter-review", { en: "stricter review", zh: "从严审查" }],
  ["alert", { en: "alert", zh: "预警" }],
  // standings of an account
  ["none", { en: "none", zh: "无账户" }],
  ["open", { en: "open", zh: "开立中" }],
  ["frozen", { en: "frozen", zh: "已冻结" }],
  ["closed", { en: "closed", zh: "已关闭" }],
  ["charged-off", { en: "charged off", zh: "已核销" }],
  // ways to reach and to verify a customer, places of a menu, what a refusal waits for, how grave an alert is
  ["app", { en: "app", zh: "应用内" }],
  ["sms", { en: "text message", zh: "短信" }],
  ["phone", { en: "phone", zh: "电话" }],
  ["letter", { en: "letter", zh: "信函" }],
  ["password", { en: "password", zh: "密码" }],
  ["identity", { en: "identity", zh: "身份核验" }],
  ["autopay", { en: "autopay", zh: "自动还款" }],
  ["bank-transfer", { en: "bank transfer", zh: "银行转账" }],
  ["settings", { en: "settings", zh: "设置页" }],
  ["more-services", { en: "more services", zh: "更多服务页" }],
  ["benefits", { en: "benefits", zh: "权益页" }],
  ["balance-settled", { en: "the balance is settled", zh: "余额已结清" }],
  ["dispute-resolved", { en: "the dispute is resolved", zh: "争议已解决" }],
  ["hold-lifted", { en: "the hold is lifted", zh: "限制已解除" }],
  ["low", { en: "low", zh: "低" }],
  ["medium", { en: "medium", zh: "中" }],
  ["high", { en: "high", zh: "高" }],
  // purposes, sources of data and forms of consent
  ["shopping", { en: "shopping", zh: "购物服务" }],
  ["credit-assessment", { en: "credit assessment", zh: "信用评估" }],
  ["marketing", { en: "marketing", zh: "营销" }],
  ["collection", { en: "collection", zh: "催收" }],
  ["purchases", { en: "purchases", zh: "购物记录" }],
  ["payments", { en: "payments", zh: "支付记录" }],
  ["device", { en: "device", zh: "设备信息" }],
  ["bankAccount", { en: "bank account", zh: "银行账户" }],
  ["bureau", { en: "bureau", zh: "征信" }],
  ["thirdPartyScore", { en: "third-party score", zh: "第三方评分" }],
  ["account", { en: "account", zh: "账户" }],
  ["bundled", { en: "bundled", zh: "捆绑同意" }],
  ["separate", { en: "separate", zh: "单独同意" }],
  ["written", { en: "written", zh: "书面同意" }],
  // lenders and who pays for the free days
  ["lender", { en: "lender", zh: "贷款方" }],
  ["merchant", { en: "merchant", zh: "商户" }],
  ["partner", { en: "partner", zh: "合作方" }],
  ["bank", { en: "bank", zh: "银行" }],
  ["cfc", { en: "consumer finance company", zh: "消费金融公司" }],
  ["microlender", { en: "micro-lender", zh: "小额贷款公司" }],
  // accounts of the ledger
  ["principal", { en: "principal", zh: "本金" }],
  ["instalment-fees", { en: "instalment fees owed", zh: "应收分期费" }],
  ["late-fees", { en: "late fees owed", zh: "应收逾期费" }],
  ["cash", { en: "cash", zh: "现金" }],
  ["merchants", { en: "merchants", zh: "商户" }],
  ["fee-income", { en: "fee income", zh: "分期费收入" }],
  ["late-fee-income", { en: "late fee income", zh: "逾期费收入" }],
  ["merchant-fee-income", { en: "merchant fee income", zh: "商户手续费收入" }],
  ["credit-losses", { en: "credit losses", zh: "信用损失" }],
  ["recoveries", { en: "recoveries", zh: "回收" }],
  ["fraud-losses", { en: "fraud losses", zh: "盗用损失" }],
  ["waivers", { en: "waivers", zh: "减免" }],
  ["funding-cost", { en: "cost of funds", zh: "资金成本" }],
  ["operating-cost", { en: "operating cost", zh: "运营成本" }],
  ["acquisition-cost", { en: "acquisition cost", zh: "获客成本" }],
  ["settlement-clearing", { en: "settlement clearing", zh: "结清待清算" }],
  ["settlement-fee-income", { en: "settlement fee income", zh: "结清手续费收入" }],
  ["guarantee-cost", { en: "guarantee cost", zh: "担保成本" }],
]);

/** Levels of findings. */
export const levelWords: Readonly<Record<string, Text>> = {
  error: { en: "error", zh: "错误" },
  warning: { en: "warning", zh: "警告" },
  note: { en: "note", zh: "提示" },
  off: { en: "off", zh: "关闭" },
};

/** A name that rule files use as a value: in Chinese our term for it, in English as the author wrote it. */
export function termText(name: string, lang: Lang): string {
  return lang === "zh" ? (terms.get(name)?.zh ?? name) : name;
}

/** What a name means, in either language; the name itself where it is nobody's term. */
export function termMeaning(name: string): Text {
  return terms.get(name) ?? { en: name, zh: name };
}

export const roleWords = {
  champion: { en: "champion", zh: "现行政策" },
  challenger: { en: "challenger", zh: "候选政策" },
} as const;

export const ruleMatched: Text = { en: "rule matched: as simulated, would breach", zh: "规则命中，疑似违反" };
export const ruleOpen: Text = { en: "inconclusive, a fact is missing; a match would mean", zh: "无法判定（缺少事实），若命中则意味着" };
export const notLegalAdvice: Text = { en: "not legal advice", zh: "不构成法律意见" };
export const houseStandard: Text = { en: "with a threshold that is a house standard, not law", zh: "含本产品自设阈值，非法律规定" };
export const restsOnDeclaration: Text = { en: "rests on a declaration", zh: "依赖自述" };
