import { perThousand } from "../define.ts";

/** Refunds still to come when closing was asked for, per 1,000 requests that reached the lender. No data where there are none. */
export const refundsAtClosingPerThousand = perThousand({
  name: "refundsAtClosingPerThousand",
  group: "people",
  title: { en: "Refunds under way per 1,000 requests to close", zh: "每千次关闭申请中的在途退款" },
  numerator: { en: "requests during which a refund was still to come", zh: "尚有退款在途的申请数" },
  denominator: { en: "requests that reached the lender", zh: "提交到机构的申请数" },
  excludes: { en: "policies whose procedures say nothing of refunds have none", zh: "流程未规定退款的政策为零" },
  of: "refundsAtClosing",
  among: "closuresAsked",
  better: "neither",
  matters: 1,
  assumed: true,
});
