import type { Text } from "../base/index.ts";
import type { CalibrationLine } from "./report.ts";

/** A figure from outside that a run can be held against. Shares are fractions, money is fen. */
export interface PublishedFigure {
  readonly title: Text;
  readonly source: Text;
  readonly confidence: CalibrationLine["confidence"];
  /** The measure that has the same definition; null where a run has none. */
  readonly measure: string | null;
  /** An experiment of `validate` that has it, where a run cannot. */
  readonly experiment?: string;
  /** Not used in the tuning: the model predicts it. */
  readonly heldOut?: boolean;
  readonly low: number;
  readonly high: number;
}

const prospectus: Text = { en: "prospectus of a large platform lender, 2019, quoted in the press", zh: "某大型平台机构招股书（2019 年），媒体转引" };
const receivables: Text = { en: "receivables and users of a shop's credit line, June 2017, quoted in the press", zh: "某购物平台信用支付的应收账款与用户数（2017 年 6 月），媒体转引" };
const rating: Text = { en: "rating report of a static pool of shop credit, 2022", zh: "某消费信用静态池评级报告（2022 年）" };
const regulator: Text = { en: "regulator's market report on buy now, pay later, USA, 2021", zh: "美国监管机构先买后付市场报告（2021 年）" };

/** The model was tuned by hand to these: agreement is in the sample and proves nothing. */
export const tunedToFigures: readonly PublishedFigure[] = [
  { title: { en: "balance per account", zh: "户均余额" }, source: receivables, confidence: "medium", measure: "balancePerAccount", low: 223_500, high: 223_500 },
  { title: { en: "30+ by balance", zh: "30 天以上逾期余额占比" }, source: prospectus, confidence: "medium", measure: "balance30PlusShare", low: 0.0156, high: 0.0156 },
  { title: { en: "90+ by balance", zh: "90 天以上逾期余额占比" }, source: prospectus, confidence: "medium", measure: "balance90PlusShare", low: 0.0105, high: 0.0105 },
  { title: { en: "static write-off, held against first 90+ balance ÷ credit sales", zh: "静态池核销率（对照首次 90 天以上逾期余额 ÷ 赊销额）" }, source: rating, confidence: "medium", measure: "newly90ToCreditSales", low: 0.01, high: 0.0115 },
  { title: { en: "loss ÷ credit sales", zh: "损失 ÷ 赊销额" }, source: { en: "results of a listed European lender and the regulator's figure for pay-in-4, 2019 to 2025", zh: "欧洲某上市机构业绩与监管机构分四期付款数据（2019—2025 年）" }, confidence: "medium", measure: "lossToCreditSales", low: 0.005, high: 0.013 },
  { title: { en: "utilisation", zh: "额度使用率" }, source: { en: "credit card data of 30,000 clients, Taiwan, 2005 (UCI repository)", zh: "台湾 3 万名信用卡客户数据（2005 年，UCI 数据集）" }, confidence: "high", measure: "utilisation", low: 0.306, high: 0.306 },
  { title: { en: "debt drawn per yuan of limit", zh: "每元新增额度带来的新增债务" }, source: { en: "Gross and Souleles, NBER working paper 8314", zh: "Gross 与 Souleles，NBER 工作论文 8314" }, confidence: "high", measure: null, experiment: "debtPerLimit", low: 0.1, high: 0.14 },
];

/** Figures that nobody tuned to. */
export const checkedAgainstFigures: readonly PublishedFigure[] = [
  { title: { en: "receivables in accounts that owe less than 3,000 yuan (the source may mean single purchases)", zh: "余额不足 3,000 元账户的应收占比（原文可能指单笔消费）" }, source: receivables, confidence: "medium", measure: "smallBalanceShare", heldOut: true, low: 0.72, high: 0.72 },
  { title: { en: "30+ by balance, 2018 and 2017", zh: "30 天以上逾期余额占比（2018 年与 2017 年）" }, source: prospectus, confidence: "medium", measure: "balance30PlusShare", heldOut: true, low: 0.0108, high: 0.0143 },
  { title: { en: "90+ by balance, 2018 and 2017", zh: "90 天以上逾期余额占比（2018 年与 2017 年）" }, source: prospectus, confidence: "medium", measure: "balance90PlusShare", heldOut: true, low: 0.0068, high: 0.0101 },
  { title: { en: "90+ by balance, first half of 2017", zh: "90 天以上逾期余额占比（2017 年上半年）" }, source: receivables, confidence: "medium", measure: "balance90PlusShare", low: 0.0244, high: 0.0244 },
  { title: { en: "1–30 days past due to 31–60", zh: "逾期 1–30 天迁徙至 31–60 天" }, source: { en: "rule of thumb of the trade", zh: "行业经验值" }, confidence: "low", measure: "rollRate1to2", low: 0.18, high: 0.2 },
  { title: { en: "accounts charged off", zh: "核销账户占比" }, source: regulator, confidence: "high", measure: "chargeOffRate", low: 0.0183, high: 0.038 },
  { title: { en: "approval rate", zh: "批准率" }, source: regulator, confidence: "high", measure: "approvalRate", low: 0.73, high: 0.79 },
  { title: { en: "margin ÷ credit sales", zh: "利润 ÷ 赊销额" }, source: regulator, confidence: "medium", measure: "marginToCreditSales", low: 0.01, high: 0.01 },
  { title: { en: "repayments forgotten, a month, by those who pay by hand", zh: "手动还款者每月忘记还款的比例" }, source: { en: "Gathergood and others, Management Science", zh: "Gathergood 等，Management Science" }, confidence: "high", measure: null, low: 0.2, high: 0.2 },
];
