/** What the lender does after its check of the score raised an alarm. */
export interface AlarmProcedure {
  /**
   * `old-card`: each fault that the score has ends, as before it went wrong; `raised-cut-off`: everybody's score counts
   * for so many points less, as if all cut-offs were so much higher; `manual-review`: a person looks at each opening.
   */
  readonly do: "old-card" | "raised-cut-off" | "manual-review";
  /** Months from the alarm to the repair. */
  readonly afterMonths: number;
  /** How long a raised cut-off or review lasts; absent: to the end. */
  readonly months?: number;
  /** Points of a raised cut-off; 20 where it is left out. */
  readonly points?: number;
}
