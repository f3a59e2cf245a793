import type { Pen } from "../text/pen.ts";
import { keyHelp, keysText } from "./keys.ts";
import { blank, fit, plainLines, span, type Line } from "./span.ts";
import type { ScreenState } from "./state.ts";

/** All keys whose words contain what was typed; keys of another tab are dim. */
export function help(state: ScreenState, pen: Pen): readonly Line[] {
  const wanted = state.typed.trim().toLowerCase();
  const rows = keyHelp.filter((key) => wanted === "" || `${key.keys} ${key.does.en} ${key.does.zh}`.toLowerCase().includes(wanted));
  const cells = pen.ascii ? 24 : 18;
  const lines = rows.flatMap(({ keys, does, tab }): readonly Line[] => {
    const dim = tab !== undefined && tab !== state.tab;
    const told = pen.paragraph(pen.say(does), " ".repeat(cells));
    return told.map((text, at) => (at === 0 ? [span(fit(` ${keysText(keys, pen.ascii)}`, cells, "left", pen.ascii), { bold: true, dim }), span(text.slice(cells), { dim })] : [span(text, { dim })]));
  });
  const none = plainLines([pen.say({ en: " no key does that", zh: " 没有这样的按键" })]);
  return [
    [span(pen.say({ en: " Help: type to filter", zh: " 帮助：输入以筛选" }), { bold: true }), span(`  ${pen.own(state.typed)}${state.typing === "help" ? "_" : ""}`, { color: "yellow" })],
    blank,
    ...(rows.length === 0 ? none : lines),
  ];
}
