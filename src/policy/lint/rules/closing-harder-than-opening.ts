import { momentsOf } from "../races.ts";
import type { PolicyLint } from "../lint-rule.ts";
import { finding } from "../say.ts";
import { rulesOf } from "../subject.ts";

const justified = new Set(["settlement", "identity"]);

/** More steps out than in. */
export const closingHarderThanOpening: PolicyLint = {
  of: "policy",
  whole: true,
  code: "closing-harder-than-opening",
  level: "error",
  title: { en: "closing takes more steps than opening", zh: "关闭比开通更难" },
  why: { en: "An account that opens in one step and closes in nine is kept by exhaustion; unreasonable conditions on closing are forbidden (E-Commerce Law 24, Network Data Security Regulation 23).", zh: "一步开通、九步关闭，是让客户知难而退；关闭不得设置不合理条件（电子商务法第二十四条、网络数据安全管理条例第二十三条）。" },
  wrong: { "policy.json#/procedures/closure/entrance": ["account", "benefits", "credit", "more", "settings", "close"] },
  right: { "policy.json#/procedures/closure/entrance": ["account", "close"] },
  check: (subject) => {
    const { enrolment, closure } = subject.policy.procedures;
    const opening = new Set(rulesOf(subject, "enrolment").filter(({ rule }) => rule.event.type === "enrol").flatMap((placed) => momentsOf(subject, placed)));
    const steps = Object.entries(enrolment).flatMap(([moment, procedure]) => ([...opening].some((one) => one === moment) && procedure !== undefined ? [procedure.steps.length] : []));
    const least = Math.min(...steps);
    const out = closure.entrance.length + closure.factors.length + closure.conditions.filter((condition) => !justified.has(condition)).length;
    if (steps.length === 0 || out <= least) return [];
    return [finding({ document: subject.home, pointer: "/procedures/closure" }, { en: `closing takes ${out} steps, opening ${least}`, zh: `关闭需 ${out} 步，开通仅 ${least} 步`, part: "key" })];
  },
};
