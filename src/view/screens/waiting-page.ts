import type { Heard } from "./asks.ts";
import type { PageContext, PageView } from "./context.ts";
import { plainLines } from "./span.ts";
import { words } from "./words.ts";
import { textPage, textRows } from "./text-page.ts";

/** What stands in the place of something that is not told yet, or cannot be. */
export function waitingPage(context: PageContext, crumb: string, { told }: Heard): PageView {
  const { pen } = context;
  const text = told?.kind === "refused" ? pen.say(told.why) : pen.say(looking);
  const still = { why: told?.kind === "refused" ? told.why : words.stillLooking };
  // Arrows that change a parameter once it is there lead nowhere else before.
  const keys = { enter: still, " ": still, ...(context.state.tab === "rules" && told?.kind !== "refused" ? { left: still, right: still } : {}) };
  return textPage(context, { crumb, keys, rows: textRows(plainLines(["", ...pen.paragraph(pen.own(text))])) });
}

const looking = { en: "Looking it up…", zh: "正在查询……" };
