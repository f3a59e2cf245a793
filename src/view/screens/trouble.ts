import type { Text } from "../../base/index.ts";
import { diagnosticLines } from "../diagnostics.ts";
import type { Pen } from "../text/pen.ts";
import { acrossLine } from "./context.ts";
import type { Knowledge } from "./screen-knowledge.ts";
import { saveStages } from "./screen-news.ts";
import { span, type Line } from "./span.ts";

/** What is wrong with the files as they were saved, below the last good result: at most so many lines, none where nothing is wrong. */
export function troubleLines(known: Knowledge, pen: Pen, height: number): readonly Line[] {
  if (height < 3) return [];
  if (known.broken.length > 0) return [acrossLine(pen), ...brokenLines(known, pen, height - 1)];
  const failing = failingLines(known, pen);
  return failing.length === 0 ? [] : [acrossLine(pen), ...failing.slice(0, Math.min(height - 1, 3))];
}

/** As many findings as there is room for, each with its frame and hint; the last line counts the rest. */
function brokenLines({ broken, stale }: Knowledge, pen: Pen, height: number): readonly Line[] {
  const head: readonly Line[] = stale ? [[span(` ${pen.say(lastGood)}`, { dim: true })]] : [];
  const blocks = broken.map((diagnostic) => diagnosticLines(diagnostic, pen).map((text, at): Line => [span(` ${text}`, at === 0 ? { color: "red", bold: true } : /^\s*\|\s*\^+\s*$/u.test(text) ? { color: "red" } : {})]));
  const room = height - head.length;
  const lines: Line[] = [];
  let told = 0;
  for (const block of blocks) {
    if (lines.length > 0 && lines.length + block.length > room - 1) break;
    lines.push(...block);
    told += 1;
  }
  const rest = broken.length - told;
  const shown = lines.slice(0, rest > 0 ? room - 1 : room);
  return [...head, ...shown, ...(rest > 0 ? [[span(` ${pen.say(moreText(rest))}`, { dim: true })] satisfies Line] : [])];
}

const lastGood: Text = { en: "these files cannot be run; above, dimmed, the last good result", zh: "这些文件无法运行；上方变暗的是最近一次有效结果" };

const moreText = (count: number): Text => ({ en: `and ${count} more: policy-bench lint`, zh: `另有 ${count} 处：policy-bench lint` });

/** The first finding of each stage that failed, a line each. */
function failingLines({ stages }: Knowledge, pen: Pen): readonly Line[] {
  return saveStages.flatMap((stage): readonly Line[] => {
    const now = stages[stage];
    const [first] = now?.found ?? [];
    if (now?.state !== "failed" || first === undefined) return [];
    const place = first.place === undefined ? "" : `${pen.own(first.place.file)}:${first.place.line} `;
    return [[span(` ${place}`, { bold: true }), span(pen.say(first.message), { color: "red" })]];
  });
}
