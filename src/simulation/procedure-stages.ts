import { dateOfMonth } from "../base/index.ts";
import type { FactName } from "../facts/index.ts";
import { auditFaultNames, auditFaults, type AuditFaultName, type Condition, type LawPack, type Procedures } from "../policy/index.ts";
import type { RunDates } from "./run-dates.ts";

/** The procedures from a month on, and what was mended then. */
export interface ProcedureStage {
  readonly from: number;
  readonly procedures: Procedures;
  readonly mended: readonly AuditFaultName[];
}

/** Stages of one run at most; an audit that would make one more mends nothing. */
const mostStages = 16;

/**
 * How procedures change over a run by internal audit: at each audit, faults that the procedures have, that a law rule
 * in force on its day speaks of, and that the lender mends, are mended so many months later. What no law speaks of yet
 * is found by a later audit. Empty where nobody audits or nothing is found.
 */
export function procedureStages(procedures: Procedures, packs: readonly LawPack[], dates: RunDates): readonly ProcedureStage[] {
  const { audit } = procedures;
  if (audit === undefined) return [];
  const stages: ProcedureStage[] = [];
  let now = procedures;
  for (const month of auditMonths(procedures, dates)) {
    const spokenOf = factsInForce(packs, dateOfMonth(dates.startDate, month));
    const found = auditFaultNames.filter((name) => audit.mends.includes(name) && auditFaults[name].isIn(now) && auditFaults[name].drives.some((fact) => spokenOf.has(fact)));
    const from = month + audit.mendsAfterMonths;
    if (found.length === 0 || from >= dates.months || stages.length >= mostStages) continue;
    now = found.reduce((mended, name) => auditFaults[name].mend(mended), now);
    stages.push({ from, procedures: now, mended: found });
  }
  return stages;
}

/** The months of audits: the first when the last one, as declared, is an interval ago. */
export function auditMonths({ audit, declared }: Procedures, { months }: Pick<RunDates, "months">): readonly number[] {
  if (audit === undefined) return [];
  const first = Math.max(0, audit.everyMonths - (declared.monthsSinceAudit ?? 0));
  return Array.from({ length: Math.max(0, Math.ceil((months - first) / audit.everyMonths)) }, (_, index) => first + index * audit.everyMonths);
}

/** Months since the last audit by month; undefined where nobody audits, or nobody said when the last one was and none came yet. */
export function monthsSinceAudit(procedures: Procedures, dates: Pick<RunDates, "months">): readonly (number | undefined)[] | undefined {
  if (procedures.audit === undefined) return undefined;
  const audits = auditMonths(procedures, dates);
  const before = procedures.declared.monthsSinceAudit;
  return Array.from({ length: dates.months }, (_, month) => {
    const last = audits.findLast((audit) => audit <= month);
    return last === undefined ? (before === undefined ? undefined : before + month) : month - last;
  });
}

/** Facts that rules in force on a day read. */
function factsInForce(packs: readonly LawPack[], date: string): ReadonlySet<FactName> {
  const facts = new Set<FactName>();
  for (const { rules, conditions: named } of packs) {
    for (const rule of rules) {
      if ((rule.effectiveFrom ?? "") > date || (rule.effectiveTo ?? "9999") < date) continue;
      collect(rule.conditions, { named, within: [] }, facts);
    }
  }
  return facts;
}

interface Place {
  readonly named: Readonly<Record<string, Condition>>;
  readonly within: readonly string[];
}

function collect(condition: Condition, place: Place, into: Set<FactName>): void {
  if ("all" in condition) for (const one of condition.all) collect(one, place, into);
  else if ("any" in condition) for (const one of condition.any) collect(one, place, into);
  else if ("not" in condition) collect(condition.not, place, into);
  else if ("condition" in condition) {
    const named = place.named[condition.condition];
    if (named !== undefined && !place.within.includes(condition.condition)) collect(named, { ...place, within: [...place.within, condition.condition] }, into);
  } else into.add(condition.fact);
}
