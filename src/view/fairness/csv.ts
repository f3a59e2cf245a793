import type { FairShare } from "../../statistics/index.ts";
import type { FairFigures, FairnessReport, FairnessSearch } from "../../verdict/index.ts";
import { sourcedCsv } from "../search/sourced-csv.ts";

/**
 * One row a policy, fact and group; of a search, one row a setting and set of customers instead. Shares are fractions, limits
 * and margins are fen, fees are basis points a month.
 */
export function csvFairness(report: FairnessReport): string {
  const { inputs, search } = report;
  return sourcedCsv(search === undefined ? groupRows(report) : searchRows(search), inputs, ["fairness", inputs.scenario]);
}

function groupRows({ policies }: FairnessReport): readonly (readonly (string | number | null)[])[] {
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
  return [head, ...rows];
}

const bounded = (one: Pick<FairShare, "value" | "interval"> | null): readonly (number | null)[] => [one?.value ?? null, one?.interval?.low ?? null, one?.interval?.high ?? null];

interface SearchRow {
  readonly setting: number;
  readonly customers: "searched" | "fresh" | "fresh-less-current";
  readonly verdict?: string;
  readonly parameters?: Readonly<Record<string, number>>;
}

function searchRows({ policy, varied, current, found }: FairnessSearch): readonly (readonly (string | number | null)[])[] {
  const figures = ["lowest_impact_ratio", "margin_fen", "ever_90_plus"];
  const head = ["policy", "setting", "customers", "verdict", ...varied.map(({ name }) => name), ...figures.flatMap((name) => [name, `${name}_low`, `${name}_high`])];
  const row = ({ setting, customers, verdict = "", parameters = {} }: SearchRow, { ratio, margin, bad }: FairFigures): readonly (string | number | null)[] => [
    policy, setting, customers, verdict, ...varied.map(({ name, current: now }) => parameters[name] ?? now), ...bounded(ratio), ...bounded(margin), ...bounded(bad),
  ];
  return [
    head,
    row({ setting: 0, customers: "searched" }, current.search),
    row({ setting: 0, customers: "fresh" }, current.fresh),
    ...found.flatMap(({ id: setting, parameters, search, fresh, differences, verdict }) => [
      row({ setting, customers: "searched", parameters }, search),
      row({ setting, customers: "fresh", parameters }, fresh),
      row({ setting, customers: "fresh-less-current", verdict, parameters }, differences),
    ]),
  ];
}
