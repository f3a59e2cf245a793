import type { FairnessTrait } from "../../simulation/index.ts";
import type { Sums } from "../sums.ts";

/** Groups of fewer persons say nothing. */
const fewest = 30;

/** The lowest and the highest share approved among the groups of a trait; null where fewer than two groups are large enough. */
export function approvalRange({ scores }: Sums, trait: FairnessTrait): { readonly lowest: number; readonly highest: number } | null {
  const approved = scores.fairness(trait, "approved");
  const rates = scores.fairness(trait, "considered").flatMap((considered, group) => (considered < fewest ? [] : [(approved[group] ?? 0) / considered]));
  return rates.length < 2 ? null : { lowest: Math.min(...rates), highest: Math.max(...rates) };
}

/** The lowest and the highest mean score among the groups of a trait, in points; null where fewer than two groups are large enough. */
export function scoreRange({ scores }: Sums, trait: FairnessTrait): { readonly lowest: number; readonly highest: number } | null {
  const points = scores.fairness(trait, "points");
  const means = scores.fairness(trait, "scored").flatMap((scored, group) => (scored < fewest ? [] : [(points[group] ?? 0) / scored]));
  return means.length < 2 ? null : { lowest: Math.min(...means), highest: Math.max(...means) };
}

/** How far the mean scores of the groups of a trait lie apart, in points; 0 where that cannot be told. */
export function scoreGap(sums: Sums, trait: FairnessTrait): number {
  const range = scoreRange(sums, trait);
  return range === null ? 0 : range.highest - range.lowest;
}
