import type { FactDefinition, FactLayout } from "../../facts/index.ts";
import type { CompiledDecision, Outcome, Row } from "../../policy/index.ts";

/** How much dearer a price is than the cheapest that another value of one non-risk feature would give. */
export type ResidualSpread = (row: Row) => number;

/**
 * What a customer pays for features that are neither risk nor cost: her yearly fee in basis points less the lowest
 * one that she would have got with another value of one of them, all else equal. 0 where no price is set.
 * Numbers are tried at both ends of their domain and at the typical value.
 */
export function residualSpread(pricing: CompiledDecision, features: readonly FactDefinition[], layout: FactLayout): ResidualSpread {
  const fee = pricing.params.indexOf("feeMonthlyBps");
  const outcome: Outcome = pricing.newOutcome();
  const trials = features.map((feature) => ({ slot: layout.slot(feature.name), values: trialValues(feature) }));
  const feeOf = (row: Row): number => {
    pricing.decide(row, outcome);
    return fee < 0 ? Number.NaN : (outcome.params[fee] ?? Number.NaN);
  };
  return (row) => {
    const paid = feeOf(row);
    let lowest = paid;
    for (const { slot, values } of trials) {
      const own = row[slot] ?? Number.NaN;
      for (const value of values) {
        row[slot] = value;
        const other = feeOf(row);
        if (other < lowest) lowest = other;
      }
      row[slot] = own;
    }
    return paid > lowest ? (paid - lowest) * 12 : 0;
  };
}

function trialValues(feature: FactDefinition): readonly number[] {
  switch (feature.type) {
    case "boolean":
      return [0, 1];
    case "enum":
      return feature.values.map((_, index) => index);
    case "integer":
    case "decimal":
      return [feature.min, feature.typical, feature.max];
  }
}
