import { writeAccountFacts } from "../account-facts.ts";
import { counterAt } from "../counter-at.ts";
import { balanceFen, remedyStep, standing, type CustomerState } from "../customer-state.ts";
import { purposes } from "../purposes.ts";
import type { RemedyFigures } from "../remedy-figures.ts";
import { act, happened, type World } from "../world.ts";
import { close } from "./close.ts";
import { answerAnew, giveAccountConsent, readRemedy } from "./consent.ts";
import { setFrozen } from "./limit.ts";
import { discover } from "./react.ts";

/**
 * The remedy of an account that nobody asked for: its holder is asked whether to keep it. She may read it, which is
 * how some find out, and answer or not; on silence the procedure decides. What is to be closed waits, frozen, for its
 * balance to be paid.
 */
export function putToHolder(w: World, s: CustomerState, remedy: RemedyFigures): void {
  if (s.month < remedy.from) return;
  if (s.remedyStep === remedyStep.none) {
    if (s.asked) return;
    s.remedyStep = remedyStep.asked;
    s.remedyAskedAt = s.month;
    happened(w, s, counterAt.remedyAsked);
  }
  if (s.remedyStep === remedyStep.asked || s.remedyStep === remedyStep.frozen) waitForAnswer(w, s, remedy);
  if (s.remedyStep === remedyStep.closingByAnswer) closeWhenPaid(w, s, counterAt.remedyClosedByAnswer);
  else if (s.remedyStep === remedyStep.closingBySilence) closeWhenPaid(w, s, counterAt.remedyClosedBySilence);
}

function waitForAnswer(w: World, s: CustomerState, remedy: RemedyFigures): void {
  if (w.draws.uniform(s.customer, s.month, purposes.remedyRead) < w.assumed.remedyReads) {
    readRemedy(w, s);
    if (!s.aware) discover(w, s);
    answer(w, s, remedy);
  }
  if (s.remedyStep === remedyStep.asked && s.month - s.remedyAskedAt + 1 >= remedy.months) staysSilent(w, s, remedy);
}

function answer(w: World, s: CustomerState, remedy: RemedyFigures): void {
  const { remedyConfirms, remedyCloses } = w.assumed;
  const yes = Math.min(1, remedyConfirms * 2 * s.appetite);
  const u = w.draws.uniform(s.customer, s.month, purposes.remedyAnswer);
  if (u < yes) confirm(w, s, remedy);
  else if (u < yes + (1 - yes) * remedyCloses) s.remedyStep = remedyStep.closingByAnswer;
}

/** From now on the account is hers by her own act, and what it reads rests on what she agreed to. */
function confirm(w: World, s: CustomerState, remedy: RemedyFigures): void {
  if (s.remedyHolds) setFrozen(w, s, false);
  s.remedyHolds = false;
  s.remedyStep = remedyStep.confirmed;
  s.asked = true;
  happened(w, s, counterAt.remedyConfirmed);
  giveAccountConsent(w, s, remedy.account, true);
  answerAnew(w, s, remedy.questions);
}

function staysSilent(w: World, s: CustomerState, remedy: RemedyFigures): void {
  if (remedy.onSilence === "keep") s.remedyStep = remedyStep.kept;
  else if (remedy.onSilence === "close") s.remedyStep = remedyStep.closingBySilence;
  else {
    s.remedyStep = remedyStep.frozen;
    hold(w, s);
  }
}

/** Closes what is paid; holds what is not. */
function closeWhenPaid(w: World, s: CustomerState, counter: number): void {
  if (balanceFen(s) > 0) return hold(w, s);
  happened(w, s, counter);
  writeAccountFacts(w, s);
  act(w, s, w.acts.closure.closed, "closure-decision");
  close(w, s);
}

function hold(w: World, s: CustomerState): void {
  if (s.status !== standing.open) return;
  s.remedyHolds = true;
  happened(w, s, counterAt.remedyFrozen);
  setFrozen(w, s, true);
}
