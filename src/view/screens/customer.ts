import type { Text } from "../../base/index.ts";
import type { PageContext, PageView } from "./context.ts";
import { filters } from "./people-filters.ts";
import { peopleList } from "./people.ts";
import type { Target } from "./place.ts";
import { lookOf } from "./policy-look.ts";
import { blank, plainLines, span, type Line } from "./span.ts";
import { words } from "./words.ts";

/** What happened to her: find a person by number, by a condition, or by what happened; Enter tells her life. */
export function customerTab(context: PageContext): PageView {
  const { report, state, layout } = context;
  const index = Math.min(state.policy, report.policies.length - 1);
  const policy = report.policies[index];
  if (policy === undefined) return { lines: [], rows: 0, cursor: 0, of: 0 };
  const chosen = state.filter % filters.length;
  const filter = filters[chosen];
  // While it is typed nothing is looked for: every letter would begin another search.
  const written = state.typing === "find" ? "" : context.find;
  const number = customerNumber(written);
  const keys: Readonly<Record<string, Target>> = {
    o: report.policies.length < 2 ? { why: words.onePolicy } : { policy: (index + 1) % report.policies.length },
    f: { filter: (state.filter + 1) % filters.length },
    F: { filter: (state.filter + filters.length - 1) % filters.length },
  };
  const above = [filterLine(context), hintLine(context)];
  const foot = [["f", { en: "filter", zh: "筛选" }], ...(chosen === 0 ? [] : [["Esc", { en: "everybody", zh: "全部" }] as const]), ["o", { en: "other policy", zh: "换政策" }]] as const;
  if (number !== undefined) return { ...numbered(context, { number, policy: policy.name, above, keys }), foot };
  const where = [...(filter?.where ?? []), ...conditionsOf(written)];
  const list = peopleList(context, { policy: policy.name, where }, layout.body - above.length);
  return { ...list, of: report.inputs.customers, lines: [...above, ...list.lines], keys: { ...keys, ...list.keys }, foot };
}

/** The filters, the chosen one in brackets. */
function filterLine({ state, pen }: PageContext): Line {
  const chosen = state.filter % filters.length;
  const parts = filters.map(({ title }, at) => (at === chosen ? span(`[${pen.say(title)}]`, { inverse: true, bold: true }) : span(` ${pen.say(title)} `, { dim: true })));
  // The chosen filter stays in sight where there is not room for all.
  return [span(" "), ...parts.slice(Math.max(0, chosen - 3))];
}

function hintLine({ report, state, pen }: PageContext): Line {
  const look = lookOf(Math.min(state.policy, report.policies.length - 1));
  return [span(` ${pen.say(hint)}`.slice(0, 400), state.typing === "find" ? { color: look.color } : { dim: true })];
}

const hint: Text = {
  en: "/ a number, or conditions: customer.age<20 event=discovered decision=closure:refuse rule=… law=…",
  zh: "/ 输入客户编号或条件：customer.age<20 event=discovered decision=closure:refuse rule=… law=…",
};

/** A customer's number, as people write it. */
function customerNumber(written: string): number | undefined {
  const digits = /^\s*#?(\d{1,9})\s*$/u.exec(written)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** Conditions apart: each begins with its own word. */
export function conditionsOf(written: string): readonly string[] {
  return written.trim() === "" ? [] : written.trim().split(/[\s,，]+(?=[A-Za-z][\w.-]*\s*(?:<=|>=|!=|=|<|>))/u);
}

interface Numbered {
  readonly number: number;
  readonly policy: string;
  readonly above: readonly Line[];
  readonly keys: Readonly<Record<string, Target>>;
}

/** One person by her number. */
function numbered({ report, pen }: PageContext, { number, policy, above, keys }: Numbered): PageView {
  const last = report.inputs.customers - 1;
  if (number > last) return { lines: [...above, ...plainLines([` ${pen.say({ en: `customers have the numbers 0 to ${last}`, zh: `客户编号为 0 到 ${last}` })}`])], rows: 0, cursor: 0, of: report.inputs.customers, keys };
  const enter: Target = { go: { kind: "person", policy, customer: number } };
  const line: Line = [span(">", { inverse: true, bold: true }), span(pen.say({ en: `customer ${number}`, zh: `客户 ${number}` }), { inverse: true })];
  return { lines: [...above, blank, line], rows: 1, cursor: 0, of: report.inputs.customers, keys: { ...keys, enter, " ": enter } };
}
