/** The two languages every text has. */
export type Lang = "en" | "zh";

/** A sentence in both languages. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}
