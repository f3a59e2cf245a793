import type { FactName } from "../../facts/index.ts";
import { outcomes } from "../../policy/index.ts";
import { choose } from "../logic/formula.ts";
import type { Formula, Formulas } from "../logic/formula.ts";
import { isExactly } from "../logic/space.ts";
import type { Field } from "../terms/field.ts";
import { firstOf } from "./first.ts";
import { outcomeFact } from "./outcome-facts.ts";
import type { OutcomeModel } from "./outcome-model.ts";
import type { Row, Rows } from "./rows.ts";
import { flag, saidFields } from "./said-fields.ts";
import type { FieldContext, Speaker } from "./said-fields.ts";

/** Monitoring: outcomes side by side; of two exclusive types the one whose rule has the higher priority stands. */
export function monitoringModel(context: FieldContext, of: Rows): Pick<OutcomeModel, "fields" | "silent" | "undecided" | "contradicts"> {
  const { scope } = context;
  const { formulas } = scope.space;
  const { rows, otherwise, onMissing } = of;
  const types = [...new Set([...Object.keys(outcomes.monitoring), ...rows.map(({ event }) => event.type)])];
  const states = meet(of, types, formulas);
  const told = new Map(types.map((type) => [type, tellType(of, type, scope)]));
  const stands = new Map(types.map((type) => [type, formulas.all([states.stands.get(type) ?? formulas.no, formulas.not(told.get(type)?.open ?? formulas.no)])]));
  const unclear = formulas.any(types.flatMap((type) => [states.unclear.get(type) ?? formulas.no, formulas.all([states.stands.get(type) ?? formulas.no, told.get(type)?.open ?? formulas.no])]));
  const anyFired = formulas.any(rows.map((row) => row.truths.yes));
  const spoke = formulas.any([...stands.values()]);
  const isQuiet = formulas.all([formulas.not(spoke), formulas.not(anyFired)]);
  const newsOpen = formulas.any(rows.map((row) => (row.saying === otherwise?.saying ? formulas.no : row.open)));
  const undecided = formulas.all([unclear, formulas.any([formulas.not(isQuiet), newsOpen])]);
  const silent = formulas.all([isQuiet, formulas.not(undecided)]);
  const added: readonly (readonly [Row | undefined, Formula])[] = [[onMissing, undecided], [otherwise, silent]];
  const fields = new Map<FactName, Field>([[outcomeFact("monitoring", "undecided"), flag(scope, undecided)]]);
  for (const type of types.filter((each) => each !== "no-action")) {
    const free = formulas.not(formulas.any(partnersOf(of, type).map((partner) => stands.get(partner) ?? formulas.no)));
    const extra = added.flatMap(([row, when]): Speaker[] => (row?.event.type === type ? [{ row, when: formulas.all([when, free]) }] : []));
    const own = stands.get(type) ?? formulas.no;
    fields.set(outcomeFact("monitoring", type), flag(scope, formulas.any([own, ...extra.map(({ when }) => when)])));
    for (const param of Object.keys(outcomes.monitoring[type]?.params ?? {})) {
      const speakers = [...(told.get(type)?.speakers(param) ?? []).map(({ row, when }) => ({ row, when: formulas.all([when, own]) })), ...extra];
      const name = outcomeFact("monitoring", `${type}.${param}`);
      const field = saidFields(context, speakers, (each) => `${type}.${each}`).get(name);
      if (field !== undefined) fields.set(name, field);
    }
  }
  return { fields, silent, undecided, contradicts: states.conflict };
}

function partnersOf({ file }: Rows, type: string): readonly string[] {
  return file.exclusive.flatMap(([a, b]) => (a === type ? [b] : b === type ? [a] : []));
}

interface States {
  readonly stands: ReadonlyMap<string, Formula>;
  readonly unclear: ReadonlyMap<string, Formula>;
  readonly conflict: Formula;
}

/** Rule by rule from the highest priority down: what stands keeps its exclusive partners out. */
function meet(of: Rows, types: readonly string[], formulas: Formulas): States {
  const start = (): Map<string, Formula> => new Map(types.map((type) => [type, formulas.no]));
  const [stands, dropped, unclear, stays] = [start(), start(), start(), start()];
  const get = (map: ReadonlyMap<string, Formula>, type: string): Formula => map.get(type) ?? formulas.no;
  let conflict = formulas.no;
  for (const { event, truths, open } of of.rows) {
    const { type } = event;
    const partners = partnersOf(of, type);
    const free = formulas.not(formulas.any([get(stands, type), get(dropped, type), get(stays, type)]));
    const blocked = formulas.any(partners.map((partner) => get(stands, partner)));
    const contested = formulas.any(partners.flatMap((partner) => [get(unclear, partner), get(stays, partner)]));
    const fires = formulas.all([free, truths.yes]);
    const out = formulas.all([fires, blocked]);
    const comes = formulas.all([fires, formulas.not(blocked)]);
    const maybe = formulas.all([free, open, formulas.not(blocked)]);
    conflict = formulas.any([conflict, out]);
    dropped.set(type, formulas.any([get(dropped, type), out]));
    stands.set(type, formulas.any([get(stands, type), formulas.all([comes, formulas.not(contested)])]));
    stays.set(type, formulas.any([get(stays, type), formulas.all([comes, contested])]));
    unclear.set(type, formulas.any([formulas.all([get(unclear, type), formulas.not(fires)]), maybe]));
  }
  return { stands, unclear: new Map(types.map((type) => [type, formulas.any([get(unclear, type), get(stays, type)])])), conflict };
}

interface Told {
  readonly open: Formula;
  /** Where each of the rules is heard on one of its params. */
  speakers(param: string): readonly Speaker[];
}

/** What the rules of a type say together. Where several match and not the first alone counts, any of them may be heard. */
function tellType(of: Rows, type: string, { space, open, openNumber }: FieldContext["scope"]): Told {
  const rows = of.rows.filter((row) => row.event.type === type);
  const { formulas } = space;
  const [only, ...more] = rows;
  if (only === undefined) return { speakers: () => [], open: formulas.no };
  if (more.length === 0) return { speakers: () => [{ row: only, when: formulas.yes }], open: formulas.all([only.truths.yes, formulas.not(only.complete)]) };
  if (rows.every(({ event }) => Object.keys(event.params ?? {}).length === 0) && of.combiner(type) !== "unique") return { speakers: () => [], open: formulas.no };
  const first = firstOf(rows, undefined, of.scope);
  const firstSpeakers = [...first.sayings.values()];
  const twice = formulas.any(rows.flatMap((row, index) => rows.slice(index + 1).map((other) => formulas.all([formulas.not(row.truths.no), formulas.not(other.truths.no)]))));
  if (of.combiner(type) === "first" || twice === formulas.no) return { speakers: () => firstSpeakers, open: first.open };
  const why = { en: `several rules of \`${type}\` that match together`, zh: `多条 \`${type}\` 规则同时命中` };
  const names = `${type}: ${rows.map(({ saying }) => saying).join()}`;
  return {
    open: choose(formulas, twice, open(`together ${names}`, why), first.open),
    speakers: (param) => {
      const heard = openNumber(`which ${param} of ${names}`, 0, rows.length, why);
      const together = rows.map((row, index) => ({ row, when: formulas.all([twice, row.truths.yes, isExactly(space, heard, index)]) }));
      return [...firstSpeakers.map(({ row, when }) => ({ row, when: formulas.all([when, formulas.not(twice)]) })), ...together];
    },
  };
}
