import type { AssumptionValues } from "../assumptions.ts";
import { textOf } from "../decisions.ts";
import type { ClosureDecision, World } from "../world.ts";

/** Chances to pass all factors of a closing plan: the holder's and a thief's. */
export interface FactorChances {
  readonly honest: number;
  readonly fraud: number;
}

/** The factors that the plan just decided asks for; those of the procedures where it names none. */
export function factorChances(w: World, closure: ClosureDecision): FactorChances {
  const asked = textOf(closure.decision, closure.factors);
  return typeof asked === "object" ? chancesOf(asked, w.assumed) : w.policy.factors;
}

/** The product over the factors: passing them is independent, which is the best case. */
export function chancesOf(factors: readonly (number | string | boolean)[], a: AssumptionValues): FactorChances {
  let honest = 1;
  let fraud = 1;
  for (const factor of factors) {
    honest *= honestChance(String(factor), a);
    fraud *= fraudChance(String(factor), a);
  }
  return { honest, fraud };
}

function honestChance(factor: string, a: AssumptionValues): number {
  if (factor === "sms") return a.factorSmsHonest;
  if (factor === "password") return a.factorPasswordHonest;
  if (factor === "identity") return a.factorIdentityHonest;
  return factor === "face" ? a.factorFaceHonest : a.factorCardHonest;
}

function fraudChance(factor: string, a: AssumptionValues): number {
  if (factor === "sms") return a.factorSmsFraud;
  if (factor === "password") return a.factorPasswordFraud;
  if (factor === "identity") return a.factorIdentityFraud;
  return factor === "face" ? a.factorFaceFraud : a.factorCardFraud;
}
