import { encodeFact } from "../../facts/index.ts";
import type { FactLayout, FactName } from "../../facts/index.ts";
import type { CompiledDecision, KnownFacts, Outcome } from "../compiled.ts";
import type { DecisionName, Moment, Policy } from "../policy.ts";
import { chooseByPriority } from "./choose.ts";
import { combineClosure } from "./closure.ts";
import { newOutcome, type Combination, type CombinationInput } from "./combination.ts";
import { lowerRules } from "./compile-rules.ts";
import type { Columns } from "./compile-rules.ts";
import { derivedThatMayMiss, knownFacts } from "./derive.ts";
import { tabulateEvents } from "./events.ts";
import type { Events } from "./events.ts";
import { makeFactSource } from "./fact-source.ts";
import { combineLimit } from "./limit.ts";
import { combineMonitoring } from "./monitor.ts";
import { makeProgram } from "./program.ts";
import type { Program } from "./program.ts";
import { remember } from "./remember.ts";

/** What a decision is compiled from. */
export interface DecisionInput {
  readonly policy: Policy;
  readonly decision: DecisionName;
  readonly moment: Moment;
  /** Of the policy's own dictionary, `param.*` and `derived.*` included. */
  readonly layout: FactLayout;
  /** Facts fixed before; the moment and the policy's parameters are added where they are not among them. */
  readonly known: KnownFacts;
}

/** One decision of a policy at one moment, as code. Throws on what `checkCompilable` refuses. */
export function compileDecision(input: DecisionInput): CompiledDecision {
  const { events, program, combination } = prepare(input);
  const { policy, decision, moment } = input;
  const nothing: readonly unknown[] = [];
  const { ranked, open } = program;
  return {
    decision,
    moment,
    outcomes: combination.outcomes,
    params: events.params,
    texts: events.texts,
    forms: events.forms,
    rules: policy.decisions[decision].rules.map((rule) => rule.name),
    ranks: events.names,
    reads: program.reads,
    newOutcome: () => newOutcome(events),
    decide(row, outcome) {
      program.run(row, nothing, outcome.fired);
      combination.combine(ranked, open, outcome);
    },
  };
}

/** A decision over columns of facts. */
export interface CompiledColumns {
  /** Decides rows 0 … count−1; calls `each` with every outcome, which is one object used again for the next. */
  decide(columns: Columns["facts"], count: number, each: (index: number, outcome: Outcome) => void): void;
}

/** The same decision over columns, one Float64Array per slot: their loads are made once, not once a row. */
export function compileColumns(input: DecisionInput): CompiledColumns {
  const { events, program, combination } = prepare(input);
  const outcome = newOutcome(events);
  return {
    decide(columns, count, each) {
      const run = program.bind(columns, []);
      for (let index = 0; index < count; index += 1) {
        run(index, outcome.fired);
        combination.combine(program.ranked, program.open, outcome);
        each(index, outcome);
      }
    },
  };
}

function prepare(input: DecisionInput): { readonly events: Events; readonly program: Program; readonly combination: Combination } {
  const { policy, decision, moment, layout } = input;
  const file = policy.decisions[decision];
  const known = new Map([...knownFacts(policy), ...momentFact(layout, moment), ...input.known]);
  const { derived } = policy;
  const mayMiss = derivedThatMayMiss(derived, { dictionary: layout.dictionary, known });
  const facts = makeFactSource({ dictionary: layout.dictionary, known, mayMiss });
  const events = tabulateEvents(file, moment, facts, layout.dictionary.facts);
  const nodes = lowerRules({ rules: file.rules, named: file.conditions, layout, known, derived });
  const rules = events.order.map((index, rank) => {
    const node = nodes[index];
    if (node === undefined) throw new Error("a rule has a node");
    return { node, index, fills: events.fills[rank] ?? [] };
  });
  const fills = [...(events.fills[events.count] ?? []), ...(events.fills[events.count + 1] ?? [])];
  const program = makeProgram({ layout, known, derived, rules, fills, values: events.values });
  return { events, program, combination: remember(combinationOf(decision)({ events, file }), events) };
}

function momentFact(layout: FactLayout, moment: Moment): readonly (readonly [FactName, number])[] {
  const definition = layout.dictionary.facts.get("request.moment");
  return definition === undefined ? [] : [["request.moment", encodeFact(definition, moment)]];
}

function combinationOf(decision: DecisionName): (input: CombinationInput) => Combination {
  switch (decision) {
    case "limit":
      return combineLimit;
    case "closure":
      return combineClosure;
    case "monitoring":
      return combineMonitoring;
    case "enrolment":
    case "pricing":
      return chooseByPriority;
  }
}
