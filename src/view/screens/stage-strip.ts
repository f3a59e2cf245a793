import { displayWidth, type Text } from "../../base/index.ts";
import type { Pen } from "../text/pen.ts";
import type { Knowledge } from "./screen-knowledge.ts";
import { saveStages, type SaveStage, type StageState, type Unchanged } from "./screen-news.ts";
import { lineWidth, span, type Line, type Span } from "./span.ts";

/** How far the last save is, in one line of at most so many cells: its four stages, what the numbers are of, how little it changed. */
export function stageStrip(known: Knowledge, pen: Pen, cells: number): Line {
  const tries = [{ told: true, long: true }, { told: true, long: false }, { told: false, long: true }, { told: false, long: false }];
  return tries.map((words) => strip(known, pen, words)).find((line) => lineWidth(line) <= cells) ?? [];
}

function strip(known: Knowledge, pen: Pen, { told, long }: { readonly told: boolean; readonly long: boolean }): Line {
  const stages = saveStages.flatMap((stage): readonly Span[] => {
    const now = stageOf(known, stage);
    return now === undefined ? [] : stageSpans(stage, now, { pen, told });
  });
  const note = known.unchanged === undefined || known.stale ? [] : [span(` ${pen.say(long ? unchangedLong[known.unchanged] : unchangedShort[known.unchanged])} `, { color: "cyan" })];
  return [...stages, ...note];
}

/** The run tells of its first customers before it has ended. */
function stageOf({ stages, part, progress }: Knowledge, stage: SaveStage): StageState | undefined {
  if (stage !== "run" || part === undefined) return stages[stage];
  const [first, all] = [part.customers, part.of].map((count) => count.toLocaleString("en-US"));
  return { state: progress === undefined && stages.run?.state === "ok" ? "ok" : "running", told: { en: `first ${first} of ${all}`, zh: `前 ${first} / ${all} 位` }, findings: 0, found: [] };
}

function stageSpans(stage: SaveStage, { state, told }: StageState, { pen, told: withTold }: { readonly pen: Pen; readonly told: boolean }): readonly Span[] {
  const [sign, plain, color] = signs[state];
  const words = withTold && displayWidth(pen.say(told)) > 0 ? ` ${pen.own(pen.say(told))}` : "";
  return [span(` ${pen.ascii ? plain : sign}`, { color, bold: state === "failed" }), span(` ${pen.say(titles[stage])}${words} `, state === "pending" ? { dim: true } : {})];
}

const signs = {
  pending: ["·", ".", "gray"],
  running: ["»", ">", "yellow"],
  ok: ["✓", "+", "green"],
  failed: ["✗", "x", "red"],
} as const satisfies Readonly<Record<StageState["state"], readonly [string, string, Span["color"]]>>;

const titles: Readonly<Record<SaveStage, Text>> = {
  lint: { en: "lint", zh: "检查" },
  examples: { en: "examples", zh: "示例" },
  proofs: { en: "proofs", zh: "证明" },
  run: { en: "run", zh: "运行" },
};

const unchangedLong: Readonly<Record<Unchanged, Text>> = {
  "no-rule": { en: "saved; nothing that a run reads has changed", zh: "已保存；运行所读内容未变" },
  "no-decision": { en: "rules changed, but every count of the run is the same", zh: "规则已改，但本次运行的各项计数均未变" },
  "no-number": { en: "rules changed, but no number here has moved", zh: "规则已改，但此处数值均未变" },
};

const unchangedShort: Readonly<Record<Unchanged, Text>> = {
  "no-rule": { en: "nothing changed", zh: "无变化" },
  "no-decision": { en: "no count changed", zh: "计数未变" },
  "no-number": { en: "no number moved", zh: "数值未变" },
};
