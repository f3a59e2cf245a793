import { measureNamed } from "../../statistics/index.ts";
import { differenceText, valueIn, valueText } from "../text/figures.ts";
import type { PageContext } from "./context.ts";
import { headlines } from "../headlines.ts";
import { policyNamed } from "./policy-look.ts";
import { plainLines, type Line } from "./span.ts";

/** What a changed parameter did to the headlines of its policy: the run of the files and the run of the what-if beside it. */
export function trialLines({ report, known, state, pen }: PageContext): readonly Line[] {
  const { whatIf } = state;
  if (whatIf === null) return [];
  const set = `${Object.entries(whatIf.values).map(([name, value]) => `${name} = ${value}`).join(", ")} (${policyNamed(report, whatIf.policy).letter})`;
  const head = pen.say({ en: `what if, not saved: ${set}`, zh: `假设（未保存）：${set}` });
  const now = report.policies.find(({ name }) => name === whatIf.policy);
  const before = known.previous?.policies.find(({ name }) => name === whatIf.policy);
  const settled = known.trial !== undefined && !known.stale && now !== undefined;
  if (settled && known.unchanged !== undefined) return [...plainLines(pen.paragraph(pen.own(head), " "), { color: "yellow", bold: true }), ...plainLines([` ${pen.say(nothing)}`])];
  const [wrong] = known.broken;
  if (wrong !== undefined) return plainLines([...pen.paragraph(pen.own(head), " "), ...pen.paragraph(pen.say(wrong.message), " ")], { color: "red" });
  if (!settled || before === undefined) return plainLines([...pen.paragraph(pen.own(head), " "), ` ${pen.say(running)}`], { color: "yellow" });
  const aside = (text: string): string => (pen.lang === "en" ? ` (${text})` : `（${text}）`);
  const told = headlines.flatMap((name) => {
    const measure = measureNamed(name);
    const [old, next] = [valueIn(before, name), valueIn(now, name)];
    if (measure === undefined || old === undefined || next === undefined) return [];
    if (old.value === next.value) return asked.has(name) ? [`${measure.title[pen.lang]} ${valueText(measure, next, pen.lang)}${aside(same[pen.lang])}`] : [];
    const by = old.value === null || next.value === null ? "" : aside(differenceText(measure.unit, next.value - old.value, pen.lang));
    return [`${measure.title[pen.lang]} ${valueText(measure, old, pen.lang)} ${pen.ascii ? "->" : "→"} ${valueText(measure, next, pen.lang)}${by}`];
  });
  const text = told.length === 0 ? pen.say(nothing) : told.join(pen.lang === "en" ? "; " : "；");
  return [...plainLines(pen.paragraph(pen.own(head), " "), { color: "yellow", bold: true }), ...plainLines(pen.paragraph(pen.own(text), " "))];
}

/** What a changed threshold is changed for: told also where it stays. */
const asked: ReadonlySet<string> = new Set(["enrolledShare", "ever90PlusAtMonth12"]);
const same = { en: "no change", zh: "不变" };
const running = { en: "the run follows…", zh: "正在重新运行……" };
const nothing = { en: "no headline changes", zh: "各要点均无变化" } as const;
