import { shockEntry } from "../../simulation/index.ts";
import { exactly, sampled, type ValidationLine } from "../../verdict/index.ts";
import type { Lab } from "./lab.ts";

/** Quantiles of Φ((Φ⁻¹(PD) + √ρ Φ⁻¹(α)) / √(1 − ρ)) for PD 3 %, ρ 0.08. */
const quantiles = [
  [50, 0, 0.024948], [90, 1.2815515655446004, 0.056716], [95, 1.6448536269514722, 0.069996],
  [99, 2.3263478740408408, 0.101179], [99.9, 3.090232306167813, 0.14695],
] as const;

/** How shocks to income depend on the economy: the formula, and shocks as customers meet them. */
export function vasicek(lab: Lab): readonly ValidationLine[] {
  const a = { shockEntry: 0.03, shockCorrelation: 0.08 };
  return [
    ...quantiles.map(([percent, z, share]) =>
      exactly({ rung: "vasicek", name: `vasicek.q${percent}`, unit: "share", title: { en: `chance of a shock, quantile ${percent}%`, zh: `收入冲击概率，${percent}% 分位` } }, shockEntry(a, -z), share, 6),
    ),
    played(lab),
  ];
}

/** In a slump of Z = −2.326 one in ten of those without a shock meets one each month. */
function played(lab: Lab): ValidationLine {
  const assumptions = lab.assuming({ shockEntry: 0.03, shockCorrelation: 0.08, shockExit: 1, leaveShop: 0 });
  const slump = { ...lab.environment("steady"), macro: { kind: "path", before: 0, path: [-2.3263478740408408] } } as const;
  const run = lab.prepare({ assumptions, environment: slump, customers: 250, months: 12 });
  let entered = 0;
  let free = 0;
  for (let customer = 0; customer < 250; customer++) {
    let before = true;
    for (const { kind, month, figures } of run.history(customer).entries) {
      if (kind !== "month-end" || month < 0) continue;
      const shocked = figures["incomeShock"] === true;
      if (!before) free++;
      if (!before && shocked) entered++;
      before = shocked;
    }
  }
  return sampled({ rung: "vasicek", name: "vasicek.played", title: { en: "shocks of customers in a slump at the 99% quantile", zh: "99% 分位衰退中客户遭遇的收入冲击" } }, entered, free, 0.101179);
}
