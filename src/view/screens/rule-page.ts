import { markSigns, marksByLine, plainMarks, type LineMark } from "../coverage-lines.ts";
import { survivorSentence } from "../mutants.ts";
import { termText } from "../words.ts";
import type { Text } from "../../base/index.ts";
import { acrossLine, type PageContext, type PageView } from "./context.ts";
import type { Place, Target } from "./place.ts";
import { firedShare, ruleFacts, type RuleFacts } from "./rule-facts.ts";
import type { PolicyAccount, RuleAccount } from "./screen-calls.ts";
import { looked, plainLines, span, type Line } from "./span.ts";
import { textPage, type PageRow } from "./text-page.ts";
import { waitingPage } from "./waiting-page.ts";
import { colon, words } from "./words.ts";

/** A rule in its file: margins say what the examples cover and what fired; above, what is proved. */
export function rulePage(context: PageContext, place: Extract<Place, { kind: "rule" }>): PageView {
  const { report, pen } = context;
  const crumb = pen.own(place.rule);
  const heard = context.know({ kind: "account", policy: place.policy });
  if (heard.told?.kind !== "account") return waitingPage(context, crumb, heard);
  const { account } = heard.told;
  const rule = account.rules.find(({ name }) => name === place.rule);
  const file = account.files.find((each) => each.file === rule?.file);
  const policy = report.policies.find(({ name }) => name === place.policy);
  if (rule === undefined || file === undefined || policy === undefined) return waitingPage(context, crumb, { pending: false, told: { kind: "refused", why: words.noRule } });
  const facts = ruleFacts(context, policy);
  const rows = fileRows(context, { account, rule, text: file.text, facts });
  const people: Target = { go: { kind: "people", policy: place.policy, where: [`rule=${rule.name}`] } };
  const above = headLines(context, rule, facts);
  return textPage(context, {
    crumb,
    above,
    rows,
    first: rule.line - 1,
    anchor: 0.25,
    keys: { m: { mark: `edits:${place.policy}` }, enter: people, " ": people },
    foot: [["Enter", { en: "whom it decided", zh: "涉及的客户" }], ["e", { en: "editor at this line", zh: "在此行打开编辑器" }], ["m", { en: "try edits", zh: "尝试改动" }]],
  });
}

/** What is known of the rule, in at most a third of the page. */
function headLines(context: PageContext, rule: RuleAccount, facts: RuleFacts): readonly Line[] {
  const { pen, layout } = context;
  const fired = facts.fired.get(rule.name);
  const times = fired === undefined ? "" : pen.say({ en: `fired ${fired.times.toLocaleString("en-US")} times, ${firedShare(fired)} of this decision's matches`, zh: `触发 ${fired.times.toLocaleString("en-US")} 次，占该决策命中的 ${firedShare(fired)}` });
  const own = facts.proofs?.rules.find((each) => each.decision === rule.decision && each.rule === rule.name);
  const survivors = facts.edits?.survivors.filter(({ edit, decision }) => decision === rule.decision && edit.rule === rule.name) ?? [];
  const claims = own?.claims ?? [];
  const held = claims.filter(({ verdict }) => verdict === "held").length;
  const all: readonly Line[] = [
    [span(` ${pen.own(termText(rule.decision, pen.lang))} ${pen.own(rule.name)} ${pen.say(rule.title)}`, { bold: true }), span(`  ${times}`, fired?.times === 0 ? { color: "yellow" } : { dim: true })],
    ...(rule.why === null ? [] : plainLines(pen.paragraph(pen.say(rule.why), " "), { dim: true })),
    ...(facts.proofs === undefined ? plainLines([` ${pen.say(words.proving)}`], { dim: true }) : []),
    ...(own?.findings ?? []).flatMap(({ level, message }) => plainLines(pen.paragraph(`${level === "warning" ? "!" : "-"} ${pen.say(message)}`, " "), level === "warning" ? { color: "yellow" } : {})),
    ...claims.filter(({ verdict }) => verdict !== "held").flatMap(({ title, verdict, breaks }) => plainLines(pen.paragraph(`${verdict === "broken" ? (pen.ascii ? "x" : "✗") : "?"} ${pen.say(title)}${breaks[0] === undefined ? "" : `${colon(pen.lang)}${pen.say(breaks[0])}`}`, " "), { color: verdict === "broken" ? "red" : "yellow" })),
    ...(held === 0 ? [] : plainLines([` ${pen.ascii ? "+" : "✓"} ${pen.say({ en: held === 1 ? "1 claim about everybody it decides is proved" : `${held} claims about everybody it decides are proved`, zh: `关于其所涉申请人的 ${held} 条不变量已证明` })}`], { color: "green" })),
    ...survivors.flatMap(({ edit }) => plainLines(pen.paragraph(`~ ${pen.say(survivorSentence(edit))}`, " "), { color: "yellow" })),
  ];
  const room = Math.max(1, Math.floor(layout.body / 3));
  const legend = layout.body < 20 ? [] : plainLines(pen.paragraph(pen.say(marginLegend(pen.ascii)), " "), { dim: true });
  return [...all.slice(0, room), ...legend, acrossLine(pen)];
}

/** What stands left of the lines. */
function marginLegend(ascii: boolean): Text {
  const [both, never] = [ascii ? plainMarks.both : markSigns.both[0], ascii ? plainMarks.never : markSigns.never[0]];
  return { en: `left: times fired; ${both} examples show it true and false, T only true, F only false, ${never} neither; M: shown to decide alone`, zh: `左侧：触发次数；${both} 示例中真假均出现，T 仅为真，F 仅为假，${never} 均未出现；M：已证明单独起作用` };
}

interface Shown {
  readonly account: PolicyAccount;
  readonly rule: RuleAccount;
  readonly text: string;
  readonly facts: RuleFacts;
}

/** The file with its margins: what fired, what the examples cover, the number of the line. */
function fileRows({ pen }: PageContext, { account, rule, text, facts }: Shown): readonly PageRow[] {
  const lines = text.split("\n");
  const marks = marksOf(account.rules.filter(({ file }) => file === rule.file));
  const width = String(lines.length).length;
  return lines.map((line, index): PageRow => {
    const at = index + 1;
    const mark = marks.get(at);
    const own = account.rules.find((each) => each.file === rule.file && each.line === at);
    const fired = own === undefined ? undefined : facts.fired.get(own.name);
    const inside = at >= rule.line && at <= rule.lastLine;
    const [sign, look] = mark === undefined ? [" ", undefined] : markSigns[mark.mark];
    const shown = mark === undefined ? " " : pen.ascii ? plainMarks[mark.mark] : sign;
    return {
      line: [
        span((fired === undefined ? "" : compact(fired.times)).padStart(6), fired?.times === 0 ? { color: "yellow" } : { color: "cyan" }),
        looked(` ${shown}`, look),
        span(mark?.decides === true ? "M" : " ", { color: "green" }),
        span(` ${String(at).padStart(width)} ${inside ? (pen.ascii ? "|" : "┃") : " "}`, { dim: !inside }),
        span(` ${pen.own(line.replaceAll("\t", "  ").replace("\r", ""))}`, { dim: !inside }),
      ],
      heads: own !== undefined,
      keys: { e: { wish: { kind: "edit", file: rule.file, line: at } } },
    };
  });
}

const compact = (times: number): string => (times >= 10_000 ? `${Math.round(times / 1000)}k` : String(times));

/** What the examples show, by line of the file. */
function marksOf(rules: readonly RuleAccount[]): ReadonlyMap<number, LineMark> {
  const lines = new Map(rules.flatMap(({ line, coverage, conditionLines }) => [[`${coverage.pointer}/name`, line] as const, ...coverage.conditions.map(({ pointer }, index) => [pointer, conditionLines[index] ?? line] as const)]));
  return marksByLine(rules.map(({ coverage }) => coverage), (pointer) => lines.get(pointer) ?? 0);
}
