import type { Text } from "../../base/index.ts";
import { decisionNames } from "../../policy/index.ts";
import type { RunReport } from "../../verdict/index.ts";
import { factValueText } from "../fact-value.ts";
import { letterOf } from "../pretty/letters.ts";
import { coveredConditions, firedShare, timesFired, type Fired } from "../screens/rule-facts.ts";
import type { PolicyAccount, RuleAccount, RuleClaim, RuleProof, ToldProofs } from "../screens/screen-calls.ts";
import { words as screenWords } from "../screens/words.ts";
import type { Pen } from "../text/pen.ts";
import { termText } from "../words.ts";
import type { PlainPolicy } from "./plain-pages.ts";

/**
 * What the rules of a policy really do: its claims, its parameters, then each rule with how often it fired, what
 * examples cover, and what is proved. Sentences instead of a table: nothing is cut, and it reads aloud.
 */
export function ruleLines(report: RunReport, { name, account, proofs }: PlainPolicy, pen: Pen): readonly string[] {
  const policy = report.policies.find((each) => each.name === name);
  if (policy === undefined) return [];
  const colon = pen.lang === "en" ? ": " : "：";
  const head = pen.look("bold", `${pen.say(words.rules)}${colon}${letterOf(report, name)} ${pen.say(policy.title)}`);
  if (account.kind === "refused") return [head, ...pen.paragraph(pen.say(account.why))];
  const fired = timesFired(policy);
  const told: ToldProofs | undefined = proofs.kind === "done" ? proofs.value : undefined;
  return [
    head,
    ...(proofs.kind === "done" ? claimLines(proofs.value, pen) : pen.paragraph(pen.say(proofs.why))),
    ...parameterLines(account.value, pen),
    ...decisionNames.flatMap((decision) => {
      const rules = account.value.rules.filter((rule) => rule.decision === decision);
      return rules.length === 0 ? [] : [pen.own(`${termText(decision, pen.lang)}${colon.trimEnd()}`), ...rules.flatMap((rule) => oneRule(rule, { fired: fired.get(rule.name), proof: proofOf(rule, told) }, pen))];
    }),
    ...pen.paragraph(pen.say(words.legend)).map((line) => pen.look("dim", line)),
    ...pen.paragraph(pen.own(`${pen.say(words.edits)}${colon}policy-bench mutate ${name}`)).map((line) => pen.look("dim", line)),
  ];
}

/** The claims about the policy: how many hold, and each that does not, once. */
function claimLines({ rules, verdicts: { held, broken, undecided } }: ToldProofs, pen: Pen): readonly string[] {
  const counts = pen.say({ en: `Claims: ${held} proved, ${broken} broken, ${undecided} undecided.`, zh: `不变量：已证明 ${held} 条，不成立 ${broken} 条，无法判定 ${undecided} 条。` });
  const open = new Map<string, RuleClaim>();
  for (const { claims } of rules) {
    for (const claim of claims) {
      const known = open.get(claim.name);
      if (claim.verdict !== "held" && (known === undefined || known.breaks.length < claim.breaks.length)) open.set(claim.name, claim);
    }
  }
  return [...pen.paragraph(counts), ...[...open.values()].flatMap((claim) => openClaim(claim, pen))];
}

function openClaim({ name, title, verdict, breaks, accepted }: RuleClaim, pen: Pen): readonly string[] {
  const colon = pen.lang === "en" ? ": " : "：";
  const parts = [
    `${pen.say(verdict === "broken" ? words.broken : words.open)}${colon}${pen.own(name)} ${pen.say(title)}`,
    ...(breaks[0] === undefined ? [] : [`${pen.say(words.example)}${colon}${pen.say(breaks[0])}`]),
    ...(accepted === undefined ? [] : [`${pen.say(words.accepted)}${colon}${pen.say(accepted)}`]),
  ];
  return parts.flatMap((part, at) => pen.paragraph(part, at === 0 ? "  " : "    "));
}

function parameterLines({ parameters }: PolicyAccount, pen: Pen): readonly string[] {
  if (parameters.length === 0) return [];
  const colon = pen.lang === "en" ? ": " : "：";
  const lines = parameters.flatMap(({ name, title, value, min, max, step, file, line }) => {
    const say = (each: number): string => pen.own(factValueText(name, each, pen));
    const domain = pen.say({ en: ` (${say(min)} to ${say(max)} by ${say(step)}), `, zh: `（${say(min)} 至 ${say(max)}，步长 ${say(step)}），` });
    return pen.paragraph(`${pen.say(title)}${colon}${say(value)}${domain}${pen.own(`${name}, ${file}:${line}`)}`, "  ");
  });
  return [`${pen.say(screenWords.parameters)}${colon.trimEnd()}`, ...lines];
}

const proofOf = (rule: RuleAccount, told: ToldProofs | undefined): RuleProof | undefined => told?.rules.find((each) => each.decision === rule.decision && each.rule === rule.name);

interface KnownOfRule {
  readonly fired: Fired | undefined;
  readonly proof: RuleProof | undefined;
}

function oneRule(rule: RuleAccount, { fired, proof }: KnownOfRule, pen: Pen): readonly string[] {
  const { both, shown, asked } = coveredConditions(rule);
  const comma = pen.lang === "en" ? "; " : "；";
  const parts = [
    ...(fired === undefined ? [] : [pen.say(firedText(fired))]),
    pen.say({ en: `${both} of ${asked} conditions seen true and false, ${shown} seen to decide`, zh: `${asked} 项条件中 ${both} 项真假均出现、${shown} 项单独起作用` }),
    ...provedText(proof, pen),
  ];
  const findings = (proof?.findings ?? []).flatMap(({ level, message }) => pen.paragraph(`${pen.say(level === "warning" ? words.finding : words.note)}${pen.say(message)}`, "    "));
  return [
    ...pen.paragraph(`${pen.own(rule.name)} ${pen.say(rule.title)}`, "  ").map((line) => pen.look("bold", line)),
    ...pen.paragraph(parts.join(comma), "    "),
    ...findings,
    ...(rule.why === null ? [] : pen.paragraph(pen.say(rule.why), "    ").map((line) => pen.look("dim", line))),
    ...pen.paragraph(pen.own(`${rule.file}:${rule.line}`), "    ").map((line) => pen.look("dim", line)),
  ];
}

function firedText(fired: Fired): Text {
  const [times, share] = [fired.times.toLocaleString("en-US"), firedShare(fired)];
  if (fired.times === 0) return { en: "never fired in this run", zh: "本次运行中从未触发" };
  const often = fired.times === 1 ? "once" : `${times} times`;
  return { en: `fired ${often}, ${share} of this decision's matches`, zh: `触发 ${times} 次，占该决策命中的 ${share}` };
}

function provedText(proof: RuleProof | undefined, pen: Pen): readonly string[] {
  const count = (verdict: string): number => proof?.claims.filter((claim) => claim.verdict === verdict).length ?? 0;
  const parts: readonly (readonly [number, Text])[] = [
    [count("held"), { en: "proved", zh: "条已证明" }],
    [count("broken"), { en: "broken", zh: "条不成立" }],
    [count("undecided"), { en: "undecided", zh: "条无法判定" }],
  ];
  const told = parts.flatMap(([times, title]) => (times === 0 ? [] : [`${times} ${pen.say(title)}`]));
  if (told.length === 0) return [];
  return [pen.lang === "en" ? `claims about those it decides: ${told.join(", ")}` : `关于其所涉申请人的不变量：${told.join("，")}`];
}

const words = {
  rules: { en: "Rules", zh: "规则" },
  broken: { en: "Broken", zh: "不成立" },
  open: { en: "Undecided", zh: "无法判定" },
  example: { en: "For example", zh: "例如" },
  accepted: { en: "Accepted", zh: "已接受" },
  finding: { en: "Finding: ", zh: "发现：" },
  note: { en: "Note: ", zh: "提示：" },
  legend: {
    en: "Fired: in this run. Conditions: what the examples beside the rules show of them. Claims: proved for every possible applicant, or broken by somebody.",
    zh: "触发：指本次运行。条件：规则所附示例所能证明者。不变量：对所有可能的申请人均已证明，或存在不成立者。",
  },
  edits: { en: "Small edits that no example notices", zh: "示例未能发现的小改动" },
} as const satisfies Readonly<Record<string, Text>>;
