import { figure, measureNamed } from "../../statistics/index.ts";
import type { EffectsReport, MechanismEffect } from "../../verdict/index.ts";
import { columnsFrom, markdownTable } from "../markdown/markdown-table.ts";
import { scribe, type Scribe } from "../markdown/scribe.ts";
import { counted } from "../text/counted.ts";
import type { TextOptions } from "../text/options.ts";
import { penOf } from "../text/pen.ts";
import { verdictWords } from "../words.ts";
import { bars } from "./bars.ts";
import { effectText, matrixCell, settingText, switchLines } from "./cells.ts";
import { shortNames, stepWords, words } from "./words.ts";

/** The effects as a page: sentence of the debate → switch → measure → effect. */
export function markdownEffects(report: EffectsReport, { lang }: Pick<TextOptions, "lang">, measure: string): string {
  const write = scribe(lang);
  const picture = bars(report, measure, penOf({ lang, color: false, ascii: true, width: 100 }));
  const title = measureNamed(measure)?.title ?? { en: measure, zh: measure };
  const parts: readonly (readonly string[])[] = [
    [`# ${write.say(words.title)}`],
    [write.say(words.generated)],
    [`${write.say(words.how)} ${write.say(words.basis)}`],
    [`## ${write.say(words.claims)}`, "", ...claims(report, write)],
    [`## ${write.say(words.matrix)}`, "", words.matrixHint[lang], "", ...matrix(report, write)],
    picture.length === 0 ? [] : [`## ${write.say(words.bars)}${lang === "en" ? " " : ""}${write.say(title)}`, "", "```text", ...picture, "```"],
    ...report.mechanisms.map((mechanism) => section(mechanism, write)),
  ];
  return `${parts.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** One row a mechanism: what is said, and what its outcome did. */
function claims({ mechanisms }: EffectsReport, write: Scribe): readonly string[] {
  const rows = mechanisms.map((mechanism) => {
    const { name, claim, basis, chain, effects, verdict } = mechanism;
    const last = chain.at(-1);
    const effect = effects.find((each) => each.name === last?.measure);
    const { difference, bounds } = effectText(effect, write.lang);
    return [
      write.say(claim), `[${write.own(name)}](#${anchor(name)})`, write.say(words[basis]), last === undefined ? "" : titleOf(last.measure, write),
      effects.length === 0 ? write.say(words.notRun) : `${write.own(difference)} ${write.own(bounds)}`, write.say(verdictWords[verdict]),
    ];
  });
  const head = [words.claim, words.mechanism, { en: "basis", zh: "依据" }, words.measure, words.effect, words.reading].map(write.say);
  return markdownTable(head, rows);
}

/** The heading of a mechanism's section is its name: GitHub's anchor is the same. */
const anchor = (name: string): string => name;

function matrix({ headlines, mechanisms }: EffectsReport, write: Scribe): readonly string[] {
  const head = [write.say(words.mechanism), ...headlines.map((name) => write.say(shortNames[name] ?? { en: name, zh: name }))];
  const rows = mechanisms.map(({ name, effects }) => [
    `[${write.own(name)}](#${anchor(name)})`,
    ...headlines.map((measure) => write.own(matrixCell(effects.find((effect) => effect.name === measure), write.lang).text)),
  ]);
  return markdownTable(head, rows, columnsFrom(1, head.length));
}

function section(mechanism: MechanismEffect, write: Scribe): readonly string[] {
  const { name, title, claim, basis, policy, scenario, customers, months, verdict } = mechanism;
  const size = `${counted(customers, "customer", write.lang)}${write.lang === "en" ? ", " : "，"}${counted(months, "month", write.lang)}`;
  const head = [
    `### ${write.own(name)}`,
    "",
    `**${write.say(title)}** (${write.say(words[basis])}; \`${policy}\`, \`${scenario}\`; ${size})`,
    "",
    `> ${write.say(claim)} → ${write.say(verdictWords[verdict])}`,
    "",
  ];
  if (mechanism.effects.length === 0) {
    const why = mechanism.diagnostics.filter(({ level }) => level === "error").map(({ message }) => `- ${write.say(message)}`);
    return [...head, write.say(words.notRun), "", ...why];
  }
  const still = mechanism.stays.filter((measure) => !mechanism.strayed.includes(measure)).map((measure) => titleOf(measure, write));
  return [
    ...head,
    ...switches(mechanism, write),
    "",
    ...chain(mechanism, write),
    ...mechanism.strayed.map((measure) => `\n${titleOf(measure, write)}: ${write.say(words.strayed)}`),
    ...(still.length === 0 ? [] : ["", `${write.say(words.unchanged)}${write.lang === "en" ? ": " : "："}${still.join(write.lang === "en" ? ", " : "、")}`]),
  ];
}

function switches(mechanism: MechanismEffect, write: Scribe): readonly string[] {
  const { common } = mechanism.settings;
  const rows = [
    ...switchLines(mechanism, write.lang).map(({ path, off, on }) => [write.own(path), write.own(off), write.own(on)]),
    ...Object.keys(common).map((path) => {
      const value = write.own(settingText(common, path, write.lang));
      return [write.own(path), value, value];
    }),
  ];
  return markdownTable([words.switch, words.off, words.on].map(write.say), rows);
}

function chain({ chain: steps, effects }: MechanismEffect, write: Scribe): readonly string[] {
  const rows = steps.map(({ measure, verdict }) => {
    const effect = effects.find(({ name }) => name === measure);
    const unit = measureNamed(measure)?.unit ?? "count";
    const value = (number: number | null | undefined): string => write.own(figure(unit, number ?? null, write.lang));
    const { difference, bounds } = effectText(effect, write.lang);
    return [titleOf(measure, write), value(effect?.off), value(effect?.on), write.own(difference), write.own(bounds), write.say(stepWords[verdict])];
  });
  const head = [words.measure, words.off, words.on, words.effect, words.interval, words.reading].map(write.say);
  return markdownTable(head, rows, new Set([1, 2, 3, 4]));
}

function titleOf(name: string, write: Scribe): string {
  const measure = measureNamed(name);
  return measure === undefined ? write.own(name) : `${write.say(measure.title)}${measure.assumed ? ` (${write.say(words.assumed)})` : ""}`;
}
