import type { PolicyReport } from "../../verdict/index.ts";
import type { Pen } from "../text/pen.ts";
import type { PageContext } from "./context.ts";
import type { RuleAccount, ToldProofs, TriedEdits } from "./screen-calls.ts";
import type { SpanColor } from "./span.ts";

/** What a run, the prover and tried edits say of a policy's rules; absent what is not known yet. */
export interface RuleFacts {
  readonly fired: ReadonlyMap<string, Fired>;
  readonly proofs: ToldProofs | undefined;
  readonly edits: TriedEdits | undefined;
}

/** How often a rule fired, and how often all rules of its decision did. */
export interface Fired {
  readonly times: number;
  readonly of: number;
}

/** All that is known beside the files. Edits are only tried once the reader has asked for it. */
export function ruleFacts(context: PageContext, policy: PolicyReport): RuleFacts {
  const proofs = context.know({ kind: "proofs", policy: policy.name }).told;
  const edits = context.state.marks.includes(`edits:${policy.name}`) ? context.know({ kind: "edits", policy: policy.name }).told : undefined;
  return { fired: timesFired(policy), proofs: proofs?.kind === "proofs" ? proofs.proofs : undefined, edits: edits?.kind === "edits" ? edits.edits : undefined };
}

/** How often each rule of a policy fired in the run. */
export function timesFired(policy: PolicyReport): ReadonlyMap<string, Fired> {
  const fired = Object.values(policy.rulesFired).flatMap((rules) => {
    const of = rules.reduce((sum, { times }) => sum + times, 0);
    return rules.map(({ rule, times }) => [rule, { times, of }] as const);
  });
  return new Map(fired);
}

/** A rule's part of all matches of its decision. */
export function firedShare(fired: Fired | undefined): string {
  return fired === undefined || fired.of === 0 ? "" : `${((fired.times / fired.of) * 100).toFixed(1)}%`;
}

/** Conditions that examples can decide, those seen both true and false, and those shown to decide alone. */
export function coveredConditions({ coverage }: RuleAccount): { readonly asked: number; readonly both: number; readonly shown: number } {
  const asked = coverage.conditions.filter(({ constant }) => !constant);
  return { asked: asked.length, both: asked.filter(({ isTrue, isFalse }) => isTrue > 0 && isFalse > 0).length, shown: asked.filter(({ shown }) => shown !== "none").length };
}

/** What is proved of a rule in one cell: claims proved and broken, and findings, each with its sign. */
export function proofCell({ proofs }: RuleFacts, rule: RuleAccount, pen: Pen): { readonly text: string; readonly color?: SpanColor } {
  const own = proofs?.rules.find((each) => each.decision === rule.decision && each.rule === rule.name);
  if (own === undefined) return { text: proofs === undefined ? (pen.ascii ? "..." : "…") : "" };
  const count = (verdict: string): number => own.claims.filter((claim) => claim.verdict === verdict).length;
  const warnings = own.findings.filter(({ level }) => level === "warning").length;
  const [held, broken, open] = [count("held"), count("broken"), count("undecided")];
  const signs = pen.ascii ? ["+", "x"] : ["✓", "✗"];
  const text = [held > 0 ? `${held}${signs[0]}` : "", broken > 0 ? `${broken}${signs[1]}` : "", open > 0 ? `${open}?` : "", warnings > 0 ? `${warnings}!` : ""].join("");
  return { text, ...(broken > 0 ? { color: "red" as const } : warnings + open > 0 ? { color: "yellow" as const } : held > 0 ? { color: "green" as const } : {}) };
}
