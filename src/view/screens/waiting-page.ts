import type { Heard } from "./asks.ts";
import type { PageContext, PageView } from "./context.ts";
import { plainLines } from "./span.ts";
import { textPage, textRows } from "./text-page.ts";

/** What stands in the place of something that is not told yet, or cannot be. */
export function waitingPage(context: PageContext, crumb: string, { told }: Heard): PageView {
  const { pen } = context;
  const text = told?.kind === "refused" ? pen.say(told.why) : pen.say(looking);
  return textPage(context, { crumb, rows: textRows(plainLines(["", ...pen.paragraph(pen.own(text))])) });
}

const looking = { en: "Looking it up…", zh: "正在查询……" };
