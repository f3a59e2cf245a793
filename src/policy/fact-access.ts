import type { Dictionary, FactDefinition, FactName } from "../facts/index.ts";
import type { Findings } from "./findings.ts";
import { didYouMean, quote } from "./findings.ts";

/** Who reads: a policy decides before the act, a law judges it afterwards. */
export type Reader = "policy" | "law";

/** What the lender's acts and the contract are about; these facts come to be only after a decision. */
const actSubjects: ReadonlySet<string> = new Set([
  "enrolment", "contract", "costTable", "cashier", "assessment", "access", "notice", "security", "governance",
  "creditQuery", "limit", "decision", "product", "price", "loan", "funding", "bill", "negativeReport", "collection",
  "closure", "data", "leak", "complaint", "marketing",
]);

/** Words that name what nobody observes; no dictionary has a fact of such a name. */
const latentWords: ReadonlySet<string> = new Set([
  "quality", "repaymentQuality", "awareness", "aware", "incomeShock", "shock", "trueIncomeFen", "overborrowing",
  "attention", "creditAppetite", "propensity", "demand", "trust", "probabilityOfDefault", "willDefault", "wouldRepay",
]);

/** Whether this reader may read a fact of the dictionary. */
export function mayRead(reader: Reader, fact: FactDefinition): boolean {
  return refusal(reader, fact.name, fact) === undefined;
}

/** Names this reader may read, in dictionary order: what completion offers and did-you-mean chooses from. */
export function readableFacts(reader: Reader, dictionary: Dictionary): readonly FactName[] {
  return [...dictionary.facts.values()].filter((fact) => mayRead(reader, fact)).map((fact) => fact.name);
}

/** The definition of a fact this reader may read; otherwise one finding that says why not. */
export function readFactName(
  name: string,
  pointer: string,
  { reader, dictionary, findings, part = "value" }: { readonly reader: Reader; readonly dictionary: Dictionary; readonly findings: Findings; readonly part?: "key" | "value" },
): FactDefinition | undefined {
  const fact = dictionary.facts.get(name);
  const refused = refusal(reader, name, fact);
  if (refused !== undefined) {
    findings.add(refused, pointer, { ...explain(refused, name), part });
    return undefined;
  }
  if (fact !== undefined) return fact;
  const guess = didYouMean(name, readableFacts(reader, dictionary));
  findings.add("unknown-fact", pointer, {
    en: `unknown fact ${quote(name)}${guess.en}`,
    zh: `未知事实 ${quote(name)}${guess.zh}`,
    hint: unknownHint(name),
    part,
  });
  return undefined;
}

type Refusal = "law-fact" | "policy-fact" | "act-fact" | "latent-fact";

function refusal(reader: Reader, name: string, fact: FactDefinition | undefined): Refusal | undefined {
  const [subject = "", ...rest] = name.split(".");
  if (fact === undefined && (subject === "latent" || latentWords.has(rest.at(-1) ?? subject))) return "latent-fact";
  if (reader === "law") return subject === "param" || subject === "derived" ? "policy-fact" : undefined;
  if (subject === "law") return "law-fact";
  if (fact === undefined || fact.producedBy === "population") return undefined;
  return actSubjects.has(subject) || fact.producedBy === "declared" ? "act-fact" : undefined;
}

function explain(refused: Refusal, name: string) {
  const word = quote(name);
  switch (refused) {
    case "law-fact":
      return {
        en: `${word} is a parameter of the law, which no policy can read`,
        zh: `${word} 是法律参数，政策不可读取`,
        hint: {
          en: "write the number as a parameter of the policy (`param.…`); the law packs compare the act with the law",
          zh: "请把该数值写成政策参数（`param.…`）；由法规包负责把行为与法律比较",
        },
      };
    case "policy-fact":
      return {
        en: `${word} belongs to one policy; a law pack judges every policy alike`,
        zh: `${word} 只属于某一政策；法规包须对所有政策一视同仁`,
        hint: { en: "use a `law.*` parameter of the pack or a fact of the act", zh: "请使用法规包的 `law.*` 参数或行为的事实" },
      };
    case "act-fact":
      return {
        en: `${word} comes to be only when the lender has acted, after the policy has decided`,
        zh: `${word} 在政策作出决定之后、贷款方实施行为时才产生`,
        hint: {
          en: "policies read the customer, shop, device, payments, bureau, consents, score, account and request; laws judge the act",
          zh: "政策可读取客户、商城、设备、支付、征信、同意、评分、账户和请求；行为由法规评判",
        },
      };
    case "latent-fact":
      return {
        en: `${word} is a trait nobody observes, so no rule can read it`,
        zh: `${word} 是无人能观察到的特征，任何规则都不能读取`,
        hint: { en: "decide on what is observed: `score.points`, `bureau.*`, `account.*`", zh: "请依据可观察的事实决定：`score.points`、`bureau.*`、`account.*`" },
      };
  }
}

function unknownHint(name: string) {
  if (name.startsWith("param.")) return { en: "parameters are defined in policy.json under `parameters`", zh: "参数在 policy.json 的 `parameters` 中定义" };
  if (name.startsWith("derived.")) return { en: "derived facts are defined in policy.json under `derived`", zh: "派生事实在 policy.json 的 `derived` 中定义" };
  return { en: "the facts rules may read stand in rules/dictionary.json", zh: "规则可读取的事实列在 rules/dictionary.json 中" };
}
