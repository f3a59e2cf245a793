import { diagnose, type Diagnostic, type JsonDocument, type Text } from "../../base/index.ts";
import type { DecisionName } from "../../policy/index.ts";
import type { FindingKind, RuleFinding } from "../../proof/index.ts";
import { applicantSentence } from "../../view/index.ts";

/** The code under which each kind of finding is told, by `lint`, `check` and `prove` alike. */
export const findingCodes: Readonly<Record<FindingKind, string>> = {
  impossible: "impossible-rule",
  shadowed: "shadowed-rule",
  redundant: "redundant-rule",
  "idle-cap": "idle-cap",
  conflict: "equal-priority",
  exclusive: "exclusive-outcomes",
  "tiers-overlap": "tiers-overlap",
  "tier-hole": "tier-hole",
  gap: "gap-in-rules",
  "idle-condition": "idle-condition",
  unknown: "proof-undecided",
};

const hints: Readonly<Partial<Record<FindingKind, Text>>> = {
  impossible: { en: "is an `any` meant, or a comparison the wrong way round?", zh: "是否本想用 `any`，或比较方向写反？" },
  shadowed: { en: "have two thresholds or priorities been swapped?", zh: "是否两个阈值或优先级写反？" },
  conflict: { en: "give one of them a higher priority", zh: "请提高其中一条的优先级" },
  exclusive: { en: "let the conditions of one exclude the other", zh: "请让其中一条的条件排除另一条" },
  "tiers-overlap": { en: "let one tier begin where the other ends", zh: "请让一档的起点与另一档的终点相接" },
  "tier-hole": { en: "let one tier begin where the other ends", zh: "请让一档的起点与另一档的终点相接" },
  "idle-condition": { en: "remove it, or correct what makes it needless", zh: "请删去，或改正使其多余之处" },
  unknown: { en: "a larger budget may decide it: policy-bench prove --budget 2m", zh: "加大预算或可判定：policy-bench prove --budget 2m" },
};

/** What rules say about themselves as findings at their place, with an ordinary applicant where one shows it. */
export function ruleDiagnostic({ kind, level, message, decision, pointer, example }: RuleFinding, documents: ReadonlyMap<DecisionName, JsonDocument>): Diagnostic {
  const hint = hints[kind];
  // What is about a rule as a whole stands at its name.
  const place = /^\/rules\/\d+$/u.test(pointer) ? `${pointer}/name` : pointer;
  return diagnose({
    code: findingCodes[kind],
    level,
    message: example === undefined ? message : { en: `${message.en}; e.g. ${applicantSentence(example, "en")}`, zh: `${message.zh}；例如：${applicantSentence(example, "zh")}` },
    ...(hint === undefined ? {} : { hint }),
    document: documents.get(decision),
    pointer: place,
  });
}
