import type { Text } from "../base/index.ts";
import type { Combiner, DecisionName } from "./policy.ts";
import { factorNames } from "./procedures.ts";

/** What a param of an outcome may hold. Only numbers may be read from a fact. */
export type ParamKind =
  | { readonly kind: "number"; readonly unit: string; readonly min: number; readonly max: number; readonly whole: boolean }
  | { readonly kind: "boolean" }
  | { readonly kind: "text" }
  | { readonly kind: "reason" }
  | { readonly kind: "arrangement" }
  | { readonly kind: "word"; readonly words: readonly string[] }
  /** A word of these, or a whole number from 1 to 5. */
  | { readonly kind: "grade"; readonly words: readonly string[] }
  | { readonly kind: "texts"; readonly words?: readonly string[]; readonly least: number }
  | { readonly kind: "numbers"; readonly numbers: readonly number[] };

export interface ParamSpec {
  readonly holds: ParamKind;
  readonly optional?: boolean;
  readonly title: Text;
}

/** Where an outcome may stand; `expect` is an example's. */
export type OutcomePlace = "rule" | "otherwise" | "onMissing" | "expect";

export interface OutcomeSpec {
  readonly title: Text;
  readonly params: Readonly<Record<string, ParamSpec>>;
  readonly places: readonly OutcomePlace[];
  /** How matches of this type may combine, the default first; absent where no rule says it. */
  readonly combine?: readonly [Combiner, ...Combiner[]];
}

/** Terms in months that a price may offer. */
export const instalmentTerms = [3, 6, 12, 24] as const;

const everywhere: readonly OutcomePlace[] = ["rule", "otherwise", "onMissing", "expect"];
const whereNothingMatches: readonly OutcomePlace[] = ["otherwise", "onMissing", "expect"];
const one = ["first", "unique"] as const;
const union = ["set", "first", "unique"] as const;

const reason: ParamSpec = { holds: { kind: "reason" }, title: { en: "reason code of rules/reasons.json", zh: "rules/reasons.json 中的原因代码" } };
const noAction: OutcomeSpec = { title: { en: "nothing is decided", zh: "不作决定" }, params: {}, places: whereNothingMatches };

function number(unit: string, min: number, max: number, title: Text, more: { readonly whole?: boolean; readonly optional?: boolean } = {}): ParamSpec {
  const holds = { kind: "number", unit, min, max, whole: more.whole ?? true } as const;
  return { holds, title, ...(more.optional === true ? { optional: true } : {}) };
}

const limitFen = number("fen", 0, 1_000_000_000, { en: "limit in fen, or a fact", zh: "额度（分），或某一事实" });
const untilMonths = number("months", 1, 240, { en: "the limit expires after so many months", zh: "额度在若干个月后失效" }, { optional: true });
const toFen = number("fen", 0, 1_000_000_000, { en: "new limit in fen, or a fact", zh: "新额度（分），或某一事实" });
const factors: ParamSpec = { holds: { kind: "texts", words: factorNames, least: 1 }, title: { en: "ways to prove who asks", zh: "核验身份的方式" } };
const channels: ParamSpec = { holds: { kind: "texts", least: 1 }, title: { en: "ways to settle the debt", zh: "结清欠款的渠道" } };
const withinDays = number("days", 0, 365, { en: "days to settle in", zh: "须在若干天内结清" });

const enrolment = {
  enrol: { title: { en: "open the account", zh: "开通账户" }, params: {}, places: everywhere, combine: one },
  invite: {
    title: { en: "invite the customer to apply", zh: "邀请客户申请" },
    params: { offerDays: number("days", 1, 365, { en: "days the invitation stands", zh: "邀请有效天数" }) },
    places: everywhere,
    combine: one,
  },
  review: {
    title: { en: "put before a person", zh: "转人工审核" },
    params: { queue: { holds: { kind: "text" }, title: { en: "queue of the reviewers", zh: "人工审核队列" } } },
    places: everywhere,
    combine: one,
  },
  decline: { title: { en: "decline", zh: "拒绝" }, params: { reason }, places: everywhere, combine: one },
  "no-action": { ...noAction, places: everywhere, combine: one },
} satisfies Readonly<Record<string, OutcomeSpec>>;

const amounts = ["first", "unique", "min", "max", "sum"] as const;
const limit = {
  tier: { title: { en: "the limit of this class of customers", zh: "该类客户的额度" }, params: { limitFen, untilMonths }, places: ["rule"], combine: amounts },
  floor: { title: { en: "at least this limit", zh: "额度下限" }, params: { limitFen, untilMonths }, places: ["rule"], combine: ["max", "min", "first", "unique", "sum"] },
  cap: { title: { en: "at most this limit", zh: "额度上限" }, params: { limitFen, untilMonths }, places: ["rule"], combine: ["min", "max", "first", "unique", "sum"] },
  grant: { title: { en: "the limit that follows from tier, floor and cap", zh: "由档位、下限与上限得出的额度" }, params: { limitFen, untilMonths }, places: ["expect"] },
  "no-line": { title: { en: "no limit is granted", zh: "不授予额度" }, params: { reason }, places: whereNothingMatches },
  "no-action": noAction,
} satisfies Readonly<Record<string, OutcomeSpec>>;

const pricing = {
  price: {
    title: { en: "the price of credit", zh: "信贷价格" },
    params: {
      freeDays: number("days", 0, 60, { en: "interest-free days, 0 to 60", zh: "免息天数，0 至 60" }),
      feeMonthlyBps: number("bps", 0, 1000, { en: "instalment fee a month in basis points of the principal", zh: "每月分期手续费，本金的基点数" }),
      terms: { holds: { kind: "numbers", numbers: instalmentTerms }, title: { en: "terms in months on offer, of 3, 6, 12 and 24", zh: "可选期数（月）：3、6、12、24" } },
      lateDailyBps: number("bps", 0, 100, { en: "late fee a day in basis points of what is overdue; may have decimals", zh: "逾期金额每日违约金，基点，可带小数" }, { whole: false }),
      subsidisedBy: { holds: { kind: "word", words: ["lender", "merchant", "customer", "partner"] }, title: { en: "who pays for the interest-free days", zh: "免息成本由谁承担" } },
      arrangement: { holds: { kind: "arrangement" }, title: { en: "an arrangement of policy.json", zh: "policy.json 中的资金安排" } },
    },
    places: everywhere,
    combine: one,
  },
  "no-offer": { title: { en: "no credit is offered", zh: "不提供信贷" }, params: { reason }, places: everywhere, combine: one },
  "no-action": noAction,
} satisfies Readonly<Record<string, OutcomeSpec>>;

const planPlaces: readonly OutcomePlace[] = ["rule", "otherwise", "onMissing"];
const closure = {
  refuse: {
    title: { en: "refuse to close", zh: "拒绝关闭" },
    params: { reason, retryWhen: { holds: { kind: "text" }, title: { en: "when to ask again", zh: "何时可再次申请" } } },
    places: everywhere,
    combine: one,
  },
  verify: { title: { en: "prove who asks", zh: "核验身份" }, params: { factors }, places: planPlaces, combine: union },
  settle: { title: { en: "settle the debt first", zh: "先结清欠款" }, params: { channels, withinDays }, places: planPlaces, combine: one },
  plan: {
    title: { en: "the steps that verify and settle add up to", zh: "由核验与结清合成的关闭步骤" },
    params: { factors: { ...factors, optional: true }, channels: { ...channels, optional: true }, withinDays: { ...withinDays, optional: true } },
    places: ["expect"],
  },
} satisfies Readonly<Record<string, OutcomeSpec>>;

const asOffer: ParamSpec = { holds: { kind: "boolean" }, optional: true, title: { en: "the customer is asked first", zh: "先征得客户同意" } };
const byAmount = ["set", "first", "unique", "min", "max"] as const;
const monitoring = {
  remind: { title: { en: "remind the customer", zh: "提醒客户" }, params: { channel: { holds: { kind: "text" }, title: { en: "channel", zh: "渠道" } } }, places: everywhere, combine: union },
  freeze: { title: { en: "freeze the account", zh: "冻结账户" }, params: {}, places: everywhere, combine: union },
  unfreeze: { title: { en: "lift the freeze", zh: "解除冻结" }, params: {}, places: everywhere, combine: union },
  reduce: { title: { en: "reduce the limit", zh: "降低额度" }, params: { toFen, asOffer }, places: everywhere, combine: byAmount },
  raise: { title: { en: "raise the limit", zh: "提高额度" }, params: { toFen, asOffer }, places: everywhere, combine: byAmount },
  "offer-plan": {
    title: { en: "offer a plan of repayment", zh: "提供还款计划" },
    params: {
      months: number("months", 1, 60, { en: "months of the plan", zh: "计划期数（月）" }),
      waiveLateFee: { holds: { kind: "boolean" }, title: { en: "late fees are waived", zh: "减免违约金" } },
    },
    places: everywhere,
    combine: union,
  },
  "stricter-review": { title: { en: "look closer at the next decision", zh: "下次决策从严审核" }, params: {}, places: everywhere, combine: union },
  alert: {
    title: { en: "alert the risk desk", zh: "向风控发出预警" },
    params: { level: { holds: { kind: "grade", words: ["low", "medium", "high", "critical"] }, title: { en: "how urgent", zh: "紧急程度" } } },
    places: everywhere,
    combine: union,
  },
  "no-action": noAction,
} satisfies Readonly<Record<string, OutcomeSpec>>;

/** Every outcome of every decision: its params, where it may stand and how matches combine. */
export const outcomes: Readonly<Record<DecisionName, Readonly<Record<string, OutcomeSpec>>>> = { enrolment, limit, pricing, closure, monitoring };

/** The specification of an outcome of a decision; undefined where it has none of that name. */
export function outcomeOf(decision: DecisionName, type: string): OutcomeSpec | undefined {
  const table = outcomes[decision];
  return Object.hasOwn(table, type) ? table[type] : undefined;
}

/** Outcome names that may stand at a place, in table order. */
export function outcomesAt(decision: DecisionName, place: OutcomePlace): readonly string[] {
  return Object.entries(outcomes[decision]).filter(([, spec]) => spec.places.includes(place)).map(([type]) => type);
}

/** Moments at which silence of the rules needs an explicit `otherwise`; elsewhere nothing is then decided. */
export const momentsThatMustDecide: Readonly<Record<DecisionName, readonly string[]>> = {
  enrolment: [],
  limit: ["booking"],
  pricing: ["booking", "purchase"],
  closure: [],
  monitoring: [],
};
