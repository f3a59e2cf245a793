import { dateOfMonth, displayWidth, type Text } from "../../base/index.ts";
import { figure } from "../../statistics/index.ts";
import type { PolicyReport } from "../../verdict/index.ts";
import { countText } from "../text/figures.ts";
import { Canvas } from "./canvas.ts";
import type { PageContext, PageView } from "./context.ts";
import type { Place, Target } from "./place.ts";
import { framed } from "./plot-frame.ts";
import { otherPolicy, policyNamed } from "./policy-look.ts";
import { blank, fit, plainLines, span, type Line, type SpanColor } from "./span.ts";
import { textPage, textRows, type PageRow } from "./text-page.ts";
import { words } from "./words.ts";

/** A bucket: its name, its counts month by month in the report, how it is drawn: by colour, by sign and by how dense its dots are. */
interface Bucket {
  readonly name: string;
  readonly title: Text;
  readonly sign: string;
  readonly color: SpanColor;
  readonly step: number;
}

/** Buckets of debts that are late; those that are current would flatten them all. */
const late: readonly Bucket[] = [
  { name: "dpd1to30", title: { en: "1-30", zh: "1-30 天" }, sign: "a", color: "cyan", step: 1 },
  { name: "dpd31to60", title: { en: "31-60", zh: "31-60 天" }, sign: "b", color: "yellow", step: 2 },
  { name: "dpd61to90", title: { en: "61-90", zh: "61-90 天" }, sign: "c", color: "magenta", step: 3 },
  { name: "dpd91plus", title: { en: "91+", zh: "91 天以上" }, sign: "d", color: "red", step: 4 },
  { name: "chargedOff", title: { en: "off", zh: "已核销" }, sign: "x", color: "blue", step: 6 },
];

/** How many accounts are how late, month by month, under one policy; written off: all so far. */
export function bucketMonthsPage(context: PageContext, place: Extract<Place, { kind: "bucket-months" }>): PageView {
  const { report, pen, layout } = context;
  const look = policyNamed(report, place.policy);
  const policy = report.policies[look.index];
  const other = otherPolicy(report, place.policy);
  const keys: Readonly<Record<string, Target>> = { o: other === undefined ? { why: words.onePolicy } : { turn: { ...place, policy: other } } };
  const rows = policy === undefined ? [] : [...monthRows(context, policy), ...textRows([blank, ...plainLines(pen.paragraph(pen.say(meaning)), { dim: true }), blank]), ...whoRows(context, place.policy)];
  const above = policy === undefined ? [] : layout.body < chartBodyMin ? [headLine(context, policy)] : [headLine(context, policy), ...chart(context, policy)];
  return textPage(context, { crumb: `${pen.say(words.bucketMonths)} (${look.letter})`, above, rows, first: 1, keys, foot: [["o", { en: "other policy", zh: "换政策" }]] });
}

/** On a screen lower than that the counts need the room themselves. */
const chartBodyMin = 16;

/** Counts of a bucket; of what is written off, all so far. Null where the report has none. */
function countsOf({ series }: PolicyReport, name: string): readonly (number | null)[] {
  const counts = series[name] ?? [];
  if (name !== "chargedOff") return counts;
  let sum = 0;
  return counts.map((count) => (sum += count ?? 0));
}

/** Whose chart it is, and what each line of it is. */
function headLine({ pen, report }: PageContext, policy: PolicyReport): Line {
  const { letter, color } = policyNamed(report, policy.name);
  return [span(` ${letter} ${pen.say(policy.title)}  `, { color, bold: true }), ...late.flatMap((bucket) => [span(` ${bucket.sign}`, { color: bucket.color, bold: true }), span(` ${pen.say(bucket.title)} `)])];
}

function chart({ pen, layout }: PageContext, policy: PolicyReport): readonly Line[] {
  const curves = late.map((bucket) => ({ bucket, counts: countsOf(policy, bucket.name) }));
  const last = Math.max(1, ...curves.map(({ counts }) => counts.length - 1));
  const highest = Math.max(1, ...curves.flatMap(({ counts }) => counts.map((count) => count ?? 0)));
  const labels = [highest, highest / 2, 0].map((count) => figure("count", Math.round(count), pen.lang));
  const gutter = Math.max(...labels.map(displayWidth)) + 1;
  const height = Math.max(3, Math.floor(layout.body * 0.5) - 4);
  const canvas = new Canvas({ columns: layout.columns - gutter - 3, rows: height, ascii: pen.ascii });
  const width = (canvas.columns - 2) / canvas.columns;
  const at = (month: number, count: number) => ({ x: (month / last) * width, y: count / highest / 1.02 });
  for (const { bucket, counts } of curves) {
    counts.forEach((count, month) => {
      const before = counts[month - 1] ?? count;
      // Nobody in a bucket is no line on the floor.
      if (count !== null && before !== null && count + before > 0) canvas.line(at(Math.max(0, month - 1), before), at(month, count), { color: bucket.color, sign: bucket.sign }, bucket.step);
    });
  }
  for (const { bucket, counts } of curves) {
    const end = counts.at(-1) ?? null;
    if (end === null) continue;
    const { row } = canvas.cellOf(at(last, end));
    for (let away = 0; away < canvas.rows; away += 1) {
      if (canvas.sign(canvas.columns - 1, row - away, bucket.sign, bucket.color) || canvas.sign(canvas.columns - 1, row + away, bucket.sign, bucket.color)) break;
    }
  }
  const step = [1, 2, 3, 6, 12].find((months) => last / months <= 8) ?? 24;
  const ticks = Array.from({ length: Math.floor(last / step) + 1 }, (_, index) => index * step).map((month) => ({ text: String(month), share: (month / last) * width }));
  return framed({ canvas, gutter, labels, ticks, ascii: pen.ascii });
}

const monthCells = 12;

/** Every month's counts; those that are current stand here only. */
function monthRows({ report, pen, layout }: PageContext, policy: PolicyReport): readonly PageRow[] {
  const columns = [{ name: "current", title: words.currentBucket, color: "green" as const }, ...late].map((bucket) => ({ ...bucket, counts: countsOf(policy, bucket.name) }));
  const cells = Math.max(7, Math.min(12, Math.floor((layout.columns - 2 - monthCells) / columns.length)));
  const months = Math.max(0, ...columns.map(({ counts }) => counts.length));
  const head: Line = [span(fit(pen.say(words.month), monthCells, "left", pen.ascii), { dim: true }), ...columns.map(({ title, color }) => span(fit(pen.say(title), cells, "right", pen.ascii), { color }))];
  const rows = Array.from({ length: months }, (_, month): PageRow => ({
    line: [
      span(fit(`${String(month).padStart(3)} ${dateOfMonth(report.inputs.startDate, month).slice(0, 7)}`, monthCells)),
      ...columns.map(({ counts }) => {
        const count = counts[month] ?? null;
        return span(fit(count === null ? "-" : countText(count, pen.lang), cells, "right", pen.ascii), count === 0 ? { dim: true } : {});
      }),
    ],
  }));
  return [{ line: head, heads: true }, ...rows];
}

/** From the counts to people. */
function whoRows({ pen }: PageContext, policy: string): readonly PageRow[] {
  const ways: readonly (readonly [Text, string])[] = [
    [{ en: "who first passed 30 days", zh: "首次逾期超过 30 天的客户" }, "newly30"],
    [{ en: "who first passed 90 days", zh: "首次逾期超过 90 天的客户" }, "newly90"],
    [{ en: "whose account was written off", zh: "账户被核销的客户" }, "chargedOff"],
  ];
  return ways.map(([text, event]) => ({ line: [span(pen.say(text), { color: "cyan" })], go: { go: { kind: "people", policy, where: [`event=${event}`] } } }));
}

const meaning: Text = {
  en: "Accounts with a balance at the end of each month, by how many days the oldest unpaid amount is late; off: all that were charged off so far, which are in no other column. Counts of this run, the mean over replications; no interval.",
  zh: "各月末有余额的账户数，按最早未付金额的逾期天数分档；已核销为截至当月的累计，不计入其他各列。为本次运行的计数（多次重复取平均），没有区间。",
};
