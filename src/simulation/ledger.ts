import type { CounterName } from "./counters.ts";
import type { History, HistoryEntry } from "./history.ts";
import type { Tally } from "./tally.ts";

/** Something in a ledger that does not add up. */
export interface LedgerFinding {
  /** −1 for a total of all customers. */
  readonly customer: number;
  readonly month: number;
  /** What was compared, in words of the history: `balance`, `creditSalesFen`. */
  readonly what: string;
  /** What the postings say, and what was said elsewhere. */
  readonly expectedFen: number;
  readonly foundFen: number;
}

/** What a customer owes: the accounts of the ledger that are hers. */
const receivables = ["principal", "instalment-fees", "late-fees"] as const;

/** Each total of the tally by the account whose debits or credits make it up, and what stands against them. */
const totals: readonly {
  readonly counter: CounterName;
  readonly side: "debit" | "credit";
  /** One account, or several. */
  readonly account: string | readonly string[];
  readonly against: readonly string[];
}[] = [
  { counter: "creditSalesFen", side: "debit", account: "principal", against: ["merchants"] },
  { counter: "merchantFeeFen", side: "credit", account: "merchant-fee-income", against: ["merchants"] },
  { counter: "instalmentFeeFen", side: "credit", account: "fee-income", against: ["instalment-fees"] },
  { counter: "lateFeeFen", side: "credit", account: "late-fee-income", against: ["late-fees"] },
  { counter: "repaidFen", side: "debit", account: ["cash", "settlement-clearing"], against: [...receivables] },
  { counter: "chargedOffFen", side: "debit", account: "credit-losses", against: [...receivables] },
  { counter: "recoveredFen", side: "credit", account: "recoveries", against: ["cash"] },
  { counter: "fraudLossFen", side: "debit", account: "fraud-losses", against: ["merchants"] },
  { counter: "waivedFen", side: "debit", account: "waivers", against: ["late-fees"] },
  { counter: "fundingCostFen", side: "debit", account: "funding-cost", against: ["cash"] },
  { counter: "operatingCostFen", side: "debit", account: "operating-cost", against: ["cash"] },
  { counter: "acquisitionCostFen", side: "debit", account: "acquisition-cost", against: ["cash"] },
  { counter: "settledFen", side: "debit", account: "cash", against: ["settlement-clearing"] },
  { counter: "settlementFeeFen", side: "credit", account: "settlement-fee-income", against: ["cash"] },
  { counter: "refundedFen", side: "credit", account: "principal", against: ["merchants"] },
  { counter: "refundForwardedFen", side: "debit", account: "merchants", against: ["cash"] },
  { counter: "guaranteeFeeFen", side: "debit", account: "guarantee-cost", against: ["cash"] },
];

/**
 * A second reader of what happened: from the postings of histories alone, by their accounts and not by their names,
 * it rebuilds what each customer owed at each month's end and what the lender earned and spent, and compares with the
 * month-end entries and, where given, with the tally of exactly these customers. No finding: no fen appeared or
 * vanished.
 */
export function auditLedger(histories: readonly History[], tally?: Tally): readonly LedgerFinding[] {
  const findings = histories.flatMap(auditCustomer);
  return tally === undefined ? findings : [...findings, ...auditTotals(histories, tally), ...auditStocks(histories, tally)];
}

function auditCustomer({ customer, entries }: History): LedgerFinding[] {
  const findings: LedgerFinding[] = [];
  const owed = new Map<string, number>(receivables.map((account) => [account, 0]));
  // What came through a channel of settlement is taken to the cash account at once: nothing stays in between.
  const clearing = new Map([["settlement-clearing", 0]]);
  for (const entry of entries) {
    const { month } = entry;
    if (entry.kind === "posting") {
      findings.push(...auditPosting(customer, entry));
      move(owed, entry);
      move(clearing, entry);
      for (const [account, fen] of owed) {
        if (fen < 0) findings.push({ customer, month, what: `${account} below nothing`, expectedFen: 0, foundFen: fen });
      }
    } else if (entry.kind === "month-end") {
      const balance = [...owed.values()].reduce((sum, fen) => sum + fen, 0);
      const split = figure(entry, "billedUnpaidFen") + figure(entry, "scheduledFen");
      compare(findings, { customer, month, what: "balance", expectedFen: balance, foundFen: figure(entry, "balanceFen") });
      compare(findings, { customer, month, what: "billed and scheduled", expectedFen: balance, foundFen: split });
      compare(findings, { customer, month, what: "settlement-clearing", expectedFen: 0, foundFen: clearing.get("settlement-clearing") ?? 0 });
    }
  }
  return findings;
}

/** An amount is a whole number of fen above nothing, from one account to another. */
function auditPosting(customer: number, entry: HistoryEntry): LedgerFinding[] {
  const amount = figure(entry, "amountFen");
  const whole = Number.isSafeInteger(amount) && amount > 0 && entry.figures["debit"] !== entry.figures["credit"];
  return whole ? [] : [{ customer, month: entry.month, what: `posting ${entry.name}`, expectedFen: 1, foundFen: amount }];
}

function move(owed: Map<string, number>, entry: HistoryEntry): void {
  const amount = figure(entry, "amountFen");
  const debit = String(entry.figures["debit"]);
  const credit = String(entry.figures["credit"]);
  const debited = owed.get(debit);
  if (debited !== undefined) owed.set(debit, debited + amount);
  const credited = owed.get(credit);
  if (credited !== undefined) owed.set(credit, credited - amount);
}

/** Totals of each month against the counters. */
function auditTotals(histories: readonly History[], tally: Tally): LedgerFinding[] {
  const findings: LedgerFinding[] = [];
  const postings = histories.flatMap(({ entries }) => entries.filter(({ kind, month }) => kind === "posting" && month >= 0));
  for (const { counter, side, account, against } of totals) {
    const byMonth = new Float64Array(tally.months);
    for (const entry of postings) {
      const other = String(entry.figures[side === "debit" ? "credit" : "debit"]);
      if (![account].flat().includes(String(entry.figures[side])) || !against.includes(other)) continue;
      byMonth[entry.month] = (byMonth[entry.month] ?? 0) + figure(entry, "amountFen");
    }
    byMonth.forEach((expectedFen, month) =>
      compare(findings, { customer: -1, month, what: counter, expectedFen, foundFen: tally.at(counter, month) }),
    );
  }
  return findings;
}

/** What all customers owe together at each month's end, rebuilt from the postings. Needs histories from their start. */
function auditStocks(histories: readonly History[], tally: Tally): LedgerFinding[] {
  const findings: LedgerFinding[] = [];
  const byMonth = new Float64Array(tally.months);
  for (const { entries } of histories) {
    const owed = new Map<string, number>(receivables.map((account) => [account, 0]));
    for (const entry of entries) {
      if (entry.kind === "posting") move(owed, entry);
      if (entry.kind !== "month-end" || entry.month < 0) continue;
      byMonth[entry.month] = (byMonth[entry.month] ?? 0) + [...owed.values()].reduce((sum, fen) => sum + fen, 0);
    }
  }
  byMonth.forEach((expectedFen, month) =>
    compare(findings, { customer: -1, month, what: "balanceFen", expectedFen, foundFen: tally.at("balanceFen", month) }),
  );
  return findings;
}

function compare(findings: LedgerFinding[], finding: LedgerFinding): void {
  if (finding.expectedFen !== finding.foundFen) findings.push(finding);
}

function figure(entry: HistoryEntry, name: string): number {
  const value = entry.figures[name];
  return typeof value === "number" ? value : 0;
}
