import { consentSources } from "../../facts/index.ts";
import type { GivenFacts } from "../read-facts.ts";

/**
 * What stands around a row's own facts: somebody without an account who asks for one and has agreed to all that was
 * asked, in writing. Everything else is the typical applicant's.
 */
export const applicantSituation: GivenFacts = {
  "account.status": "none",
  "account.openedAt": "none",
  "account.monthsOnBook": 0,
  "account.daysSinceOpen": 0,
  "account.limitFen": 0,
  "account.balanceFen": 0,
  "account.utilisationBps": 0,
  "account.spend3mFen": 0,
  "account.monthsSinceLimitChange": 0,
  "account.creditInUse": false,
  ...Object.fromEntries(
    consentSources.flatMap((source) => [
      [`consent.${source}.kind`, "written"],
      [`consent.${source}.ticked`, "customer"],
      [`consent.${source}.act`, true],
      [`consent.${source}.withdrawn`, false],
    ]),
  ),
};
