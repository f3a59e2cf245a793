import type { FactLayout } from "../../facts/index.ts";
import type { Row } from "../../policy/index.ts";
import { createActJudge, type ActJudge } from "./act-judge.ts";
import type { Act } from "./act.ts";
import type { ActContext, ActFacts } from "./act-facts.ts";
import { factsOfAct } from "./derive-act-facts.ts";
import { createLawCompiler } from "./law-compiler.ts";
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

/** Judges for the packs of the inputs; `dates` is the first date of each season. */
export function createBench(inputs: JudgesInputs, verdicts: Verdicts, dates: readonly string[]): Bench {
  const forms: { readonly act: Act; readonly facts: ActFacts; readonly seats: (Seat | undefined)[] }[] = [];
  // By form and season: the standing for which an act was last judged, and the verdict. Customers keep a standing for
  // months, so these few numbers answer most questions. Never for acts that depend on the row.
  const seasons = Math.max(1, dates.length);
  let lastFor = new Int32Array(64 * seasons).fill(-1);
  let last = new Int32Array(64 * seasons);
  const handles = new Map<string, ActHandle>();
  const context: ActContext = { ...inputs, dictionary: inputs.layout.dictionary };
  const laws = createLawCompiler(inputs, dates);

  const seat = (handle: ActHandle, season: number): Seat => {
    const form = forms[handle];
    if (form === undefined) throw new Error(`no form of act has the handle ${handle}`);
    const spread = spreadOf(context, form.act, inputs.layout);
    const judge = createActJudge({
      law: laws(form.act.kind, season),
      facts: form.facts,
      lenderType: inputs.lenderType,
      layout: inputs.layout,
      verdicts,
      ...(spread === undefined ? {} : { spread }),
    });
    const made: Seat = { judge, found: new Int32Array(1).fill(-1), stoodFor: -1 };
    form.seats[season] = made;
    return made;
  };

  return {
    handle(act) {
      const key = JSON.stringify(act, Object.keys(act).toSorted());
      const known = handles.get(key);
      if (known !== undefined) return known;
      handles.set(key, forms.length);
      if ((forms.length + 1) * seasons > last.length) {
        lastFor = longer(lastFor);
        last = longer(last);
      }
      return forms.push({ act, facts: factsOfAct(context, act), seats: [] }) - 1;
    },
    judge(handle, season, standings, row) {
      const at = handle * seasons + season;
      const standing = standings.id();
      if (lastFor[at] === standing) return last[at] ?? 0;
      const found = forms[handle]?.seats[season] ?? seat(handle, season);
      if (found.judge.isByRow) {
        stand(found, standings);
        return found.judge.judge(row);
      }
      lastFor[at] = standing;
      return (last[at] = find(found, standings, row));
    },
    forget() {
      lastFor.fill(-1);
      for (const { seats } of forms)
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
  const number = at.judge.isByStanding ? standings.id() : 0;
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
  if (at.stoodFor === standings.id()) return;
  at.judge.stand(standings.id(), standings.standing());
  at.stoodFor = standings.id();
}

function spreadOf(context: ActContext, act: Act, layout: FactLayout): ResidualSpread | undefined {
  if (act.kind !== "pricing") return undefined;
  const pricing = pricingAt(context.decisions, act.moment);
  const features = nonRiskFeatures(context, act.moment);
  return pricing === undefined || features.length === 0 ? undefined : residualSpread(pricing, features, layout);
}
