import { roundHalfEven } from "../../base/index.ts";
import { writeAllAccountFacts } from "../account-facts.ts";
import type { CustomerState } from "../customer-state.ts";
import { purposes } from "../purposes.ts";
import { changed, type World } from "../world.ts";
import type { PreparedFault, Scoring } from "./scoring.ts";

/** Reasons of a score that a history names. */
const reasonsShown = 3;

/** A customer begins: the score she comes with, or the one that the policy's scorecard gives her. */
export function beginScore(w: World, s: CustomerState, scoring: Scoring): void {
  const { row } = w;
  s.givenPoints = row[w.score.slot] ?? Number.NaN;
  s.scoreAge = scoring.scorer === undefined ? (row[w.score.ageSlot] ?? 0) : 0;
  if (s.scoreAge !== s.scoreAge) s.scoreAge = 0;
  s.faults = 0;
  scoring.faults.forEach((fault, index) => {
    if (fault.slot < 0 || row[fault.slot] === fault.value) s.faults |= 1 << index;
  });
  s.truePoints = s.pointsInUse = s.givenPoints;
  // A score that is refreshed at intervals was worked out before: a fault reaches it with its first refresh.
  refresh(w, s, scoring, scoring.refreshEvery === 0);
}

/** A month passes: the score grows older, and is worked out again when its time has come. */
export function keepScore(w: World, s: CustomerState, scoring: Scoring): void {
  if (s.month === scoring.repairFrom) repair(w, s, scoring);
  else if (s.month === scoring.raised.to + 1) refresh(w, s, scoring);
  if (scoring.refreshEvery > 0) {
    s.scoreAge += 1;
    if (s.scoreAge < scoring.refreshEvery) return writeAge(w, s, scoring);
    s.scoreAge = 0;
    refresh(w, s, scoring);
  } else if (scoring.follows || scoring.faults.length > 0) refresh(w, s, scoring);
}

/** What follows an alarm reaches every score at once. */
function repair(w: World, s: CustomerState, scoring: Scoring): void {
  refresh(w, s, scoring);
  w.hand.recorder?.event(s.month, "score-repaired", { by: w.procedures.scorecard?.onAlarm?.do ?? "–" });
}

/** What the lender may read has changed: its own scorecard is asked again. */
export function rescore(w: World, s: CustomerState, scoring: Scoring): void {
  if (scoring.scorer !== undefined) refresh(w, s, scoring);
  else put(w, s, scoring);
}

function refresh(w: World, s: CustomerState, scoring: Scoring, withFaults = true): void {
  const { scorer } = scoring;
  if (scorer !== undefined && scoring.follows) writeAllAccountFacts(w, s);
  s.truePoints = scorer === undefined ? s.givenPoints : scorer.points(w.row);
  const kept = !withFaults || scoring.faults.length === 0 ? s.truePoints : faulty(w, s, scoring);
  const inUse = kept - raisedBy(s, scoring);
  const news = !Object.is(inUse, s.pointsInUse);
  s.pointsInUse = inUse;
  put(w, s, scoring);
  if (news) tell(w, s, scoring);
}

/** Writes the score where decisions read it. A score that customers come with is gone where it is withheld. */
function put(w: World, s: CustomerState, scoring: Scoring): void {
  const { row, score } = w;
  const hidden = scoring.scorer === undefined && (s.withheld & score.sourceBit) !== 0;
  const points = hidden ? Number.NaN : s.pointsInUse;
  if (!Object.is(row[score.slot], points)) {
    row[score.slot] = points;
    s.factsChanged = changed(w);
  }
  writeAge(w, s, scoring);
}

function writeAge(w: World, s: CustomerState, scoring: Scoring): void {
  if (w.score.ageSlot < 0 || (scoring.refreshEvery === 0 && scoring.scorer === undefined)) return;
  const { row } = w;
  const age = row[w.score.slot] === row[w.score.slot] ? Math.min(s.scoreAge, 240) : Number.NaN;
  if (Object.is(row[w.score.ageSlot], age)) return;
  row[w.score.ageSlot] = age;
  s.factsChanged = changed(w);
}

/** Points that a raised cut-off takes from everybody in the month. */
export function raisedBy(s: CustomerState, { raised }: Scoring): number {
  return s.month >= raised.from && s.month <= raised.to ? raised.points : 0;
}

/** The score with the faults of the month that concern her. */
function faulty(w: World, s: CustomerState, scoring: Scoring): number {
  let points = s.truePoints;
  for (let i = 0; i < scoring.faults.length; i++) {
    const fault = scoring.faults[i];
    if (fault === undefined || (s.faults & (1 << i)) === 0 || s.month < fault.from || s.month > fault.to) continue;
    points = isLost(w, s, fault) ? Number.NaN : points * fault.scale + fault.shift;
  }
  return points !== points ? points : Math.min(scoring.most, Math.max(scoring.least, roundHalfEven(points)));
}

function isLost(w: World, s: CustomerState, { missingShare }: PreparedFault): boolean {
  return missingShare > 0 && w.draws.uniform(s.customer, -1, purposes.scoreLost) < missingShare;
}

function tell(w: World, s: CustomerState, scoring: Scoring): void {
  const { recorder } = w.hand;
  if (recorder === undefined) return;
  const lost = scoring.scorer?.lostMost(w.row, reasonsShown).map(({ fact, points }) => `${fact} ${points}`) ?? [];
  recorder.event(s.month, "score", {
    points: s.pointsInUse === s.pointsInUse ? s.pointsInUse : "–",
    ...(Object.is(s.pointsInUse, s.truePoints) ? {} : { truePoints: s.truePoints === s.truePoints ? s.truePoints : "–" }),
    ...(lost.length === 0 ? {} : { lostMost: lost.join(", ") }),
  });
}
