import { displayWidth } from "../../base/index.ts";
import { figure, measureNamed } from "../../statistics/index.ts";
import type { EffectsReport, MechanismEffect } from "../../verdict/index.ts";
import { counted } from "../text/counted.ts";
import type { TextOptions } from "../text/options.ts";
import { penOf, type Pen } from "../text/pen.ts";
import { table, type Cell, type Column } from "../text/table.ts";
import { verdictWords } from "../words.ts";
import { bars } from "./bars.ts";
import { effectText, matrixCell, settingText, switchLines } from "./cells.ts";
import { shortNames, stepWords, words } from "./words.ts";

/** The effects on a terminal: the matrix, the chain of each mechanism, and one measure as a picture. */
export function prettyEffects(report: EffectsReport, options: TextOptions, measure: string): string {
  const pen = penOf(options);
  const picture = bars(report, measure, pen);
  const sections = [
    [
      pen.look("bold", `${pen.say(words.title)} (${pen.own(report.scenario)})`),
      ...[words.how, words.basis].flatMap((text) => pen.paragraph(pen.say(text)).map((line) => pen.look("dim", line))),
    ],
    matrix(report, pen),
    ...report.mechanisms.map((mechanism) => mechanismLines(mechanism, pen)),
    picture.length === 0 ? [] : [pen.look("bold", `${pen.say(words.bars)}${pen.lang === "en" ? " " : ""}${titleOf(measure, pen)}`), ...picture],
  ];
  return `${sections.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** Mechanism by headline measure: as many columns as there is room for. */
function matrix({ headlines, mechanisms }: EffectsReport, pen: Pen): readonly string[] {
  const names = Math.max(...mechanisms.map(({ name }) => displayWidth(pen.own(name))), 0);
  const room = Math.floor((pen.width - names - 2) / 8);
  const shown = headlines.slice(0, Math.max(4, room));
  const columns: readonly Column[] = [
    { title: pen.say(words.mechanism), align: "left", elastic: true },
    ...shown.map((measure): Column => ({ title: pen.say(shortNames[measure] ?? { en: measure, zh: measure }), align: "right" })),
  ];
  const rows = mechanisms.map(({ name, effects }) => ({
    cells: [{ text: pen.own(name) }, ...shown.map((measure): Cell => matrixCell(effects.find((effect) => effect.name === measure), pen.lang))],
  }));
  return [
    pen.look("bold", pen.say(words.matrix)),
    ...pen.paragraph(pen.say(words.matrixHint)).map((line) => pen.look("dim", line)),
    ...table(pen, columns, rows),
  ];
}

function mechanismLines(mechanism: MechanismEffect, pen: Pen): readonly string[] {
  const { title, claim, basis, name, policy, scenario, customers, months } = mechanism;
  const size = `${counted(customers, "customer", pen.lang)}${pen.lang === "en" ? ", " : "，"}${counted(months, "month", pen.lang)}`;
  const head = [`${pen.look("bold", pen.say(title))} (${pen.own(name)}; ${pen.say(words[basis])})`];
  const place = `${pen.own(policy)}, ${pen.own(scenario)}`;
  if (mechanism.effects.length === 0) {
    const why = mechanism.diagnostics.filter(({ level }) => level === "error").flatMap(({ message }) => pen.paragraph(pen.say(message), "    "));
    return [...head, `  ${pen.look("red", pen.say(words.notRun))} (${place})`, ...why];
  }
  const strayed = mechanism.strayed.map((measure) => `  ${pen.look("red", `${titleOf(measure, pen)}: ${pen.say(words.strayed)}`)}`);
  const still = mechanism.stays.filter((measure) => !mechanism.strayed.includes(measure)).map((measure) => titleOf(measure, pen));
  return [
    ...head,
    ...pen.paragraph(`${pen.say(claim)} ${arrow(pen)} ${pen.say(verdictWords[mechanism.verdict])}  (${place}; ${size})`, "  "),
    ...switchText(mechanism, pen),
    ...chainLines(mechanism, pen),
    ...strayed,
    ...(still.length === 0 ? [] : pen.paragraph(`${pen.say(words.unchanged)}${colon(pen)}${still.join(pen.lang === "en" ? ", " : "、")}`, "  ").map((line) => pen.look("dim", line))),
  ];
}

function switchText(mechanism: MechanismEffect, pen: Pen): readonly string[] {
  // The policy stands in the line above: its paths are said within it.
  const shown = (path: string): string => pen.own(path.replace(`policies.${mechanism.policy}.`, ""));
  const common = Object.keys(mechanism.settings.common).map((path) => `${shown(path)} ${pen.own(settingText(mechanism.settings.common, path, pen.lang))}`);
  const lines = switchLines(mechanism, pen.lang).map(({ path, off, on }) => `${shown(path)}${colon(pen)}${pen.own(off)} ${arrow(pen)} ${pen.own(on)}`);
  const both = common.length === 0 ? [] : [`${pen.say(words.both)}${colon(pen)}${common.join("; ")}`];
  return [...lines, ...both].flatMap((line) => pen.paragraph(line, "  ")).map((line) => pen.look("dim", line));
}

/** Each step: the measure off and on, its difference with interval, and how it answers the claim. */
function chainLines({ chain, effects }: MechanismEffect, pen: Pen): readonly string[] {
  const columns: readonly Column[] = [
    { title: `  ${pen.say(words.chain)}`, align: "left", elastic: true },
    { title: pen.say(words.off), align: "right" },
    { title: pen.say(words.on), align: "right" },
    { title: pen.say(words.effect), align: "right" },
    { title: pen.say(words.interval), align: "left" },
    { title: pen.say(words.reading), align: "left" },
  ];
  const rows = chain.map(({ measure, verdict }, at) => {
    const effect = effects.find(({ name }) => name === measure);
    const unit = measureNamed(measure)?.unit ?? "count";
    const { difference, bounds } = effectText(effect, pen.lang);
    const value = (number: number | null | undefined): Cell => ({ text: pen.own(figure(unit, number ?? null, pen.lang)) });
    const look = verdict === "shown" ? ("green" as const) : verdict === "undecided" ? ("dim" as const) : ("red" as const);
    return {
      cells: [
        { text: `  ${at === 0 ? " ".repeat(displayWidth(arrow(pen))) : arrow(pen)} ${titleOf(measure, pen)}` },
        value(effect?.off), value(effect?.on), { text: pen.own(difference) }, { text: pen.own(bounds) }, { text: pen.say(stepWords[verdict]), look },
      ],
    };
  });
  return table(pen, columns, rows);
}

const titleOf = (name: string, pen: Pen): string => {
  const measure = measureNamed(name);
  return measure === undefined ? pen.own(name) : `${pen.say(measure.title)}${measure.assumed ? " *" : ""}`;
};

const arrow = (pen: Pen): string => (pen.ascii ? "->" : "→");

const colon = (pen: Pen): string => (pen.lang === "en" ? ": " : "：");
