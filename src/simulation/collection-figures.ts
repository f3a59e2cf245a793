import { inQuietHours } from "./acts/procedure-facts.ts";
import type { Policy } from "../policy/index.ts";
import type { AssumptionValues } from "./assumptions.ts";

/** What the way of collecting does, relative to the ordinary way: by day, at most three contacts, to the debtor alone. */
export interface CollectionFigures {
  /** Times the chance that an overdue debt is cured, and that of those who only forgot. */
  readonly cure: number;
  readonly cureForgetters: number;
  /** Times the chance of a cure in the cycle before a negative report that is announced. */
  readonly cureBeforeReport: number;
  /** Times the chance that an overdue customer complains. */
  readonly complaints: number;
}

/** Contacts a day that change nothing, from one on. */
const ordinaryContacts = 3;

/** Effects multiply: each is as if the others were not. */
export function collectionFigures({ procedures }: Policy, a: AssumptionValues): CollectionFigures {
  const { collection, bureau, declared } = procedures;
  const beyond = Math.max(0, collection.contactsPerDay - ordinaryContacts);
  const { cure: channelCure, complaints: channelComplaints } = channelEffects(collection.channel, a);
  let cure = (1 + a.collectContactCure * beyond) * channelCure;
  let complaints = (1 + a.collectContactComplaint * beyond) * channelComplaints;
  if (collection.contactsPerDay === 0) cure *= 1 - a.collectNoContact;
  if (inQuietHours(collection.hours)) {
    cure *= 1 + a.collectQuietCure;
    complaints *= a.collectQuietComplaint;
  }
  if (collection.thirdParties) {
    cure *= 1 + a.collectThirdPartyCure;
    complaints *= a.collectThirdPartyComplaint;
  }
  if (declared.coerciveCollection === true) complaints *= a.collectThirdPartyComplaint;
  return {
    cure,
    cureForgetters: collection.missedPaymentNotice ? 1 : 1 - a.collectNoNotice,
    cureBeforeReport: bureau.reportNegative && bureau.noticeDaysBefore !== undefined ? 1 + a.reportNoticeCure : 1,
    complaints,
  };
}

function channelEffects(channel: Policy["procedures"]["collection"]["channel"], a: AssumptionValues): { readonly cure: number; readonly complaints: number } {
  if (channel === "app") return { cure: 1 - a.collectAppCure, complaints: a.collectAppComplaint };
  if (channel === "agency") return { cure: 1 + a.collectAgencyCure, complaints: a.collectAgencyComplaint };
  return { cure: 1, complaints: 1 };
}
