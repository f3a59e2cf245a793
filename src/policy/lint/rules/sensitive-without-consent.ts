import type { ConsentSource } from "../../../facts/index.ts";
import type { LintFinding, PolicyLint } from "../lint-rule.ts";
import { factsOfConditions } from "../reads.ts";
import { momentsOf, raceOf } from "../races.ts";
import { finding, quote } from "../say.ts";
import type { PlacedRule, Subject } from "../subject.ts";

/** A rule that reads sensitive data without asking whether the customer agreed. */
export const sensitiveWithoutConsent: PolicyLint = {
  of: "policy",
  whole: true,
  code: "sensitive-without-consent",
  level: "error",
  title: { en: "sensitive data are read without a check of consent", zh: "读取敏感信息而未检查同意" },
  why: {
    en: "Sensitive personal information needs the customer's separate consent (PIPL 29), a bureau query her written one. The check belongs into the rule itself, or into a rule of higher priority that stops those who did not agree.",
    zh: "敏感个人信息须取得单独同意（个人信息保护法第二十九条），查询征信须书面同意。检查应写在规则自身，或写在优先级更高、能拦下未同意者的规则中。",
  },
  wrong: { "enrolment.json#/rules/1/conditions": { all: [{ fact: "customer.identityVerified", operator: "equal", value: false }] } },
  right: { "enrolment.json#/rules/1/conditions": { all: [{ not: { condition: "bureau-may-be-read" } }] } },
  also: ["unused-named-condition"],
  check: (subject) => {
    const profiles = subject.rules.map((placed) => ({ placed, read: factsOfConditions(placed, subject.policy), moments: momentsOf(subject, placed) }));
    return profiles.flatMap((one) =>
      [...sensitiveOf(one.read, subject)].flatMap(([source, facts]): LintFinding[] => {
        const guarded = profiles.some((guard) => asks(guard.read, source) && (guard === one || stands(guard.placed, one.placed)) && one.moments.every((moment) => guard === one || guard.moments.includes(moment)));
        if (guarded) return [];
        const { rule, document, pointer } = one.placed;
        return [
          finding({ document, pointer: `${pointer}/name` }, {
            en: `${quote(rule.name)} reads ${facts.map(quote).join(", ")} without asking for ${quote(`consent.${source}.*`)}`,
            zh: `${quote(rule.name)} 读取 ${facts.map(quote).join("、")}，但未检查 ${quote(`consent.${source}.*`)}`,
            hint: { en: "check the consent in this rule, or stop those without it by a rule of higher priority", zh: "请在本规则中检查同意，或用优先级更高的规则拦下未同意者" },
          }),
        ];
      }),
    );
  },
};

type Read = ReadonlySet<string>;

function sensitiveOf(read: Read, subject: Subject): ReadonlyMap<ConsentSource, readonly string[]> {
  const found = new Map<ConsentSource, readonly string[]>();
  for (const name of read) {
    const fact = subject.policy.dictionary.facts.get(name);
    if (fact?.sensitive === true && fact.consent !== undefined) found.set(fact.consent, [...(found.get(fact.consent) ?? []), name]);
  }
  return found;
}

function asks(read: Read, source: ConsentSource): boolean {
  return read.has(`consent.${source}.kind`) || read.has(`consent.${source}.act`);
}

/** Whether the first stands in the way of the second: in its race, before it. */
function stands(guard: PlacedRule, placed: PlacedRule): boolean {
  return raceOf(guard) !== undefined && raceOf(guard) === raceOf(placed) && guard.rule.priority > placed.rule.priority;
}
