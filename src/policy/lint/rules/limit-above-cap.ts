import { amountOf } from "../ladder.ts";
import type { PolicyLint } from "../lint-rule.ts";
import { below, finding, quote } from "../say.ts";
import { strictest } from "./rate-above-cap.ts";

/** A limit above what one person may be granted. */
export const limitAboveCap: PolicyLint = {
  of: "policy",
  code: "limit-above-cap",
  level: "error",
  title: { en: "a limit above the cap for one person", zh: "额度高于单户上限" },
  why: { en: "The law packs cap the consumer line of one person; a tier, floor or raise above it grants what may not be granted.", zh: "法规包规定了单户消费授信的上限；超过它的档位、下限或提额就是不得授予的额度。" },
  wrong: { "limit.json#/rules/1/event/params/limitFen": 30000000 },
  right: { "limit.json#/rules/1/event/params/limitFen": 200000 },
  also: ["tier-out-of-order"],
  check: (subject) => {
    const cap = strictest(subject, "law.consumerLimitCapFen");
    if (cap === undefined) return [];
    return subject.rules.flatMap(({ rule, document, pointer }) => {
      if (rule.event.type === "cap") return [];
      return (["limitFen", "toFen"] as const).flatMap((key) => {
        const amount = amountOf(rule.event.params?.[key], subject);
        if (amount === undefined || amount.base !== "" || amount.value <= cap.value) return [];
        return [
          finding({ document, pointer: below(pointer, "event", "params", key) }, {
            en: `${quote(rule.name)} grants ${amount.value} fen; the cap of ${quote(cap.pack)} from ${cap.from} is ${cap.value} fen`,
            zh: `${quote(rule.name)} 授予 ${amount.value} 分；${quote(cap.pack)} 自 ${cap.from} 起的上限为 ${cap.value} 分`,
          }),
        ];
      });
    });
  },
};
