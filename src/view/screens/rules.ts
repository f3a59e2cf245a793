import { decisionNames } from "../../policy/index.ts";
import { termText } from "../words.ts";
import { acrossLine, atMost, cursorIn, filledTo, found, windowOf, type PageContext, type PageView, type TableRow } from "./context.ts";
import { parameterKeys, parameterLine, shownParameters, writeKeys, type ShownParameter } from "./param-rows.ts";
import type { Target } from "./place.ts";
import { lookOf } from "./policy-look.ts";
import { coveredConditions, firedShare, proofCell, ruleFacts, type RuleFacts } from "./rule-facts.ts";
import type { PolicyAccount, RuleAccount } from "./screen-calls.ts";
import { fit, plainLines, span, type Line } from "./span.ts";
import { trialLines } from "./trial.ts";
import { waitingPage } from "./waiting-page.ts";
import { colon, words } from "./words.ts";

/** What my rules really do: parameters, then every rule with how often it fired, what the examples cover of it, and what is proved. */
export function rulesTab(context: PageContext): PageView {
  const { report, state, pen, layout } = context;
  const index = Math.min(state.policy, report.policies.length - 1);
  const policy = report.policies[index];
  if (policy === undefined) return waitingPage(context, "", { pending: true });
  const other: Target = report.policies.length < 2 ? { why: words.onePolicy } : { policy: (index + 1) % report.policies.length };
  const heard = context.know({ kind: "account", policy: policy.name });
  if (heard.told?.kind !== "account") return { ...waitingPage(context, "", heard), keys: { o: other } };
  const { account } = heard.told;
  const facts = ruleFacts(context, policy);
  const items = itemsOf(context, account);
  const cursor = cursorIn(context, items.length);
  const chosen = items[cursor];
  const pane = paneLines(context, chosen, facts);
  const height = Math.max(1, layout.body - 1 - pane.length);
  const look = lookOf(index);
  const head: Line = [span(fit(` ${look.letter} ${pen.say(policy.title)}`, titleCells(context) + 1, "left", pen.ascii), { color: look.color, bold: true }), span(headText(context, facts), { dim: true })];
  return {
    lines: [head, ...filledTo(windowOf(tableRows(context, items, facts), cursor, height), height), ...pane],
    rows: items.length,
    cursor,
    of: account.parameters.length + account.rules.length,
    groups: items.flatMap((item, at) => (item.kind !== items[at - 1]?.kind || groupOf(item) !== groupOf(items[at - 1]) ? [at] : [])),
    keys: { o: other, m: { mark: `edits:${policy.name}` }, ...writeKeys(state.whatIf), ...keysOf(context, chosen, policy.name) },
    foot: footOf(context, chosen),
  };
}

/** A row: a parameter or a rule. */
type Item = { readonly kind: "parameter"; readonly parameter: ShownParameter } | { readonly kind: "rule"; readonly rule: RuleAccount };

const groupOf = (item: Item | undefined): string => (item?.kind === "rule" ? item.rule.decision : "");

function itemsOf(context: PageContext, { policy, parameters, rules }: PolicyAccount): readonly Item[] {
  const shown = shownParameters(parameters, policy, context.state.whatIf);
  return [
    ...shown.filter(({ name, title }) => found(context, [name, title.en, title.zh])).map((parameter): Item => ({ kind: "parameter", parameter })),
    ...decisionNames.flatMap((decision) => rules.filter((rule) => rule.decision === decision)).filter(({ name, title, decision }) => found(context, [name, title.en, title.zh, decision])).map((rule): Item => ({ kind: "rule", rule })),
  ];
}

function keysOf({ state }: PageContext, item: Item | undefined, policy: string): Readonly<Record<string, Target>> {
  if (item === undefined) return {};
  if (item.kind === "parameter") return parameterKeys(item.parameter, policy, state.whatIf);
  const { name, file, line } = item.rule;
  const go: Target = { go: { kind: "rule", policy, rule: name } };
  return { enter: go, " ": go, e: { wish: { kind: "edit", file, line } } };
}

function footOf({ state }: PageContext, item: Item | undefined): NonNullable<PageView["foot"]> {
  const own: NonNullable<PageView["foot"]> = item?.kind === "parameter" ? [["← →", { en: "change", zh: "改动" }]] : [["m", { en: "try edits", zh: "尝试改动" }]];
  const write: NonNullable<PageView["foot"]> = state.whatIf === null ? [] : [["w W", { en: "write", zh: "写入" }], ["Esc", { en: "drop", zh: "放弃" }]];
  return [...write, ...own, ["e", { en: "editor", zh: "编辑器" }], ["o", { en: "other policy", zh: "换政策" }], ["[ ]", { en: "groups", zh: "分组" }]];
}

const nameCells = 10;

/** On a narrow screen what fired and what is proved stays; the rest is told on the page of the rule. */
const columnsOf = ({ layout }: PageContext): readonly number[] => (layout.columns >= 80 ? columnCells.map((_, at) => at) : [0, 1, 4]);

const titleCells = (context: PageContext): number => Math.max(18, context.layout.columns - 1 - columnsOf(context).reduce((sum, at) => sum + (columnCells[at] ?? 0), 0));

function headText(context: PageContext, facts: RuleFacts): string {
  const { pen } = context;
  const cells = [words.fired, words.ofDecision, words.conditions, words.mcdc, words.proof, facts.edits === undefined ? words.editsOff : words.edits];
  return columnsOf(context).map((at) => fit(pen.say(cells[at] ?? words.fired), columnCells[at] ?? 8, "right", pen.ascii)).join("");
}

const columnCells = [8, 7, 7, 7, 8, 9];

function tableRows(context: PageContext, items: readonly Item[], facts: RuleFacts): readonly TableRow[] {
  const { pen, layout } = context;
  return items.flatMap((item, at): readonly TableRow[] => {
    const before = items[at - 1];
    const begins = before === undefined || before.kind !== item.kind || groupOf(item) !== groupOf(before);
    const title = item.kind === "parameter" ? pen.say(words.parameters) : pen.own(termText(item.rule.decision, pen.lang));
    const heading: readonly TableRow[] = begins ? [{ heads: true, line: [span(title, { bold: true })] }] : [];
    const line = item.kind === "parameter" ? parameterLine(item.parameter, pen, layout.columns) : ruleLine(context, item.rule, facts);
    return [...heading, { at, line }];
  });
}

function ruleLine(context: PageContext, rule: RuleAccount, facts: RuleFacts): Line {
  const { pen } = context;
  const { asked, both, shown } = coveredConditions(rule);
  const fired = facts.fired.get(rule.name);
  const proof = proofCell(facts, rule, pen);
  const survivors = facts.edits?.survivors.filter(({ edit, decision }) => decision === rule.decision && edit.rule === rule.name).length;
  const cells = [
    fired === undefined ? "" : fired.times.toLocaleString("en-US"),
    firedShare(fired),
    `${both}/${asked}`,
    `${shown}/${asked}`,
    proof.text,
    survivors === undefined ? "" : String(survivors),
  ].map((text, at) => fit(text, columnCells[at] ?? 8, "right", pen.ascii));
  const never = fired?.times === 0;
  const shownAt = new Set(columnsOf(context));
  const part = (at: number): string => (shownAt.has(at) ? (cells[at] ?? "") : "");
  return [
    span(fit(` ${pen.own(rule.name)}`, nameCells, "left", pen.ascii), { bold: true }),
    span(fit(` ${pen.say(rule.title)}`, titleCells(context) - nameCells, "left", pen.ascii), { dim: never }),
    span(part(0) + part(1), never ? { color: "yellow" } : {}),
    span(part(2), both < asked ? { color: "yellow" } : { color: "green" }),
    span(part(3), shown < asked ? { color: "yellow" } : { color: "green" }),
    span(part(4), proof.color === undefined ? {} : { color: proof.color }),
    span(part(5), survivors !== undefined && survivors > 0 ? { color: "yellow" } : {}),
  ];
}

/** What is known of the row under the cursor, and what the columns mean. */
function paneLines(context: PageContext, item: Item | undefined, facts: RuleFacts): readonly Line[] {
  const { pen, layout, state } = context;
  const trial = state.whatIf === null ? [] : trialLines(context);
  // On a low screen the line above the keys says what is tried; here stands what came of it.
  if (layout.pane === 0) return trial.length === 0 ? [] : [acrossLine(pen), ...trial.slice(1, 1 + Math.max(1, Math.min(3, layout.body - 6)))];
  const why = item?.kind === "rule" && item.rule.why !== null ? plainLines(pen.paragraph(pen.say(item.rule.why), " ")) : [];
  const proofs = item?.kind === "rule" ? proofLines(context, item.rule, facts) : [];
  const legend = plainLines(pen.paragraph(pen.say(facts.edits === undefined ? words.rulesLegend : words.rulesLegendEdits), " "), { dim: true });
  if (trial.length > 0) return [acrossLine(pen), ...atMost(trial, layout.pane - 1, pen.say(words.more))];
  const parameter = item?.kind === "parameter" ? plainLines(pen.paragraph(pen.own(`${item.parameter.name}${colon(pen.lang)}${item.parameter.title[pen.lang]}`), " "), { color: "cyan" }) : [];
  return [acrossLine(pen), ...atMost([...parameter, ...proofs, ...why], layout.pane - 1 - legend.length, pen.say(words.more)), ...legend].slice(0, layout.pane);
}

function proofLines({ pen }: PageContext, rule: RuleAccount, { proofs }: RuleFacts): readonly Line[] {
  const own = proofs?.rules.find(({ decision, rule: name }) => decision === rule.decision && name === rule.name);
  const broken = (own?.claims ?? []).filter(({ verdict }) => verdict === "broken");
  return [
    ...(own?.findings ?? []).flatMap(({ level, message }) => plainLines(pen.paragraph(`${level === "warning" ? "!" : "-"} ${pen.say(message)}`, " "), level === "warning" ? { color: "yellow" } : {})),
    ...broken.flatMap(({ title }) => plainLines(pen.paragraph(`${pen.ascii ? "x" : "✗"} ${pen.say(title)}`, " "), { color: "red" })),
  ];
}
