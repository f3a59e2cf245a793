import type { Mechanism } from "../mechanism.ts";
import { buyBack } from "./buy-back.ts";
import { firstLoss } from "./first-loss.ts";
import { freePeriod } from "./free-period.ts";
import { gradedPrices } from "./graded-prices.ts";
import { instalmentFee } from "./instalment-fee.ts";
import { lateRate } from "./late-rate.ts";
import { jointFunding } from "./joint-funding.ts";
import { lifeMechanisms } from "./life.ts";
import { scoreMechanisms } from "./score.ts";
import { closingMechanisms } from "./closing.ts";
import { takeoverMechanisms } from "./taking-over.ts";
import { macroSlump } from "./macro-slump.ts";
import { preTickedBox } from "./pre-ticked-box.ts";

/** Every mechanism that can be switched off and on, in the order of the table. */
export const mechanisms: readonly Mechanism[] = [
  preTickedBox,
  ...lifeMechanisms,
  macroSlump,
  firstLoss,
  buyBack,
  freePeriod,
  gradedPrices,
  instalmentFee,
  lateRate,
  jointFunding,
  ...scoreMechanisms,
  ...closingMechanisms,
  ...takeoverMechanisms,
];
