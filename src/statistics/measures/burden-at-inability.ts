import { moneyShare } from "../define.ts";

/**
 * Misjudged capacity: bills missed by inability ÷ the monthly income of those who missed them. No data where nobody did.
 */
export const burdenAtInability = moneyShare({
  name: "burdenAtInability",
  group: "risk",
  title: { en: "Bill to income of those who cannot pay", zh: "无力还款者账单与收入之比" },
  numerator: { en: "bills missed by inability", zh: "因无力还款而未还的账单金额" },
  denominator: { en: "monthly income of those who missed them", zh: "未还款者的月收入" },
  excludes: { en: "bills that were forgotten, and what is owed beyond the bill", zh: "因遗忘未还的账单，以及账单之外的欠款" },
  of: "dueAtInabilityFen",
  among: "incomeAtInabilityFen",
  better: "lower",
  matters: 0.02,
  assumed: true,
});
