import type { RunReport } from "../../verdict/index.ts";
import { counted } from "../text/counted.ts";
import { switchSentence } from "../switch-words.ts";
import type { Pen } from "../text/pen.ts";
import { roleWords, termText } from "../words.ts";
import { letterAt } from "./letters.ts";
import { words } from "./words.ts";

/** What ran: the scenario, its inputs, and the letter of each policy. */
export function headerLines(report: RunReport, pen: Pen): readonly string[] {
  const { inputs } = report;
  const list = (names: readonly string[]): string => (names.length === 0 ? pen.say(words.none) : names.map(pen.own).join(", "));
  const size =
    pen.lang === "en"
      ? `${counted(inputs.customers, "customer", "en")}, ${counted(inputs.months, "month", "en")} from ${pen.own(inputs.startDate)}`
      : `${counted(inputs.customers, "customer", "zh")}，${counted(inputs.months, "month", "zh")}，起始 ${pen.own(inputs.startDate)}`;
  const named = (word: "seed" | "lender" | "environment" | "assumptions" | "population", value: string): string =>
    `${pen.say(words[word])} ${pen.own(value)}`;
  const facts = [
    size,
    named("population", inputs.population),
    named("environment", inputs.environment),
    named("lender", termText(inputs.lender, pen.lang)),
    named("assumptions", inputs.assumptions),
    `${pen.say(words.laws)} ${list(inputs.laws)}`,
    named("seed", inputs.seed),
    ...(inputs.switch === null ? [] : [pen.own(switchSentence(report, pen.lang) ?? "")]),
    ...(inputs.replications > 1 ? [`${inputs.replications} ${pen.say(words.replications)}`] : []),
  ];
  return [
    pen.look("bold", `${pen.say(inputs.title)} (${pen.own(inputs.scenario)})`),
    ...pen.paragraph(facts.join(pen.lang === "en" ? "; " : "；")).map((line) => pen.look("dim", line)),
    ...report.policies.flatMap((policy, index) =>
      pen.paragraph(`${letterAt(index)} ${pen.own(policy.name)}: ${pen.say(policy.title)} (${pen.say(roleWords[policy.role])})`),
    ),
  ];
}
