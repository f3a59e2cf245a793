import type { Row } from "../outcomes/rows.ts";
import { findingOf, nameOf, withSomebody } from "./finding-of.ts";
import type { RuleFinding } from "./finding.ts";
import type { DecisionStatements } from "./rule-statements.ts";
import type { Shop } from "./shop.ts";

/** So many pairs of rules are told at one moment. */
const toldMax = 20;

/** Rules whose outcomes exclude each other, or of which only one may match, that match one applicant together. */
export function exclusivesIn(shop: Shop, each: DecisionStatements): readonly RuleFinding[] {
  const { model, moment } = each;
  if (shop.exists(model.contradicts) !== true) return [];
  const { formulas } = shop.space;
  const found: RuleFinding[] = [];
  for (const [one, two] of pairsOf(each)) {
    const question = formulas.all([model.contradicts, one.truths.yes, two.truths.yes]);
    if (found.length >= toldMax || shop.exists(question) !== true) continue;
    const [a, b] = [nameOf(each, one), nameOf(each, two)];
    const message = { en: `\`${a}\` and \`${b}\` match together, and their outcomes exclude each other`, zh: `\`${a}\` 与 \`${b}\` 同时命中，而其结果互斥` };
    const finding = findingOf(shop, [each], { kind: "exclusive", moments: [moment], row: two, others: [a], message });
    found.push(withSomebody(shop, each, finding, question, ({ fired }) => fired.includes(a) && fired.includes(b)));
  }
  if (found.length > 0) return found;
  const message = { en: `outcomes that exclude each other match together at \`${moment}\``, zh: `在 \`${moment}\` 时互斥的结果会同时命中` };
  return [withSomebody(shop, each, findingOf(shop, [each], { kind: "exclusive", moments: [moment], message }), model.contradicts, ({ conflict }) => conflict)];
}

/** Pairs of rules that may not match together, the one of higher priority first. */
function pairsOf({ model, rules }: DecisionStatements): readonly (readonly [Row, Row])[] {
  const { file } = model.rows;
  const excludes = (a: string, b: string): boolean => (a === b && model.rows.combiner(a) === "unique") || file.exclusive.some((pair) => a !== b && pair.includes(a) && pair.includes(b));
  const rows = rules.map(({ row }) => row);
  return rows.flatMap((one, index) => rows.slice(index + 1).flatMap((two) => (excludes(one.event.type, two.event.type) ? [[one, two] as const] : [])));
}
