import { z } from "zod";

/** `procedures.scorecard`: how the score is kept and checked again. */
export const scoreProcedureShape = z
  .strictObject({
    refreshEveryMonths: z.int().min(1).max(60).exactOptional().describe("Months until a score is worked out anew. 评分更新间隔（月）。"),
    recheckEveryMonths: z.int().min(1).max(60).exactOptional().describe("Months between checks whether the score still holds. 评分复检间隔（月）。"),
    alarmPsi: z.number().min(0).max(10).exactOptional().describe("Alarm where the scores of all customers have moved by more than this PSI. PSI 超过该值即报警。"),
    alarmKs: z.number().min(0).max(1).exactOptional().describe("Alarm where the KS of early arrears is below this. KS 低于该值即报警。"),
  })
  .describe("How the score is kept and checked again. 评分的更新与定期复检。");
