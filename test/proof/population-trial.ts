// Claims put to rows of a population by the compiled decisions and conditions: each decision is made once a row, whatever
// the number of claims that speak of it, and what it says is looked up by its outcome.
import { encodeFact, layoutFacts, type FactDefinition, type FactName } from "../../src/facts/index.ts";
import { compileDecision, compileRules, knownFacts, readOutcome, type CompiledDecision, type Condition, type Outcome } from "../../src/policy/index.ts";
import { makeDecider, type Asked, type Claim, type Prover } from "../../src/proof/index.ts";

/** A claim that a row breaks. */
export interface Broken {
  readonly claim: Claim;
  readonly asked: readonly Asked[];
}

/** All claims at the same moments. */
interface Group {
  readonly asked: readonly Asked[];
  readonly claims: readonly { readonly claim: Claim; readonly asked: readonly Asked[]; readonly differs: FactName | undefined }[];
}

/** Judges rows, in the layout of the prover's model; `other` gives a fact's value for a second applicant. */
export function makeRowJudge(prover: Prover, claims: readonly Claim[]): (row: Float64Array, other: (fact: FactName) => number) => readonly Broken[] {
  const groups = new Map<string, { asked: readonly Asked[]; claims: Group["claims"][number][] }>();
  for (const claim of claims) {
    for (const { asked, differs } of prover.violations(claim)) {
      const key = JSON.stringify(asked);
      const group = groups.get(key) ?? { asked, claims: [] };
      group.claims.push({ claim, asked, differs });
      groups.set(key, group);
    }
  }
  const judges = [...groups.values()].map((group) => makeGroup(prover, group));
  return (row, other) => judges.flatMap((judge) => judge(row, other));
}

function makeGroup({ model }: Prover, { asked, claims }: Group): (row: Float64Array, other: (fact: FactName) => number) => readonly Broken[] {
  const layout = layoutFacts(model.dictionary);
  const moment = layout.dictionary.facts.get("request.moment");
  const atMoment = moment === undefined ? NaN : encodeFact(moment, asked[0]?.moment);
  const speakers = asked.map((each) => makeSpeaker(model, each));
  const [whens, thens] = [claims.map(({ claim }) => claim.when), claims.map(({ claim }) => ("that" in claim ? claim.that : undefined))];
  const [concerns, says] = [makeConditions(model, whens), makeConditions(model, thens)];
  const [first, second] = [new Float64Array(layout.size), new Float64Array(layout.size)];
  const momentSlot = moment === undefined ? -1 : layout.slot("request.moment");
  const readers = claims.map(({ claim, differs }) => {
    if (differs === undefined) return undefined;
    const names = [...new Set([...("outcomes" in claim ? claim.outcomes : []), ...("outcome" in claim ? [claim.outcome, claim.fact] : [])])];
    const slots = new Map(names.map((name) => [name, layout.slot(name)]));
    return { slot: layout.slot(differs), read: (name: FactName): readonly [number, number] => [first[slots.get(name) ?? -1] ?? NaN, second[slots.get(name) ?? -1] ?? NaN] };
  });
  const place = (into: Float64Array, row: Float64Array): void => {
    into.set(row);
    if (momentSlot >= 0) into[momentSlot] = atMoment;
  };
  /** What is said is written beside the facts; true where no rule spoke in one of the decisions. */
  const say = (into: Float64Array): boolean => speakers.map((speak) => speak(into)).includes(true);
  return (row, other) => {
    place(first, row);
    const silent = say(first);
    concerns.judge(first);
    says.judge(first);
    const about = claims.map((_, index) => whens[index] === undefined || concerns.isTrue(index));
    return claims.flatMap(({ claim, asked: at, differs }, index): readonly Broken[] => {
      if (about[index] !== true) return [];
      if (claim.kind === "always") return says.isFalse(index) ? [{ claim, asked: at }] : [];
      if (claim.kind === "never") return says.isTrue(index) ? [{ claim, asked: at }] : [];
      if (claim.kind === "exhaustive") return silent ? [{ claim, asked: at }] : [];
      const pair = readers[index];
      if (pair === undefined || differs === undefined) throw new Error(`a claim of kind ${claim.kind} is not put to rows`);
      place(second, row);
      second[pair.slot] = other(differs);
      say(second);
      concerns.judge(second);
      if (whens[index] !== undefined && !concerns.isTrue(index)) return [];
      return differ(claim, pair.read, (name) => layout.dictionary.facts.get(name)) ? [{ claim, asked: at }] : [];
    });
  };
}

/** Whether what two applicants get, who differ in one fact, breaks a claim about two. */
function differ(claim: Claim, values: (name: FactName) => readonly [number, number], definition: (name: FactName) => FactDefinition | undefined): boolean {
  if (claim.kind === "independent") {
    return claim.outcomes.some((name) => {
      const [a, b] = values(name);
      return !Object.is(a, b);
    });
  }
  if (claim.kind !== "monotone") throw new Error("other claims speak of one applicant");
  const of = definition(claim.outcome);
  const rank = (value: number): number => {
    if (of?.type !== "enum") return value;
    const at = (claim.order ?? []).indexOf(of.values[value] ?? "");
    return at < 0 ? NaN : at;
  };
  const [a, b] = values(claim.outcome).map(rank);
  const [x, y] = values(claim.fact);
  return (a ?? NaN) > (b ?? NaN) && (claim.never === "falls" ? x < y : y < x);
}

/** Writes what one decision says of a row into it; true where no rule spoke. */
function makeSpeaker(model: Prover["model"], { decision, moment }: Asked): (row: Float64Array) => boolean {
  const layout = layoutFacts(model.dictionary);
  const compiled: CompiledDecision = compileDecision({ policy: model.policy, decision, moment, layout: layoutFacts(model.policy.dictionary), known: new Map() });
  const decider = makeDecider(model.policy, decision, moment);
  const outcome: Outcome = compiled.newOutcome();
  const bits = new Int32Array(outcome.params.buffer, outcome.params.byteOffset, outcome.params.length * 2);
  const met = new Map<number, Said[]>();
  const isSame = ({ code, undecided, params }: Said): boolean => code === outcome.code && undecided === outcome.undecided && params.every((param, at) => Object.is(param, outcome.params[at]));
  const readAnew = (): Said => ({ code: outcome.code, undecided: outcome.undecided, params: outcome.params.slice(), values: [...decider.say(readOutcome(compiled, outcome))].map(([name, value]) => [layout.slot(name), value] as const) });
  return (row) => {
    compiled.decide(row, outcome);
    let key = outcome.code * 2 + Number(outcome.undecided);
    for (let at = 0; at < bits.length; at += 1) key = Math.imul(key ^ (bits[at] ?? 0), 0x9e3779b1) ^ (key >>> 15);
    const list = met.get(key) ?? [];
    let said = list.find(isSame);
    if (said === undefined) {
      said = readAnew();
      list.push(said);
      met.set(key, list);
    }
    for (const [slot, value] of said.values) row[slot] = value;
    return !outcome.undecided && outcome.fired.every((word) => word === 0) && (outcome.because ?? []).every((word) => word === 0);
  };
}

/** An outcome, and what it says: slots and values. */
interface Said extends Pick<Outcome, "code" | "undecided"> {
  readonly params: Float64Array;
  readonly values: readonly (readonly [number, number])[];
}

/** Conditions judged together over a row; an absent one is not asked about. */
function makeConditions({ dictionary, policy }: Prover["model"], conditions: readonly (Condition | undefined)[]) {
  const rules = compileRules({ rules: conditions.map((condition, index) => ({ name: String(index), conditions: condition ?? { all: [] } })), named: {}, layout: layoutFacts(dictionary), known: knownFacts(policy), derived: policy.derived });
  const judged = { fired: new Int32Array(rules.words), open: new Int32Array(rules.words), failed: new Int32Array(rules.words) };
  const isOn = (words: Int32Array, index: number): boolean => (((words[index >> 5] ?? 0) >> (index & 31)) & 1) === 1;
  return {
    judge: (row: Float64Array): void => rules.judge(row, [], judged),
    isTrue: (index: number): boolean => isOn(judged.fired, index),
    isFalse: (index: number): boolean => !isOn(judged.fired, index) && !isOn(judged.open, index),
  };
}
