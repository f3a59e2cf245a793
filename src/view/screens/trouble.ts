import type { Diagnostic, Text } from "../../base/index.ts";
import { diagnosticLines } from "../diagnostics.ts";
import type { Pen } from "../text/pen.ts";
import { acrossLine } from "./context.ts";
import type { Target } from "./place.ts";
import type { Knowledge } from "./screen-knowledge.ts";
import { saveStages } from "./screen-news.ts";
import { plainLines, span, type Line } from "./span.ts";

/** What is wrong with the files as they were saved, below the last good result: at most so many lines, none where nothing is wrong. */
export function troubleLines(known: Knowledge, pen: Pen, height: number): readonly Line[] {
  if (height < 3) return [];
  if (known.broken.length > 0) return [acrossLine(pen), ...brokenLines(known, pen, height - 1)];
  const failing = failingOf(known).flatMap((finding) => briefLines(finding, pen));
  return failing.length === 0 ? [] : [acrossLine(pen), ...failing.slice(0, Math.min(height - 1, 4))];
}

/** The editor at the first mistake that the last save has shown; undefined where it has shown none. */
export function troubleTarget(known: Knowledge): Target | undefined {
  const place = [...known.broken, ...failingOf(known)].find((finding) => finding.place !== undefined)?.place;
  return place === undefined ? undefined : { wish: { kind: "edit", file: place.file, line: place.line } };
}

/** Lines below which a finding is told without its frame. */
const framedMin = 9;

/** As many findings as there is room for, each with its frame and hint where there is; the last line counts the rest. */
function brokenLines({ broken, stale }: Knowledge, pen: Pen, height: number): readonly Line[] {
  const brief = height < framedMin;
  const head: readonly Line[] = stale ? plainLines(pen.paragraph(pen.say(brief ? lastGoodShort : lastGood), " ").slice(0, 1), { dim: true }) : [];
  const blocks = broken.map((diagnostic) => (brief ? briefLines(diagnostic, pen) : framedLines(diagnostic, pen)));
  const room = height - head.length;
  const lines: Line[] = [];
  let told = 0;
  for (const block of blocks) {
    const rest = told + 1 < blocks.length ? 1 : 0;
    if (lines.length > 0 && lines.length + block.length + rest > room) break;
    lines.push(...block);
    told += 1;
  }
  const rest = broken.length - told;
  const shown = lines.slice(0, rest > 0 ? room - 1 : room);
  return [...head, ...shown, ...(rest > 0 ? [[span(` ${pen.say(moreText(rest))}`, { dim: true })] satisfies Line] : [])];
}

function framedLines(diagnostic: Diagnostic, pen: Pen): readonly Line[] {
  return diagnosticLines(diagnostic, pen).map((text, at): Line => [span(` ${text}`, at === 0 ? { color: "red", bold: true } : /^\s*\|\s*\^+\s*$/u.test(text) ? { color: "red" } : {})]);
}

/** A finding without its frame: what is wrong, and where. */
function briefLines({ place, message }: Diagnostic, pen: Pen): readonly Line[] {
  const where = place === undefined ? "" : `${place.file}:${place.line}:${place.column} `;
  return plainLines(pen.paragraph(`${pen.own(where)}${pen.say(message)}`, " ").slice(0, 3), { color: "red" });
}

const lastGood: Text = { en: "these files cannot be run; above, dimmed, the last good result. E: editor there", zh: "这些文件无法运行；上方变暗的是最近一次有效结果。E：在编辑器中打开" };
const lastGoodShort: Text = { en: "cannot be run; above the last good result. E: editor", zh: "无法运行；上方为最近一次有效结果。E：编辑器" };

const moreText = (count: number): Text => ({ en: `and ${count} more: policy-bench lint`, zh: `另有 ${count} 处：policy-bench lint` });

/** The first finding of each stage that failed. */
function failingOf({ stages }: Knowledge): readonly Diagnostic[] {
  return saveStages.flatMap((stage) => (stages[stage]?.state === "failed" ? (stages[stage]?.found.slice(0, 1) ?? []) : []));
}
