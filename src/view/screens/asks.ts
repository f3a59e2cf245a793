import type { Text } from "../../base/index.ts";
import type { ExplainTrace } from "../explain.ts";
import type { Answer, FoundCustomers, Life, PolicyAccount, ScreenCalls, ToldProofs, TriedEdits } from "./screen-calls.ts";

/** What a page wants to know that is not in the report. Plain data: equal questions have one answer. */
export type Ask =
  /** Customers of whom all conditions are true, as `replay --where` takes them. */
  | { readonly kind: "people"; readonly policy: string; readonly where: readonly string[] }
  | { readonly kind: "life"; readonly policy: string; readonly customer: number }
  /** json-rules-engine's account of one decision of a life, by its place among the entries. */
  | { readonly kind: "trace"; readonly policy: string; readonly customer: number; readonly entry: number }
  | { readonly kind: "account"; readonly policy: string }
  /** What is proved about each rule. */
  | { readonly kind: "proofs"; readonly policy: string }
  /** Which edits of the rules no example notices. */
  | { readonly kind: "edits"; readonly policy: string };

/** An answer, perhaps not the whole of it yet. */
export type Told =
  | { readonly kind: "people"; readonly found: FoundCustomers }
  | { readonly kind: "life"; readonly life: Life }
  | { readonly kind: "trace"; readonly trace: ExplainTrace }
  | { readonly kind: "account"; readonly account: PolicyAccount }
  | { readonly kind: "proofs"; readonly proofs: ToldProofs }
  | { readonly kind: "edits"; readonly edits: TriedEdits }
  | { readonly kind: "refused"; readonly why: Text };

/** What is known of a question: an answer that may be old or part of one, and whether more is under way. */
export interface Heard {
  readonly told?: Told;
  readonly pending: boolean;
}

/** The key of a question: equal for equal ones. */
export const keyOf = (ask: Ask): string => JSON.stringify(ask);

/** People listed before the search waits to be asked for more. */
export const peopleMost = 200;
/** People looked for at a time, so that the first are seen before the last are found. */
const peopleStep = 20;

/** Puts one question to the outside; `tell` hears every part of the answer. */
export async function put(calls: ScreenCalls, ask: Ask, tell: (told: Told) => void, signal: AbortSignal): Promise<void> {
  switch (ask.kind) {
    case "people":
      return search(calls, ask, tell, signal);
    case "life":
      return tell(toldOf(await calls.replay?.(ask.policy, ask.customer), (life) => ({ kind: "life", life })));
    case "trace":
      return tell(toldOf(await calls.trace?.(ask.policy, ask.customer, ask.entry), (trace) => ({ kind: "trace", trace })));
    case "account":
      return tell(toldOf(await calls.rulesOf?.(ask.policy), (account) => ({ kind: "account", account })));
    case "proofs":
      return tell(toldOf(await calls.proofsOf?.(ask.policy), (proofs) => ({ kind: "proofs", proofs })));
    case "edits":
      return tell(toldOf(await calls.tryEdits?.(ask.policy), (edits) => ({ kind: "edits", edits })));
  }
}

async function search(calls: ScreenCalls, { policy, where }: Extract<Ask, { kind: "people" }>, tell: (told: Told) => void, signal: AbortSignal): Promise<void> {
  let customers: readonly number[] = [];
  for (let from: number | null = 0; from !== null && customers.length < peopleMost && !signal.aborted; ) {
    const answer: Answer<FoundCustomers> | undefined = await calls.findCustomers?.(policy, { where, from, most: Math.min(peopleStep, peopleMost - customers.length) });
    if (answer?.kind !== "done") return tell(answer ?? unavailable);
    customers = [...customers, ...answer.value.customers];
    from = answer.value.next;
    tell({ kind: "people", found: { customers, next: from } });
  }
}

function toldOf<T>(answer: Answer<T> | undefined, told: (value: T) => Told): Told {
  if (answer === undefined) return unavailable;
  return answer.kind === "done" ? told(answer.value) : answer;
}

const unavailable: Told = { kind: "refused", why: { en: "this cannot be looked up here", zh: "此处无法查询" } };
