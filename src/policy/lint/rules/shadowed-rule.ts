import { canonical } from "../conjuncts.ts";
import type { LintFinding, PolicyLint } from "../lint-rule.ts";
import { groundOf, raceOf } from "../races.ts";
import { covers } from "../spans.ts";
import { finding, quote } from "../say.ts";
import type { PlacedRule, Subject } from "../subject.ts";
import { boundsOf, truthOf, type Truth } from "../truth.ts";

/** At most so many pairs of rules are compared in a policy. */
const mostPairs = 1_000_000;

/** A rule that another always precedes. */
export const shadowedRule: PolicyLint = {
  of: "policy",
  whole: true,
  code: "shadowed-rule",
  level: "error",
  title: { en: "a rule that never decides, because another always goes first", zh: "总被其他规则抢先、永不起决定作用的规则" },
  why: {
    en: "Whenever it matches, a rule of higher priority matches too. Two tiers or two priorities have been swapped, or a broad rule stands above a narrow one.",
    zh: "每当它命中，优先级更高的另一条也命中。多半是两个档位或优先级写反，或宽泛的规则排在具体规则之上。",
  },
  wrong: { "limit.json#/rules/1/conditions/all/1": { fact: "bureau.score", operator: "greaterThanInclusive", value: 700 }, "limit.json#/rules/1/conditions/all/0": { fact: "customer.age", operator: "lessThan", value: 60 } },
  right: { "limit.json#/rules/1/conditions/all/1": { fact: "bureau.score", operator: "greaterThanInclusive", value: 600 } },
  check: (subject) => {
    const races = new Set(subject.rules.flatMap((placed) => raceOf(placed) ?? []));
    let pairs = 0;
    return [...races].flatMap((race): LintFinding[] => {
      const rules = subject.rules.filter((placed) => raceOf(placed) === race);
      const profiles = rules.map((placed) => profileOf(subject, placed)).toSorted((a, b) => b.placed.rule.priority - a.placed.rule.priority);
      return profiles.flatMap((later, index) => {
        const first = profiles.slice(0, index).find((earlier) => {
          pairs += 1;
          return pairs <= mostPairs && earlier.placed.rule.priority > later.placed.rule.priority && implies(later, earlier);
        });
        return first === undefined ? [] : [shadowed(later.placed, first.placed)];
      });
    });
  },
};

interface Profile {
  readonly placed: PlacedRule;
  readonly bounds: ReadonlyMap<string, Truth>;
  readonly texts: ReadonlySet<string>;
  /** Conditions that are no comparisons with constants, as texts. */
  readonly others: readonly string[];
}

function profileOf(subject: Subject, placed: PlacedRule): Profile {
  const ground = groundOf(subject, placed);
  // Comparisons with constants are told by their bounds; the rest by what they say.
  const others = placed.needs.flatMap(({ node }) => (truthOf(node, ground) === undefined ? [canonical(node)] : []));
  return { placed, bounds: boundsOf(placed.needs, ground), texts: new Set(others), others };
}

/** Whether the earlier rule matches wherever the later one does. */
function implies(later: Profile, earlier: Profile): boolean {
  if (!earlier.others.every((text) => later.texts.has(text))) return false;
  return [...earlier.bounds].every(([fact, need]) => {
    const has = later.bounds.get(fact);
    if (has !== undefined) return has.holds.length > 0 && covers(need.holds, has.holds);
    return !need.fact.nullable && covers(need.holds, need.domain);
  });
}

function shadowed({ rule, document, pointer }: PlacedRule, first: PlacedRule): LintFinding {
  return finding({ document, pointer: `${pointer}/name` }, {
    en: `${quote(rule.name)} never decides: whenever it matches, ${quote(first.rule.name)} matches too and goes first (${first.rule.priority} over ${rule.priority})`,
    zh: `${quote(rule.name)} 永不起决定作用：每当它命中，${quote(first.rule.name)} 也命中且优先（${first.rule.priority} 高于 ${rule.priority}）`,
    hint: { en: "have two thresholds or priorities been swapped?", zh: "是否两个阈值或优先级写反？" },
  });
}
