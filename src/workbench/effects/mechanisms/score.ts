import type { Mechanism } from "../mechanism.ts";
import { ownScorecard } from "./own-scorecard.ts";
import { scoreFault } from "./score-fault.ts";
import { scoreRecheck } from "./score-recheck.ts";

/** The score, and what comes over those who borrow. */
export const scoreMechanisms: readonly Mechanism[] = [
  ownScorecard,
  scoreRecheck,
  scoreFault,
];
