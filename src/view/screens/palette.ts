import type { Text } from "../../base/index.ts";
import { measures } from "../../statistics/index.ts";
import { groupTitles } from "../words.ts";
import { filledTo, windowOf, type PageContext, type PageView } from "./context.ts";
import { filters } from "./people-filters.ts";
import { curveKinds, curveTitles } from "./curves.ts";
import { fuzzyScore } from "./fuzzy.ts";
import { writeKeys } from "./param-rows.ts";
import type { Target } from "./place.ts";
import { lookOf } from "./policy-look.ts";
import { fit, span, type Line } from "./span.ts";
import { words as screenWords } from "./words.ts";
import { tabQuestions, tabs, tabTitles } from "./tabs.ts";

/** Something the palette leads to. */
interface Entry {
  readonly title: Text;
  /** What kind of thing it is, or more words of it. */
  readonly kind: Text;
  /** A name that is the same in every language: of a measure, a rule, a law rule. */
  readonly id: string;
  readonly target: Target;
}

/** Everything there is to go to or to do, narrowed to what contains the letters typed, the best match first. */
export function palette(context: PageContext): PageView {
  const { state, pen, layout } = context;
  const wanted = state.typed.trim();
  const entries = entriesOf(context);
  const matched = wanted === "" ? entries : ranked(entries, wanted);
  const cursor = Math.max(0, Math.min(matched.length - 1, state.picked));
  const chosen = matched[cursor];
  const kindCells = Math.min(40, Math.floor(layout.columns * 0.35));
  const rows = matched.map(({ title, kind, id }, at) => ({
    at,
    line: [
      span(fit(` ${pen.say(title)}${id === "" ? "" : `  ${pen.own(id)}`}`, layout.columns - 2 - kindCells, "left", pen.ascii)),
      span(fit(` ${pen.say(kind)}`, kindCells, "left", pen.ascii), { dim: true }),
    ],
  }));
  const head: Line = [span(` : ${pen.own(state.typed)}_`, { color: "yellow", bold: true }), span(`   ${pen.say({ en: "type a few letters of anything", zh: "输入任意内容的几个字母" })}`, { dim: true })];
  const none: Line = [span(` ${pen.say({ en: "nothing is called that", zh: "没有匹配项" })}`)];
  return {
    lines: [head, ...filledTo(matched.length === 0 ? [none] : windowOf(rows, cursor, layout.body - 1), layout.body - 1)],
    rows: matched.length,
    cursor,
    of: entries.length,
    keys: chosen === undefined ? {} : { enter: chosen.target },
  };
}

/** Those that match, best first; equal ones keep their order. */
function ranked(entries: readonly Entry[], wanted: string): readonly Entry[] {
  const scored = entries.flatMap((entry, at) => {
    const score = Math.max(...[entry.title.en, entry.title.zh, entry.id].map((text) => fuzzyScore(wanted, text)), fuzzyScore(wanted, `${entry.title.en} ${entry.kind.en}`) - 1);
    return score > 0 ? [{ entry, score, at }] : [];
  });
  return scored.toSorted((a, b) => b.score - a.score || a.at - b.at).map(({ entry }) => entry);
}

const words = {
  tab: { en: "tab", zh: "页签" },
  action: { en: "action", zh: "操作" },
  people: { en: "people", zh: "客户" },
  curve: { en: "curve", zh: "曲线" },
  rules: { en: "rules", zh: "规则" },
} as const satisfies Readonly<Record<string, Text>>;

function entriesOf(context: PageContext): readonly Entry[] {
  return [
    ...tabs.map((tab): Entry => ({ title: tabTitles[tab], kind: tabQuestions[tab], id: "", target: { tab } })),
    ...actionsOf(context),
    ...policyEntries(context),
    ...filters.slice(1).map(({ title }, at): Entry => ({ title, kind: words.people, id: "", target: { tab: "customer", filter: at + 1 } })),
    ...curveKinds.map((kind, curve): Entry => ({ title: curveTitles[kind], kind: words.curve, id: "", target: { tab: "default", curve } })),
    ...measures.map(({ name, title, group }): Entry => ({ title, kind: groupTitles[group], id: name, target: { tab: "overview", go: { kind: "measure", name } } })),
    ...(context.report.policies[0]?.laws ?? []).map(({ id, title, citation }): Entry => ({ title, kind: citation, id, target: { tab: "compliance", go: { kind: "law", id } } })),
    ...ruleEntries(context),
  ];
}

function actionsOf({ state }: PageContext): readonly Entry[] {
  const { w, W } = writeKeys(state.whatIf);
  return [
    { title: { en: "about this run", zh: "本次运行" }, kind: words.action, id: "i", target: { overlay: "about" } },
    { title: { en: "help", zh: "帮助" }, kind: words.action, id: "?", target: { overlay: "help" } },
    { title: { en: "write the reports: an HTML page to hand over", zh: "写出报告：可交付的 HTML 页面" }, kind: words.action, id: "r", target: { wish: { kind: "report", whatIf: state.whatIf !== null } } },
    ...(w === undefined ? [] : [{ title: { en: "write the what-if into the policy", zh: "将假设改动写入政策" }, kind: words.action, id: "w", target: w }]),
    ...(W === undefined ? [] : [{ title: { en: "write the what-if as a new policy", zh: "将假设改动另存为新政策" }, kind: words.action, id: "W", target: W }]),
    ...(state.whatIf === null ? [] : [{ title: { en: "drop the what-if", zh: "放弃假设改动" }, kind: words.action, id: "", target: { whatIf: null } }]),
  ];
}

function policyEntries({ report }: PageContext): readonly Entry[] {
  return report.policies.flatMap(({ name, title }, policy): readonly Entry[] => {
    const { letter } = lookOf(policy);
    const of = (what: Text): Text => ({ en: `${letter} ${title.en}: ${what.en}`, zh: `${letter} ${title.zh}：${what.zh}` });
    return [
      { title: of(words.rules), kind: words.tab, id: name, target: { tab: "rules", policy } },
      { title: of(words.people), kind: words.tab, id: name, target: { tab: "customer", policy } },
      { title: of(screenWords.bucketMonths), kind: words.curve, id: name, target: { tab: "default", go: { kind: "bucket-months", policy: name } } },
      { title: of(tabTitles["trade-offs"]), kind: words.tab, id: name, target: { tab: "trade-offs", go: { kind: "standing", policy: name } } },
    ];
  });
}

function ruleEntries(context: PageContext): readonly Entry[] {
  return context.report.policies.flatMap(({ name: policy, title: whose }): readonly Entry[] => {
    const { told } = context.know({ kind: "account", policy });
    if (told?.kind !== "account") return [];
    return told.account.rules.map(({ name, title }): Entry => ({ title, kind: whose, id: name, target: { tab: "rules", go: { kind: "rule", policy, rule: name } } }));
  });
}
