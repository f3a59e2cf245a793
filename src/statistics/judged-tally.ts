import type { LawFinding, Tally } from "../simulation/index.ts";

export type RuleSeverity = "critical" | "high" | "medium" | "low";

interface JudgedFinding extends LawFinding {
  readonly severity: RuleSeverity;
}

/** A tally that knows how severe each law rule is; rules without a severity in the map are left as they were. */
export function judgedTally(tally: Tally, severities: ReadonlyMap<string, RuleSeverity>): Tally {
  const laws = tally.laws.map((finding): LawFinding | JudgedFinding => {
    const severity = severities.get(finding.rule);
    return severity === undefined ? finding : { ...finding, severity };
  });
  return {
    customers: tally.customers,
    months: tally.months,
    at: (counter, month) => tally.at(counter, month),
    monthsBefore: tally.monthsBefore,
    before: (counter, month) => tally.before(counter, month),
    total: (counter) => tally.total(counter),
    group: (counter, group) => tally.group(counter, group),
    customersInGroup: (group) => tally.customersInGroup(group),
    vintageBooked: (vintage) => tally.vintageBooked(vintage),
    vintage: (kind, vintage, monthsOnBook) => tally.vintage(kind, vintage, monthsOnBook),
    vintageBalance90: (vintage, monthsOnBook) => tally.vintageBalance90(vintage, monthsOnBook),
    vintageOriginated: (vintage) => tally.vintageOriginated(vintage),
    laws,
    rulesFired: tally.rulesFired,
    histograms: tally.histograms,
    dataUses: tally.dataUses,
    classes: tally.classes,
    lossGivenDefault: tally.lossGivenDefault,
    openingCashFen: tally.openingCashFen,
    pools: tally.pools,
    scores: tally.scores,
    settlements: tally.settlements,
  };
}

/** How severe the rule of a finding is, or null where the tally was not told. */
export function severityOf(finding: LawFinding): RuleSeverity | null {
  return "severity" in finding && isSeverity(finding.severity) ? finding.severity : null;
}

function isSeverity(value: unknown): value is RuleSeverity {
  return value === "critical" || value === "high" || value === "medium" || value === "low";
}
