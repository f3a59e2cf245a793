import type { FactDefinition, FactLayout, FactName } from "../../facts/index.ts";
import { encodeFact } from "../../facts/index.ts";
import type { KnownFacts, Row } from "../compiled.ts";
import { isObject } from "../json.ts";
import { moments } from "../policy.ts";
import type { DecisionName, DerivedFact, Derivation, Leaf, Operand } from "../policy.ts";
import { derivedValue, operandsOf } from "../compile/derive.ts";

/** Another value for one fact of a row. */
export interface Move {
  readonly slot: number;
  readonly value: number;
}

/** What moves are made from. */
export interface MoveContext {
  readonly layout: FactLayout;
  readonly known: KnownFacts;
  readonly derived: ReadonlyMap<FactName, DerivedFact>;
  readonly decision: DecisionName;
}

/** Changes of one fact that may turn a comparison: every value of an enum, a number at, under and over each threshold. */
export function movesOf({ fact, value }: Leaf, row: Row, context: MoveContext): readonly Move[] {
  const other = isObject(value) && typeof value["fact"] === "string" ? value["fact"] : undefined;
  const constants = other === undefined ? numbersIn(value) : [valueOf(other, row, context)];
  return [
    ...reach(fact, constants, row, context, 0),
    ...(other === undefined ? [] : reach(other, [valueOf(fact, row, context)], row, context, 0)),
  ];
}

function numbersIn(value: unknown): readonly number[] {
  if (typeof value === "number") return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === "number") : [];
}

/** Moves that bring a fact near these numbers; a derived one by way of each of its operands. */
function reach(name: FactName, targets: readonly number[], row: Row, context: MoveContext, depth: number): readonly Move[] {
  const { layout, known, derived, decision } = context;
  const definition = layout.dictionary.facts.get(name);
  if (definition === undefined || known.has(name) || depth > 8) return [];
  const derivation = derived.get(name)?.derivation;
  if (derivation !== undefined) {
    const operands = operandsOf(derivation).filter((operand) => typeof operand === "string");
    return operands.flatMap((operand) => reach(operand, inverted(derivation, operand, targets, (one) => operandValue(one, row, context)), row, context, depth + 1));
  }
  const slot = layout.slot(name);
  const words: readonly string[] = moments[decision];
  const isMoment = name === "request.moment" && definition.type === "enum";
  const codes = isMoment ? words.map((word) => encodeFact(definition, word)) : codesOf(definition, targets);
  return [...new Set(codes)].filter((code) => code !== row[slot]).map((code) => ({ slot, value: code }));
}

/** The codes a fact may take: all of them, or those at each target and one step to either side, within the domain. */
function codesOf(definition: FactDefinition, targets: readonly number[]): readonly number[] {
  switch (definition.type) {
    case "boolean":
      return [0, 1];
    case "enum":
      return definition.values.map((_, code) => code);
    case "integer":
    case "decimal": {
      const { min, max } = definition;
      const step = stepOf(definition);
      const rounded = (x: number): number => Number((Math.round(x / step) * step).toFixed(definition.type === "integer" ? 0 : definition.decimals));
      return targets
        .flatMap((target) => [target, target - step, target + step, Math.floor(target / step) * step, Math.ceil(target / step) * step])
        .map(rounded)
        .filter((x) => x >= min && x <= max);
    }
  }
}

/** The smallest difference between two values of a number: 1, or the last decimal kept. */
export function stepOf(definition: FactDefinition): number {
  return definition.type === "decimal" ? Number(`1e-${definition.decimals}`) : 1;
}

function valueOf(name: FactName, row: Row, context: MoveContext): number {
  return operandValue(name, row, context);
}

/** An operand's number on a row: a constant, a parameter, a derived fact computed, or what stands in the row. */
function operandValue(operand: Operand, row: Row, context: MoveContext): number {
  if (typeof operand === "number") return operand;
  const known = context.known.get(operand);
  if (known !== undefined) return known;
  const derivation = context.derived.get(operand)?.derivation;
  if (derivation !== undefined) return derivedValue(derivation, (one) => operandValue(one, row, context));
  return context.layout.dictionary.facts.has(operand) ? (row[context.layout.slot(operand)] ?? NaN) : NaN;
}

/** Values of one operand for which the derivation comes to the targets, all else as it is. */
function inverted(derivation: Derivation, operand: FactName, targets: readonly number[], read: (operand: Operand) => number): readonly number[] {
  if ("band" in derivation) return derivation.steps.flatMap(({ from }) => [from]);
  const grain = derivation.roundDownTo ?? 0;
  const wanted = targets.flatMap((target) => (grain === 0 ? [target] : [target, target + grain, target - grain]));
  return wanted.map((target) => solve(derivation, operand, target, read)).filter((x) => Number.isFinite(x));
}

function solve(derivation: Exclude<Derivation, { readonly band: FactName }>, operand: FactName, target: number, read: (operand: Operand) => number): number {
  if ("min" in derivation || "max" in derivation) return target;
  const [a, b] = operandsOf(derivation);
  if (a === undefined || b === undefined) return NaN;
  const isFirst = a === operand;
  const other = read(isFirst ? b : a);
  if ("times" in derivation) return target / other;
  if ("plus" in derivation) return target - other;
  if ("minus" in derivation) return isFirst ? target + other : other - target;
  return isFirst ? target * other : other / target;
}
