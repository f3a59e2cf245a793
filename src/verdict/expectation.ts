import { z } from "zod";
import { diagnose, nearest, refuse, type Diagnostic, type JsonDocument } from "../base/index.ts";
import { measureNamed, measures } from "../statistics/index.ts";

const bounds = ["equals", "atMost", "atLeast", "between"] as const;

/**
 * A claim about one scenario's numbers: one measure of one policy, for everybody or for one group (`where`), against
 * one bound. Shares are fractions (0.03 is 3 %), money is fen, as in the measure itself.
 */
export const expectationSchema = z
  .strictObject({
    name: z.string().min(1).max(200),
    policy: z.string().min(1).max(200),
    measure: z.string().min(1).max(200),
    /** Fact → value: the group that the claim is about. */
    where: z.record(z.string().min(1).max(200), z.union([z.string().max(200), z.number(), z.boolean()])).optional(),
    equals: z.number().optional(),
    atMost: z.number().optional(),
    atLeast: z.number().optional(),
    between: z.tuple([z.number(), z.number()]).optional(),
    /** Of the interval, both sides together. */
    confidence: z.number().gt(0.5).lt(1).default(0.95),
    level: z.enum(["off", "warning", "error"]).default("error"),
  })
  .superRefine((expectation, context) => {
    const given = bounds.filter((bound) => expectation[bound] !== undefined);
    // A key that is unknown was probably the bound: one mistake, one finding.
    const mistyped = context.issues.some(({ code }) => code === "unrecognized_keys");
    if (given.length > 1 || (given.length === 0 && !mistyped)) context.addIssue(refuse({ ...oneBound(given), input: expectation }));
    if (expectation.between !== undefined && expectation.between[0] > expectation.between[1]) {
      context.addIssue(refuse({ ...turnedAround, path: ["between"], input: expectation.between }));
    }
    if (measureNamed(expectation.measure) === undefined) {
      context.addIssue(refuse({ ...unknownMeasure(expectation.measure), path: ["measure"], input: expectation.measure }));
    }
  });

export type Expectation = z.infer<typeof expectationSchema>;

/** Claims about policies that the scenario does not run, with the place of each (`pointer`: where the list stands). */
export function checkExpectationPolicies(
  expectations: readonly Expectation[],
  policies: readonly string[],
  source: { readonly document: JsonDocument; readonly pointer: string },
): readonly Diagnostic[] {
  return expectations.flatMap(({ policy }, index) => {
    if (policies.includes(policy)) return [];
    const guess = nearest(policy, policies);
    return [
      diagnose({
        code: "unknown-policy",
        document: source.document,
        pointer: `${source.pointer}/${index}/policy`,
        message: {
          en: `the scenario runs no policy \`${policy}\`${guess === undefined ? "" : `; did you mean \`${guess}\`?`}`,
          zh: `场景中没有政策 \`${policy}\`${guess === undefined ? "" : `；是否想写 \`${guess}\`？`}`,
        },
        hint: { en: `it runs ${policies.join(", ")}`, zh: `场景运行的政策：${policies.join("、")}` },
      }),
    ];
  });
}

/** Facts that expectations pick groups by, each once, in order: a run must be grouped by them. */
export function factsOfExpectations(expectations: readonly Expectation[]): readonly string[] {
  return [...new Set(expectations.flatMap(({ where }) => Object.keys(where ?? {})))];
}

function oneBound(given: readonly string[]) {
  const found = given.map((bound) => `\`${bound}\``);
  return {
    code: "expectation-bound",
    message:
      given.length === 0
        ? { en: "the expectation has no bound", zh: "该期望没有给出界限" }
        : { en: `the expectation has ${given.length} bounds: ${found.join(", ")}`, zh: `该期望给出了 ${given.length} 个界限：${found.join("、")}` },
    hint: { en: "give exactly one of `equals`, `atMost`, `atLeast`, `between`", zh: "请在 `equals`、`atMost`、`atLeast`、`between` 中恰好给出一个" },
  };
}

const turnedAround = {
  code: "expectation-bound",
  message: { en: "the lower end of `between` is above its upper end", zh: "`between` 的下限大于上限" },
  hint: { en: "write the smaller number first", zh: "请把较小的数写在前面" },
};

function unknownMeasure(name: string) {
  const names = measures.map((measure) => measure.name);
  const guess = nearest(name, names);
  return {
    code: "unknown-measure",
    message: {
      en: `unknown measure \`${name}\`${guess === undefined ? "" : `; did you mean \`${guess}\`?`}`,
      zh: `未知的指标 \`${name}\`${guess === undefined ? "" : `；是否想写 \`${guess}\`？`}`,
    },
    ...(guess === undefined
      ? { hint: { en: "the reference report lists every measure", zh: "参考报告中列有全部指标" } }
      : {}),
  };
}
