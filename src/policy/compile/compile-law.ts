import type { FactName } from "../../facts/index.ts";
import type { CompiledLaw, KnownFacts } from "../compiled.ts";
import type { LawPack, LawRule } from "../law.ts";
import { lowerRules } from "./compile-rules.ts";
import { rememberedLaw, type LawInput } from "./law-memory.ts";
import { makeProgram } from "./program.ts";
import { makeSign } from "./sign.ts";

/**
 * All rules of the packs for one kind of act that are in force on a date (`effectiveTo` is the last day), as one
 * function. The packs' parameters on that date are known facts; before their first date they are missing. With `also`
 * the same rules follow once more, under other known facts: their bits come after those of all rules.
 */
export function compileLaw(input: LawInput): CompiledLaw {
  return rememberedLaw(input, compile);
}

function compile(input: LawInput): CompiledLaw {
  const { packs, act, date, layout, known, also, signPlaces = layout } = input;
  const partsUnder = (facts: KnownFacts) =>
    packs.map((pack) => {
      const rules = pack.rules.filter((rule) => rule.trigger === act && isInForce(rule, date));
      const named = rules.map(({ id, conditions }) => ({ name: id, conditions }));
      const allKnown = new Map([...facts, ...lawFacts(pack, date)]);
      return { rules, nodes: lowerRules({ rules: named, named: pack.conditions, layout, known: allKnown }) };
    });
  const parts = partsUnder(known);
  const nodes = [...parts, ...(also === undefined ? [] : partsUnder(also))].flatMap((part) => part.nodes);
  const rules = nodes.map((node, index) => ({ node, index, fills: [] }));
  const code = { layout, known, derived: [], rules, values: new Float64Array(0) };
  const program = makeProgram(code);
  const nothing: readonly unknown[] = [];
  return {
    act,
    rules: parts.flatMap((part) => part.rules),
    words: program.words,
    reads: program.reads,
    sign: makeSign(code, signPlaces),
    judge(row, violated, inconclusive) {
      program.run(row, nothing, violated);
      for (let word = 0; word < program.words; word += 1) inconclusive[word] = program.open[word] ?? 0;
    },
  };
}

function isInForce(rule: LawRule, date: string): boolean {
  return (rule.effectiveFrom ?? date) <= date && date <= (rule.effectiveTo ?? date);
}

/** The parameters of a pack on a date: the last value from that date or before, NaN (missing) before the first. */
function lawFacts({ parameters }: LawPack, date: string): readonly (readonly [FactName, number])[] {
  return parameters.map(({ name, values }) => {
    const value = values.findLast(({ from }) => from <= date)?.value ?? NaN;
    return [name.startsWith("law.") ? name : `law.${name}`, value];
  });
}
