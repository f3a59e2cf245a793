import type { Mechanism } from "../mechanism.ts";
import { lifeMechanisms } from "./life.ts";
import { scoreMechanisms } from "./score.ts";
import { closingMechanisms } from "./closing.ts";
import { collectingMechanisms } from "./collecting.ts";
import { takeoverMechanisms } from "./taking-over.ts";
import { macroSlump } from "./macro-slump.ts";
import { moneyMechanisms } from "./money.ts";
import { preTickedBox } from "./pre-ticked-box.ts";

/** Every mechanism that can be switched off and on, in the order of the table. */
export const mechanisms: readonly Mechanism[] = [
  preTickedBox,
  ...lifeMechanisms,
  macroSlump,
  ...moneyMechanisms,
  ...scoreMechanisms,
  ...closingMechanisms,
  ...takeoverMechanisms,
  ...collectingMechanisms,
];
