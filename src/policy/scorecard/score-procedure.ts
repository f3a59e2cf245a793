import { z } from "zod";

/** `procedures.scorecard`: how the score is kept and checked again. */
export const scoreProcedureShape = z
  .strictObject({
    refreshEveryMonths: z.int().min(1).max(60).exactOptional().describe("Months until a score is worked out anew. 评分更新间隔（月）。"),
    recheckEveryMonths: z.int().min(1).max(60).exactOptional().describe("Months between checks whether the score still holds. 评分复检间隔（月）。"),
    alarmPsi: z.number().min(0).max(10).exactOptional().describe("Alarm where the scores of all customers have moved by more than this PSI. PSI 超过该值即报警。"),
    alarmKs: z.number().min(0).max(1).exactOptional().describe("Alarm where the KS of early arrears is below this. KS 低于该值即报警。"),
    onAlarm: z
      .strictObject({
        do: z
          .enum(["old-card", "raised-cut-off", "manual-review"])
          .describe("The score as it was before it went wrong, so many points less for everybody, or a person looks at each opening. 恢复出错前的评分、所有人减若干分（等于抬高准入线），或每次开通交人工审核。"),
        afterMonths: z.int().min(0).max(60).describe("Months from the alarm to the repair. 报警后多少个月执行。"),
        months: z.int().min(1).max(240).exactOptional().describe("How long a raised cut-off or review lasts; absent: to the end. 抬线或人工审核持续的月数；省略则持续到期末。"),
        points: z.int().min(1).max(550).exactOptional().describe("Points of a raised cut-off. 抬高的分数。"),
      })
      .exactOptional()
      .describe("What follows the first alarm; absent: nothing. 首次报警后的处置；省略则不处置。"),
  })
  .describe("How the score is kept and checked again. 评分的更新与定期复检。");
