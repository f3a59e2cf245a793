import { diagnose, type Diagnostic, type JsonDocument } from "../base/index.ts";
import { assumptionNames, assumptionTable, type Assumptions } from "../simulation/index.ts";
import type { Override } from "./overrides.ts";
import type { Scenario } from "./scenario.ts";

/** Numbers of `assume` that their assumption cannot have. */
export function checkAssumed({ assume = {} }: Pick<Scenario, "assume">, document: JsonDocument): Diagnostic[] {
  return assumptionNames.flatMap((name) => {
    const value = assume[name];
    const { min, max, unit } = assumptionTable[name];
    if (value === undefined || (value >= min && value <= max)) return [];
    return [
      diagnose({
        code: "out-of-range",
        document,
        pointer: `/assume/${name}`,
        message: { en: `\`${name}\` is ${value}, outside ${min} to ${max} (${unit})`, zh: `\`${name}\` 为 ${value}，超出 ${min} 至 ${max}（${unit}）` },
      }),
    ];
  });
}

/** What a scenario assumes otherwise than its assumption set, as changes to it; `--set` comes after and wins. */
export function assumedOverrides(scenario: Pick<Scenario, "assume"> | undefined): readonly Override[] {
  return Object.entries(scenario?.assume ?? {}).map(([name, value]) => ({ path: ["assumptions", name], value, written: `assume.${name}` }));
}

/** The assumption set under a name that says whether the scenario assumes anything otherwise: `base+takeover-wave`. */
export function namedAssumptions(assumptions: Assumptions, { assume = {}, name }: Pick<Scenario, "assume" | "name">): Assumptions {
  return Object.keys(assume).length === 0 ? assumptions : { ...assumptions, name: `${assumptions.name}+${name}` };
}
