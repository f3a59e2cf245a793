import type { Text } from "../../base/index.ts";
import type { FactDefinition, FactName } from "../../facts/index.ts";
import { makeFormulas } from "./formula.ts";
import type { Formula, Formulas, Variable } from "./formula.ts";

/** The applicants that a proof is about: their facts as variables, and all that is said about them. */
export interface Space {
  readonly formulas: Formulas;
  readonly variables: readonly Variable[];
  /** The variable of a fact; asked for again, the same one. */
  fact(definition: FactDefinition): Variable;
  /** The definition a variable of a fact was made from. */
  definition(variable: Variable): FactDefinition | undefined;
  /** The same fact of a second applicant, or what is left open about her. */
  copy(of: Variable): Variable;
  /** True or false, nobody knows which; one for each name. */
  open(name: string, why: Text, restsOn?: readonly Variable[]): Formula;
  /** Some number between two bounds; one for each name. Without a reason: nothing that could be known is given up. */
  openNumber(name: string, low: number, high: number, because?: { readonly why: Text; readonly restsOn?: readonly Variable[] }): Variable;
}

/** A space without variables. */
export function makeSpace(): Space {
  const formulas = makeFormulas();
  const variables: Variable[] = [];
  const byName = new Map<FactName, Variable>();
  const definitions = new Map<Variable, FactDefinition>();
  const add = (variable: Omit<Variable, "index">): Variable => {
    const made = { ...variable, index: variables.length };
    variables.push(made);
    return made;
  };
  const once = (name: string, make: () => Omit<Variable, "index">): Variable => {
    const found = byName.get(name);
    if (found !== undefined) return found;
    const made = add(make());
    byName.set(name, made);
    return made;
  };
  return {
    formulas,
    variables,
    fact(definition) {
      const variable = once(definition.name, () => variableOf(definition));
      definitions.set(variable, definition);
      return variable;
    },
    definition: (variable) => definitions.get(variable.original ?? variable),
    copy(of) {
      return once(`${of.index}′`, () => {
        const { index: _, ...rest } = of;
        return { ...rest, kind: of.kind === "open" ? "open" : "copy", original: of.original ?? of };
      });
    },
    open(name, why, restsOn) {
      const variable = once(`?${name}`, () => ({ name, kind: "open", lowest: 0, highest: 1, nullable: false, scale: 1, typical: 0, why, ...(restsOn === undefined ? {} : { restsOn }) }));
      return formulas.atLeast(variable, 1);
    },
    openNumber(name, low, high, because) {
      return once(`#${name}`, () => ({ name, kind: "open", lowest: low, highest: high, nullable: false, scale: 1, typical: low, ...because }));
    },
  };
}

function variableOf(definition: FactDefinition): Omit<Variable, "index"> {
  const common = { name: definition.name, kind: "fact", nullable: definition.nullable } as const;
  switch (definition.type) {
    case "boolean":
      return { ...common, lowest: 0, highest: 1, scale: 1, typical: Number(definition.typical) };
    case "enum":
      return { ...common, lowest: 0, highest: definition.values.length - 1, scale: 1, typical: definition.values.indexOf(definition.typical) };
    case "integer":
    case "decimal": {
      const scale = tenTo(definition.decimals);
      const whole = (value: number): number => Math.floor(value * scale + 0.5);
      const lowest = whole(definition.min);
      // An applicant whose fact is missing stands below the lowest value.
      const typical = Number.isNaN(definition.typical) ? lowest - 1 : whole(definition.typical);
      return { ...common, lowest, highest: whole(definition.max), scale, typical };
    }
  }
}

function tenTo(decimals: number): number {
  let power = 1;
  for (let count = 0; count < decimals; count += 1) power *= 10;
  return power;
}

/** The value of a whole number of a variable's domain, as the rules see it. */
export function valueAt(variable: Variable, whole: number): number {
  return variable.scale === 1 ? whole : whole / variable.scale;
}

/** Whether the fact is there. */
export function presenceOf({ formulas }: Space, variable: Variable): Formula {
  return formulas.atLeast(variable, variable.lowest);
}

/** Whether the variable has exactly this whole number. */
export function isExactly({ formulas }: Space, variable: Variable, whole: number): Formula {
  if (!Number.isInteger(whole) || whole < variable.lowest || whole > variable.highest) return formulas.no;
  return formulas.all([formulas.atLeast(variable, whole), formulas.not(formulas.atLeast(variable, whole + 1))]);
}
