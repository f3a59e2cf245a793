import type { Lang } from "../../base/index.ts";
import { figure, grouped, measureNamed } from "../../statistics/index.ts";
import type { RequirementUnder, TornadoReport } from "../../verdict/index.ts";
import type { ComparePart } from "../compare/part.ts";
import { boundsText, differenceText } from "../text/figures.ts";
import { requirementVerdict } from "./optimise-words.ts";
import { resultText } from "./optimise.ts";

/** Ends told of one requirement. */
const most = 8;

/** Whether the challenger still meets what is required of it at the ends of each assumption. */
export function requirementsPart({ requirements = [], challenger }: TornadoReport, lang: Lang): readonly ComparePart[] {
  if (requirements.length === 0) return [];
  const points = requirements.flatMap((one) => [resultText(one.base, lang), ...endTexts(one, lang)]);
  const firm = requirements.every(({ ends }) => ends.length === 0);
  const en = firm ? "No assumption at either end of its range changes whether a requirement is met." : "Under each requirement the ends of assumptions at which it is answered otherwise.";
  const zh = firm ? "没有任何假设在区间两端会改变要求是否满足。" : "每项要求之下，列出使其结论改变的假设端点。";
  return [{ title: lang === "en" ? `What is required of ${challenger}, and which assumption breaks it` : `对 ${challenger} 的要求，以及哪些假设会使其不成立`, depth: 2, sentences: [lang === "en" ? en : zh], points }];
}

function endTexts({ ends }: RequirementUnder, lang: Lang): readonly string[] {
  const told = ends.slice(0, most).map(({ assumption, title, base, value, result }) => {
    const unit = measureNamed(result.measure)?.unit ?? "count";
    const bounds = boundsText(unit, result.interval === null ? null : { ...result.interval, kind: "sampling" }, lang);
    const shown = `${result.difference === null ? figure(unit, result.value, lang) : differenceText(unit, result.difference, lang)} ${bounds}`.trimEnd();
    const now = lang === "en" ? `${plain(value)} instead of ${plain(base)}` : `由 ${plain(base)} 变为 ${plain(value)}`;
    return `– ${title[lang]} (${assumption}) ${now}: ${requirementVerdict[result.verdict][lang]}, ${shown}`;
  });
  const more = ends.length - told.length;
  return [...told, ...(more > 0 ? [lang === "en" ? `– and ${more} more` : `– 另有 ${more} 项`] : [])];
}

const plain = (value: number): string => (Number.isInteger(value) ? grouped(value, 0) : `${Number(value.toPrecision(4))}`);
