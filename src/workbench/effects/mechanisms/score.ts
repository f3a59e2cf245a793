import type { Mechanism } from "../mechanism.ts";
import { capacityEducation } from "./capacity-education.ts";
import { earlyWarning } from "./early-warning.ts";
import { festivals } from "./festivals.ts";
import { layoffs } from "./layoffs.ts";
import { manualReview } from "./manual-review.ts";
import { overborrowing } from "./overborrowing.ts";
import { ownScorecard } from "./own-scorecard.ts";
import { scoreFault } from "./score-fault.ts";
import { scoreRecheckInterval } from "./score-recheck-interval.ts";
import { scoreRecheck } from "./score-recheck.ts";
import { scoreRepairs } from "./score-repair.ts";

/** The score, and what comes over those who borrow. */
export const scoreMechanisms: readonly Mechanism[] = [
  ownScorecard,
  scoreRecheck,
  scoreRecheckInterval,
  ...scoreRepairs,
  scoreFault,
  earlyWarning,
  manualReview,
  overborrowing,
  capacityEducation,
  layoffs,
  festivals,
];
