import { dateOfMonth } from "../base/index.ts";
import type { FactName } from "../facts/index.ts";
import { auditFaultNames, auditFaults, type AuditFaultName, type Condition, type FilingName, type LawPack, type Procedures } from "../policy/index.ts";
import { filingChanges, monthsSinceFiledAudit, withFilings } from "./filings.ts";
import type { RunDates } from "./run-dates.ts";

/** The procedures from a month on, and why they changed then. */
export interface ProcedureStage {
  readonly from: number;
  readonly procedures: Procedures;
  /** What an audit had mended. */
  readonly mended: readonly AuditFaultName[];
  /** Papers that count from now on, or no longer do. */
  readonly filed: readonly (readonly [FilingName, boolean])[];
}

/** Stages of one run at most; what would make one more changes nothing. */
const mostStages = 16;

/** The procedures in the first month that is lived: papers stand as their dates say. */
export function proceduresAtFirst(procedures: Procedures, dates: RunDates): Procedures {
  return withFilings(procedures, filingChanges(procedures, 0 - dates.warmUp, { dates, isFirst: true }));
}

/**
 * How procedures change over a run by papers and internal audit. A paper counts from its day on, until it is too old.
 * At each audit, faults that the procedures have, that a law rule in force on its day speaks of, and that the lender
 * mends, are mended so many months later; what no law speaks of yet is found by a later audit. Empty where nothing
 * changes.
 */
export function procedureStages(procedures: Procedures, packs: readonly LawPack[], dates: RunDates): readonly ProcedureStage[] {
  if (procedures.audit === undefined && procedures.filings === undefined) return [];
  const stages: ProcedureStage[] = [];
  const audits = new Set(auditMonths(procedures, dates));
  const due = new Map<number, readonly AuditFaultName[]>();
  let now = procedures;
  for (let month = 0 - dates.warmUp; month < dates.months && stages.length < mostStages; month++) {
    const filed = month === 0 - dates.warmUp ? [] : filingChanges(procedures, month, { dates, isFirst: false });
    now = withFilings(now, filed);
    if (audits.has(month)) {
      const found = foundBy(now, packs, { month, dates, pending: [...due.values()].flat() });
      if (found.length > 0) due.set(month + (procedures.audit?.mendsAfterMonths ?? 0), found);
    }
    const mended = due.get(month) ?? [];
    now = mended.reduce((before, name) => auditFaults[name].mend(before), now);
    due.delete(month);
    if (mended.length > 0 || filed.length > 0) stages.push({ from: month, procedures: now, mended, filed });
  }
  return stages;
}

interface Audit {
  readonly month: number;
  readonly dates: RunDates;
  /** Found before, and not mended yet. */
  readonly pending: readonly AuditFaultName[];
}

function foundBy(now: Procedures, packs: readonly LawPack[], { month, dates, pending }: Audit): readonly AuditFaultName[] {
  const spokenOf = factsInForce(packs, dateOfMonth(dates.startDate, month));
  const mends = now.audit?.mends ?? [];
  return auditFaultNames.filter((name) => mends.includes(name) && !pending.includes(name) && auditFaults[name].isIn(now) && auditFaults[name].drives.some((fact) => spokenOf.has(fact)));
}

/** The months of audits: the first when the last one, as declared, is an interval ago. */
export function auditMonths({ audit, declared }: Procedures, { months }: Pick<RunDates, "months">): readonly number[] {
  if (audit === undefined) return [];
  const first = Math.max(0, audit.everyMonths - (declared.monthsSinceAudit ?? 0));
  return Array.from({ length: Math.max(0, Math.ceil((months - first) / audit.everyMonths)) }, (_, index) => first + index * audit.everyMonths);
}

/** Months since the last audit, internal or filed, by month; undefined where nobody audits, or nobody said when the last one was and none came yet. */
export function monthsSinceAudit(procedures: Procedures, dates: RunDates): readonly (number | undefined)[] | undefined {
  if (procedures.audit === undefined && procedures.filings?.["compliance-audit"] === undefined) return undefined;
  const audits = auditMonths(procedures, dates);
  const before = procedures.declared.monthsSinceAudit;
  return Array.from({ length: dates.months }, (_, month) => {
    const last = audits.findLast((audit) => audit <= month);
    const known = [last === undefined ? undefined : month - last, monthsSinceFiledAudit(procedures, month, dates)].filter((since) => since !== undefined);
    return known.length > 0 ? Math.min(...known) : before === undefined ? undefined : before + month;
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
