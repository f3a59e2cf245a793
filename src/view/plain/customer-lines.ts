import type { Text } from "../../base/index.ts";
import type { RunReport } from "../../verdict/index.ts";
import { letterOf } from "../pretty/letters.ts";
import { namedFact, lifeSummary, personFacts } from "../screens/life-words.ts";
import type { Life } from "../screens/screen-calls.ts";
import type { Pen } from "../text/pen.ts";
import type { PlainPeople, PlainPolicy } from "./plain-pages.ts";

/** What happened to whom under one policy: for each kind of event the first customers, and the command that tells such a life month by month. */
export function customerLines(report: RunReport, { policy: { name, people }, again }: { readonly policy: PlainPolicy; readonly again: string }, pen: Pen): readonly string[] {
  const policy = report.policies.find((each) => each.name === name);
  if (policy === undefined) return [];
  const colon = pen.lang === "en" ? ": " : "：";
  const head = pen.look("bold", `${pen.say(words.customers)}${colon}${letterOf(report, name)} ${pen.say(policy.title)}`);
  const replay = `${again} --policy ${name}`;
  return [
    head,
    ...people.flatMap((group) => groupLines(report, group, pen)),
    ...pen.paragraph(pen.own(`${pen.say(words.whole)}${colon}${replay} --customer 17`)).map((line) => pen.look("dim", line)),
    ...pen.paragraph(pen.own(`${pen.say(words.others)}${colon}${replay} --where event=closuresRefused --where 'customer.age<25'`)).map((line) => pen.look("dim", line)),
  ];
}

function groupLines(report: RunReport, { title, found, lives }: PlainPeople, pen: Pen): readonly string[] {
  const heading = pen.say(title);
  if (found.kind === "refused") return pen.paragraph(`${heading}${pen.lang === "en" ? ": " : "："}${pen.say(found.why)}`);
  if (found.value.customers.length === 0) return [`${heading}${pen.lang === "en" ? ": " : "："}${pen.say(words.nobody)}`];
  const whole = found.value.next === null;
  const count = pen.say(whole ? { en: `${lives.length} in all`, zh: `共 ${lives.length} 位` } : { en: `the first ${lives.length}`, zh: `前 ${lives.length} 位` });
  return [pen.lang === "en" ? `${heading} (${count})` : `${heading}（${count}）`, ...lives.flatMap((life) => personLines(report, life, pen))];
}

function personLines(report: RunReport, { history, person }: Life, pen: Pen): readonly string[] {
  const [comma, colon] = pen.lang === "en" ? [", ", ": "] : ["，", "："];
  const facts = personFacts(person).map(([name, value]) => namedFact(name, value, pen)).join(comma);
  return pen.paragraph(pen.own(`${pen.say({ en: `customer ${history.customer}`, zh: `客户 ${history.customer}` })}${comma}${facts}${colon}${lifeSummary(history, report.inputs.startDate, pen.lang)}`), "  ");
}

const words = {
  customers: { en: "Customers", zh: "客户" },
  nobody: { en: "nobody in this run", zh: "本次运行中没有" },
  whole: { en: "One life month by month, with the rule behind each decision", zh: "逐月查看一位客户的经历，含每项决策所依据的规则" },
  others: { en: "Somebody by what happened or who she is", zh: "按经历或特征查找客户" },
} as const satisfies Readonly<Record<string, Text>>;
