import { displayWidth, type Text } from "../base/index.ts";
import { figure } from "../statistics/index.ts";
import type { TextOptions } from "./text/options.ts";
import { penOf, type Pen } from "./text/pen.ts";
import { padTo } from "./text/pad.ts";
import { table } from "./text/table.ts";

const sides = ["honest", "mixed", "bulk", "targeted"] as const;
export type VerificationSide = (typeof sides)[number];

/** What was played of one side: null over nothing. `apart`: the closed form lies outside the interval. */
export interface PlayedShare {
  readonly share: number | null;
  readonly of: number;
  readonly apart: boolean;
}

/** One point of the trade-off: so many factors, who comes through on paper, and who did. */
export interface VerificationPoint {
  readonly factors: readonly string[];
  readonly paper: Readonly<Record<VerificationSide, number>>;
  readonly played: Readonly<Record<VerificationSide, PlayedShare>>;
}

const words = {
  title: { en: "Verification at closing: who comes through m factors", zh: "关闭环节的核验：通过 m 项因素的比例" },
  factors: { en: "factors", zh: "核验因素" },
  none: { en: "none", zh: "无" },
  honest: { en: "holder", zh: "本人" },
  mixed: { en: "thief", zh: "盗用者" },
  bulk: { en: "in bulk", zh: "批量" },
  targeted: { en: "targeted", zh: "定向" },
  played: { en: "played", zh: "模拟值" },
  outside: { en: "!: the closed form lies outside the 99.9 % interval of what was played", zh: "!：理论值落在模拟值 99.9% 区间之外" },
  hint: {
    en: "On paper: the joint chance of the factors, independent unless `factorCorrelation` says otherwise. Played: requests and attempts of a run with closing rules that say nothing. One more factor never lets more thieves or more holders through.",
    zh: "理论值：各因素的联合概率，除非 `factorCorrelation` 另有设定，否则相互独立。模拟值：关闭规则不作规定时一次运行中的申请与尝试。增加一项因素，通过的盗用者与本人都不会更多。",
  },
} satisfies Readonly<Record<string, Text>>;

const cells = 40;

/** The trade-off as a table of closed forms against what was played, and as a picture. */
export function verification(points: readonly VerificationPoint[], options: TextOptions): string {
  const pen = penOf(options);
  const columns = [
    { title: "m", align: "right" as const },
    { title: pen.say(words.factors), align: "left" as const, elastic: true },
    ...sides.map((side) => ({ title: pen.say(words[side]), align: "right" as const })),
  ];
  const rows = points.flatMap(({ factors, paper, played }, m) => {
    const names = factors.length === 0 ? pen.say(words.none) : factors.join(" + ");
    const list = [
      [String(m), names, ...sides.map((side) => figure("share", paper[side], pen.lang))],
      ["", pen.say(words.played), ...sides.map((side) => playedText(played[side], pen))],
    ];
    return list.map((texts) => ({ cells: texts.map((text) => ({ text })) }));
  });
  const isOutside = points.some(({ played }) => sides.some((side) => played[side].apart));
  const notes = [words.hint, ...(isOutside ? [words.outside] : [])];
  return `${[
    pen.look("bold", pen.say(words.title)),
    ...table(pen, columns, rows),
    "",
    ...points.flatMap(({ paper }, m) => picture(m, paper, pen)),
    "",
    ...notes.flatMap((note) => pen.paragraph(pen.say(note))).map((line) => pen.look("dim", line)),
  ].join("\n")}\n`;
}

function playedText({ share, of, apart }: PlayedShare, pen: Pen): string {
  return `${figure("share", share, pen.lang)}${apart ? "!" : ""} (${of})`;
}

function picture(m: number, paper: VerificationPoint["paper"], pen: Pen): readonly string[] {
  const labels = [`m=${m} ${pen.say(words.honest)}`, `    ${pen.say(words.mixed)}`];
  const width = Math.max(...labels.map(displayWidth));
  const marks = pen.ascii ? ["#", "."] : ["█", "░"];
  return [paper.honest, paper.mixed].map((share, at) => `  ${padTo(labels[at] ?? "", width, "left")} ${(marks[at] ?? "").repeat(Math.round(share * cells))} ${figure("share", share, pen.lang)}`);
}
