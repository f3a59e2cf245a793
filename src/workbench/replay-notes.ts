import { decisionNames, moments, type Moment, type Policy } from "../policy/index.ts";
import type { History, HistoryEntry } from "../simulation/index.ts";
import { customerText, type WhyNot } from "../view/index.ts";
import { customerNotice } from "./customer-notice.ts";
import { traceOf } from "./trace-of.ts";
import { whyNot } from "./why-not.ts";

/** Outcomes that refuse something. */
const refusals: ReadonlySet<unknown> = new Set(["decline", "no-line", "no-offer", "refuse"]);

/** So many refusals of one life are looked into: the same one returns month after month. */
const refusalsMax = 12;

/** For each refusal of a life the nearest change that would have led elsewhere; the same refusal on the same facts is asked once. */
export async function whyNotNotes(policy: Policy, { entries }: History, wanted: string): Promise<ReadonlyMap<HistoryEntry, WhyNot>> {
  const notes = new Map<HistoryEntry, WhyNot>();
  const known = new Map<string, WhyNot>();
  for (const entry of entries) {
    const asked = askedOf(entry);
    if (asked === undefined || !refusals.has(entry.figures["outcome"])) continue;
    const key = JSON.stringify(asked);
    const found = known.get(key) ?? (known.size < refusalsMax ? await whyNot({ policy, ...asked, wanted, keep: [] }) : undefined);
    if (found === undefined) continue;
    known.set(key, found);
    notes.set(entry, found);
  }
  return notes;
}

/** For each decision of a life that is one, what the customer may be told. */
export async function noticeNotes(policy: Policy, { entries }: History, lang: "en" | "zh"): Promise<ReadonlyMap<HistoryEntry, string>> {
  const notes = new Map<HistoryEntry, string>();
  for (const entry of entries) {
    const asked = askedOf(entry);
    if (asked === undefined || entry.figures["outcome"] === "no-action") continue;
    const { outcome, rules } = await traceOf(policy, asked.decision, asked.moment, asked.facts);
    notes.set(entry, customerText(customerNotice(policy, asked.decision, outcome, rules), lang));
  }
  return notes;
}

/** What was asked, and on which facts; undefined for what is no decision. */
export function askedOf({ kind, name, figures, facts = {} }: HistoryEntry) {
  const decision = decisionNames.find((each) => each === name);
  if (kind !== "decision" || decision === undefined) return undefined;
  const known: readonly Moment[] = moments[decision];
  const moment = known.find((each) => each === figures["moment"]);
  if (moment === undefined) return undefined;
  const own = Object.entries(facts).filter(([fact]) => fact !== "request.moment" && !/^(?:param|derived)\./u.test(fact));
  return { decision, moment, facts: Object.fromEntries(own) };
}
