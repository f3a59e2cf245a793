import type { FactDefinition } from "../../facts/index.ts";
import type { CompiledDecision } from "../../policy/index.ts";
import { actFacts, copied, type ActContext, type ActFacts, type RowFact } from "./act-facts.ts";
import { fundingOfPrice } from "./funding-facts.ts";

/** Facts of a price set at a moment: what is shown, and what the price rests on. */
export function pricingFacts(context: ActContext, moment: "booking" | "purchase" | "review"): ActFacts {
  const { pricing } = context.procedures;
  const unfounded = nonRiskFeatures(context, moment).length > 0;
  const funding = fundingOfPrice(context);
  const loan = loanFacts(moment);
  return actFacts({
    fixed: {
      "price.aprDisclosed": pricing.annualRateShown,
      "price.aprIncludesAllFees": pricing.rateIncludesAllFees,
      "price.usesNonRiskFeature": unfounded,
      ...(unfounded ? {} : { "price.residualSpreadBps": 0 }),
      ...funding.fixed,
      ...loan.fixed,
    },
    row: [...copied("price.allInApr"), ...(unfounded ? copied("price.residualSpreadBps") : []), ...funding.row, ...loan.row],
  });
}

/** All of a purchase is paid out: the model deducts no fee upfront. Before a purchase nothing is lent. */
function loanFacts(moment: "booking" | "purchase" | "review"): { readonly fixed: Readonly<Record<string, number>>; readonly row: readonly RowFact[] } {
  if (moment !== "purchase") return { fixed: { "loan.principalFen": 0, "loan.disbursedFen": 0 }, row: [] };
  return {
    fixed: {},
    row: [
      { to: "loan.principalFen", from: ["request.amountFen"] },
      { to: "loan.disbursedFen", from: ["request.amountFen"] },
    ],
  };
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
