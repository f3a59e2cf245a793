import type { FoundCustomers } from "./screen-calls.ts";
import { whereText } from "./behind.ts";
import { peopleMost, type Heard } from "./asks.ts";
import { filledTo, windowOf, type PageContext, type PageView, type TableRow } from "./context.ts";
import { factText, lifeSummary, personFacts } from "./life-words.ts";
import type { Place, Target } from "./place.ts";
import { otherPolicy, policyNamed } from "./policy-look.ts";
import { fit, plainLines, span, type Line } from "./span.ts";
import { colon, words } from "./words.ts";

/** Whom a list is of. */
export interface Whom {
  readonly policy: string;
  readonly where: readonly string[];
}

/** The people behind a number. */
export function peoplePage(context: PageContext, place: Extract<Place, { kind: "people" }>): PageView {
  const { pen, report } = context;
  const other = otherPolicy(report, place.policy);
  const list = peopleList(context, place, context.layout.body - 1);
  // What narrows a list is typed on the Customer tab: these people are looked for there, too.
  const narrow: Target = { tab: "customer", policy: Math.max(0, policyNamed(report, place.policy).index), filter: 0, find: `${place.where.join(" ")} ` };
  const keys: Readonly<Record<string, Target>> = { ...list.keys, "/": narrow, o: other === undefined ? { why: words.onePolicy } : { turn: { ...place, policy: other } } };
  const text = pen.own(whereText(place.where, pen.lang));
  return { ...list, crumb: `${pen.say(words.people)}${colon(pen.lang)}${text} (${policyNamed(report, place.policy).letter})`, keys, foot: [["Enter", { en: "her life", zh: "查看经历" }], ["o", { en: "under the other policy", zh: "换政策" }], ["/", { en: "narrow", zh: "缩小范围" }]] };
}

/** A list of people, by number, each with what her life came to. Lives are only looked up for those in sight. */
export function peopleList(context: PageContext, { policy, where }: Whom, height: number): PageView {
  const { report, pen } = context;
  const heard = context.know({ kind: "people", policy, where });
  const found = heard.told?.kind === "people" ? heard.told.found : undefined;
  const people = found?.customers ?? [];
  const cursor = Math.max(0, Math.min(people.length - 1, context.cursor ?? 0));
  const { letter, color, title } = policyNamed(report, policy);
  const head: Line = [span(` ${letter} ${pen.say(title)}${colon(pen.lang)}`, { color, bold: true }), span(`${pen.own(whereText(where, pen.lang))}  `), span(progressText(context, heard, found), { dim: true })];
  const room = Math.max(1, height - 1);
  const window = windowOf(people.map((customer, at): TableRow => ({ at, line: [span(fit(` ${customer}`, 9))] })), cursor, room);
  const from = Math.max(0, Math.min(cursor - Math.floor(room / 2), people.length - room));
  const lines = window.map((line, at) => personLine(context, { line, policy, customer: people[from + at] ?? 0 }));
  const chosen = people[cursor];
  const enter: Target | undefined = chosen === undefined ? undefined : { go: { kind: "person", policy, customer: chosen, ...aboutOf(where) } };
  const none = people.length > 0 || heard.pending ? [] : plainLines(pen.paragraph(heard.told?.kind === "refused" ? pen.say(heard.told.why).replace(/^--where[:：]?\s*/u, "") : pen.say(words.nobody), " "));
  return {
    lines: [head, ...filledTo([...lines, ...none], room)],
    rows: people.length,
    cursor,
    of: people.length,
    keys: enter === undefined ? (heard.pending ? waitingKeys : {}) : { enter, " ": enter },
  };
}

const still: Target = { why: words.stillLooking };
const waitingKeys = { enter: still, " ": still };

/** What happened to her that she was found by; nothing where she was found by who she is. */
function aboutOf(where: readonly string[]): { readonly about?: string } {
  const about = where.find((one) => /^(?:event|decision|rule|law)=/u.test(one));
  return about === undefined ? {} : { about };
}

function progressText({ pen, report }: PageContext, { pending }: Heard, found: FoundCustomers | undefined): string {
  const count = found?.customers.length ?? 0;
  const of = report.inputs.customers.toLocaleString("en-US");
  if (found?.next === null) return pen.say({ en: `${count} of ${of} customers`, zh: `${of} 位客户中 ${count} 位` });
  if (!pending && count >= peopleMost) return pen.say({ en: `the first ${count}; narrow it with /`, zh: `仅列前 ${count} 位；可按 / 缩小范围` });
  const percent = Math.floor(((found?.next ?? 0) / Math.max(1, report.inputs.customers)) * 100);
  return pending ? pen.say({ en: `${count} so far, ${percent} % looked at…`, zh: `已找到 ${count} 位，已查 ${percent} %……` }) : "";
}

/** Facts that a row of a list has room for. */
const listed: ReadonlySet<string> = new Set(["customer.age", "customer.cityTier", "customer.incomeMonthlyFen"]);

/** A row with what her life came to, once that is known. */
function personLine(context: PageContext, { line, policy, customer }: { readonly line: Line; readonly policy: string; readonly customer: number }): Line {
  const { pen, report, layout } = context;
  const { told } = context.know({ kind: "life", policy, customer });
  if (told?.kind !== "life") return [...line, span(pen.ascii ? "..." : "…", { dim: true })];
  const { history, person } = told.life;
  const inverse = line.at(-1)?.inverse === true;
  const cells = layout.columns >= 100 ? 38 : 0;
  const facts = personFacts(person).filter(([name]) => listed.has(name)).map(([name, value]) => factText(name, value, pen)).join(pen.lang === "en" ? ", " : "，");
  const summary = lifeSummary(history, report.inputs.startDate, pen.lang);
  return [...line, ...(cells === 0 ? [] : [span(`${fit(pen.own(facts), cells - 1, "left", pen.ascii)} `, { inverse, dim: !inverse })]), span(fit(pen.own(summary), Math.max(10, layout.columns - 11 - cells), "left", pen.ascii), { inverse })];
}
