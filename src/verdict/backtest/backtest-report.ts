import { z } from "zod";

const text = z.strictObject({ en: z.string(), zh: z.string() });
const count = z.int().min(0);
const orNull = z.number().nullable();

/** A value with its 95 % interval; null is no data, and a null end an interval that cannot be had. */
const estimate = z.strictObject({ value: orNull, low: orNull, high: orNull });

/** `imported`: from the file; `constant`: the mapping's; `synthetic`: drawn, in the file it is not; `scorecard`: worked out from facts. */
const origin = z.enum(["imported", "constant", "synthetic", "scorecard"]);

/** What came of a row: approved (enrolled at one of the moments, and a limit granted), sent to review, declined, or left undecided. */
const standing = z.enum(["approved", "review", "declined", "undecided"]);

const sampleName = z.enum(["all", "in-sample", "out-of-time"]);

const rated = z.strictObject({ rows: count, known: count, bad: count, badRate: estimate });

const sample = z.strictObject({ name: sampleName, ...rated.shape });

const outcomeCount = z.strictObject({ outcome: z.string(), rows: count, undecided: count, onSynthetic: count });

const ruleCount = z.strictObject({ outcome: z.string(), rule: z.string().nullable().meta({ description: "null: no rule decided" }), rows: count });

const moment = z.strictObject({
  moment: z.string(),
  asked: count,
  outcomes: z.array(outcomeCount),
  rules: z.array(ruleCount),
});

const limit = z.strictObject({
  ...moment.shape,
  granted: z.strictObject({ rows: count, meanFen: orNull, quartilesFen: z.array(z.number()) }),
});

const decided = z.strictObject({
  policy: z.string(),
  sample: sampleName,
  rows: count,
  enrolment: z.array(moment).meta({ description: "one for each moment asked" }),
  limit: limit.meta({ description: "at booking, of those enrolled at one of the moments" }),
  standings: z.array(z.strictObject({ standing, share: estimate, onSynthetic: count, ...rated.shape })),
});

const lacking = z.strictObject({
  policy: z.string(),
  decision: z.enum(["enrolment", "limit"]),
  moment: z.string(),
  fact: z.string(),
  rules: z.array(z.string()),
  rows: count.meta({ description: "rows left undecided where this fact is missing and one of the rules needs it" }),
});

const rests = z.strictObject({
  policy: z.string(),
  decision: z.enum(["enrolment", "limit"]),
  moment: z.string(),
  fact: z.string(),
  rows: count.meta({ description: "rows whose decision the file alone does not settle, by a synthetic fact that a rule left open reads" }),
});

const bin = z.strictObject({
  label: text,
  good: count,
  bad: count,
  weight: z.number().meta({ description: "weight of evidence: ln of the share of goods by the share of bads" }),
});

const information = z.strictObject({
  fact: z.string(),
  title: text,
  origin,
  sample: sampleName,
  value: estimate,
  adjusted: count.meta({ description: "bins of goods or bads alone, to which half a row was added" }),
  bins: z.array(bin),
  psi: estimate.nullable().meta({ description: "of the second sample against the first; null without a split" }),
});

const band = z.strictObject({
  label: text,
  ...rated.shape,
  expected: orNull.meta({ description: "mean chance to go bad that the calibration says" }),
});

const cutOff = z.strictObject({
  from: z.number().meta({ description: "rows with at least this score are approved" }),
  approvedShare: estimate,
  badRateApproved: estimate,
  badRateDeclined: estimate,
  badsCaught: estimate.meta({ description: "of all bads, those declined" }),
  ks: orNull,
  marginalBadRate: estimate.meta({ description: "of the rows between this cut-off and the next higher one: what lowering it to here adds" }),
});

const calibration = z.strictObject({
  source: z.enum(["scorecard", "fitted"]),
  observedToExpected: estimate,
  brier: orNull,
  slope: orNull,
  intercept: orNull,
  hosmerLemeshow: z.strictObject({ statistic: z.number(), degrees: z.int(), p: z.number() }).nullable(),
  spiegelhalter: z.strictObject({ z: z.number(), p: z.number() }).nullable(),
});

const scored = z.strictObject({
  sample: sampleName,
  scored: count,
  unscored: count,
  goods: count,
  bads: count,
  auc: estimate,
  gini: estimate,
  ks: estimate,
  ksAt: orNull,
  informationValue: estimate,
  bands: z.array(band),
  cutOffs: z.array(cutOff),
  calibration: calibration.nullable(),
});

const score = z.strictObject({
  name: z.string(),
  title: text,
  origin,
  higherIsWorse: z.boolean(),
  /** Whether a scorecard is a draft: decisions then do not use it. */
  draft: z.boolean(),
  /** Whether the policy's enrolment or limit rules read it. */
  decides: z.boolean(),
  syntheticInputs: z.array(z.string()).meta({ description: "facts that the scorecard reads and the file lacks" }),
  samples: z.array(scored),
  psi: estimate.nullable(),
});

const swap = z.strictObject({
  against: z.string(),
  sample: sampleName,
  cells: z.array(z.strictObject({ cell: z.enum(["swapIn", "swapOut", "keptIn", "keptOut"]), share: estimate, ...rated.shape })),
  /** Δ bads ÷ Δ approvals of the policy against the other, rows of known outcome. */
  marginalBadRate: orNull,
});

const requirement = z.strictObject({ text: z.string(), measure: z.string(), value: orNull, low: orNull, high: orNull, verdict: z.enum(["held", "broken", "undecided"]) });

/** The shape of what `backtest` says. No time, path or machine name. */
export const backtestShape = z.strictObject({
  schemaVersion: z.literal(1),
  inputs: z.strictObject({
    policy: z.string(),
    against: z.string().nullable(),
    mapping: z.string(),
    profile: z.string(),
    seed: z.string(),
    split: z.string().nullable(),
    fileOnly: z.boolean(),
    moments: z.array(z.string()),
    situation: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    hashes: z.record(z.string(), z.string()),
  }),
  file: z.strictObject({
    rows: count,
    kept: count,
    imported: z.array(z.string()),
    attributes: z.array(z.string()),
    constant: z.array(z.string()),
    synthesised: z.array(z.string()),
    outcomeColumn: z.string().nullable(),
    problems: z.array(
      z.strictObject({ kind: z.string(), count, title: text, places: z.array(z.strictObject({ row: z.int(), column: z.string(), value: z.string() })) }),
    ),
  }),
  samples: z.array(sample),
  decisions: z.array(decided),
  lacking: z.array(lacking),
  synthetic: z.array(rests),
  score: score.nullable(),
  information: z.array(information),
  swaps: z.array(swap),
  requirements: z.array(requirement),
});

/** All that `backtest` says. */
export type BacktestReport = z.infer<typeof backtestShape>;
export type BacktestEstimate = z.infer<typeof estimate>;
export type BacktestOrigin = z.infer<typeof origin>;
export type Standing = z.infer<typeof standing>;
export type SampleName = z.infer<typeof sampleName>;
export type DecidedPart = z.infer<typeof decided>;
export type MomentPart = z.infer<typeof moment>;
export type LackingPart = z.infer<typeof lacking>;
export type RestsPart = z.infer<typeof rests>;
export type ScorePart = z.infer<typeof score>;
export type ScoredPart = z.infer<typeof scored>;
export type CalibrationPart = z.infer<typeof calibration>;
export type CutOffPart = z.infer<typeof cutOff>;
export type InformationPart = z.infer<typeof information>;
export type SwapPart = z.infer<typeof swap>;
export type RatedPart = z.infer<typeof rated>;

/** The published schema of the report. */
export function backtestSchema(): unknown {
  return z.toJSONSchema(backtestShape, { target: "draft-7", io: "output", unrepresentable: "any" });
}
