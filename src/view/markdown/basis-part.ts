import { figure, measureNamed, measures, type Unit } from "../../statistics/index.ts";
import type { CalibrationLine, RunReport } from "../../verdict/index.ts";
import { differenceText } from "../text/figures.ts";
import { markdownTable } from "./markdown-table.ts";
import type { Scribe } from "./scribe.ts";
import { words } from "./words.ts";

/** Tuned to and checked against: two lists that are never mixed, with target, model and gap. */
export function calibrationPart(report: RunReport, write: Scribe): readonly string[] {
  const { calibration, inputs } = report;
  if (calibration === null) return [];
  return [
    `## ${write.say(words.calibration)}`,
    "",
    `${write.say(words.assumptions)}: **${write.own(inputs.assumptions)}**; ${write.say(words.ofPolicy)}: ${write.own(calibration.policy)}`,
    "",
    `### ${write.say(words.tunedTo)}`,
    "",
    write.say(words.tunedHint),
    "",
    ...linesTable(calibration.tunedTo, write),
    "",
    `### ${write.say(words.checkedAgainst)}`,
    "",
    write.say(words.checkedHint),
    "",
    ...linesTable(calibration.checkedAgainst, write),
  ];
}

function linesTable(lines: readonly CalibrationLine[], write: Scribe): readonly string[] {
  const head = [words.figure, words.target, words.model, words.gap, words.source, words.confidence].map(write.say);
  const rows = lines.map(({ title, source, confidence, measure, heldOut, target, model, gap }) => {
    const unit: Unit = (measure === null ? undefined : measureNamed(measure)?.unit) ?? "share";
    const one = figure(unit, target.low, write.lang);
    const published = target.low === target.high ? one : `${one} … ${figure(unit, target.high, write.lang)}`;
    const gapText = gap === null ? "" : differenceText(unit, gap, write.lang);
    const marked = heldOut ? `${write.say(title)} (${write.say(words.heldOut)})` : write.say(title);
    return [marked, published, figure(unit, model, write.lang), gapText, write.say(source), write.say(words.levels[confidence])];
  });
  return markdownTable(head, rows, new Set([1, 2, 3]));
}

/** What each measure counts, divides by and leaves out. */
export function definitionsPart(_report: RunReport, write: Scribe): readonly string[] {
  const head = [words.measure, words.numerator, words.denominator, words.excludes, words.better].map(write.say);
  const rows = measures.map((measure) => [
    `\`${measure.name}\` ${write.say(measure.title)}${measure.assumed ? ` ${write.mark(words.assumedMark)}` : ""}`,
    write.say(measure.numerator),
    write.say(measure.denominator),
    write.say(measure.excludes),
    write.say(words.directions[measure.better]),
  ]);
  return [`## ${write.say(words.definitions)}`, "", ...markdownTable(head, rows)];
}

/** Every input file by its hash, so that the run can be repeated exactly. */
export function hashesPart(report: RunReport, write: Scribe): readonly string[] {
  const entries = Object.entries(report.inputs.hashes);
  if (entries.length === 0) return [];
  return [
    `## ${write.say(words.hashes)}`,
    "",
    ...markdownTable([write.say(words.file), "SHA-256"], entries.map(([file, hash]) => [write.own(file), `\`${hash.replaceAll("`", "'")}\``])),
  ];
}
