import { measureNamed } from "../../statistics/index.ts";
import type { EffectsReport } from "../../verdict/index.ts";
import { csvRows } from "../csv.ts";

/** One row a mechanism and measure. Shares are fractions, money is fen. */
export function csvEffects({ mechanisms }: EffectsReport): string {
  const head = ["mechanism", "basis", "policy", "scenario", "customers", "months", "measure", "unit", "off", "on", "difference", "low", "high", "kind", "verdict", "claimed"];
  const rows = mechanisms.flatMap(({ name, basis, policy, scenario, customers, months, chain, stays, effects }) =>
    effects.map((effect) => {
      const claimed = chain.find(({ measure }) => measure === effect.name)?.to ?? (stays.includes(effect.name) ? "stays" : "");
      const { off, on, difference, interval, verdict } = effect;
      return [
        name, basis, policy, scenario, customers, months, effect.name, measureNamed(effect.name)?.unit ?? "", off, on, difference,
        interval?.low ?? null, interval?.high ?? null, interval?.kind ?? "", verdict, claimed,
      ];
    }),
  );
  return csvRows([head, ...rows]);
}
