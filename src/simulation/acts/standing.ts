import { decodeFact, type ConsentSource, type FactLayout } from "../../facts/index.ts";
import { consentSources } from "../../facts/index.ts";
import { consentKinds, moments, type ConsentKind, type EnrolmentMoment, type Procedures, type Row } from "../../policy/index.ts";

/** What a customer has said to one question of consent. */
export interface ConsentAnswer {
  readonly kind: ConsentKind;
  readonly ticked: "none" | "default" | "customer";
  /** She did something herself to agree. */
  readonly act: boolean;
  readonly withdrawn: boolean;
}

/** Where a customer stands towards the lender's data and notices: all that acts need to know of her past. */
export interface Standing {
  /** In the order of `consentSources`. */
  readonly consents: readonly ConsentAnswer[];
  /** Bit i: she went through enrolment moment i of `moments.enrolment`; the next: she read the question of the remedy. */
  readonly passed: number;
  /** The same under the policy before, where another took over. */
  readonly passedBefore: number;
  /** Her account was closed longer ago than data may be kept, and they are kept. */
  readonly pastRetention: boolean;
  /** She had an account that is closed, or written off, and has no other. */
  readonly closed: boolean;
  /** The stage of the procedures that are in force; absent: that at first. */
  readonly stage?: number;
}

/** The answer of somebody who was never asked, or said no. */
export const noConsent: ConsentAnswer = { kind: "none", ticked: "none", act: false, withdrawn: false };

/** A customer who has met nothing yet. */
export const noStanding: Standing = { consents: consentSources.map(() => noConsent), passed: 0, passedBefore: 0, pastRetention: false, closed: false };

/** Screens on which a customer is told and asked: those of the enrolment moments, and the remedy's. */
export type ScreenMoment = EnrolmentMoment | "remedy";

/** The bit of a screen in `Standing.passed`. */
export function momentBit(moment: ScreenMoment): number {
  return 1 << (moment === "remedy" ? moments.enrolment.length : moments.enrolment.indexOf(moment));
}

/** The answer to the question about one source. */
export function consentTo(standing: Standing, source: ConsentSource): ConsentAnswer {
  return standing.consents[consentSources.indexOf(source)] ?? noConsent;
}

/** Agreed by an act of her own, and not taken back. */
export function agreedByAct(answer: ConsentAnswer): boolean {
  return answer.kind !== "none" && answer.ticked !== "default" && answer.act && !answer.withdrawn;
}

/** Whether an answer is given in a form at least as strict as another: none, bundled, separate, written. */
export function atLeast(kind: ConsentKind, needed: ConsentKind): boolean {
  return consentKinds.indexOf(kind) >= consentKinds.indexOf(needed);
}

/**
 * Sources whose facts the lender does not read: asked openly and not agreed to, or withdrawn where that stops the
 * reading.
 * A box that comes ticked is no open question: whoever unticks it is read all the same.
 */
export function withheldSources(procedures: Procedures, standing: Standing, before?: Procedures): number {
  let bits = 0;
  consentSources.forEach((source, index) => {
    const answer = standing.consents[index] ?? noConsent;
    const erased = answer.withdrawn && stopsOnWithdrawal(procedures);
    const asked = askedOpenly(procedures, standing.passed, source) || (before !== undefined && askedOpenly(before, standing.passedBefore, source));
    const refused = answer.kind === "none" && asked;
    if (erased || refused) bits |= 1 << index;
  });
  return bits;
}

/** Whether data are no longer read once a consent is taken back. */
function stopsOnWithdrawal({ withdrawal, data }: Procedures): boolean {
  return withdrawal === undefined ? data.retentionMonthsAfterEnd === 0 : withdrawal.data !== "use";
}

function askedOpenly(procedures: Procedures, passed: number, source: ConsentSource): boolean {
  if ((passed & momentBit("remedy")) !== 0 && procedures.remedy?.consents[source]?.ticked === "customer") return true;
  return moments.enrolment.some(
    (moment, index) =>
      (passed & (1 << index)) !== 0 && procedures.enrolment[moment]?.consents[source]?.ticked === "customer",
  );
}

/** Reads the `consent.*` slots of a row. A slot never written is an answer never given. */
export function createConsentReader(layout: FactLayout): {
  /** The answers of a row as a whole number below 2^40, five bits a source. */
  key(row: Row): number;
  answers(row: Row): readonly ConsentAnswer[];
} {
  const slots = consentSources.map((source) => consentSlots(layout, source));
  return {
    key(row) {
      let key = 0;
      for (const slot of slots) {
        // Kind 2 bits, ticked by default, act, withdrawn: NaN compares false, which is "none".
        const kind = row[slot.kind] ?? 0;
        const bits =
          (kind > 0 ? kind : 0) * 8 +
          (row[slot.ticked] === slot.byDefault ? 4 : 0) +
          (row[slot.act] === 1 ? 2 : 0) +
          (row[slot.withdrawn] === 1 ? 1 : 0);
        key = key * 32 + bits;
      }
      return key;
    },
    answers: (row) => slots.map((slot) => slot.answer(row)),
  };
}

function consentSlots(layout: FactLayout, source: ConsentSource) {
  const definition = (part: string) => layout.dictionary.facts.get(`consent.${source}.${part}`);
  const slot = (part: string) => layout.slot(`consent.${source}.${part}`);
  const [kind, ticked, act, withdrawn] = [slot("kind"), slot("ticked"), slot("act"), slot("withdrawn")];
  const kindDefinition = definition("kind");
  const tickedDefinition = definition("ticked");
  if (kindDefinition?.type !== "enum" || tickedDefinition?.type !== "enum") throw new Error(`consent.${source} is not in the dictionary`);
  const byDefault = tickedDefinition.values.indexOf("default");
  const answer = (row: Row): ConsentAnswer => {
    const given = consentKinds.find((name) => name === decodeFact(kindDefinition, row[kind] ?? Number.NaN)) ?? "none";
    if (given === "none") return noConsent;
    const isDefault = row[ticked] === byDefault;
    return { kind: given, ticked: isDefault ? "default" : "customer", act: row[act] === 1, withdrawn: row[withdrawn] === 1 };
  };
  return { kind, ticked, act, withdrawn, byDefault, answer };
}
