import type { ClaimException } from "../../proof/index.ts";
import type { ProofReport, ToldClaim } from "../../view/index.ts";

/** The report with what the policy is known to break marked as accepted, and exceptions that nothing needs any more. */
export function acceptClaims(report: ProofReport, exceptions: readonly ClaimException[]): ProofReport {
  return { ...report, claims: report.claims.map((claim) => acceptClaim(claim, exceptions.find((one) => one.claim === claim.name))) };
}

function acceptClaim(claim: ToldClaim, exception: ClaimException | undefined): ToldClaim {
  if (exception === undefined || claim.verdict === "undecided") return claim;
  if (claim.verdict === "held") return { ...claim, exceptionUnused: true };
  const counterexamples = claim.counterexamples.map((one) => (exception.at === undefined || one.moments.some((moment) => exception.at?.includes(moment)) ? { ...one, accepted: exception.why } : one));
  const isWhole = counterexamples.every(({ accepted }) => accepted !== undefined);
  return { ...claim, counterexamples, ...(isWhole ? { accepted: exception.why } : {}) };
}
