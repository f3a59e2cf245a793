/** Of a claim: it holds, it does not, or the evidence is too thin to say (never a pass). */
export type Verdict = "held" | "broken" | "undecided";
