import type { Lang, Level, Text } from "../../base/index.ts";
import type { Sample } from "../../policy/index.ts";
import { json } from "../json.ts";
import type { TextOptions } from "../text/options.ts";
import { padTo } from "../text/pad.ts";
import { levelWords } from "../words.ts";
import { penOf, type Pen } from "../text/pen.ts";

const words = {
  wrong: { en: "Wrong", zh: "错误写法" },
  right: { en: "Right", zh: "正确写法" },
  why: { en: "Why", zh: "原因" },
  settings: { en: "Level", zh: "级别" },
  removed: { en: "(left out)", zh: "（不写）" },
  level: {
    en: 'set it in .policy-bench.json: "lint": { "<code>": "off" | "warning" | "error" }; keep one finding with a reason: "ignore": [{ "code": "<code>", "why": "…" }] on its rule or at the top of its file',
    zh: '在 .policy-bench.json 中设置："lint": { "<code>": "off" | "warning" | "error" }；若要保留某处发现，请在其规则或文件顶层写明理由："ignore": [{ "code": "<code>", "why": "…" }]',
  },
  fixed: { en: "An error of reading: its level cannot be set, because the file cannot be used as it stands.", zh: "读取错误：文件无法使用，因此不能更改级别。" },
} as const;

/** What a page tells of a code. The samples are the fixtures of its test. */
interface Page {
  readonly code: string;
  readonly title: Text;
  readonly why: Text;
  readonly wrong: Sample;
  readonly right: Sample;
}

/** What `lint --explain` shows of a rule: wrong, right, why. `level` is undefined where no setting can change it. */
export function lintPage(rule: Page, level: string | undefined, options: TextOptions): string {
  const pen = penOf(options);
  const standing = level === undefined ? pen.say(words.fixed) : `${levelWords[level]?.[pen.lang] ?? level}; ${said(words.level, rule.code, pen.lang)}`;
  return [
    `${pen.look("bold", pen.own(rule.code))} – ${pen.say(rule.title)}`,
    "",
    ...section(words.wrong, sampleLines(rule.wrong, pen), "red", pen),
    ...section(words.right, sampleLines(rule.right, pen), "green", pen),
    ...section(words.why, pen.paragraph(pen.say(rule.why), "  "), "bold", pen),
    ...section(words.settings, pen.paragraph(standing, "  "), "bold", pen),
  ].join("\n");
}

function said(text: Text, code: string, lang: Lang): string {
  return text[lang].replaceAll("<code>", code);
}

function section(title: Text, lines: readonly string[], look: "red" | "green" | "bold", pen: Pen): readonly string[] {
  return [pen.look(look, pen.say(title)), ...lines, ""];
}

function sampleLines(sample: Sample, pen: Pen): readonly string[] {
  return Object.entries(sample).flatMap(([place, value]) => {
    const [file = "", pointer = ""] = place.split("#");
    const body = value === undefined ? pen.say(words.removed) : json(value).trimEnd();
    return [pen.look("dim", `  ${file}  ${pointer}`), ...body.split("\n").map((line) => `    ${pen.own(line)}`)];
  });
}

/** What there is to say of a code of the reader. */
export function readerPage(code: string, entry: { readonly title: Text; readonly level: Level }, options: TextOptions): string {
  const pen = penOf(options);
  const level = entry.level === "error" ? pen.say(words.fixed) : `${levelWords[entry.level]?.[pen.lang] ?? entry.level}; ${said(words.level, code, pen.lang)}`;
  return [`${pen.look("bold", pen.own(code))} – ${pen.say(entry.title)}`, "", ...section(words.settings, pen.paragraph(level, "  "), "bold", pen)].join("\n");
}

/** Every code with its level and title, one a line. */
export function lintList(rows: readonly { readonly code: string; readonly level: string; readonly title: Text }[], options: TextOptions): string {
  const pen = penOf(options);
  const width = Math.max(...rows.map(({ code }) => code.length));
  return rows.map(({ code, level, title }) => `${padTo(code, width)}  ${padTo(levelWords[level]?.[pen.lang] ?? level, 7)}  ${pen.say(title)}\n`).join("");
}
