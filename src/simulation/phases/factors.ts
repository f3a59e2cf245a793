import type { AssumptionValues } from "../assumptions.ts";
import { textOf } from "../decisions.ts";
import type { ClosureDecision, World } from "../world.ts";

/** Chances to pass all of some factors: the holder's, and a thief's by how well he comes prepared. */
export interface FactorChances {
  readonly honest: number;
  readonly fraud: number;
  readonly bulk: number;
  readonly targeted: number;
}

/** The factors that the plan just decided asks for; those of the procedures where it names none. */
export function factorChances(w: World, closure: ClosureDecision): FactorChances {
  const asked = textOf(closure.decision, closure.factors);
  return typeof asked === "object" ? chancesOf(asked, w.assumed) : w.policy.factors;
}

/** Chances to pass all of these factors. */
export function chancesOf(factors: readonly (number | string | boolean)[], a: AssumptionValues): FactorChances {
  const names = factors.map(String);
  const c = a.factorCorrelation;
  const fraud = (strength: number): number => jointly(names.map((factor) => Math.min(1, fraudChance(factor, a) * strength)), c);
  return { honest: jointly(names.map((factor) => honestChance(factor, a)), c), fraud: fraud(1), bulk: fraud(a.attackBulkStrength), targeted: fraud(a.attackTargetedStrength) };
}

/**
 * The chance that all come true: independent at correlation 0, which is the best case, and the least of them at 1,
 * where whoever passes the hardest passes all. Between the two it is a mixture.
 */
export function jointly(chances: readonly number[], correlation: number): number {
  let product = 1;
  let least = 1;
  for (const chance of chances) {
    product *= chance;
    least = Math.min(least, chance);
  }
  return correlation === 0 ? product : (1 - correlation) * product + correlation * least;
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
