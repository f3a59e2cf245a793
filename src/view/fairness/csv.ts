import type { FairShare } from "../../statistics/index.ts";
import type { FairnessReport } from "../../verdict/index.ts";
import { sourcedCsv } from "../search/sourced-csv.ts";

/** One row a policy, fact and group. Shares are fractions, limits are fen, fees are basis points a month. */
export function csvFairness({ inputs, policies }: FairnessReport): string {
  const share = (name: string): readonly string[] => [name, `${name}_low`, `${name}_high`];
  const head = [
    "policy", "fact", "group", "standing", "considered", "not_taken_up", ...share("approved"), ...share("impact_ratio"), "p_equal", "p_equal_holm", "p_four_fifths", "mean_score", "score_gap_sd",
    ...share("odds_ratio_same_score"), "p_same_score", ...share("approved_would_repay"), "would_repay", "unknown", ...share("approved_would_not"), ...share("bad"), "limit_fen",
    ...share("limit_difference"), ...share("limit_difference_same_score"), "fee_bps", ...share("fee_difference"), ...share("fee_difference_same_score"),
  ];
  const rows = policies.flatMap(({ policy, facts }) =>
    facts.flatMap(({ fact, groups }) =>
      groups.map((one) => {
        const { group, standing, approval, ratio, sameScore, opportunity, falsePositive, bad, limitFen, feeBps } = one;
        return [
          policy, fact, group, standing, approval.of, one.notTakenUp, ...bounded(approval), ratio?.value ?? null, ratio?.low ?? null, ratio?.high ?? null, one.equalP, one.adjustedP, one.fourFifthsP, one.meanScore, one.scoreGap,
          ...bounded(sameScore), sameScore?.pValue ?? null, ...bounded(opportunity), opportunity.of, opportunity.unknown, ...bounded(falsePositive), ...bounded(bad),
          limitFen.mean, ...bounded(limitFen.difference), ...bounded(limitFen.sameScore), feeBps.mean, ...bounded(feeBps.difference), ...bounded(feeBps.sameScore),
        ];
      }),
    ),
  );
  return sourcedCsv([head, ...rows], inputs, ["fairness", inputs.scenario]);
}

const bounded = (one: Pick<FairShare, "value" | "interval"> | null): readonly (number | null)[] => [one?.value ?? null, one?.interval?.low ?? null, one?.interval?.high ?? null];
