import type { Text } from "../base/index.ts";
import { factValueText } from "./fact-value.ts";
import type { TextOptions } from "./text/options.ts";
import { penOf, type Look } from "./text/pen.ts";
import { table } from "./text/table.ts";

/** One thing that was looked at: a setting and where its value came from, or something the machine should have. */
export interface DoctorRow {
  readonly name: Text;
  readonly value: string;
  /** Where the value came from: flag, environment, file, default. */
  readonly source?: Text;
  readonly state: "ok" | "warning" | "missing";
  readonly hint?: Text;
}

const words = {
  name: { en: "what", zh: "项目" },
  value: { en: "value", zh: "取值" },
  source: { en: "from", zh: "来源" },
  ok: { en: "ok", zh: "正常" },
  warning: { en: "warning", zh: "注意" },
  missing: { en: "missing", zh: "缺失" },
  fine: { en: "Nothing is missing.", zh: "一切就绪。" },
} as const;
const looks: Readonly<Record<DoctorRow["state"], Look>> = { ok: "green", warning: "yellow", missing: "red" };

/** What is missing on this machine and where each setting came from; what to do stands under the table. */
export function doctor(rows: readonly DoctorRow[], options: TextOptions): string {
  const pen = penOf(options);
  const lines = table(
    pen,
    [
      { title: pen.say(words.name), align: "left" },
      { title: pen.say(words.value), align: "left", elastic: true },
      { title: pen.say(words.source), align: "left" },
      { title: "", align: "left" },
    ],
    rows.map(({ name, value, source, state }) => ({
      cells: [
        { text: pen.say(name) },
        { text: pen.own(value === "true" || value === "false" ? factValueText("", value === "true", pen) : value) },
        { text: source === undefined ? "" : pen.say(source) },
        { text: pen.say(words[state]), look: looks[state] },
      ],
    })),
  );
  const hints = rows.flatMap(({ name, state, hint }) => (state === "ok" || hint === undefined ? [] : pen.paragraph(`${pen.say(name)}: ${pen.say(hint)}`)));
  const end = hints.length > 0 ? hints : rows.every(({ state }) => state === "ok") ? [pen.say(words.fine)] : [];
  return `${[...lines, ...(end.length === 0 ? [] : ["", ...end])].join("\n")}\n`;
}
