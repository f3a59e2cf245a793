import type { Lang } from "../../base/index.ts";
import { figure, measureNamed, type Unit } from "../../statistics/index.ts";
import type { CellPlace, MatrixFigure, MatrixInputs, MatrixMeasure, MatrixReport } from "../../verdict/index.ts";
import type { ComparePart } from "../compare/part.ts";
import { partsMarkdown, partsPretty } from "../compare/part-text.ts";
import { countSentence, hashesOf, repeatCommand } from "../compare/repeat-part.ts";
import { shortVerdict } from "../compare/measure-part.ts";
import { pageOfParts } from "../html/page-of-parts.ts";
import type { PartsPage } from "../html/parts-page.ts";
import { sourcedCsv } from "../search/sourced-csv.ts";
import { counted } from "../text/counted.ts";
import { boundsText, differenceText } from "../text/figures.ts";
import type { TextOptions } from "../text/options.ts";
import { conclusionsPart, sideOfFigure } from "./conclusions-part.ts";
import { matrixWords as words, sideWords } from "./words.ts";

/** A matrix on a terminal. */
export function prettyMatrix(report: MatrixReport, options: TextOptions): string {
  return partsPretty(partsOf(report, options.lang, "counted"), options);
}

/** A matrix in Markdown. */
export function markdownMatrix(report: MatrixReport, { lang }: Pick<TextOptions, "lang">): string {
  return partsMarkdown(partsOf(report, lang, "listed"));
}

/** A matrix as a page. */
export function matrixPage(report: MatrixReport, { lang }: Pick<TextOptions, "lang">): PartsPage {
  return pageOfParts(partsOf(report, lang, "listed"), { size: report.inputs.scenarios.map(({ title }) => title[lang]).join(lang === "en" ? ", " : "、") });
}

/** One row a cell and measure. Shares are fractions, money is fen. */
export function csvMatrix({ measures, inputs }: MatrixReport): string {
  const head = ["scenario", "assumptions", "policy", "measure", "unit", "value", "low", "high", "kind", "numerator", "denominator", "difference", "difference_low", "difference_high", "verdict", "adjusted"];
  const rows = measures.flatMap(({ cells }) =>
    cells.map((cell) => {
      const { value, interval, numerator, denominator, name } = cell.measure;
      const { difference: paired } = cell;
      return [
        cell.scenario, cell.assumptions, cell.policy, name, measureNamed(name)?.unit ?? "", value, interval?.low ?? null, interval?.high ?? null, interval?.kind ?? "", numerator, denominator,
        paired?.difference ?? null, paired?.interval?.low ?? null, paired?.interval?.high ?? null, paired === null ? "" : sideOfFigure(cell), paired?.adjusted ?? null,
      ];
    }),
  );
  return sourcedCsv([head, ...rows], inputs, commandOf(inputs));
}

const commandOf = ({ scenarios }: MatrixInputs): readonly string[] => ["matrix", ...scenarios.map(({ name }) => name)];

function partsOf(report: MatrixReport, lang: Lang, hashes: "listed" | "counted"): readonly ComparePart[] {
  return [headPart(report, lang), conclusionsPart(report, lang), worstPart(report, lang), ...report.measures.flatMap((measure) => measureParts(measure, report, lang)), repeatOf(report, lang, hashes)];
}

function headPart({ inputs, family }: MatrixReport, lang: Lang): ComparePart {
  const { scenarios, assumptions, policies } = inputs;
  const cells = scenarios.reduce((sum, one) => sum + one.policies.length, 0) * (assumptions.length === 0 ? 1 : setsEach(inputs));
  const points = scenarios.map(({ name, title, customers, months, seed, champion }) => `${name}${lang === "en" ? ": " : "："}${title[lang]}; ${counted(customers, "customer", lang)} × ${counted(months, "month", lang)}; ${lang === "en" ? `seed ${seed}; champion ${champion}` : `种子 ${seed}；现行政策 ${champion}`}`);
  const size = [counted(scenarios.length, "scenario", lang), counted(setsEach(inputs), "set", lang), counted(policies.length, "policy", lang)];
  const en = `${size.join(" × ")}: ${counted(cells, "cell", "en")}. Within a scenario and assumption set all policies meet the same customers with the same luck. The verdicts on ${family} estimates hold together (Holm): the chance that any of them is false is at most 5%.`;
  const zh = `${size.join(" × ")}，共 ${counted(cells, "cell", "zh")}。同一情景与假设集内，各政策的客户与运气完全相同。对 ${family} 项估计的判定可同时成立（Holm 校正）：其中任何一项有误的概率不超过 5%。`;
  return { title: words.title[lang], depth: 1, sentences: [lang === "en" ? en : zh], points };
}

/** Sets that each scenario was run under: those asked for, or its own one. */
const setsEach = ({ flags, assumptions }: MatrixInputs): number => (flags.some((flag) => flag.startsWith("--assumptions")) ? assumptions.length : 1);

function worstPart({ measures, inputs }: MatrixReport, lang: Lang): ComparePart {
  const rows = measures.map(({ measure, better, worst }) => {
    const known = measureNamed(measure);
    const cell = (policy: string): string => {
      const found = worst.find((one) => one.policy === policy);
      return found === undefined ? figure(known?.unit ?? "count", null, lang) : `${figure(known?.unit ?? "count", found.value, lang)}${found.safest ? " *" : ""} ${placeText(found)}`;
    };
    return [`${known?.title[lang] ?? measure}${better === "neither" ? ` (${words.lowest[lang]})` : ""}`, ...inputs.policies.map(cell)];
  });
  return { title: words.worst[lang], depth: 2, sentences: [words.worstNote[lang]], points: [], table: { head: [words.measure[lang], ...inputs.policies], rows, words: new Set([0]) } };
}

const placeText = ({ scenario, assumptions }: Pick<CellPlace, "scenario" | "assumptions">): string => `${scenario}/${assumptions}`;

/** Values with their intervals, then what each challenger is less the champion: a row a scenario and assumption set. */
function measureParts({ measure, cells }: MatrixMeasure, { inputs }: MatrixReport, lang: Lang): readonly ComparePart[] {
  const unit = measureNamed(measure)?.unit ?? "count";
  const places = [...new Map(cells.map((cell) => [placeText(cell), cell])).values()];
  const at = (place: MatrixFigure, policy: string): MatrixFigure | undefined => cells.find((cell) => placeText(cell) === placeText(place) && cell.policy === policy);
  const challengers = inputs.policies.filter((policy) => cells.some((cell) => cell.policy === policy && cell.difference !== null));
  const lead = [words.scenario[lang], words.assumptions[lang]];
  const table = (policies: readonly string[], text: (cell: MatrixFigure) => string): NonNullable<ComparePart["table"]> => ({
    head: [...lead, ...policies],
    rows: places.map((place) => [place.scenario, place.assumptions, ...policies.map((policy) => cellText(at(place, policy), text))]),
    words: new Set([0, 1]),
  });
  return [
    { title: measureNamed(measure)?.title[lang] ?? measure, depth: 2, sentences: [], points: [], table: table(inputs.policies, (cell) => valueText(cell, unit, lang)) },
    ...(challengers.length === 0 ? [] : [{ title: words.less[lang], depth: 3 as const, sentences: [], points: [], table: table(challengers, (cell) => pairedText(cell, unit, lang)) }]),
  ];
}

const cellText = (cell: MatrixFigure | undefined, text: (cell: MatrixFigure) => string): string => (cell === undefined ? "" : text(cell));

const valueText = ({ measure: { value, interval } }: MatrixFigure, unit: Unit, lang: Lang): string => `${figure(unit, value, lang)} ${boundsText(unit, interval, lang)}`.trimEnd();

function pairedText(cell: MatrixFigure, unit: Unit, lang: Lang): string {
  const { difference } = cell;
  if (difference === null) return words.champion[lang];
  const side = sideOfFigure(cell);
  const word = side === "alike" ? shortVerdict("no-difference-that-matters", lang) : sideWords[side][lang];
  return side === "no-data" ? word : [differenceText(unit, difference.difference, lang), boundsText(unit, difference.interval, lang), word].filter((part) => part !== "").join(" ");
}

/** The command, and the files by their hashes. */
function repeatOf({ inputs }: MatrixReport, lang: Lang, hashes: "listed" | "counted"): ComparePart {
  const command = repeatCommand(commandOf(inputs), inputs.flags);
  const told = lang === "en" ? `policy-bench ${inputs.version}. The same again: ${command}` : `policy-bench ${inputs.version}。重现命令：${command}`;
  return { title: lang === "en" ? "To repeat it" : "如何重现", depth: 2, ...hashesOf(inputs.hashes, lang, hashes), sentences: [told, ...(hashes === "listed" ? [] : [countSentence(inputs.hashes, lang)])] };
}
