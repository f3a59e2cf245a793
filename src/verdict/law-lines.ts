import type { LawFinding, Tally } from "../statistics/index.ts";
import type { LawRuleWords } from "./law-rule.ts";
import type { LawLine, LawSummary } from "./report.ts";

/** Every modelled rule with its counts under one policy, in pack order; over replications the counts are means. */
export function lawLines(rules: readonly LawRuleWords[], tallies: readonly Tally[]): readonly LawLine[] {
  const runs = tallies.map((tally) => new Map(tally.laws.map((finding) => [finding.rule, finding])));
  return rules.map((rule) => lineOf(rule, runs.map((run) => run.get(rule.id)), tallies[0]?.months ?? 0));
}

function lineOf(rule: LawRuleWords, findings: readonly (LawFinding | undefined)[], months: number): LawLine {
  const mean = (count: (finding: LawFinding) => number): number =>
    findings.reduce((total, finding) => total + (finding === undefined ? 0 : count(finding)), 0) / findings.length;
  const firsts = findings.flatMap((finding) => (finding === undefined || finding.firstMonth < 0 ? [] : [finding.firstMonth]));
  const { id, jurisdiction, title, citation, remedy, act, severity, verification, houseStandard, declared, counts = "persons", core = false } = rule;
  const ofLender = counts === "lender-months";
  const [persons, accounts] = [mean((finding) => finding.persons), mean((finding) => finding.accounts)];
  return {
    id,
    jurisdiction,
    title,
    citation,
    remedy,
    act,
    severity,
    verification,
    houseStandard,
    core,
    declared,
    judged: mean((finding) => finding.judged),
    persons,
    accounts,
    counts,
    count: ofLender ? mean((finding) => finding.violations) : counts === "accounts" ? accounts : persons,
    inconclusive: mean((finding) => (ofLender ? (finding.inconclusiveActs ?? 0) : finding.inconclusivePersons)),
    declaredPersons: mean((finding) => finding.declaredPersons),
    firstMonth: firsts.length === 0 ? null : Math.min(...firsts),
    personsByMonth: Array.from({ length: months }, (_, month) => mean((finding) => finding.personsByMonth[month] ?? 0)),
    cases: (findings[0]?.cases ?? []).slice(0, 3).map(({ customer, month }) => ({ customer, month })),
  };
}

/** Whether the rule matched anybody, or a month of the lender. */
export function isMatched({ persons, count }: Pick<LawLine, "persons" | "count">): boolean {
  return persons > 0 || count > 0;
}

/** The totals over all lines. */
export function lawSummary(lines: readonly LawLine[]): LawSummary {
  const matched = lines.filter(isMatched);
  const verified = (verification: LawLine["verification"]): number =>
    matched.filter((line) => line.verification === verification).length;
  return {
    modelled: lines.length,
    matched: matched.length,
    matchedCritical: matched.filter((line) => line.severity === "critical").length,
    inconclusive: lines.filter((line) => !isMatched(line) && line.inconclusive > 0).length,
    notJudged: lines.filter((line) => line.judged === 0 && !isMatched(line) && line.inconclusive === 0).length,
    restingOnDeclarations: lines.filter((line) => line.declared && line.judged > 0).length,
    matchedOnDeclarations: matched.filter((line) => line.declared).length,
    matchedOnHouseStandards: matched.filter((line) => line.houseStandard).length,
    matchedByVerification: { text: verified("text"), secondary: verified("secondary"), unverified: verified("unverified") },
    persons: lines.reduce((most, line) => Math.max(most, line.persons), 0),
  };
}
