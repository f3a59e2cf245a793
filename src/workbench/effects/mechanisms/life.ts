import type { Mechanism } from "../mechanism.ts";
import { consentWithdrawal } from "./consent-withdrawal.ts";
import { dataLeak } from "./data-leak.ts";
import { internalAudit } from "./internal-audit.ts";
import { leakNotice } from "./leak-notice.ts";
import { leakRetention } from "./leak-retention.ts";
import { quietAfterRefusal } from "./quiet-after-refusal.ts";
import { remedyOfSilentAccounts } from "./remedy-of-silent-accounts.ts";
import { reopeningOnRequest } from "./reopening-on-request.ts";
import { withdrawalHonoured } from "./withdrawal-honoured.ts";

/** Mechanisms of the life of an account: how it opens, what it reads, how it is mended and closed. */
export const lifeMechanisms: readonly Mechanism[] = [
  consentWithdrawal,
  withdrawalHonoured,
  reopeningOnRequest,
  quietAfterRefusal,
  remedyOfSilentAccounts,
  internalAudit,
  dataLeak,
  leakNotice,
  leakRetention,
];
