import { displayWidth } from "../../base/index.ts";
import type { HistoryEntry } from "../../simulation/index.ts";
import { byMonth, entryLines, monthTitle, standingText } from "../replay/replay.ts";
import type { PageContext, PageView } from "./context.ts";
import { isTelling, lifeSummary } from "./life-words.ts";
import type { Place, Target } from "./place.ts";
import { policyNamed } from "./policy-look.ts";
import type { Life } from "./screen-calls.ts";
import { fit, span, type Line, type SpanColor } from "./span.ts";
import { textPage, type PageRow } from "./text-page.ts";
import { waitingPage } from "./waiting-page.ts";
import { colon, words } from "./words.ts";

type Here = Extract<Place, { kind: "beside" }>;

/** One life under two policies, side by side, month by month: the same person with the same luck. */
export function besidePage(context: PageContext, place: Here): PageView {
  const { pen, report, layout } = context;
  const [one, other] = [policyNamed(report, place.policy), policyNamed(report, place.other)];
  const crumb = `${one.letter} | ${other.letter}`;
  const heard = [place.policy, place.other].map((policy) => context.know({ kind: "life", policy, customer: place.customer }));
  const lives = heard.flatMap(({ told }) => (told?.kind === "life" ? [told.life] : []));
  const [left, right] = lives;
  if (left === undefined || right === undefined) return waitingPage(context, crumb, heard.find(({ told }) => told?.kind !== "life") ?? { pending: true });
  const cells = Math.floor((layout.columns - 5) / 2);
  const months = [...new Set([...left.history.entries, ...right.history.entries].map(({ month }) => month))].toSorted((a, b) => a - b);
  const months2 = [byMonth(left.history.entries), byMonth(right.history.entries)].map((list) => new Map(list));
  let before = "";
  const rows = months.flatMap((month): readonly PageRow[] => {
    const [a, b] = [months2[0]?.get(month) ?? [], months2[1]?.get(month) ?? []];
    const pairs = paired(cellsOf(context, { life: left, entries: a, cells, color: one.color }), cellsOf(context, { life: right, entries: b, cells, color: other.color }));
    // A month in which both only stand as they stood is not told again.
    const standing = [a, b].some((entries) => entries.some(isTelling)) ? "" : JSON.stringify(pairs);
    const same = standing !== "" && standing === before;
    before = standing;
    if (same) return [];
    const head: PageRow = { heads: true, line: [span(fit(` ${monthTitle(month, left.context, pen)}`, cells + 1, "left", pen.ascii), { bold: true })] };
    return [head, ...pairs.map(([x, y]): PageRow => ({ line: [...x, span(pen.ascii ? " | " : " │ ", { dim: true }), ...y] }))];
  });
  const title = (look: typeof one, life: Life): string => fit(` ${look.letter} ${pen.say(look.title)}${colon(pen.lang)}${lifeSummary(life.history, report.inputs.startDate, pen.lang)}`, cells, "left", pen.ascii);
  const swap: Target = { turn: { ...place, policy: place.other, other: place.policy } };
  return textPage(context, {
    crumb: `${crumb} ${pen.say(words.sameLife)}`,
    above: [[span(title(one, left), { color: one.color, bold: true }), span(pen.ascii ? " | " : " │ ", { dim: true }), span(title(other, right), { color: other.color, bold: true })]],
    rows,
    keys: { o: swap, b: { turn: { ...place, other: nextOf(report.policies.map(({ name }) => name), place) } } },
    foot: [["b", { en: "another policy", zh: "换另一政策" }], ["o", { en: "swap sides", zh: "左右互换" }], ["[ ]", { en: "months", zh: "月份" }]],
  });
}

/** The next policy to put beside: never the one on the left. */
function nextOf(names: readonly string[], { policy, other }: Here): string {
  const others = names.filter((name) => name !== policy);
  return others[(others.indexOf(other) + 1) % Math.max(1, others.length)] ?? other;
}

interface Half {
  readonly life: Life;
  readonly entries: readonly HistoryEntry[];
  readonly cells: number;
  readonly color: SpanColor;
}

/** What tells of a month in the width of half the screen; how the month ended stands last. */
function cellsOf({ pen }: PageContext, { life, entries, cells, color }: Half): readonly Line[] {
  const told = entries.filter(isTelling).map((entry): Line => {
    const [first = ""] = entryLines(entry, life.context, { ...pen, width: 400, paragraph: (text, indent = "") => [indent + text] });
    const law = entry.kind === "act" ? ` ${entry.rules.join(", ")}` : "";
    // Of a decision the outcome: why it came to that is told where it is opened.
    const text = entry.kind === "act" ? `${pen.own(first.trim())}${pen.own(law)}` : entry.kind === "decision" ? first.trim().replace(/(?:; |；)[^;；]*$/u, "") : first.trim();
    return [span(fit(` ${text}`, cells, "left", pen.ascii), entry.kind === "act" ? { color: "yellow" } : entry.kind === "decision" ? { color } : {})];
  });
  const end = entries.find(({ kind }) => kind === "month-end");
  const standing = end === undefined ? "" : standingText(end, life.context, pen);
  return standing === "" ? told : [...told, [span(fit(` ${standing}`, cells, "left", pen.ascii), { dim: true })]];
}

/** Two columns of lines as rows; the shorter is filled. */
function paired(left: readonly Line[], right: readonly Line[]): readonly (readonly [Line, Line])[] {
  const width = (line: Line | undefined): number => (line === undefined ? 0 : line.reduce((sum, { text }) => sum + displayWidth(text), 0));
  const most = Math.max(...left.map(width), ...right.map(width), 0);
  const empty: Line = [{ text: " ".repeat(most) }];
  return Array.from({ length: Math.max(left.length, right.length) }, (_, at) => [left[at] ?? empty, right[at] ?? empty] as const);
}
