import { lifeAt, never, type CustomerState } from "./customer-state.ts";
import type { World } from "./world.ts";

/** Upper ends of the score bands, exclusive; the last band is open. */
const bandEnds = [580, 620, 660, 700, 740];

/** Score bands, by the score that the lender saw when the account was opened. */
export const scoreBands = ["none", "below-580", "580-619", "620-659", "660-699", "700-739", "740-up"] as const;
export type ScoreBand = (typeof scoreBands)[number];

/** Account holders by how they use the credit: at a fee at least once, or inside the free period only. */
export const creditUsers = ["feeUsers", "freeUsers"] as const;
export type CreditUser = (typeof creditUsers)[number];

/** What is added up of the account holders of a class over the run; money in fen, balances in yuan. */
export const classFigures = ["holders", "revenueFen", "costFen", "lossFen", "balanceYuanMonths", "balanceMonths", "defaults"] as const;
export type ClassFigure = (typeof classFigures)[number];

/** Figures beside the number of holders. */
const brought = classFigures.length - 1;

/** Classes in the order of the tally: bands, then uses. */
export const classCount = scoreBands.length + creditUsers.length;

/** The band of a score; a missing one is NaN. */
export function bandOf(points: number): number {
  if (points !== points) return 0;
  let band = 1;
  while (band <= bandEnds.length && points >= (bandEnds[band - 1] ?? 0)) band++;
  return band;
}

/** Forgets what the customer earned and cost so far: at her beginning, and when month 0 begins. */
export function clearLife(s: CustomerState): void {
  s.life.fill(0);
}

/** At the end of her run: counted in the band that her account was opened in, and among those who use credit as she does. */
export function countLife(w: World, s: CustomerState): void {
  if (s.openedAt === never && s.timesOpened === 0) return;
  addToClass(w, s, s.band);
  if ((s.life[lifeAt.boughtAtFee] ?? 0) > 0) addToClass(w, s, scoreBands.length);
  else if ((s.life[lifeAt.boughtFree] ?? 0) > 0) addToClass(w, s, scoreBands.length + 1);
}

function addToClass(w: World, s: CustomerState, place: number): void {
  const { part, group } = w.hand;
  const { classes } = part;
  const at = (group * classCount + place) * classFigures.length;
  classes[at] = (classes[at] ?? 0) + 1;
  // The figures of a class stand in the order of `lifeAt`, costs before losses.
  for (let figure = 0; figure < brought; figure++) classes[at + 1 + figure] = (classes[at + 1 + figure] ?? 0) + (s.life[figure] ?? 0);
}
