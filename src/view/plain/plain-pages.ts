import type { Text } from "../../base/index.ts";
import type { RunReport } from "../../verdict/index.ts";
import type { Answer, FoundCustomers, Life, PolicyAccount, ToldProofs } from "../screens/screen-calls.ts";
import type { TextOptions } from "../text/options.ts";
import { penOf } from "../text/pen.ts";
import { customerLines } from "./customer-lines.ts";
import { curveLines } from "./curve-lines.ts";
import { ruleLines } from "./rule-lines.ts";

/** What was looked up about one policy for the linear pages. */
export interface PlainPolicy {
  readonly name: string;
  readonly account: Answer<PolicyAccount>;
  readonly proofs: Answer<ToldProofs>;
  readonly people: readonly PlainPeople[];
}

/** The first customers to whom something happened; `found.next` is null where there are no more. */
export interface PlainPeople {
  readonly title: Text;
  readonly where: readonly string[];
  readonly found: Answer<FoundCustomers>;
  readonly lives: readonly Life[];
}

/** What the linear pages are of, and the command that replays a customer of the run. */
export interface PlainRequest {
  readonly report: RunReport;
  readonly policies: readonly PlainPolicy[];
  readonly again: string;
}

/** What the screen has and the summary has not, as linear text: the vintage curves, the rules, and the customers. */
export function plainPages({ report, policies, again }: PlainRequest, options: TextOptions): string {
  const pen = penOf(options);
  const sections = [curveLines(report, pen), ...policies.map((policy) => ruleLines(report, policy, pen)), ...policies.map((policy) => customerLines(report, { policy, again }, pen))];
  return `${sections.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
