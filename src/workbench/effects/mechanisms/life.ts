import type { Mechanism } from "../mechanism.ts";
import { adviceAfterClosing } from "./advice-after-closing.ts";
import { awarenessEducation } from "./awareness-education.ts";
import { consentWithdrawal } from "./consent-withdrawal.ts";
import { creditRepair } from "./credit-repair.ts";
import { dataLeak } from "./data-leak.ts";
import { explicitApplication } from "./explicit-application.ts";
import { filings } from "./filings.ts";
import { internalAudit } from "./internal-audit.ts";
import { invitation } from "./invitation.ts";
import { leakNotice } from "./leak-notice.ts";
import { leakRetention } from "./leak-retention.ts";
import { quietAfterRefusal } from "./quiet-after-refusal.ts";
import { remedyOfSilentAccounts } from "./remedy-of-silent-accounts.ts";
import { reopeningOnRequest } from "./reopening-on-request.ts";
import { scoreAutoOpening } from "./score-auto-opening.ts";
import { silentAuthorisation } from "./silent-authorisation.ts";
import { silentEnrolmentCost } from "./silent-enrolment-cost.ts";
import { trustAtDiscovery } from "./trust-at-discovery.ts";
import { withdrawalHonoured } from "./withdrawal-honoured.ts";

/** Mechanisms of the life of an account: how it opens, what it reads, how it is mended and closed. */
export const lifeMechanisms: readonly Mechanism[] = [
  scoreAutoOpening,
  silentEnrolmentCost,
  silentAuthorisation,
  explicitApplication,
  invitation,
  awarenessEducation,
  adviceAfterClosing,
  creditRepair,
  trustAtDiscovery,
  consentWithdrawal,
  withdrawalHonoured,
  reopeningOnRequest,
  quietAfterRefusal,
  remedyOfSilentAccounts,
  internalAudit,
  filings,
  dataLeak,
  leakNotice,
  leakRetention,
];
