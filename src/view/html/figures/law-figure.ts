import { dateOfMonth } from "../../../base/index.ts";
import { grouped } from "../../../statistics/index.ts";
import type { LawLine, PolicyReport } from "../../../verdict/index.ts";
import { forHtml } from "../../text/escape.ts";
import { cutTo } from "../../text/pad.ts";
import { figureWidth, policyLabel, told, type Drawing, type Figure } from "../figure.ts";

const words = {
  title: { en: "Law rules matched, month by month", zh: "逐月命中的法规规则" },
  sees: {
    en: "Each mark is a rule matched in a month: as simulated, would breach. The stronger the colour, the more persons. A blank month is one in which the rule was silent or not in force.",
    zh: "每个色块表示某月命中的一条规则：按模拟情形疑似违反。颜色越强，涉及人数越多。空白表示该月未命中或规则尚未生效。",
  },
  rule: { en: "rule", zh: "规则" },
  persons: { en: "persons", zh: "人数" },
} as const;

/** For each policy that matched any rule: rules by months, by persons. */
export function lawFigures(drawing: Drawing): readonly Figure[] {
  return drawing.report.policies.flatMap((policy, index) => one(drawing, policy, index));
}

function one(drawing: Drawing, policy: PolicyReport, index: number): readonly Figure[] {
  const lines = policy.laws.filter(({ personsByMonth }) => personsByMonth.some((persons) => persons > 0));
  if (lines.length === 0) return [];
  const { startDate, months } = drawing.report.inputs;
  const dates = Array.from({ length: months }, (_, month) => dateOfMonth(startDate, month).slice(0, 7));
  return [
    {
      id: `law-${index}`,
      title: `${told(drawing, words.title)}${drawing.lang === "en" ? ": " : "："}${policyLabel(drawing, index)}`,
      sees: told(drawing, words.sees),
      height: top + lines.length * step + bottom,
      suffix: "",
      svg: heatMap(lines, dates, drawing),
      table: {
        head: [told(drawing, words.rule), ...dates],
        rows: lines.map((line) => [`${line.id} ${line.title[drawing.lang]}`, ...line.personsByMonth.map((persons) => (persons > 0 ? grouped(persons, 0) : ""))]),
      },
    },
  ];
}

const [left, top, step, bottom] = [300, 6, 20, 52];
/** Cells that a rule has room for. */
const labelCells = 48;

/** A grid of rules by months; where a pointer rests, months and persons are told. */
function heatMap(lines: readonly LawLine[], dates: readonly string[], drawing: Drawing): string {
  const persons = told(drawing, words.persons);
  const width = (figureWidth - left - 8) / dates.length;
  const most = Math.max(1, ...lines.flatMap(({ personsByMonth }) => personsByMonth));
  const height = top + lines.length * step + bottom;
  const tall = step - 3;
  const rows = lines.map(({ id, title, personsByMonth }, row) => {
    const y = top + row * step;
    const squares = stretches(personsByMonth, most).map(({ from, to, shade: dark }) => {
      const wide = round((to - from) * width - 1.5);
      return `<path d="M${round(left + from * width)} ${y}h${wide}v${tall}h-${wide}" opacity="${dark}"><title>${forHtml(`${spanOf(dates, from, to)}: ${personsOf(personsByMonth.slice(from, to))} ${persons}`)}</title></path>`;
    });
    return `<text x="${left - 8}" y="${y + 13}" text-anchor="end">${forHtml(cutTo(`${id} ${title[drawing.lang]}`, labelCells))}</text><g fill="var(--heat)">${squares.join("")}</g>`;
  });
  const every = Math.max(1, Math.ceil(dates.length / 12));
  const marks = dates.flatMap((date, month) => {
    const [x, y] = [round(left + (month + 0.5) * width), top + lines.length * step + 12];
    return month % every === 0 ? [`<text x="${x}" y="${y}" text-anchor="end" transform="rotate(-45 ${x} ${y})">${forHtml(date)}</text>`] : [];
  });
  return `<svg viewBox="0 0 ${figureWidth} ${height}" xmlns="http://www.w3.org/2000/svg" style="font:11px system-ui,sans-serif" fill="var(--soft)">${rows.join("")}${marks.join("")}</svg>`;
}

/** Months next to each other in one shade, `to` not among them. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly shade: number;
}

/** Months of one shade are drawn as one: hundreds of marks would be a tenth of the page. */
function stretches(counts: readonly number[], most: number): readonly Stretch[] {
  const found: Stretch[] = [];
  counts.forEach((count, month) => {
    if (count === 0) return;
    const dark = shade(count, most);
    const last = found.at(-1);
    if (last !== undefined && last.to === month && last.shade === dark) found[found.length - 1] = { ...last, to: month + 1 };
    else found.push({ from: month, to: month + 1, shade: dark });
  });
  return found;
}

const spanOf = (dates: readonly string[], from: number, to: number): string => [...new Set([dates[from] ?? "", dates[to - 1] ?? ""])].join(" – ");

const personsOf = (counts: readonly number[]): string => [...new Set([Math.min(...counts), Math.max(...counts)])].map((count) => grouped(count, 0)).join("–");

const round = (value: number): number => Math.round(value * 10) / 10;

/** From a quarter to full, by digits: ten persons and ten thousand are told apart. */
function shade(persons: number, most: number): number {
  return Math.round((0.25 + 0.75 * (digits(persons) / Math.max(0.1, digits(most)))) * 100) / 100;
}

/** Digits of a count, between whole ones by its first digit: 1 is 0.1, 50 is 1.5. */
function digits(count: number): number {
  const text = String(Math.round(count));
  return text.length - 1 + Number(text[0] ?? 0) / 10;
}
