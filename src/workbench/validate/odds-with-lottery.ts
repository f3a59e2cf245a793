import { riskGroups, type RiskCounts, type RiskTables } from "./trans-risk-tables.ts";

/** A place on a curve: of those who do not pay, and of those who do, the share approved. */
interface Place {
  readonly fpr: number;
  readonly tpr: number;
}

/**
 * Equal odds: every group has the same share approved of those who pay and of those who do not. Between two thresholds lots
 * are drawn, so all below a group's hull can be had; what all groups can have is below every hull. Profit is linear there,
 * and the lowest hull is concave, so the best share is found by closing in on it.
 */
export function oddsWithLottery({ groups }: RiskTables, breakEven: number): Place & { readonly profit: number } {
  const hulls = riskGroups.map((name) => hullOf(groups[name]));
  const [goods, bads] = (["good", "bad"] as const).map((side) => riskGroups.reduce((sum, name) => sum + total(groups[name][side]), 0));
  const at = (fpr: number): Place & { readonly profit: number } => {
    const tpr = Math.min(...hulls.map((hull) => heightAt(hull, fpr)));
    return { fpr, tpr, profit: tpr * (goods ?? 0) * (1 - breakEven) - fpr * (bads ?? 0) * breakEven };
  };
  let [low, high] = [0, 1];
  for (let step = 0; step < 200; step++) {
    const [a, b] = [low + (high - low) / 3, high - (high - low) / 3];
    if (at(a).profit < at(b).profit) low = a;
    else high = b;
  }
  return at((low + high) / 2);
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** The upper hull of the curve over all thresholds, from nobody approved to everybody. */
function hullOf({ good, bad }: RiskCounts): readonly Place[] {
  const [goods, bads] = [total(good), total(bad)];
  const places = [...good.keys(), good.length].toReversed().map((from) => ({ fpr: total(bad.slice(from)) / bads, tpr: total(good.slice(from)) / goods }));
  const hull: Place[] = [];
  for (const place of places) {
    for (let last = hull.at(-1), before = hull.at(-2); last !== undefined && before !== undefined && turn(before, last, place) >= 0; last = hull.at(-1), before = hull.at(-2)) hull.pop();
    hull.push(place);
  }
  return hull;
}

/** Positive where the way from a over b to c bends upwards. */
const turn = (a: Place, b: Place, c: Place): number => (b.fpr - a.fpr) * (c.tpr - a.tpr) - (b.tpr - a.tpr) * (c.fpr - a.fpr);

function heightAt(hull: readonly Place[], fpr: number): number {
  const next = hull.findIndex((place) => place.fpr >= fpr);
  const [after, before] = [hull[next], hull[next - 1]];
  if (after === undefined) return 1;
  if (before === undefined || after.fpr === before.fpr) return after.tpr;
  return before.tpr + ((after.tpr - before.tpr) * (fpr - before.fpr)) / (after.fpr - before.fpr);
}
