import { nearest, type Diagnostic } from "../../base/index.ts";
import { makeScorer, scoreFact, type Policy, type Scorecard } from "../../policy/index.ts";
import type { BacktestOrigin, ScoreColumn } from "../../verdict/index.ts";
import { located } from "../read-file.ts";
import type { GivenFacts } from "../read-facts.ts";
import type { ImportedRows, RowGround } from "./row-source.ts";

/** Which score is looked at. */
export interface ScoreRequest {
  /** `--score`. */
  readonly fact: string | undefined;
  readonly higherIsWorse: boolean;
  /** The policy's own scorecard, or the one given, which is in force whatever it says. */
  readonly scorecard: Scorecard | undefined;
  readonly isGiven: boolean;
  readonly situation: GivenFacts;
  readonly fileOnly: boolean;
}

/** Scores that policies read, in the order in which they are looked for. */
const scores = [scoreFact, "bureau.score", "score.thirdPartyPoints"] as const;

/** The fact asked for, else the scorecard, else the first score that the policy's rules read; none where there is none. */
export function scoreColumn(ground: RowGround, imported: ImportedRows, asked: ScoreRequest): { readonly column?: ScoreColumn; readonly diagnostics: readonly Diagnostic[] } {
  const { fact, scorecard } = asked;
  if (fact !== undefined) {
    const found = ofFact(fact, ground, imported, asked);
    return found === undefined ? { diagnostics: [notANumber(fact, ground)] } : { column: found, diagnostics: [] };
  }
  if (scorecard !== undefined) return { column: ofScorecard(scorecard, ground, imported, asked), diagnostics: [] };
  const read = factsNamed(ground.policy);
  const first = scores.find((name) => read.includes(name));
  const column = first === undefined ? undefined : ofFact(first, ground, imported, asked);
  return column === undefined ? { diagnostics: [] } : { column, diagnostics: [] };
}

function ofFact(fact: string, ground: RowGround, imported: ImportedRows, { higherIsWorse, situation, fileOnly }: ScoreRequest): ScoreColumn | undefined {
  const definition = ground.layout.dictionary.facts.get(fact);
  if (definition?.producedBy !== "population" || definition.type === "enum") return undefined;
  const slot = ground.layout.slot(fact);
  const origin = originOf(fact, imported);
  const values = gather(ground, imported, situation, (filled, bare) => (fileOnly || origin !== "synthetic" ? bare : filled)[slot] ?? Number.NaN);
  return { name: fact, title: definition.title, origin, higherIsWorse, draft: false, decides: rulesRead(ground.policy).includes(fact), syntheticInputs: [], values };
}

function ofScorecard(scorecard: Scorecard, ground: RowGround, imported: ImportedRows, { higherIsWorse, isGiven, situation, fileOnly }: ScoreRequest): ScoreColumn {
  const scorer = makeScorer(scorecard, ground.layout);
  const { calibration } = scorecard;
  return {
    name: scoreFact,
    title: scorecard.title,
    origin: "scorecard",
    higherIsWorse,
    draft: scorecard.status === "draft" && !isGiven,
    decides: rulesRead(ground.policy).includes(scoreFact),
    syntheticInputs: scorecard.characteristics.map(({ fact }) => fact).filter((fact) => originOf(fact, imported) === "synthetic"),
    values: gather(ground, imported, situation, (filled, bare) => scorer.points(fileOnly ? bare : filled)),
    ...(calibration === undefined ? {} : { chance: (score: number) => (calibration.findLast(({ from }) => from <= score)?.defaultBps ?? Number.NaN) / 10_000 }),
  };
}

function gather(ground: RowGround, { population }: ImportedRows, situation: GivenFacts, of: (filled: Float64Array, bare: Float64Array) => number): Float64Array {
  const values = new Float64Array(population.size);
  for (const { at, filled, bare } of ground.rows(situation)) values[at] = of(filled, bare);
  return values;
}

/** The facts that a policy's enrolment and limit rules, what they derive, and its scorecard name. */
export function factsNamed(policy: Policy): readonly string[] {
  return [...rulesRead(policy), ...(policy.scorecard?.characteristics ?? []).map(({ fact }) => fact)];
}

function rulesRead({ decisions: { enrolment, limit }, derived }: Policy): readonly string[] {
  const text = JSON.stringify([enrolment.rules, enrolment.conditions, limit.rules, limit.conditions, derived]);
  return [...text.matchAll(/"([a-z]\w*\.\w+)"/giu)].map(([, name = ""]) => name);
}

/** Where a fact of a row comes from. */
export function originOf(fact: string, { data }: ImportedRows): BacktestOrigin {
  if (data.columns.has(fact)) return "imported";
  return data.constants.has(fact) ? "constant" : "synthetic";
}

function notANumber(fact: string, { layout }: RowGround): Diagnostic {
  const known = [...layout.dictionary.facts.values()].filter(({ producedBy, type }) => producedBy === "population" && type !== "enum").map(({ name }) => name);
  const exists = layout.dictionary.facts.has(fact);
  const guess = nearest(fact, known);
  return located(
    "--score",
    exists ? "score-no-number" : "unknown-fact",
    exists ? { en: `\`${fact}\` is no number of a customer, so it ranks nobody`, zh: `\`${fact}\` 不是客户的数值型事实，无法用于排序` } : { en: `unknown fact \`${fact}\``, zh: `未知的事实 \`${fact}\`` },
    guess === undefined || guess === fact ? undefined : { en: `did you mean \`${guess}\`?`, zh: `是否指 \`${guess}\`？` },
  );
}
