import { diagnose, nearest, type Diagnostic, type Text } from "../../base/index.ts";
import { measureNamed, measures, type Measure } from "../../statistics/index.ts";
import { contradiction, readRequirement, type Direction, type Requirement } from "../../verdict/index.ts";
import { suggest } from "../suggest.ts";

/** The measures that a flag names; one that there is not is a finding. */
export function readMeasures(flag: string, names: readonly string[]): { readonly measures: readonly Measure[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const found = names.flatMap((name) => {
    const measure = measureNamed(name);
    if (measure === undefined) diagnostics.push(unknownMeasure(`--${flag} ${name}`, name));
    return measure ?? [];
  });
  return { measures: found, diagnostics };
}

/** A measure with the way that is wanted: `marginPerCustomer`, `enrolledShare:lower`. */
export function readDirected(flag: string, text: string): { readonly measure?: Measure; readonly better?: Direction; readonly diagnostics: readonly Diagnostic[] } {
  const [name = "", way] = text.split(":");
  const { measures: [measure], diagnostics } = readMeasures(flag, [name.trim()]);
  if (way !== undefined && way !== "higher" && way !== "lower") {
    const finding = diagnose({
      code: "unknown-setting",
      message: { en: `\`--${flag} ${text}\`: \`${way}\` is no direction`, zh: `\`--${flag} ${text}\`：\`${way}\` 不是方向` },
      hint: { en: "write higher or lower, or leave it out for the measure's own", zh: "请写 higher 或 lower，省略则采用指标自身的方向" },
    });
    return { diagnostics: [...diagnostics, finding] };
  }
  return { ...(measure === undefined ? {} : { measure }), ...(way === undefined ? {} : { better: way }), diagnostics };
}

/** The finding for a measure that is not there. */
export function unknownMeasure(written: string, name: string): Diagnostic {
  return diagnose({
    code: "unknown-measure",
    message: { en: `\`${written}\`: there is no measure \`${name}\``, zh: `\`${written}\`：没有名为 \`${name}\` 的指标` },
    hint: measureHint(name),
  });
}

/** Measures that have the words in them, or begin with what was nearly written; else the nearest of all. */
function measureHint(written: string): Text {
  const names = measures.map(({ name }) => name);
  const sought = written.toLowerCase();
  const holding = names.filter((name) => sought.length > 2 && name.toLowerCase().includes(sought));
  const first = nearest(written, names.map((name) => /^[a-z]+/u.exec(name)?.[0] ?? name));
  const like = holding.length > 0 || names.includes(nearest(written, names) ?? "") ? holding : names.filter((name) => first !== undefined && name.startsWith(first));
  return like.length === 0 ? suggest(written, names) : suggest("", like.slice(0, 8));
}

/** Requirements of `--require`; what cannot be read is a finding. */
export function readRequirements(written: readonly string[]): { readonly requirements: readonly Requirement[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const requirements = written.flatMap((text): readonly Requirement[] => {
    const read = readRequirement(text);
    if (read === undefined) diagnostics.push(unreadable(text));
    else if (measureNamed(read.measure) === undefined) diagnostics.push(unknownMeasure(`--require ${text}`, read.measure));
    else return [read];
    return [];
  });
  return { requirements, diagnostics };
}

function unreadable(text: string): Diagnostic {
  return diagnose({
    code: "unknown-setting",
    message: { en: `\`--require ${text}\` is no requirement`, zh: `\`--require ${text}\` 不是要求` },
    hint: {
      en: "write measure<=number, measure>=number (also < and >), measure<=champion, lawful or proved, as in 'ever90PlusAtMonth12<=0.02'",
      zh: "请写 指标<=数值、指标>=数值（也可用 < 和 >）、指标<=champion、lawful 或 proved，例如 'ever90PlusAtMonth12<=0.02'",
    },
  });
}

/** The pair of requirements that no number can meet at once, as a finding. */
export function contradictions(requirements: readonly Requirement[]): readonly Diagnostic[] {
  const pair = contradiction(requirements);
  if (pair === undefined) return [];
  const [a, b] = pair;
  return [
    diagnose({
      code: "unknown-setting",
      message: { en: `\`--require ${a.text}\` and \`--require ${b.text}\` cannot both hold`, zh: `\`--require ${a.text}\` 与 \`--require ${b.text}\` 不可能同时成立` },
      hint: { en: "drop one of them, or move its number", zh: "请去掉其中一项，或调整数值" },
    }),
  ];
}
