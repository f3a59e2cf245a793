import type { Mechanism } from "../mechanism.ts";
import { lifeMechanisms } from "./life.ts";
import { scoreMechanisms } from "./score.ts";
import { closingMechanisms } from "./closing.ts";
import { collectingMechanisms } from "./collecting.ts";
import { takeoverMechanisms } from "./taking-over.ts";
import { autopay } from "./autopay.ts";
import { inheritedMechanisms } from "./who-and-when.ts";
import { macroSlump } from "./macro-slump.ts";
import { moneyMechanisms } from "./money.ts";
import { preTickedBox } from "./pre-ticked-box.ts";
import { unawareForget } from "./unaware-forget.ts";

/** Every mechanism that can be switched off and on, in the order of the table. */
export const mechanisms: readonly Mechanism[] = [
  preTickedBox,
  unawareForget,
  autopay,
  ...lifeMechanisms,
  ...inheritedMechanisms,
  macroSlump,
  ...moneyMechanisms,
  ...scoreMechanisms,
  ...closingMechanisms,
  ...takeoverMechanisms,
  ...collectingMechanisms,
];
