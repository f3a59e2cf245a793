import { layoutFacts, type FactDefinition, type FactLayout, type FactName } from "../../facts/index.ts";
import { compileLaw, type ActKind, type CompiledLaw, type LawRule, type Row } from "../../policy/index.ts";
import { createActJudge, type ActJudge } from "./act-judge.ts";
import type { Act } from "./act.ts";
import type { ActContext, ActFacts } from "./act-facts.ts";
import { factsOfAct } from "./derive-act-facts.ts";
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
  /** By number of standing; −1 where not yet judged. For an act that depends on nothing, at 0. */
  readonly found: number[];
  /** What follows from each standing met, encoded, by its number. */
  readonly encoded: Row[];
  stoodFor: number;
}

/** Judges for the packs of the inputs; `dates` is the first date of each season. */
export function createBench(inputs: JudgesInputs, verdicts: Verdicts, dates: readonly string[]): Bench {
  const forms: { readonly act: Act; readonly facts: ActFacts; readonly seats: (Seat | undefined)[] }[] = [];
  const handles = new Map<string, ActHandle>();
  const context: ActContext = { ...inputs, dictionary: inputs.layout.dictionary };
  const laws = createLawCompiler(inputs, dates);
  const numbers = new Map<LawRule, number>(inputs.packs.flatMap(({ rules }) => rules).map((rule, number) => [rule, number]));

  const seat = (handle: ActHandle, season: number): Seat => {
    const form = forms[handle];
    if (form === undefined) throw new Error(`no form of act has the handle ${handle}`);
    const law = laws(form.act.kind, season);
    const spread = spreadOf(context, form.act, inputs.layout);
    const judge = createActJudge({
      law,
      facts: form.facts,
      lenderType: inputs.lenderType,
      layout: inputs.layout,
      verdicts,
      numbers: law.rules.map((rule) => numberOf(numbers, rule)),
      ...(spread === undefined ? {} : { spread }),
    });
    const made: Seat = { judge, found: [], encoded: [], stoodFor: -1 };
    form.seats[season] = made;
    return made;
  };

  return {
    handle(act) {
      const key = JSON.stringify(act, Object.keys(act).toSorted());
      const known = handles.get(key);
      if (known !== undefined) return known;
      handles.set(key, forms.length);
      return forms.push({ act, facts: factsOfAct(context, act), seats: [] }) - 1;
    },
    judge(handle, season, standings, row) {
      const at = forms[handle]?.seats[season] ?? seat(handle, season);
      if (at.judge.scope === "row") {
        stand(at, standings);
        return at.judge.judge(row);
      }
      const number = at.judge.scope === "policy" ? 0 : standings.id;
      const found = at.found[number];
      if (found !== undefined) return found;
      stand(at, standings);
      const verdict = at.judge.judge(row);
      at.found[number] = verdict;
      return verdict;
    },
    forget() {
      for (const { seats } of forms)
        for (const at of seats) {
          if (at === undefined) continue;
          if (at.judge.scope === "standing") at.found.length = 0;
          at.encoded.length = 0;
          at.stoodFor = -1;
        }
    },
  };
}

function stand(at: Seat, standings: Standings): void {
  if (at.stoodFor === standings.id) return;
  const known = at.encoded[standings.id] ?? at.judge.encode(standings.standing);
  at.encoded[standings.id] = known;
  at.judge.stand(known);
  at.stoodFor = standings.id;
}

/** Compiles the rules for one kind of act as they stand in a season, once. */
function createLawCompiler({ packs, layout }: JudgesInputs, dates: readonly string[]): (kind: ActKind, season: number) => CompiledLaw {
  // Any fact of an act may be missing, whatever the dictionary says of applicants.
  const facts = new Map<FactName, FactDefinition>();
  for (const [name, fact] of layout.dictionary.facts) facts.set(name, { ...fact, nullable: true });
  const open = layoutFacts({ facts });
  const compiled = new Map<string, CompiledLaw>();
  return (kind, season) => {
    const key = `${kind} ${season}`;
    const known = compiled.get(key) ?? compileLaw({ packs, act: kind, date: dates[season] ?? "", layout: open, known: new Map() });
    compiled.set(key, known);
    return known;
  };
}

function numberOf(numbers: ReadonlyMap<LawRule, number>, rule: LawRule): number {
  const number = numbers.get(rule);
  if (number === undefined) throw new Error(`compiled rule ${rule.id} is in no pack`);
  return number;
}

function spreadOf(context: ActContext, act: Act, layout: FactLayout): ResidualSpread | undefined {
  if (act.kind !== "pricing") return undefined;
  const pricing = pricingAt(context.decisions, act.moment);
  const features = nonRiskFeatures(context, act.moment);
  return pricing === undefined || features.length === 0 ? undefined : residualSpread(pricing, features, layout);
}
