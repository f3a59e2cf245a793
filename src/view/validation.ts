import type { Text } from "../base/index.ts";
import { figure, grouped, measureNamed, type Unit } from "../statistics/index.ts";
import { counted } from "./text/counted.ts";
import { rungs, type Calibration, type CalibrationLine, type Rung, type ValidationLine, type ValidationReport } from "../verdict/index.ts";
import { countText, differenceText } from "./text/figures.ts";
import type { TextOptions } from "./text/options.ts";
import { penOf, type Look, type Pen } from "./text/pen.ts";
import { table, type Column } from "./text/table.ts";
import { verdictWords } from "./words.ts";

const words = {
  title: { en: "The simulator, examined", zh: "模拟器检验" },
  check: { en: "check", zh: "检验项" },
  expected: { en: "expected", zh: "应为" },
  got: { en: "got", zh: "实得" },
  room: { en: "within", zh: "允许范围" },
  verdict: { en: "verdict", zh: "判定" },
  missed: { en: "missed", zh: "未落入" },
  atMost: { en: "at most", zh: "至多" },
  atLeast: { en: "at least", zh: "至少" },
  trials: { en: "trials", zh: "次" },
  held: { en: "held", zh: "项成立" },
  broken: { en: "broken", zh: "项不成立" },
  undecided: { en: "undecided", zh: "项无法判定" },
  bandsNote: {
    en: "A band that is missed is told and not widened; it counts as a warning: the figures are of other lenders and other years.",
    zh: "未落入公开区间的项目如实列出，不放宽区间；计为警告：这些数字来自其他机构、其他年份。",
  },
  lots: {
    en: "TransRisk: each criterion is a policy of rule files, read and compiled, over every score of every group. Scores come in 198 steps and a rule draws no lots, so equal rates are met to within a step. Equal odds can be met by lots only: no rule file can express them, and they are computed.",
    zh: "TransRisk：每项准则都写成规则文件，经读取与编译后作用于各组的每个分数。分数共 198 档，规则不能抽签，因此各组比率只能相等到一档之内。几率均等只能靠抽签实现，规则文件无法表达，此处为计算值。",
  },
  tuned: { en: "Tuned to (agreement proves nothing)", zh: "调校依据（吻合不能证明任何事）" },
  checked: { en: "Checked against (not used in the tuning)", zh: "核对结果（未用于调校）" },
  heldOut: { en: "held out, predicted", zh: "留出预测" },
  figure: { en: "figure", zh: "数字" },
  published: { en: "published", zh: "公开值" },
  model: { en: "model", zh: "模型" },
  gap: { en: "gap", zh: "差距" },
} as const satisfies Readonly<Record<string, Text>>;

const rungTitles: Readonly<Record<Rung, Text>> = {
  "closed-form": { en: "Closed forms", zh: "闭式解" },
  golden: { en: "Published data", zh: "公开数据" },
  vasicek: { en: "Vasicek: shocks and the economy", zh: "Vasicek：冲击与经济状态" },
  markov: { en: "Markov mode: a fixed matrix played by the simulation", zh: "马尔可夫模式：由模拟器运行固定转移矩阵" },
  geometric: { en: "Chances that repeat", zh: "重复概率" },
  shape: { en: "Shapes", zh: "曲线形状" },
  metamorphic: { en: "What must follow when one thing is changed", zh: "单一改变必然带来的结果" },
  band: { en: "Published ranges", zh: "公开区间" },
};

const looks: Readonly<Record<ValidationLine["verdict"], Look>> = { held: "green", broken: "red", undecided: "yellow", missed: "yellow" };

/** The ladder on a terminal, rung by rung, and the two lists of calibration. */
export function validation(report: ValidationReport, options: TextOptions): string {
  const pen = penOf(options);
  const sections = [
    [pen.look("bold", pen.say(words.title))],
    ...rungs.map((rung) => rungLines(report.lines.filter((line) => line.rung === rung), pen)),
    ...(report.calibration === null ? [] : calibrationSections(report.calibration, pen)),
    sumLines(report, pen),
  ];
  return `${sections.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function rungLines(lines: readonly ValidationLine[], pen: Pen): readonly string[] {
  const [first] = lines;
  if (first === undefined) return [];
  const columns: readonly Column[] = [
    { title: pen.say(words.check), align: "left", elastic: true },
    { title: pen.say(words.expected), align: "right" },
    { title: pen.say(words.got), align: "right" },
    { title: pen.say(words.room), align: "left" },
    { title: pen.say(words.verdict), align: "left" },
  ];
  const rows = lines.map((line) => ({
    cells: [
      { text: pen.say(line.title) },
      { text: line.expected === null ? "" : pen.own(numberText(line, line.expected, pen)) },
      { text: pen.own(numberText(line, line.got, pen)) },
      { text: pen.own(roomText(line, pen)), aside: line.trials > 0 ? `n=${countText(line.trials, pen.lang)}` : "" },
      { text: line.verdict === "missed" ? pen.say(words.missed) : pen.say(verdictWords[line.verdict]), look: looks[line.verdict] },
    ],
  }));
  const lots = lines.some(({ name }) => name.startsWith("golden.hardt")) ? pen.paragraph(pen.say(words.lots)).map((text) => pen.look("dim", text)) : [];
  return [pen.look("bold", pen.say(rungTitles[first.rung])), ...table(pen, columns, rows), ...lots];
}

function numberText({ unit, tolerance }: ValidationLine, value: number | null, pen: Pen): string {
  if (value === null) return figure("count", null, pen.lang);
  if (tolerance === "digits") return String(Number(value.toPrecision(9)));
  if (unit === "number") return grouped(value, 4);
  return unit === "share" && tolerance === "binomial" ? `${grouped(value * 100, 3)}%` : figure(unit, value, pen.lang);
}

function roomText(line: ValidationLine, pen: Pen): string {
  const { low, high, tolerance } = line;
  if (tolerance === "digits") return `±${Number((((high ?? 0) - (low ?? 0)) / 2).toPrecision(1))}`;
  if (low !== null && high !== null) return low === high ? "" : `[${numberText(line, Math.max(low, tolerance === "binomial" ? 0 : low), pen)}, ${numberText(line, high, pen)}]`;
  if (high !== null) return `${pen.say(words.atMost)} ${numberText(line, high, pen)}`;
  return low === null ? "" : `${pen.say(words.atLeast)} ${numberText(line, low, pen)}`;
}

function calibrationSections({ tunedTo, checkedAgainst }: Calibration, pen: Pen): readonly (readonly string[])[] {
  return [
    [pen.look("bold", pen.say(words.tuned)), ...listLines(tunedTo, pen)],
    [pen.look("bold", pen.say(words.checked)), ...listLines(checkedAgainst, pen)],
  ];
}

function listLines(lines: readonly CalibrationLine[], pen: Pen): readonly string[] {
  const columns: readonly Column[] = [
    { title: pen.say(words.figure), align: "left", elastic: true },
    { title: pen.say(words.published), align: "right" },
    { title: pen.say(words.model), align: "right" },
    { title: pen.say(words.gap), align: "right" },
    { title: "", align: "left" },
  ];
  const rows = lines.map(({ title, measure, heldOut, target, model, gap }) => {
    const unit: Unit = (measure === null ? undefined : measureNamed(measure)?.unit) ?? "share";
    const value = (number: number | null): string => pen.own(figure(unit, number, pen.lang));
    const published = target.low === target.high ? value(target.low) : `${value(target.low)} - ${value(target.high)}`;
    return {
      cells: [
        { text: pen.say(title) }, { text: published }, { text: value(model) },
        { text: gap === null ? "" : pen.own(differenceText(unit, gap, pen.lang)) }, { text: heldOut ? pen.say(words.heldOut) : "", look: "cyan" as const },
      ],
    };
  });
  return table(pen, columns, rows);
}

function sumLines({ lines }: ValidationReport, pen: Pen): readonly string[] {
  const of = (verdict: ValidationLine["verdict"]): number => lines.filter((line) => line.verdict === verdict).length;
  const parts = [
    `${of("held")} ${pen.say(words.held)}`, `${of("broken")} ${pen.say(words.broken)}`, `${of("undecided")} ${pen.say(words.undecided)}`, counted(of("missed"), "band", pen.lang),
  ];
  const note = of("missed") > 0 ? pen.paragraph(pen.say(words.bandsNote)).map((line) => pen.look("dim", line)) : [];
  return [parts.join(pen.lang === "en" ? ", " : "，"), ...note];
}
