import type { FactLayout } from "../../facts/index.ts";
import type { Row } from "../../policy/index.ts";
import { ActJudge } from "./act-judge.ts";
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

/** A judge in a season, with the verdicts it has found. */
class Seat {
  readonly judge: ActJudge;
  /** By number of standing; −1 where not yet judged. For an act that depends on nothing, at 0. A plain array with holes would be a hash table. */
  #found = new Int32Array(1).fill(-1);
  #stoodFor = -1;

  constructor(judge: ActJudge) {
    this.judge = judge;
  }

  /** The verdict on this standing, remembered or made. */
  find(standings: Standings, row: Row): Verdict {
    const number = this.judge.isByStanding ? standings.now.id : 0;
    const found = this.#found[number] ?? -1;
    if (found >= 0) return found;
    this.stand(standings);
    const verdict = this.judge.judge(row);
    while (number >= this.#found.length) this.#found = longer(this.#found);
    this.#found[number] = verdict;
    return verdict;
  }

  stand(standings: Standings): void {
    if (this.#stoodFor === standings.now.id) return;
    this.judge.stand(standings.now.id, standings.standing());
    this.#stoodFor = standings.now.id;
  }

  forget(): void {
    if (this.judge.isByStanding) this.#found.fill(-1);
    this.judge.forget();
    this.#stoodFor = -1;
  }
}

/** The judges of all forms of act, each made when it is first needed. */
export class Bench {
  readonly #inputs: JudgesInputs;
  readonly #verdicts: Verdicts;
  readonly #stages: LawSeasons["stages"];
  readonly #seasons: number;
  readonly #contexts: ReturnType<typeof contextsOf>;
  readonly #laws: ReturnType<typeof createLawCompiler>;
  readonly #forms: Act[] = [];
  readonly #handles = new Map<string, ActHandle>();
  // By form and season: the seat, the standing that it was last asked about, and its verdict, −1 where that depends on
  // the row. Customers keep a standing for months, so these few numbers answer most questions.
  readonly #seats: (Seat | undefined)[] = [];
  #lastFor: Int32Array;
  #last: Int32Array;

  /** Judges for the packs of the inputs; for the seasons of a run. */
  constructor(inputs: JudgesInputs, verdicts: Verdicts, { dates, stages }: LawSeasons) {
    this.#inputs = inputs;
    this.#verdicts = verdicts;
    this.#stages = stages;
    this.#seasons = Math.max(1, dates.length);
    this.#contexts = contextsOf(inputs);
    this.#laws = createLawCompiler(inputs, dates);
    this.#lastFor = new Int32Array(64 * this.#seasons).fill(-1);
    this.#last = new Int32Array(64 * this.#seasons);
  }

  handle(act: Act): ActHandle {
    const key = JSON.stringify(act, Object.keys(act).toSorted());
    const known = this.#handles.get(key);
    if (known !== undefined) return known;
    this.#handles.set(key, this.#forms.length);
    for (let season = 0; season < this.#seasons; season++) this.#seats.push(undefined);
    if (this.#seats.length > this.#last.length) {
      this.#lastFor = longer(this.#lastFor);
      this.#last = longer(this.#last);
    }
    return this.#forms.push(act) - 1;
  }

  judge(handle: ActHandle, season: number, standings: Standings, row: Row): Verdict {
    const at = handle * this.#seasons + season;
    const standing = standings.now.id;
    const last = this.#last;
    const isSame = this.#lastFor[at] === standing;
    if (isSame && (last[at] ?? -1) >= 0) return last[at] ?? 0;
    const found = this.#seats[at] ?? this.#seat(handle, season);
    if (!isSame) {
      this.#lastFor[at] = standing;
      last[at] = found.judge.isByRow ? -1 : found.find(standings, row);
      if (!found.judge.isByRow) return last[at] ?? 0;
      found.stand(standings);
    }
    return found.judge.judge(row);
  }

  /** Numbers of standings mean something else from now on. */
  forget(): void {
    this.#lastFor.fill(-1);
    for (const seat of this.#seats) seat?.forget();
  }

  #seat(handle: ActHandle, season: number): Seat {
    const act = this.#forms[handle];
    const context = this.#contexts[this.#stages[season] ?? 0];
    if (act === undefined || context === undefined) throw new Error(`no form of act has the handle ${handle}`);
    const { lenderType, layout } = this.#inputs;
    const spread = spreadOf(context, act, layout);
    const law = this.#laws(act.kind, season);
    const judge = new ActJudge({ law, facts: factsOfAct(context, act), lenderType, layout, verdicts: this.#verdicts, ...(spread === undefined ? {} : { spread }) });
    const made = new Seat(judge);
    this.#seats[handle * this.#seasons + season] = made;
    return made;
  }
}

/** Twice as long, with −1 for what is not known yet. */
function longer(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(numbers.length * 2).fill(-1);
  more.set(numbers);
  return more;
}

function spreadOf(context: ActContext, act: Act, layout: FactLayout): ResidualSpread | undefined {
  if (act.kind !== "pricing") return undefined;
  const pricing = pricingAt(context.decisions, act.moment);
  const features = nonRiskFeatures(context, act.moment);
  return pricing === undefined || features.length === 0 ? undefined : residualSpread(pricing, features, layout);
}
