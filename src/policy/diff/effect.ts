import { decodeFact, layoutFacts } from "../../facts/index.ts";
import type { FactLayout, FactName } from "../../facts/index.ts";
import { compileDecision } from "../compile/compile-decision.ts";
import { knownFacts } from "../compile/derive.ts";
import { readOutcome } from "../compile/read-outcome.ts";
import type { ReadOutcome } from "../compile/read-outcome.ts";
import type { CompiledDecision, Outcome, Row } from "../compiled.ts";
import { factsOf, ruleTree } from "../coverage/rule-tree.ts";
import type { Constant, DecisionName, Moment, Policy } from "../policy.ts";
import { makeEffectTally } from "./effect-tally.ts";
import type { EffectSums } from "./effect-tally.ts";
import { makeSameness } from "./sameness.ts";

/** One customer in one situation, as a row for each policy. Customers come in order. */
export interface EffectCase {
  readonly customer: number;
  readonly situation: number;
  readonly rows: readonly Row[];
}

/** One customer who is decided differently. */
export interface DecidedTwice {
  readonly customer: number;
  readonly situation: number;
  readonly before: ReadOutcome;
  readonly after: ReadOutcome;
  /** The facts that the rules which decided read. */
  readonly facts: Readonly<Record<FactName, Constant | null>>;
  /** Everything known of her before and after, in the words of each policy's own dictionary. */
  readonly known: readonly Readonly<Record<FactName, Constant | null>>[];
}

/** What a change of policy does at one moment of one decision. */
export interface MomentEffect extends EffectSums {
  readonly decision: DecisionName;
  readonly moment: Moment;
  readonly shown: readonly DecidedTwice[];
}

const shownMax = 3;

/** Puts cases to both policies and adds up where they part. Invariant: two equal policies differ nowhere. */
export function measureEffect(input: {
  readonly policies: readonly [Policy, Policy];
  readonly decision: DecisionName;
  readonly moment: Moment;
  readonly cases: Iterable<EffectCase>;
}): MomentEffect {
  const { policies, decision, moment, cases } = input;
  const before = makeSide(policies[0], decision, moment);
  const after = makeSide(policies[1], decision, moment);
  const compare = makeSameness(before.code, after.code);
  const tally = makeEffectTally(decision);
  const gallery = makeGallery([before, after]);
  for (const one of cases) {
    before.code.decide(one.rows[0] ?? before.none, before.outcome);
    after.code.decide(one.rows[1] ?? after.none, after.outcome);
    const sameness = compare(before.outcome, after.outcome);
    if (sameness === "different") {
      const told = [readOutcome(before.code, before.outcome), readOutcome(after.code, after.outcome)] as const;
      tally.differing(one.customer, told);
      gallery.add(one, told);
    } else tally.alike(one.customer, numbersOf(before), sameness === "other-rules");
  }
  return { decision, moment, ...tally.sums(), shown: gallery.shown() };
}

interface Side {
  readonly policy: Policy;
  readonly layout: FactLayout;
  readonly code: CompiledDecision;
  readonly outcome: Outcome;
  readonly none: Row;
}

function makeSide(policy: Policy, decision: DecisionName, moment: Moment): Side {
  const layout = layoutFacts(policy.dictionary);
  const code = compileDecision({ policy, decision, moment, layout, known: knownFacts(policy) });
  return { policy, layout, code, outcome: code.newOutcome(), none: new Float64Array(layout.size).fill(NaN) };
}

type Sides = readonly [Side, Side];

/** The params of an outcome that are numbers, by name. */
function numbersOf({ code, outcome }: Side): readonly string[] {
  return code.params.filter((_, param) => code.forms[param] === "number" && !Number.isNaN(outcome.params[param]));
}

/** Keeps three customers, of different kinds where there are some: other outcomes, or other rules behind them. */
function makeGallery(sides: Sides): { readonly add: (one: EffectCase, told: readonly [ReadOutcome, ReadOutcome]) => void; readonly shown: () => readonly DecidedTwice[] } {
  const kinds = new Map<string, DecidedTwice>();
  const spare: DecidedTwice[] = [];
  return {
    add(one, [before, after]) {
      if (kinds.size >= shownMax || [...kinds.values(), ...spare].some(({ customer }) => customer === one.customer)) return;
      const kind = JSON.stringify([before.types, before.because, after.types, after.because]);
      const isNew = !kinds.has(kind);
      if (!isNew && spare.length >= shownMax) return;
      const told = { customer: one.customer, situation: one.situation, before, after, facts: factsBehind([before, after], one.rows, sides), known: sides.map((side, index) => knownOf(side, one.rows[index])) };
      if (isNew) kinds.set(kind, told);
      else spare.push(told);
    },
    shown: () => [...kinds.values(), ...spare].slice(0, shownMax),
  };
}

/** Every fact of a row that is not computed by the policy. */
function knownOf({ layout }: Side, row: Row | undefined): Readonly<Record<FactName, Constant | null>> {
  const own = [...layout.dictionary.facts.values()].filter(({ name }) => name !== "request.moment" && !/^(?:param|derived)\./u.test(name));
  return Object.fromEntries(own.map((definition) => [definition.name, decodeFact(definition, row?.[layout.slot(definition.name)] ?? NaN)]));
}

/** The facts that the rules which decided read, on either side, as they were; parameters and derived facts left out. */
function factsBehind(told: readonly [ReadOutcome, ReadOutcome], rows: readonly Row[], sides: Sides): Readonly<Record<FactName, Constant | null>> {
  const found: Record<FactName, Constant | null> = {};
  sides.forEach(({ policy, layout, code }, side) => {
    const file = policy.decisions[code.decision];
    const deciding = file.rules.filter(({ name }) => told.some(({ because }) => because.includes(name)));
    for (const rule of deciding) {
      for (const { leaf } of ruleTree(rule.conditions, "", file.conditions).leaves) {
        for (const name of factsOf(leaf)) {
          const definition = layout.dictionary.facts.get(name);
          if (definition === undefined || name === "request.moment" || /^(?:param|derived)\./u.test(name)) continue;
          found[name] = decodeFact(definition, rows[side]?.[layout.slot(name)] ?? NaN);
        }
      }
    }
  });
  return found;
}
