// What the outside would tell a screen: one policy's rules, one life, one decision, all made by hand.
import type { RuleCoverage } from "../../src/policy/index.ts";
import type { History, HistoryEntry } from "../../src/simulation/index.ts";
import { keyOf, type Ask, type Heard, type Told } from "../../src/view/screens/asks.ts";
import { drawScreen, type Drawn, type ScreenModel } from "../../src/view/screens/frame.ts";
import type { PolicyAccount, RuleAccount } from "../../src/view/screens/screen-calls.ts";
import { press, type KeyName, type ScreenState } from "../../src/view/screens/state.ts";

const file = "rules/policies/silent/closure.json";
const text = `{
  "decision": "closure",
  "rules": [
    {
      "name": "CLO-10",
      "conditions": { "all": [{ "fact": "account.balanceFen", "operator": "greaterThan", "value": 0 }] },
      "event": { "type": "refuse" }
    },
    {
      "name": "CLO-20",
      "conditions": { "all": [{ "fact": "request.channel", "operator": "equal", "value": "app" }] },
      "event": { "type": "refuse" }
    }
  ]
}
`;

const condition = (pointer: string, shown: "unique" | "none"): RuleCoverage["conditions"][number] => ({ pointer, text: { en: "owes > 0", zh: "欠款 > 0" }, constant: false, isTrue: 3, isFalse: shown === "none" ? 0 : 2, missing: 0, shown });

function rule(index: number, name: string, line: number, shown: "unique" | "none"): RuleAccount {
  const pointer = `/rules/${index}`;
  const coverage = { rule: name, title: { en: `rule ${name}`, zh: `规则${name}` }, pointer, fired: 3, notFired: 2, open: 0, decided: 3, always: false, conditions: [condition(`${pointer}/conditions/all/0`, shown)] };
  return { decision: "closure", name, title: { en: index === 0 ? "something is owed" : "asked for in the app", zh: index === 0 ? "仍有欠款" : "在应用内申请" }, why: { en: "A balance is paid before an account is closed.", zh: "关闭前须结清欠款。" }, priority: 10, file, line, lastLine: line + 4, coverage, conditionLines: [line + 2] };
}

export const account: PolicyAccount = {
  policy: "silent",
  title: { en: "Silent auto-enrolment", zh: "静默自动开通" },
  parameters: [
    { name: "minScore", title: { en: "own score that is enough", zh: "足够的自有评分" }, unit: "points", value: 580, min: 570, max: 600, step: 10, file: "rules/policies/silent/policy.json", line: 7 },
    { name: "topLimitFen", title: { en: "highest limit", zh: "最高额度" }, unit: "fen", value: 500_000, min: 0, max: 1_000_000, step: 50_000, file: "rules/policies/silent/policy.json", line: 11 },
  ],
  rules: [rule(0, "CLO-10", 4, "unique"), rule(1, "CLO-20", 9, "none")],
  files: [{ file, text }],
};

const entry = (month: number, kind: HistoryEntry["kind"], name: string, more: Partial<HistoryEntry> = {}): HistoryEntry => ({ month, kind, name, figures: {}, rules: [], ...more });

const monthEnd = (month: number, figures: HistoryEntry["figures"]): HistoryEntry => entry(month, "month-end", "month-end", { figures: { status: "none", shops: true, ...figures } });

/** She is enrolled unasked, finds out, asks to close and is refused. */
export const history: History = {
  customer: 3,
  entries: [
    monthEnd(0, {}),
    entry(1, "act", "data-access", { figures: { matched: 1, inconclusive: 0 }, rules: ["A"] }),
    entry(1, "decision", "enrolment", { figures: { moment: "monthly-scan", outcome: "enrol", undecided: false, path: "monthly-scan" }, rules: ["ENR-22"], facts: { "customer.age": 31 } }),
    entry(1, "event", "booked", { figures: { amount: 1 } }),
    entry(1, "event", "bookedUnasked", { figures: { amount: 1 } }),
    monthEnd(1, { status: "open", limitFen: 500_000 }),
    monthEnd(2, { status: "open", limitFen: 500_000 }),
    entry(3, "event", "discovered", { figures: { amount: 1 } }),
    entry(3, "event", "closuresAsked", { figures: { amount: 1 } }),
    entry(3, "decision", "closure", { figures: { moment: "request", outcome: "refuse", undecided: false, reason: "balance-owed" }, rules: ["CLO-10"], facts: { "account.balanceFen": 12_300, "request.channel": "app" } }),
    entry(3, "event", "closuresRefused", { figures: { amount: 1 } }),
    entry(3, "posting", "late-fee", { figures: { debit: "late-fees", credit: "late-fee-income", amountFen: 120 } }),
    monthEnd(3, { status: "open", limitFen: 500_000, balanceFen: 12_300, knows: true }),
  ],
};

/** What the outside would answer. */
export function answer(ask: Ask): Told {
  switch (ask.kind) {
    case "people":
      return ask.where.includes("event=nothing") ? { kind: "people", found: { customers: [], next: null } } : { kind: "people", found: { customers: [3, 8, 21], next: null } };
    case "life":
      return {
        kind: "life",
        life: {
          history: { ...history, customer: ask.customer },
          person: { "customer.age": 31, "customer.gender": "female", "customer.cityTier": 2, "customer.incomeMonthlyFen": 820_000 },
          context: { policy: account.title, startDate: "2026-11-01", rules: new Map([["CLO-10", { en: "something is owed", zh: "仍有欠款" }], ["A", { en: "rule A", zh: "规则A" }]]), reasons: new Map([["balance-owed", { en: "a balance is owed", zh: "仍有欠款" }]]) },
        },
      };
    case "trace":
      return {
        kind: "trace",
        trace: {
          policy: ask.policy, decision: "closure", moment: "request", outcome: { type: "refuse", params: { reason: "balance-owed" } }, because: ["CLO-10"], undecided: false, missing: [],
          rules: [
            { name: "CLO-20", priority: 20, fired: false, event: { type: "refuse", params: {} }, conditions: { kind: "leaf", fact: "request.channel", operator: "equal", value: "hotline", factValue: "app", result: false } },
            { name: "CLO-10", title: { en: "something is owed", zh: "仍有欠款" }, priority: 10, fired: true, event: { type: "refuse", params: { reason: "balance-owed" } }, conditions: { kind: "all", parts: [{ kind: "leaf", fact: "account.balanceFen", operator: "greaterThan", value: 0, factValue: 12_300, result: true }] } },
          ],
          reasons: { "balance-owed": { en: "a balance is owed", zh: "仍有欠款" } },
        },
      };
    case "account":
      return { kind: "account", account: { ...account, policy: ask.policy } };
    case "proofs":
      return {
        kind: "proofs",
        proofs: {
          verdicts: { held: 1, broken: 1, undecided: 0 },
          rules: [{ decision: "closure", rule: "CLO-10", findings: [{ kind: "shadowed", level: "warning", message: { en: "some of it is decided by others first", zh: "部分情形由其他规则先行决定" } }], claims: [{ name: "closing-is-free", title: { en: "who owes nothing may close", zh: "无欠款者可以关闭" }, verdict: "held", breaks: [] }, { name: "no-refusal", title: { en: "nobody is refused", zh: "不拒绝任何人" }, verdict: "broken", breaks: [{ en: "an ordinary applicant who owes 1 fen", zh: "欠款 1 分的普通申请人" }] }] }],
        },
      };
    case "edits":
      return { kind: "edits", edits: { tried: 9, killed: 8, survivors: [{ decision: "closure", edit: { rule: "CLO-20", kind: "dropped", named: false, pointer: "/rules/1", line: 11, edit: { en: "channel = app is dropped", zh: "删去渠道 = 应用" }, status: "survived" } }] } };
  }
}

/** The screen once everything it wanted to know has been told. */
export function told(model: ScreenModel): Drawn {
  let heard: ReadonlyMap<string, Heard> = new Map();
  for (let round = 0; round < 6; round += 1) {
    const drawn = drawScreen({ ...model, heard });
    const open = drawn.needs.filter((need) => !heard.has(keyOf(need)));
    if (open.length === 0) return drawn;
    heard = new Map([...heard, ...open.map((need) => [keyOf(need), { told: answer(need), pending: false }] as const)]);
  }
  throw new Error("the screen never stops asking");
}

/** The state after keys, each on a screen that knows all it asks for. */
export function pressed(keys: readonly KeyName[], model: ScreenModel): ScreenState {
  return keys.reduce((state, key) => press(state, key, told({ ...model, state }).extent), model.state);
}

/** Keys by their signs: `⏎` Enter, `⎋` Esc, `←` `→` `↓`; other characters are themselves. */
export function keysOf(signs: string): readonly KeyName[] {
  const named: Readonly<Record<string, KeyName>> = { "⏎": "enter", "⎋": "escape", "←": "left", "→": "right", "↓": "down", "↑": "up" };
  return Array.from(signs, (sign) => named[sign] ?? { character: sign });
}
