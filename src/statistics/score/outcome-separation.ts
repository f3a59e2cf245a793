import type { Sums } from "../sums.ts";
import { separation, type Separation } from "../../simulation/index.ts";

/** How far the score at opening keeps apart who went bad: 91+ within twelve months, or early, 31+ within six. */
export function outcomeSeparation({ scores }: Sums, when?: "early"): Separation {
  const [good, bad] = when === "early" ? (["good6", "bad6"] as const) : (["good12", "bad12"] as const);
  // Those without a score stand in the last bin: they are not on the scale.
  return separation(scores.outcome(good).slice(0, -1), scores.outcome(bad).slice(0, -1));
}
