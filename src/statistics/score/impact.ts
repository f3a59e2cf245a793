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
