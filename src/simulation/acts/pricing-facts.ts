import type { FactDefinition } from "../../facts/index.ts";
import type { CompiledDecision } from "../../policy/index.ts";
import { actFacts, copied, type ActContext, type ActFacts } from "./act-facts.ts";

/** Facts of a price set at a moment: what is shown, and what the price rests on. */
export function pricingFacts(context: ActContext, moment: "booking" | "purchase" | "review"): ActFacts {
  const { pricing } = context.procedures;
  const unfounded = nonRiskFeatures(context, moment).length > 0;
  return actFacts({
    fixed: {
      "price.aprDisclosed": pricing.annualRateShown,
      "price.aprIncludesAllFees": pricing.rateIncludesAllFees,
      "price.usesNonRiskFeature": unfounded,
      ...(unfounded ? {} : { "price.residualSpreadBps": 0 }),
    },
    row: [...copied("price.allInApr"), ...(unfounded ? copied("price.residualSpreadBps") : [])],
  });
}

/** Facts the pricing rules read at a moment that are neither risk nor cost: the price may not rest on them. */
export function nonRiskFeatures({ dictionary, decisions }: ActContext, moment: "booking" | "purchase" | "review"): readonly FactDefinition[] {
  const compiled = pricingAt(decisions, moment);
  return (compiled?.reads ?? [])
    .map((name) => dictionary.facts.get(name))
    .filter((fact) => fact !== undefined)
    .filter((fact) => !fact.riskFactor);
}

/** The compiled pricing decision of a moment; undefined where the policy sets no price then. */
export function pricingAt(decisions: readonly CompiledDecision[], moment: "booking" | "purchase" | "review"): CompiledDecision | undefined {
  return decisions.find((one) => one.decision === "pricing" && one.moment === moment);
}
