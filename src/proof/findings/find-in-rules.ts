import { decisionNames } from "../../policy/index.ts";
import type { Prover } from "../claims/prove-claims.ts";
import type { Formula } from "../logic/formula.ts";
import type { Row } from "../outcomes/rows.ts";
import { idleCaps } from "./idle-caps.ts";
import { idleConditions } from "./idle-conditions.ts";
import { findingOf, nameOf, shown } from "./finding-of.ts";
import type { RuleFinding } from "./finding.ts";
import type { DecisionStatements, RuleStatements } from "./rule-statements.ts";

/** Rules that can never fire, never speak or never matter, contradictions, gaps and conditions that change nothing. */
export function findInRules(prover: Prover, all: readonly DecisionStatements[]): readonly RuleFinding[] {
  const byDecision = decisionNames.map((decision) => all.filter((each) => each.decision === decision));
  return byDecision.flatMap((statements) => [
    ...deadRules(prover, statements),
    ...contradictions(prover, statements),
    ...idleConditions(prover, statements),
    ...gaps(prover, statements),
    ...idleCaps(prover, statements),
  ]);
}

function deadRules(prover: Prover, statements: readonly DecisionStatements[]): readonly RuleFinding[] {
  const [first] = statements;
  if (first === undefined) return [];
  return first.rules.flatMap(({ row }): readonly RuleFinding[] => {
    const here = statements.flatMap((each) => each.rules.flatMap((rule) => (rule.row.rule === row.rule ? [{ each, rule }] : [])));
    const nobody = (of: (rule: RuleStatements) => Formula) => nobodyAnywhere(prover, here.map(({ rule }) => of(rule)));
    const name = nameOf(first, row);
    const [fires, speaks, matters] = [nobody((rule) => rule.fires), nobody((rule) => rule.speaks), nobody((rule) => rule.matters)];
    if ([fires, speaks, matters].includes(undefined)) return [unknown(prover, statements, row, name)];
    if (fires === true) {
      return [findingOf(prover, statements, { kind: "impossible", moments: [], row, message: { en: `\`${name}\` can never match: its conditions contradict each other`, zh: `\`${name}\` 永远不会命中：其条件相互矛盾` } })];
    }
    if (speaks === true) {
      const others = shadowsOf(prover, here.map(({ rule }) => rule), (by) => nameOf(first, by));
      const [list, listZh] = [others.map((other) => `\`${other}\``).join(", "), others.map((other) => `\`${other}\``).join("、")];
      return [findingOf(prover, statements, { kind: "shadowed", moments: [], row, others, message: { en: `\`${name}\` never decides: whoever it matches is decided by ${list} before it`, zh: `\`${name}\` 从不起决定作用：其命中的申请人均先由 ${listZh} 决定` } })];
    }
    if (matters === true) {
      return [findingOf(prover, statements, { kind: "redundant", level: "note", moments: [], row, message: { en: `without \`${name}\` the same would be decided about everybody`, zh: `去掉 \`${name}\`，对所有人的决定都不变` } })];
    }
    return [];
  });
}

function unknown(prover: Prover, statements: readonly DecisionStatements[], row: Row, name: string): RuleFinding {
  return findingOf(prover, statements, { kind: "unknown", moments: [], row, message: { en: `undecided within the budget: whether \`${name}\` ever decides`, zh: `预算内无法判定：\`${name}\` 是否可能起决定作用` } });
}

/** True: no statement is true of anybody; undefined: not known. */
function nobodyAnywhere({ solver }: Prover, questions: readonly Formula[]): boolean | undefined {
  let isKnown = true;
  for (const question of questions) {
    const { kind } = solver.ask(question);
    if (kind === "somebody") return false;
    isKnown &&= kind === "nobody";
  }
  return isKnown ? true : undefined;
}

/** A smallest set of earlier rules that together leave it nothing: each is dropped that is not needed. */
function shadowsOf(prover: Prover, here: readonly RuleStatements[], name: (row: Row) => string): readonly string[] {
  const { formulas } = prover.space;
  const all = new Map(here.flatMap(({ before }) => before.map((row) => [row.rule, row] as const)));
  let needed = [...all.keys()];
  for (const rule of [...all.keys()].toReversed()) {
    const fewer = needed.filter((each) => each !== rule);
    const left = here.map(({ fires, before }) => formulas.all([fires, ...before.flatMap((row) => (fewer.includes(row.rule) ? [formulas.not(row.truths.yes)] : []))]));
    if (nobodyAnywhere(prover, left) === true) needed = fewer;
  }
  return needed.flatMap((rule) => {
    const row = all.get(rule);
    return row === undefined ? [] : [name(row)];
  });
}

/** Rules of equal priority that both speak and say different things; exclusive outcomes and unique ones together. */
function contradictions(prover: Prover, statements: readonly DecisionStatements[]): readonly RuleFinding[] {
  const { formulas } = prover.space;
  return statements.flatMap((each): readonly RuleFinding[] => {
    const { rules, model, moment } = each;
    const priority = ({ row }: RuleStatements): number => model.rows.file.rules[row.rule ?? -1]?.priority ?? 1;
    const pairs = rules.flatMap((one, index) => rules.slice(index + 1).flatMap((two) => (priority(one) === priority(two) && two.before.includes(one.row) && one.row.saying !== two.row.saying ? [[one, two] as const] : [])));
    const found = pairs.flatMap(([one, two]): readonly RuleFinding[] => {
      const question = formulas.all([one.speaks, two.fires]);
      if (prover.solver.ask(question).kind !== "somebody") return [];
      const [a, b] = [nameOf(each, one.row), nameOf(each, two.row)];
      const message = { en: `\`${a}\` and \`${b}\` have one priority, match the same applicants and say different things; the first in the file wins`, zh: `\`${a}\` 与 \`${b}\` 优先级相同、命中相同的申请人却给出不同结果；以文件中靠前者为准` };
      return [{ ...findingOf(prover, [each], { kind: "conflict", moments: [moment], row: two.row, others: [a], message }), ...shown(prover, question, moment) }];
    });
    if (prover.solver.ask(model.contradicts).kind !== "somebody") return found;
    const message = { en: `outcomes that exclude each other match together at \`${moment}\``, zh: `在 \`${moment}\` 时互斥的结果会同时命中` };
    return [...found, { ...findingOf(prover, [each], { kind: "exclusive", moments: [moment], message }), ...shown(prover, model.contradicts, moment) }];
  });
}

/** Whom no rule decides; worth knowing, since `otherwise` speaks for them. */
function gaps(prover: Prover, statements: readonly DecisionStatements[]): readonly RuleFinding[] {
  return statements.flatMap((each): readonly RuleFinding[] => {
    const { model, moment, rules, decision } = each;
    const anyRule = rules.some(({ fires }) => prover.solver.ask(fires).kind === "somebody");
    if (!anyRule || decision === "monitoring" || prover.solver.ask(model.silent).kind !== "somebody") return [];
    const says = model.rows.otherwise?.event.type ?? "no-action";
    const message = { en: `no rule decides everybody at \`${moment}\`: for the rest \`otherwise\` says \`${says}\``, zh: `在 \`${moment}\` 时有人不由任何规则决定：此时 \`otherwise\` 给出 \`${says}\`` };
    return [{ ...findingOf(prover, [each], { kind: "gap", level: "note", moments: [moment], message }), ...shown(prover, model.silent, moment) }];
  });
}
