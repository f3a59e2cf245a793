import type { Lang, Text } from "../base/index.ts";
import { yuan } from "../statistics/index.ts";

/** What a customer is told of a decision. */
export interface CustomerNotice {
  readonly decision: string;
  readonly outcome: { readonly type: string; readonly params: Readonly<Record<string, unknown>> };
  /** Texts for the customer of the principal reasons, the weightiest first. */
  readonly reasons: readonly Text[];
}

const outcomeTexts: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  enrolment: {
    enrol: { en: "Your credit account is open.", zh: "您的信用账户已开通。" },
    invite: { en: "You are invited to open a credit account. Nothing is opened unless you accept.", zh: "诚邀您开通信用账户。未经您同意不会开通。" },
    review: { en: "A member of staff is looking at your application.", zh: "您的申请正由工作人员审核。" },
    decline: { en: "We cannot open a credit account for you at present.", zh: "目前无法为您开通信用账户。" },
  },
  limit: {
    grant: { en: "Your credit limit is {limitFen}.", zh: "您的信用额度为 {limitFen}。" },
    "no-line": { en: "We cannot offer you a credit limit at present.", zh: "目前无法为您提供信用额度。" },
  },
  pricing: {
    price: { en: "You may pay later: nothing is charged for {freeDays} days, then {feeMonthlyBps} a month in instalments.", zh: "您可以先购后付：{freeDays} 天内免费，分期每月收费 {feeMonthlyBps}。" },
    "no-offer": { en: "Paying later is not available for this purchase.", zh: "本次购买不支持先购后付。" },
  },
  closure: {
    refuse: { en: "Your account cannot be closed yet.", zh: "您的账户暂时无法关闭。" },
    plan: { en: "Your account will be closed when the steps below are done.", zh: "完成以下步骤后即关闭您的账户。" },
  },
  monitoring: {
    remind: { en: "A payment is due. Please look at your bill.", zh: "您有账单待还，请查看。" },
    freeze: { en: "New purchases on credit are stopped for the time being.", zh: "暂停使用信用支付。" },
    unfreeze: { en: "You can buy on credit again.", zh: "信用支付已恢复。" },
    reduce: { en: "Your credit limit is now {toFen}.", zh: "您的信用额度调整为 {toFen}。" },
    raise: { en: "You are offered a limit of {toFen}. It changes only if you accept.", zh: "可为您提供 {toFen} 的额度，经您同意后生效。" },
    "offer-plan": { en: "You may pay what you owe over {months} months.", zh: "您可分 {months} 个月偿还欠款。" },
  },
};

const words = {
  nothing: { en: "Nothing has changed for you.", zh: "您的账户没有变化。" },
  raised: { en: "Your credit limit is now {toFen}.", zh: "您的信用额度调整为 {toFen}。" },
  reason: { en: "The reason:", zh: "原因：" },
  reasons: { en: "The main reasons:", zh: "主要原因：" },
  verify: { en: "Prove that it is you: {list}.", zh: "身份核验：{list}。" },
  settle: { en: "Pay what you still owe within {days} days.", zh: "请在 {days} 天内结清欠款。" },
  retry: { en: "You can ask again when this is settled.", zh: "上述事项处理完毕后可再次申请。" },
} as const;

const factorTexts: Readonly<Record<string, Text>> = {
  sms: { en: "a code by text message", zh: "短信验证码" },
  password: { en: "your password", zh: "账户密码" },
  identity: { en: "your identity document", zh: "身份证件" },
  face: { en: "a picture of your face", zh: "人脸识别" },
};

/** A decision in words for the customer: what it is and the principal reasons. No rule, no fact, no score. */
export function customerText({ decision, outcome, reasons }: CustomerNotice, lang: Lang): string {
  const texts = outcome.type.split(" + ").flatMap((type) => said(decision, type, outcome.params)[lang] ?? []);
  const lines = texts.length === 0 ? [words.nothing[lang]] : texts;
  const why = reasons.length === 0 ? [] : [words[reasons.length === 1 ? "reason" : "reasons"][lang], ...reasons.map((text) => `- ${text[lang]}`)];
  return `${[...lines, ...steps(outcome, lang), ...why, ...(outcome.type === "refuse" ? [words.retry[lang]] : [])].join("\n")}\n`;
}

function said(decision: string, type: string, params: CustomerNotice["outcome"]["params"]): Partial<Record<Lang, string>> {
  const own = decision === "monitoring" ? Object.fromEntries(Object.entries(params).flatMap(([name, value]) => (name.startsWith(`${type}.`) ? [[name.slice(type.length + 1), value]] : []))) : params;
  const text = type === "raise" && own["asOffer"] === false ? words.raised : outcomeTexts[decision]?.[type];
  if (text === undefined) return {};
  const fill = (template: string): string => template.replaceAll(/\{(\w+)\}/gu, (_, name: string) => figure(name, own[name]));
  return { en: fill(text.en), zh: fill(text.zh) };
}

function figure(name: string, value: unknown): string {
  if (typeof value !== "number") return "–";
  if (name.endsWith("Fen")) return yuan(value);
  return name.endsWith("Bps") ? `${(value / 100).toFixed(2)}%` : String(value);
}

function steps({ type, params }: CustomerNotice["outcome"], lang: Lang): readonly string[] {
  if (type !== "plan") return [];
  const { factors, withinDays } = params;
  const list = Array.isArray(factors) ? factors.flatMap((factor: unknown) => factorTexts[String(factor)]?.[lang] ?? []) : [];
  return [
    ...(list.length === 0 ? [] : [`- ${words.verify[lang].replace("{list}", list.join(lang === "en" ? ", " : "、"))}`]),
    ...(typeof withinDays === "number" ? [`- ${words.settle[lang].replace("{days}", String(withinDays))}`] : []),
  ];
}
