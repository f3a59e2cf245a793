import type { RunReport } from "../../verdict/index.ts";
import type { Look, Pen } from "../text/pen.ts";
import { verdictWords } from "../words.ts";
import { words } from "./words.ts";

const looks: Readonly<Record<keyof typeof verdictWords, Look>> = { held: "green", broken: "red", undecided: "yellow" };

/** Each claim with its verdict and its evidence. */
export function expectationLines(report: RunReport, pen: Pen): readonly string[] {
  if (report.expectations.length === 0) return [];
  const lines = report.expectations.flatMap(({ name, policy, measure, verdict, evidence }) => {
    const text = `${pen.own(name)} (${pen.own(policy)}, ${pen.own(measure)}): ${pen.say(evidence)}`;
    return [pen.look(looks[verdict], pen.say(verdictWords[verdict])), ...pen.paragraph(text, "  ")];
  });
  return [pen.look("bold", pen.say(words.expectations)), ...lines];
}
