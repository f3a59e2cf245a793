import { exp, ln } from "../base/index.ts";
import { clearLife, countLife } from "./classes.ts";
import { counterAt, counterCount } from "./counter-at.ts";
import { clearState, type CustomerState } from "./customer-state.ts";
import { handOver, isReached, type Successor } from "./hand-over.ts";
import { month } from "./month.ts";
import { enterStage } from "./phases/change-procedures.ts";
import { purposes } from "./purposes.ts";
import { layoffsOf } from "./phases/layoffs.ts";
import { beginScore } from "./scores/index.ts";
import { changed, count, type World } from "./world.ts";

/** A month that never comes. */
const beyond = 1_000_000;

/** One customer through all months of the run: those before month 0 make the book, the others are counted. */
export function simulate(first: World, s: CustomerState, customer: number, successor?: Successor): void {
  let w = first;
  begin(w, s, customer);
  for (let m = 0 - w.warmUp; m < w.months; m++) {
    s.month = m;
    s.row = m < 0 ? w.months : m;
    s.at = (m < 0 && w.monthsBefore > 0 ? w.months + 1 + w.monthsBefore + m : s.row) * counterCount;
    if (m === 0) clearLife(s);
    if (successor !== undefined && m === successor.month && isReached(w, s, successor)) {
      const { stages } = successor.world;
      if (stages !== undefined) enterStage(successor.world, stages, m);
      w = handOver(w, s, successor);
    }
    month(w, s);
  }
  countLife(w, s);
  compareWithReality(w, s);
  w.judges.endCustomer();
}

function begin(w: World, s: CustomerState, customer: number): void {
  clearState(s);
  s.customer = customer;
  s.month = 0 - w.warmUp; // never −0, which is a double and slow as an index
  fillRow(w);
  s.layoffs = w.layoffs.length === 0 ? 0 : layoffsOf(w);
  s.factsChanged = s.requestChanged = s.accountChanged = changed(w);
  if (w.stages !== undefined) enterStage(w, w.stages, -Infinity);
  w.judges.beginCustomer(customer, w.row, w.hand.laws);
  if (w.scoring !== undefined) beginScore(w, s, w.scoring);
  takeTraits(w, s);
  drawFate(w, s);
}

/** A new row: typical facts of nobody's account, and what was observed of her. */
function fillRow(w: World): void {
  const { row } = w;
  row.set(w.blankRow);
  const { rows, index } = w.hand;
  const { ofColumns: columnSlots } = w.place;
  const width = columnSlots.length;
  for (let i = 0, at = index * width; i < width; i++, at++) row[columnSlots[i] ?? 0] = rows[at] ?? Number.NaN;
}

function takeTraits(w: World, s: CustomerState): void {
  const { latent } = w.hand.block;
  const { index } = w.hand;
  const a = w.assumed;
  s.quality = latent.quality[index] ?? 0;
  s.demand = latent.demand[index] ?? 1;
  s.incomeFen = Math.max(1, latent.incomeFen[index] ?? 1);
  s.attention = latent.attention[index] ?? 0.5;
  s.appetite = latent.creditAppetite[index] ?? 0.5;
  s.overborrowing = 1 + a.overborrowing * Math.max(0, latent.overborrowing[index] ?? 0) * w.policy.overborrowing;
  s.buys = 1 - exp(-a.purchaseRate * s.demand);
  s.buysWithCredit = 1 - exp(-a.purchaseRate * s.demand * (1 + a.uplift));
  s.purchaseScale = Math.sqrt(s.incomeFen / Math.max(1, a.referenceIncomeFen));
  s.autopayPropensity = w.row[w.slots.autopayEnabled] === 1 ? a.autopay : a.autopayOthers;
}

/** What was fixed before she met any policy: when she meets the terms, and when a thief uses her name. */
function drawFate(w: World, s: CustomerState): void {
  const { assumed, draws, warmUp } = w;
  const tenure = w.row[w.slots.tenureMonths] ?? 0;
  const wait = waitingTime(draws.uniform(s.customer, -1, purposes.termsMet), assumed.termsRenewal);
  s.termsMonth = tenure <= warmUp ? 0 - tenure : wait - warmUp;
  s.theftMonth = waitingTime(draws.uniform(s.customer, -1, purposes.identityTheft), assumed.takeoverOpening) - warmUp;
}

/** Whole months before something happens that has a constant chance a month: geometric, from one uniform. */
function waitingTime(u: number, hazard: number): number {
  if (hazard <= 0) return beyond;
  if (hazard >= 1) return 0;
  return Math.min(beyond, Math.floor(ln(u) / ln(1 - hazard)));
}

/** For imported customers whose outcome the file knows: would the policy have enrolled them? */
function compareWithReality(w: World, s: CustomerState): void {
  const real = w.hand.block.outcome?.[w.hand.index] ?? 255;
  if (real === 255) return;
  const enrolled = s.timesOpened > 0;
  count(w, s, enrolled ? counterAt.realKnownEnrolled : counterAt.realKnownNotEnrolled);
  if (real === 1) count(w, s, enrolled ? counterAt.realBadEnrolled : counterAt.realBadNotEnrolled);
}
