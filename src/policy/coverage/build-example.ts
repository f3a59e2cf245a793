import type { Text } from "../../base/index.ts";
import { decodeFact, typicalRow } from "../../facts/index.ts";
import type { FactLayout } from "../../facts/index.ts";
import { compileDecision } from "../compile/compile-decision.ts";
import { knownFacts } from "../compile/derive.ts";
import { readOutcome } from "../compile/read-outcome.ts";
import type { ReadOutcome } from "../compile/read-outcome.ts";
import type { CompiledDecision, Row } from "../compiled.ts";
import { moments } from "../policy.ts";
import { inForce, scoreFact, type Scorecard } from "../scorecard/index.ts";
import type { Constant, DecisionName, Moment, Policy } from "../policy.ts";

/** What a decision comes to on a row, each moment compiled when first asked for. */
export function decider(policy: Policy, decision: DecisionName, layout: FactLayout): (moment: Moment, row: Row) => ReadOutcome {
  const codes = new Map<Moment, CompiledDecision>();
  return (moment, row) => {
    const code = codes.get(moment) ?? compileDecision({ policy, decision, moment, layout, known: knownFacts(policy) });
    codes.set(moment, code);
    const outcome = code.newOutcome();
    code.decide(row, outcome);
    return readOutcome(code, outcome);
  };
}

/** The moment of a row; undefined where it is none of the decision's. */
export function momentIn(row: Row, decision: DecisionName, layout: FactLayout): Moment | undefined {
  const definition = layout.dictionary.facts.get("request.moment");
  const word = definition?.type === "enum" ? definition.values[row[layout.slot("request.moment")] ?? -1] : undefined;
  return moments[decision].find((moment) => moment === word);
}

/** A title nobody has yet, short enough for a name: names of examples have at most 100 characters. */
export function freshTitle(wanted: Text, taken: (lang: "en" | "zh") => readonly string[]): Text {
  const fresh = (lang: "en" | "zh"): string => {
    const used = new Set(taken(lang));
    const bare = wanted[lang].length > titleMax ? `${wanted[lang].slice(0, titleMax - 1).trimEnd()}…` : wanted[lang];
    const numbered = [bare, ...Array.from({ length: used.size + 1 }, (_, index) => `${bare} (${index + 2})`)];
    return numbered.find((title) => !used.has(title)) ?? bare;
  };
  return { en: fresh("en"), zh: fresh("zh") };
}

/** Some characters are left for a number. */
const titleMax = 90;

/** Takes facts back to the typical applicant's, one by one, as long as the row stays good. */
export function simplify(row: Row, layout: FactLayout, isGood: (row: Row) => boolean): void {
  const typical = typicalRow(layout);
  const moment = layout.slot("request.moment");
  for (let slot = 0; slot < row.length; slot += 1) {
    const kept = row[slot] ?? NaN;
    if (slot === moment || Object.is(kept, typical[slot])) continue;
    row[slot] = typical[slot] ?? NaN;
    if (!isGood(row)) row[slot] = kept;
  }
}

/**
 * The facts in which a row departs from the typical applicant, as an example writes them. With a scorecard in force
 * the score is always among them: left out, it would be worked out from the rest.
 */
export function departures(row: Row, layout: FactLayout, scorecard?: Scorecard): Readonly<Record<string, Constant | null>> {
  const typical = typicalRow(layout);
  if (inForce(scorecard) !== undefined) typical[layout.slot(scoreFact)] = -1;
  return Object.fromEntries(
    [...layout.dictionary.facts.values()].flatMap((definition, slot) => {
      if (definition.name === "request.moment" || Object.is(row[slot], typical[slot])) return [];
      return [[definition.name, decodeFact(definition, row[slot] ?? NaN)] as const];
    }),
  );
}
