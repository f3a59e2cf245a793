import type { Text } from "../base/index.ts";
import type { DecidedDifferently, ProvedDifference } from "../proof/index.ts";
import { departuresText, outcomeText, regionText } from "./prove.ts";
import type { TextOptions } from "./text/options.ts";
import { penOf, type Pen } from "./text/pen.ts";
import { termText } from "./words.ts";

/** A proved difference with the share of simulated customers it is about. */
export interface ToldDifference extends Omit<ProvedDifference, "cases"> {
  readonly cases: readonly (DecidedDifferently & { readonly share?: { readonly count: number; readonly of: number; readonly low: number; readonly high: number } })[];
}

/** Two policies compared for every possible applicant. */
export interface ToldComparison {
  readonly before: string;
  readonly after: string;
  readonly differences: readonly ToldDifference[];
}

const verdicts: Readonly<Record<ProvedDifference["verdict"], Text>> = {
  equivalent: { en: "equivalent: the same for every applicant", zh: "等价：对所有申请人的决定相同" },
  more: { en: "more permissive: somebody is given more, nobody less", zh: "更宽松：有人得到更多，无人得到更少" },
  less: { en: "less permissive: somebody is given less, nobody more", zh: "更严格：有人得到更少，无人得到更多" },
  incomparable: { en: "incomparable: somebody is given more, somebody less", zh: "不可比：有人得到更多，有人得到更少" },
  otherwise: { en: "neither more nor less is given, but something else is said", zh: "所得不增不减，但其他内容有变化" },
  undecided: { en: "undecided", zh: "无法判定" },
};

const leans: Readonly<Record<DecidedDifferently["lean"], Text>> = {
  more: { en: "more", zh: "更多" },
  less: { en: "less", zh: "更少" },
  other: { en: "otherwise", zh: "其他变化" },
};

const words = {
  title: { en: "for every possible applicant, from {a} to {b}", zh: "对所有可能的申请人：由 {a} 到 {b}" },
  every: { en: "for every applicant with", zh: "适用于所有满足下列条件的申请人：" },
  everybody: { en: "for every applicant", zh: "适用于所有申请人" },
  ordinary: { en: "e.g. an ordinary applicant", zh: "例如：一位普通申请人" },
  instead: { en: "instead of", zh: "而非" },
} as const;

/** Decision by decision and moment by moment: what was proved, where it differs, and for how many. */
export function provedDifference({ before, after, differences }: ToldComparison, options: TextOptions): string {
  const pen = penOf(options);
  const title = pen.say(words.title).replace("{a}", pen.own(before)).replace("{b}", pen.own(after));
  return `${[pen.look("bold", title), ...differences.flatMap((one) => differenceLines(one, pen))].join("\n")}\n`;
}

function differenceLines({ decision, moment, verdict, cases, why }: ToldDifference, pen: Pen): readonly string[] {
  const marks = { equivalent: "=", more: "+", less: "-", incomparable: "±", otherwise: "~", undecided: "?" } as const;
  const mark = pen.ascii && verdict === "incomparable" ? "+-" : marks[verdict];
  const look = verdict === "equivalent" ? "green" : verdict === "undecided" ? "yellow" : "bold";
  const head = `${pen.look(look, mark)} ${pen.own(termText(decision, pen.lang))}@${pen.own(moment)}: ${pen.say(verdicts[verdict])}${why === undefined ? "" : `: ${pen.say(why)}`}`;
  return [...pen.paragraph(head), ...cases.flatMap((one) => caseLines(one, pen))];
}

function caseLines({ lean, region, departures, before, after, share }: ToldDifference["cases"][number], pen: Pen): readonly string[] {
  const where = region === undefined ? [] : pen.paragraph(region.length === 0 ? pen.say(words.everybody) : `${pen.say(words.every)} ${regionText(region, pen)}`, "    ");
  const example = `${pen.say(words.ordinary)}${departuresText(departures, pen)} → ${outcomeText(after, pen)} ${pen.say(words.instead)} ${outcomeText(before, pen)}`;
  return [`  ${pen.look("bold", pen.say(leans[lean]))}`, ...where, ...pen.paragraph(example, "    "), ...(share === undefined ? [] : [`    ${shareText(share, pen)}`])];
}

function shareText({ count, of, low, high }: { readonly count: number; readonly of: number; readonly low: number; readonly high: number }, pen: Pen): string {
  const percent = (share: number): string => (share * 100).toFixed(1);
  const [some, all] = [count, of].map((each) => each.toLocaleString("en-US"));
  return pen.lang === "en"
    ? `${percent(count / of)} % of the simulated population (${some} of ${all}; 95 %: ${percent(low)}–${percent(high)} %; all else as in the example)`
    : `模拟客户的 ${percent(count / of)} %（${all} 人中 ${some} 人；95 %：${percent(low)}–${percent(high)} %；其余同示例）`;
}
