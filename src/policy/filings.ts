import { z } from "zod";
import type { Procedures } from "./procedures.ts";

/** Papers that the lender files or keeps ready, by what they are. */
export const filingNames = ["impact-assessment", "compliance-audit", "algorithm-filing", "partner-list"] as const;
export type FilingName = (typeof filingNames)[number];

/** When a paper is made, made again, and no longer counts. */
export interface Filing {
  /** When it is first made: an ISO date, or a month of the run (0 is its first). */
  readonly on: string | number;
  /** Months after which it is made again; absent: never. */
  readonly everyMonths?: number;
  /** Months that it counts; absent: for good. */
  readonly validMonths?: number;
}

/** What the lender files, and when; a paper that is absent is as `declared` says. */
export type FilingsProcedure = Readonly<Partial<Record<FilingName, Filing>>>;

/** `procedures.filings`. */
export const filingsShape = z
  .partialRecord(
    z.enum(filingNames),
    z.strictObject({
      on: z.union([z.iso.date(), z.int().min(0).max(239)]).describe("When it is first made: an ISO date, or a month of the run; 0 is its first."),
      everyMonths: z.int().min(1).max(240).exactOptional().describe("Months after which it is made again; absent: never."),
      validMonths: z.int().min(1).max(240).exactOptional().describe("Months that it counts; absent: for good."),
    }),
  )
  .describe("Papers with their dates: impact assessment, compliance audit, filing of the algorithm, list of partners. They go before what `declared` says.");

const declaredBy = { "impact-assessment": "impactAssessmentCompleted", "algorithm-filing": "algorithmFiled", "partner-list": "partnersListed" } as const;

/** The procedures on a day on which a paper counts, or does not; a compliance audit is counted in months instead. */
export function withFiling(procedures: Procedures, name: FilingName, counts: boolean): Procedures {
  return name === "compliance-audit" ? procedures : { ...procedures, declared: { ...procedures.declared, [declaredBy[name]]: counts } };
}
