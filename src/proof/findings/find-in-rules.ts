import { below } from "../../base/index.ts";
import { decisionNames } from "../../policy/index.ts";
import type { Prover } from "../claims/prove-claims.ts";
import { exclusivesIn } from "./exclusives.ts";
import { exhaustedIn } from "./exhausted.ts";
import { openShop } from "./shop.ts";
import type { Exhausted } from "./exhausted.ts";
import type { Shop as Opened } from "./shop.ts";
import type { Formula } from "../logic/formula.ts";
import type { Row } from "../outcomes/rows.ts";
import { idleCaps } from "./idle-caps.ts";
import { idleConditions } from "./idle-conditions.ts";
import { findingOf, nameOf, withSomebody } from "./finding-of.ts";
import type { Shows } from "./finding-of.ts";
import type { RuleFinding } from "./finding.ts";
import { before, equalPairs } from "./rule-statements.ts";
import { tiersIn } from "./tiers.ts";
import type { DecisionStatements, RuleStatements } from "./rule-statements.ts";

interface Shop extends Opened {
  readonly exhausted: Exhausted;
}

/**
 * Rules that can never fire, never speak or never matter, tiers, contradictions, gaps and conditions that change nothing.
 * Without `notes` only what may be a mistake is looked for, which costs half.
 */
export function findInRules(prover: Prover, all: readonly DecisionStatements[], { notes = true }: { readonly notes?: boolean } = {}): readonly RuleFinding[] {
  return decisionNames.flatMap((decision) => {
    const statements = all.filter((each) => each.decision === decision);
    if (statements.length === 0) return [];
    const opened = openShop(prover, statements);
    const shop = { ...opened, exhausted: exhaustedIn(opened, statements) };
    const dead = deadRules(shop, statements, notes);
    const tiers = tiersIn(shop, statements, new Set(dead.flatMap(({ kind, rule }) => (kind === "redundant" || rule === undefined ? [] : [rule]))));
    return [
      ...dead,
      ...tiers,
      ...contradictions(shop, statements, tiers),
      ...idleConditions(shop, statements),
      ...(notes ? [...gaps(shop, statements), ...idleCaps(shop, statements)] : []),
    ];
  });
}

function deadRules(shop: Shop, statements: readonly DecisionStatements[], notes: boolean): readonly RuleFinding[] {
  const [first] = statements;
  if (first === undefined) return [];
  const byRule = new Map<number | undefined, { readonly each: DecisionStatements; readonly rule: RuleStatements }[]>(first.rules.map(({ row }) => [row.rule, []]));
  for (const each of statements) for (const rule of each.rules) byRule.get(rule.row.rule)?.push({ each, rule });
  return first.rules.flatMap(({ row }): readonly RuleFinding[] => {
    const here = byRule.get(row.rule) ?? [];
    const nobody = (of: (rule: RuleStatements) => Formula) => nobodyAnywhere(shop, here.map(({ rule }) => of(rule)));
    const name = nameOf(first, row);
    const fires = nobody((rule) => rule.fires);
    // Where without it something else would be said it decides, too.
    const different = fires === false && notes ? nobodyOf(shop, here.map(({ rule }) => rule), ({ changes, matters: question }) => [[changes], question]) : undefined;
    if (different === false) return [];
    const speaks = fires === false ? nobodyLeft(shop, here.map(({ rule }) => rule)) : fires;
    const matters = speaks === false && notes ? different : speaks;
    if ([fires, speaks, matters].includes(undefined)) return [unknown(shop, statements, row, name)];
    if (fires === true) {
      return [findingOf(shop, statements, { kind: "impossible", moments: [], row, message: { en: `\`${name}\` can never match: its conditions contradict each other`, zh: `\`${name}\` 永远不会命中：其条件相互矛盾` } })];
    }
    if (speaks === true) {
      const others = shadowsOf(shop, here.map(({ rule }) => rule), (by) => nameOf(first, by));
      const [list, listZh] = [others.map((other) => `\`${other}\``).join(", "), others.map((other) => `\`${other}\``).join("、")];
      const finding = findingOf(shop, statements, { kind: "shadowed", moments: [], row, others, message: { en: `\`${name}\` never decides: whoever it matches is decided by ${list} before it`, zh: `\`${name}\` 从不起决定作用：其命中的申请人均先由 ${listZh} 决定` } });
      return [shownWhere(shop, here, finding, (rule) => rule.fires, ({ fired, because }) => fired.includes(name) && !because.includes(name))];
    }
    if (matters === true) {
      const finding = findingOf(shop, statements, { kind: "redundant", moments: [], row, message: { en: `without \`${name}\` the same would be decided about everybody`, zh: `去掉 \`${name}\`，对所有人的决定都不变` } });
      return [shownWhere(shop, here, finding, (rule) => rule.speaks, ({ because }) => because.includes(name))];
    }
    return [];
  });
}

/** So many rules of a decision that never decide or never matter are shown with an applicant. */
const deadShownMax = 20;

/** The finding with an applicant of whom it can be seen, at the first moment where there is one: what is proved of all stays so without. */
function shownWhere(shop: Shop, here: readonly { readonly each: DecisionStatements; readonly rule: RuleStatements }[], finding: RuleFinding, question: (rule: RuleStatements) => Formula, shows: Shows): RuleFinding {
  if (shop.exhausted.size > deadShownMax) return finding;
  for (const { each, rule } of here) {
    if (shop.exists(question(rule)) !== true) continue;
    const { example } = withSomebody(shop, each, finding, question(rule), shows);
    return { ...finding, moments: [each.moment], ...(example === undefined ? {} : { example }) };
  }
  return finding;
}

function unknown(shop: Shop, statements: readonly DecisionStatements[], row: Row, name: string): RuleFinding {
  return findingOf(shop, statements, { kind: "unknown", moments: [], row, message: { en: `undecided within the budget: whether \`${name}\` ever decides`, zh: `预算内无法判定：\`${name}\` 是否可能起决定作用` } });
}

/** True: no statement is true of anybody; undefined: not known. */
function nobodyAnywhere({ exists }: Shop, questions: readonly Formula[]): boolean | undefined {
  let isKnown = true;
  for (const question of questions) {
    const found = exists(question);
    if (found === true) return false;
    isKnown &&= found === false;
  }
  return isKnown ? true : undefined;
}

/** Whether the rules before it leave it nothing. */
function nobodyLeft(shop: Shop, here: readonly RuleStatements[]): boolean | undefined {
  return nobodyOf(shop, here, ({ speaks }) => [[], speaks]);
}

/** True: of nobody whom the rules before it leave to the rule at any moment are all of the others true. */
function nobodyOf(shop: Shop, here: readonly RuleStatements[], asked: (rule: RuleStatements) => readonly [readonly Formula[], Formula]): boolean | undefined {
  let isKnown = true;
  for (const rule of here.filter((each) => !shop.exhausted.has(each))) {
    const [others, question] = asked(rule);
    const found = rule.chain.length === 0 ? shop.exists(question) : shop.remains(rule, others, question);
    if (found === true) return false;
    isKnown &&= found === false;
  }
  return isKnown ? true : undefined;
}

/** So many rules that shadow one another are looked through for those that are needed. */
const neededMax = 12;

/** Earlier rules that together leave it nothing, few of them: each is dropped that is not needed. */
function shadowsOf(shop: Shop, here: readonly RuleStatements[], name: (row: Row) => string): readonly string[] {
  const found = new Map<number | undefined, Row>();
  const looked = new Set<Formula>();
  for (const rule of here) {
    for (const row of shop.exhausted.get(rule) ?? []) found.set(row.rule, row);
    // At several moments it is often the same question.
    if (shop.exhausted.has(rule) || looked.has(rule.speaks)) continue;
    looked.add(rule.speaks);
    const rows = new Map(before(rule).map((row) => [row.truths.yes, row]));
    const needed = shop.clash(rule.fires, [...rows.keys()], neededMax) ?? [...rows.keys()];
    for (const of of needed) {
      const row = rows.get(of);
      if (row !== undefined) found.set(row.rule, row);
    }
  }
  return [...found.values()].toSorted((a, b) => (a.rule ?? 0) - (b.rule ?? 0)).map(name);
}

/** So many pairs of rules of one priority are looked at. */
const pairsMax = 20_000;
/** So many of those that say different things are shown with an applicant. */
const examplesMax = 50;
/** After so many there is more amiss than a longer list would show. */
const conflictsMax = 100;

/** Rules of equal priority that both speak and say different things; exclusive outcomes and unique ones together. Overlapping tiers are told as such. */
function contradictions(shop: Shop, statements: readonly DecisionStatements[], tiers: readonly RuleFinding[]): readonly RuleFinding[] {
  const { formulas } = shop.space;
  let [looked, examples] = [0, 0];
  const all = perPair(statements.flatMap((each): readonly RuleFinding[] => {
    const { moment } = each;
    const found = equalPairs(each).flatMap(([one, two]): readonly RuleFinding[] => {
      looked += 1;
      if (looked > pairsMax || examples >= conflictsMax || shop.exhausted.has(one) || shop.apart(one.fires, two.fires)) return [];
      const question = formulas.all([one.speaks, two.fires]);
      if (shop.remains(one, [two.fires], question) !== true) return [];
      const [a, b] = [nameOf(each, one.row), nameOf(each, two.row)];
      if (tiers.some(({ kind, rule, others }) => kind === "tiers-overlap" && [a, b].includes(rule ?? "") && others.some((other) => [a, b].includes(other)))) return [];
      const message = { en: `\`${a}\` and \`${b}\` have one priority, match the same applicants and say different things; the first in the file wins`, zh: `\`${a}\` 与 \`${b}\` 优先级相同、命中相同的申请人却给出不同结果；以文件中靠前者为准` };
      examples += 1;
      const finding = findingOf(shop, [each], { kind: "conflict", moments: [moment], row: two.row, others: [a], message });
      return [examples > examplesMax ? finding : withSomebody(shop, each, finding, question, ({ fired }) => fired.includes(a) && fired.includes(b), () => shop.someone(one, [two.fires], question))];
    });
    return [...found, ...exclusivesIn(shop, each)];
  }));
  const [first] = statements;
  if (first === undefined || examples < conflictsMax) return all;
  const message = { en: `after ${conflictsMax} contradictions between rules of one priority no further ones were looked for`, zh: `同优先级规则之间的矛盾已达 ${conflictsMax} 处，其余未再查找` };
  return [...all, findingOf(shop, [first], { kind: "conflict", level: "note", moments: [], message })];
}

/** What two rules do at several moments is one finding, with all of them and the applicant of the first. */
function perPair(all: readonly RuleFinding[]): readonly RuleFinding[] {
  const found = new Map<string, RuleFinding>();
  for (const finding of all) {
    const key = JSON.stringify([finding.kind, finding.rule ?? finding.moments, finding.others]);
    const before = found.get(key);
    found.set(key, before === undefined ? finding : { ...before, moments: [...before.moments, ...finding.moments] });
  }
  return [...found.values()];
}

/** Whom no rule decides; worth knowing, since `otherwise` speaks for them. */
function gaps(shop: Shop, statements: readonly DecisionStatements[]): readonly RuleFinding[] {
  return statements.flatMap((each): readonly RuleFinding[] => {
    const { model, moment, rules, decision } = each;
    const anyRule = rules.some(({ fires }) => shop.exists(fires) === true);
    if (!anyRule || decision === "monitoring" || shop.exists(model.silent) !== true) return [];
    const says = model.rows.otherwise?.event.type;
    const rest = says === undefined ? { en: "nothing is decided about the rest", zh: "此时不作任何决定" } : { en: `for the rest \`otherwise\` says \`${says}\``, zh: `此时 \`otherwise\` 给出 \`${says}\`` };
    const message = { en: `no rule decides everybody at \`${moment}\`: ${rest.en}`, zh: `在 \`${moment}\` 时有人不由任何规则决定：${rest.zh}` };
    const finding = findingOf(shop, [each], { kind: "gap", moments: [moment], message, within: says === undefined ? "/decision" : below("/otherwise", moment) });
    return [withSomebody(shop, each, finding, model.silent, ({ fired, because }) => decision === "limit" ? because.length === 0 : fired.length === 0)];
  });
}
