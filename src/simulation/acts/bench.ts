import type { FactLayout } from "../../facts/index.ts";
import type { Row } from "../../policy/index.ts";
import { createActJudge, type ActJudge } from "./act-judge.ts";
import type { Act } from "./act.ts";
import type { ActContext } from "./act-facts.ts";
import { contextsOf } from "./contexts.ts";
import { factsOfAct } from "./derive-act-facts.ts";
import { createLawCompiler } from "./law-compiler.ts";
import type { LawSeasons } from "./law-seasons.ts";
import type { ActHandle, JudgesInputs, Verdict } from "./judges.ts";
import { nonRiskFeatures, pricingAt } from "./pricing-facts.ts";
import { residualSpread, type ResidualSpread } from "./residual-spread.ts";
import type { Standings } from "./standings.ts";
import type { Verdicts } from "./verdicts.ts";

/** The judges of all forms of act, each made when it is first needed. */
export interface Bench {
  handle(act: Act): ActHandle;
  judge(act: ActHandle, season: number, standings: Standings, row: Row): Verdict;
  /** Numbers of standings mean something else from now on. */
  forget(): void;
}

/** A judge in a season, with the verdicts it has found. */
interface Seat {
  readonly judge: ActJudge;
  /** By number of standing; −1 where not yet judged. For an act that depends on nothing, at 0. A plain array with holes would be a hash table. */
  found: Int32Array;
  stoodFor: number;
}

/** Judges for the packs of the inputs; for the seasons of a run. */
export function createBench(inputs: JudgesInputs, verdicts: Verdicts, { dates, stages }: LawSeasons): Bench {
  const forms: Act[] = [];
  // By form and season: the seat, the standing that it was last asked about, and its verdict, −1 where that depends on
  // the row. Customers keep a standing for months, so these few numbers answer most questions.
  const seats: (Seat | undefined)[] = [];
  const seasons = Math.max(1, dates.length);
  let lastFor = new Int32Array(64 * seasons).fill(-1);
  let last = new Int32Array(64 * seasons);
  const handles = new Map<string, ActHandle>();
  const contexts = contextsOf(inputs);
  const laws = createLawCompiler(inputs, dates);

  const seat = (handle: ActHandle, season: number): Seat => {
    const act = forms[handle];
    const context = contexts[stages[season] ?? 0];
    if (act === undefined || context === undefined) throw new Error(`no form of act has the handle ${handle}`);
    const spread = spreadOf(context, act, inputs.layout);
    const judge = createActJudge({
      law: laws(act.kind, season),
      facts: factsOfAct(context, act),
      lenderType: inputs.lenderType,
      layout: inputs.layout,
      verdicts,
      ...(spread === undefined ? {} : { spread }),
    });
    const made: Seat = { judge, found: new Int32Array(1).fill(-1), stoodFor: -1 };
    seats[handle * seasons + season] = made;
    return made;
  };

  return {
    handle(act) {
      const key = JSON.stringify(act, Object.keys(act).toSorted());
      const known = handles.get(key);
      if (known !== undefined) return known;
      handles.set(key, forms.length);
      for (let season = 0; season < seasons; season++) seats.push(undefined);
      if (seats.length > last.length) {
        lastFor = longer(lastFor);
        last = longer(last);
      }
      return forms.push(act) - 1;
    },
    judge(handle, season, standings, row) {
      const at = handle * seasons + season;
      const standing = standings.now.id;
      const isSame = lastFor[at] === standing;
      if (isSame && (last[at] ?? -1) >= 0) return last[at] ?? 0;
      const found = seats[at] ?? seat(handle, season);
      if (!isSame) {
        lastFor[at] = standing;
        last[at] = found.judge.isByRow ? -1 : find(found, standings, row);
        if (!found.judge.isByRow) return last[at] ?? 0;
        stand(found, standings);
      }
      return found.judge.judge(row);
    },
    forget() {
      lastFor.fill(-1);
      for (const at of seats) {
        if (at === undefined) continue;
        if (at.judge.isByStanding) at.found.fill(-1);
        at.judge.forget();
        at.stoodFor = -1;
      }
    },
  };
}

/** The verdict on this standing, remembered or made. */
function find(at: Seat, standings: Standings, row: Row): Verdict {
  const number = at.judge.isByStanding ? standings.now.id : 0;
  const found = at.found[number] ?? -1;
  if (found >= 0) return found;
  stand(at, standings);
  const verdict = at.judge.judge(row);
  while (number >= at.found.length) at.found = longer(at.found);
  at.found[number] = verdict;
  return verdict;
}

/** Twice as long, with −1 for what is not known yet. */
function longer(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(numbers.length * 2).fill(-1);
  more.set(numbers);
  return more;
}

function stand(at: Seat, standings: Standings): void {
  if (at.stoodFor === standings.now.id) return;
  at.judge.stand(standings.now.id, standings.standing());
  at.stoodFor = standings.now.id;
}

function spreadOf(context: ActContext, act: Act, layout: FactLayout): ResidualSpread | undefined {
  if (act.kind !== "pricing") return undefined;
  const pricing = pricingAt(context.decisions, act.moment);
  const features = nonRiskFeatures(context, act.moment);
  return pricing === undefined || features.length === 0 ? undefined : residualSpread(pricing, features, layout);
}
