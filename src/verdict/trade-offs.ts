import { paretoFront, type Direction } from "./pareto-front.ts";
import type { PolicyReport, TradeOff } from "./report.ts";

const axes: readonly (readonly [readonly [string, Direction], readonly [string, Direction]])[] = [
  [["enrolledShare", "higher"], ["ever90PlusAtMonth12", "lower"]],
  [["marginPerCustomer", "higher"], ["complaintsPerThousand", "lower"]],
  [["incrementalSalesPerCustomer", "higher"], ["violationsCritical", "lower"]],
];

/** For each pair of measures, the policies that no other beats in both; those without data in either stand outside. */
export function tradeOffs(policies: readonly PolicyReport[]): readonly TradeOff[] {
  return axes.map(([[x, betterX], [y, betterY]]) => {
    const points = policies.map((policy) => [x, y].map((name) => valueOf(policy, name)));
    const frontier = paretoFront(points, [betterX, betterY]).flatMap((index) => policies[index]?.name ?? []);
    return { x: { measure: x, better: betterX }, y: { measure: y, better: betterY }, frontier };
  });
}

function valueOf(policy: PolicyReport, name: string): number {
  return policy.measures.find((measure) => measure.name === name)?.value ?? Number.NaN;
}
