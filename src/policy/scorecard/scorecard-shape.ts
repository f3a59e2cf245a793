import { z } from "zod";
import type { SameType } from "../same-type.ts";
import { schemaKey, textShape } from "../text-shape.ts";
import type { Scorecard } from "./scorecard.ts";

const points = z.number().min(-10_000).max(10_000).describe("Points added; negative ones are taken away. 加分，负数为减分。");

const numberBin = z.strictObject({
  from: z.number().exactOptional().describe("From this value on; absent: from the least. 起点（含），缺省为最小值。"),
  below: z.number().exactOptional().describe("Up to, not including, this value; absent: to the greatest. 终点（不含），缺省为最大值。"),
  points,
});

const valueBin = z.strictObject({
  in: z.array(z.union([z.string(), z.boolean()])).min(1).max(100).describe("Values of the fact. 事实的取值。"),
  points,
});

const characteristic = z.strictObject({
  fact: z.string().describe("The fact that is scored. 被评分的事实。"),
  bins: z.array(z.union([numberBin, valueBin])).min(1).max(200).describe("Bands of a number, by rising value, or groups of values. 分箱。"),
  missing: z.union([points, z.literal("no-score")]).exactOptional().describe("What a missing value is worth, or that there is no score without it. 缺失值的分数，或缺失即无评分。"),
});

const step = z.strictObject({
  from: z.int().min(300).max(850).describe("From so many points on. 起始分数。"),
  defaultBps: z.int().min(0).max(10_000).describe("Expected to default within twelve months, of 10,000. 十二个月内预期违约率（基点）。"),
});

/** The shape of scorecard.json. */
export const scorecardShape = z.strictObject({
  $schema: schemaKey,
  title: textShape,
  status: z.enum(["in-force", "draft"]).exactOptional().describe("A draft is checked but not used; in force where absent. 草案只检查不使用，缺省为生效。"),
  basePoints: z.number().min(-10_000).max(10_000).describe("Points that everybody starts from. 基础分。"),
  characteristics: z.array(characteristic).min(1).max(200),
  calibration: z.array(step).min(1).max(200).exactOptional().describe("How many default, by rising points. 分数与违约率的对应（校准）。"),
});

type Read = z.infer<typeof scorecardShape>;
void (true satisfies SameType<Required<Pick<Read, "status">> & Omit<Read, "$schema" | "status">, Scorecard>);
