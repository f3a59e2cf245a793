import type { Text } from "../../base/index.ts";

/** Fixed words of a choice. */
export const choiceWords = {
  title: { en: "Which policy to choose", zh: "该选哪项政策" },
  free: { en: "The requirements cost nothing: without them it would be the same.", zh: "这些要求没有代价：没有它们也会选同一项。" },
  policy: { en: "policy", zh: "政策" },
  meets: { en: "requirements", zh: "要求" },
  value: { en: "objective", zh: "目标" },
  less: { en: "chosen less this", zh: "选定者减此" },
  sure: { en: "how sure", zh: "把握" },
  better: { en: "better", zh: "更好" },
  worse: { en: "worse", zh: "更差" },
  undecided: { en: "undecided", zh: "无法判定" },
} as const satisfies Record<string, Text>;
