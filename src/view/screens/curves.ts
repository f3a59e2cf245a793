import type { Text } from "../../base/index.ts";
import type { PolicyReport } from "../../verdict/index.ts";

/** Curves the Default tab steps through with `c`. */
export const curveKinds = ["ever90", "ever30", "chargedOff", "balance90"] as const satisfies readonly PolicyReport["vintages"][number]["kind"][];
export type CurveKind = (typeof curveKinds)[number];

export type CurvePoint = PolicyReport["vintages"][number]["points"][number];

export const curveTitles: Readonly<Record<CurveKind, Text>> = {
  ever90: { en: "Accounts ever 91+ days past due", zh: "曾逾期 91 天及以上的账户" },
  ever30: { en: "Accounts ever 31+ days past due", zh: "曾逾期 31 天及以上的账户" },
  chargedOff: { en: "Accounts charged off", zh: "已核销的账户" },
  balance90: { en: "First 91+ balance by credit sales", zh: "首次逾期 91 天以上余额占赊销额" },
};

/** A policy's curve: the points that have data. */
export function pointsOf(policy: PolicyReport, kind: CurveKind): readonly CurvePoint[] {
  const curve = policy.vintages.find((candidate) => candidate.kind === kind);
  return (curve?.points ?? []).filter((point) => point.value !== null);
}
