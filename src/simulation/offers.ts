import type { AssumptionValues } from "./assumptions.ts";

/** The terms in months that a price offers, and how customers choose among them. */
export interface Offer {
  readonly terms: readonly number[];
  /** Cumulative weights, the last is 1. */
  readonly upTo: readonly number[];
}

/** How customers choose among terms: 3, 6, 12 and 24 have their weights, other terms that of the nearest longer one. */
export function makeOffer(terms: readonly number[], assumed: AssumptionValues): Offer {
  const weights = terms.map((term) => weightOf(term, assumed));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  const upTo = weights.map((weight) => {
    sum += weight;
    return total > 0 ? sum / total : 1;
  });
  return { terms, upTo };
}

/** The term that a uniform chooses, in months; 0 where none is offered. */
export function chooseTerm(offer: Offer | undefined, u: number): number {
  if (offer === undefined) return 0;
  const { terms, upTo } = offer;
  for (let i = 0; i < terms.length; i++) if (u < (upTo[i] ?? 1)) return terms[i] ?? 0;
  return terms[terms.length - 1] ?? 0;
}

function weightOf(term: number, a: AssumptionValues): number {
  if (term <= 3) return a.term3;
  if (term <= 6) return a.term6;
  return term <= 12 ? a.term12 : a.term24;
}
