import type { CustomerState } from "../customer-state.ts";
import type { EnrolmentScreen, ScreenQuestion } from "../screens.ts";
import type { EnrolmentMoment } from "../../policy/index.ts";
import { changed, type World } from "../world.ts";
import { withhold } from "./withhold.ts";

/** Values of `consent.<source>.ticked`. */
const ticked = { none: 0, default: 1, customer: 2 } as const;

/** How she goes about a screen: whether she unticks what is ticked for her, and whether she came to apply. */
export interface Manner {
  readonly unticks: boolean;
  readonly applicant: boolean;
}

/**
 * The procedure asks, her own propensity answers: the same under every policy. A box ticked for her stays ticked
 * unless she unticks it. A stricter consent replaces a weaker one; an answer never takes back an earlier consent.
 */
export function answerQuestions(w: World, s: CustomerState, screen: EnrolmentScreen, manner: Manner): void {
  let news = pass(w, s, screen.momentBit, screen.moment);
  for (const question of screen.questions) {
    if (question.preTicked) {
      if (!manner.unticks && give(w, question, ticked.default)) news = true;
      continue;
    }
    const propensity = w.hand.block.latent.consent[question.source]?.[w.hand.index] ?? 0;
    if (propensity > 1 - (manner.applicant ? question.yesOfApplicant : question.yes) && give(w, question, ticked.customer)) news = true;
  }
  if (news) withhold(w, s);
}

/** She goes through the screens of a moment; true where it is the first time. */
function pass(w: World, s: CustomerState, bit: number, moment: EnrolmentMoment): boolean {
  if ((s.passed & bit) !== 0) return false;
  s.passed |= bit;
  w.judges.passed(moment);
  return true;
}

/** Consent to the account itself. */
export function giveAccountConsent(w: World, s: CustomerState, box: ScreenQuestion, ownAct: boolean): void {
  if (!give(w, box, ownAct ? ticked.customer : ticked.default)) return;
  s.factsChanged = changed(w);
  w.judges.consentsChanged();
}

/** Whoever is at the screen agrees to all that it asks, the account itself included. */
export function giveAll(w: World, screen: EnrolmentScreen): void {
  for (const question of screen.questions) give(w, question, question.preTicked ? ticked.default : ticked.customer);
  if (screen.account !== undefined) give(w, screen.account, screen.account.preTicked ? ticked.default : ticked.customer);
}

/** True where it changes anything. */
function give(w: World, question: ScreenQuestion, how: number): boolean {
  const slots = w.slots.consents[question.source];
  if (slots === undefined) return false;
  const { row } = w;
  const own = how === ticked.customer ? 1 : 0;
  const before = (row[slots.kind] ?? 0) * 2 + (row[slots.act] ?? 0);
  if (row[slots.withdrawn] !== 1 && before >= question.kind * 2 + own) return false;
  row[slots.kind] = question.kind;
  row[slots.ticked] = how;
  row[slots.act] = own;
  row[slots.withdrawn] = 0;
  return true;
}

/** She reads the question of the remedy: it is put to her, whatever she answers. */
export function readRemedy(w: World, s: CustomerState): void {
  w.judges.passed("remedy");
  withhold(w, s);
}

/** She answers each question anew: a yes replaces the consent that came ticked, a no takes it back. */
export function answerAnew(w: World, s: CustomerState, questions: readonly ScreenQuestion[]): void {
  for (const question of questions) {
    const propensity = w.hand.block.latent.consent[question.source]?.[w.hand.index] ?? 0;
    if (question.preTicked || propensity > 1 - question.yesOfApplicant) give(w, question, question.preTicked ? ticked.default : ticked.customer);
    else revoke(w, question.source);
  }
  withhold(w, s);
}

/** As if she had never agreed. */
function revoke(w: World, source: number): void {
  const slots = w.slots.consents[source];
  if (slots === undefined) return;
  w.row[slots.kind] = 0;
  w.row[slots.ticked] = ticked.none;
  w.row[slots.act] = 0;
  w.row[slots.withdrawn] = 0;
}

/** She takes back the consents to the use of her data that she gave no more readily than so. */
export function withdrawConsents(w: World, s: CustomerState, readiness: number): void {
  const { consents } = w.slots;
  for (let source = 0; source < consents.length - 1; source++) {
    const slots = consents[source];
    if (slots !== undefined && isGiven(w, source) && (w.hand.block.latent.consent[source]?.[w.hand.index] ?? 0) <= readiness) w.row[slots.withdrawn] = 1;
  }
  withhold(w, s);
}

/** How readily she gave the consent to the use of her data that she gave least readily; above 1 where she gave none. */
export function leastReadiness(w: World): number {
  let least = 2;
  for (let source = 0; source < w.slots.consents.length - 1; source++) {
    if (isGiven(w, source)) least = Math.min(least, w.hand.block.latent.consent[source]?.[w.hand.index] ?? 0);
  }
  return least;
}

function isGiven(w: World, source: number): boolean {
  const slots = w.slots.consents[source];
  return slots !== undefined && (w.row[slots.kind] ?? 0) > 0 && w.row[slots.withdrawn] !== 1;
}
