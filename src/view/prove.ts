import type { Level, Text, Verdict } from "../base/index.ts";
import type { Region, RuleFinding } from "../proof/index.ts";
import { factValueText } from "./fact-value.ts";
import type { TextOptions } from "./text/options.ts";
import { penOf, type Look, type Pen } from "./text/pen.ts";
import { termText } from "./words.ts";

/** Applicants who break a claim, as they are told. */
export interface ToldCounterexample {
  /** `enrolment@application`. */
  readonly moments: readonly string[];
  /** The rules that decided. */
  readonly because: readonly string[];
  readonly region?: Region;
  readonly departures: Readonly<Record<string, unknown>>;
  readonly outcomes: readonly { readonly type: string; readonly params: Readonly<Record<string, unknown>> }[];
  readonly second?: { readonly fact: string; readonly value: unknown; readonly outcomes: ToldCounterexample["outcomes"] };
  /** `confirmed`: json-rules-engine matches the same rules; `facts-missing`: it cannot be asked about missing facts. */
  readonly replay: "confirmed" | "facts-missing";
  readonly share?: { readonly count: number; readonly of: number; readonly low: number; readonly high: number };
  /** Why the policy may break the claim here. */
  readonly accepted?: Text;
}

/** A proved repair: the edit, and how many customers it decides differently. */
export interface ToldRepair {
  /** As `--apply` takes it. */
  readonly number: number;
  readonly file: string;
  readonly about: string;
  readonly title: Text;
  readonly touched: { readonly count: number; readonly of: number; readonly low: number; readonly high: number; readonly others: number };
}

/** One claim and what became of it. */
export interface ToldClaim {
  readonly name: string;
  readonly title: Text;
  readonly kind: string;
  readonly level: Level;
  readonly serves: readonly string[];
  readonly verdict: Verdict;
  readonly vacuous: boolean;
  readonly why?: Text;
  readonly milliseconds: number;
  readonly counterexamples: readonly ToldCounterexample[];
  /** Why the policy may break it, wherever it does. */
  readonly accepted?: Text;
  /** It holds, and an exception says that it need not. */
  readonly exceptionUnused?: true;
  /** Where they were asked for. */
  readonly repairs?: readonly ToldRepair[];
}

/** Everything proved about one policy. */
export interface ProofReport {
  readonly policy: string;
  readonly claims: readonly ToldClaim[];
  readonly findings: readonly RuleFinding[];
  readonly milliseconds: number;
  /** Whose share is told. */
  readonly population?: { readonly profile: string; readonly customers: number };
}

const words = {
  held: { en: "proved for all applicants", zh: "对所有申请人成立（已证明）" },
  undecided: { en: "undecided", zh: "无法判定" },
  every: { en: "for every applicant with", zh: "适用于所有满足下列条件的申请人：" },
  everybody: { en: "for every applicant", zh: "适用于所有申请人" },
  ordinary: { en: "e.g. an ordinary applicant", zh: "例如：一位普通申请人" },
  but: { en: ", but ", zh: "，但 " },
  alike: { en: "all else equal, with", zh: "其他条件相同，但" },
  of: { en: "of the simulated population", zh: "的模拟客户" },
  given: { en: "all else as in the example", zh: "其余同示例" },
  accepted: { en: "accepted", zh: "已接受" },
  unneeded: { en: "its exception is no longer needed: take it out, so that a new break is told", zh: "不再需要该例外：请删除，以便今后违反时能被发现" },
  missing: { en: "missing", zh: "缺失" },
  repair: { en: "proved repair", zh: "已证明的修复" },
  noRepair: { en: "no single edit was found that proves it and breaks no proved claim", zh: "未找到可证明该不变量且不破坏其他不变量的单处改动" },
  nobody: { en: "changes no simulated customer", zh: "不改变任何模拟客户的决定" },
  nobodyElse: { en: "changes nobody else", zh: "不影响其他客户" },
  unreplayed: { en: "not put to json-rules-engine, since a fact is missing", zh: "因事实缺失，未交由 json-rules-engine 复核" },
  clean: { en: "every rule can decide, none contradicts another", zh: "每条规则都可能起作用，且互不矛盾" },
} as const;

/** Claims, each with its verdict and a counterexample, then what the rules say about themselves. */
export function prove(reports: readonly ProofReport[], options: TextOptions): string {
  const pen = penOf(options);
  return reports.map((report) => reportText(report, pen)).join("\n");
}

function reportText(report: ProofReport, pen: Pen): string {
  const lines = [pen.look("bold", pen.own(report.policy)), ...report.claims.flatMap((claim) => claimLines(claim, pen)), ...findingLines(report.findings, pen), countLine(report, pen)];
  return `${lines.join("\n")}\n`;
}

function mark(verdict: Verdict, pen: Pen): string {
  if (verdict === "held") return pen.look("green", pen.ascii ? "+" : "✓");
  return verdict === "broken" ? pen.look("red", pen.ascii ? "x" : "✗") : pen.look("yellow", "?");
}

function claimLines(claim: ToldClaim, pen: Pen): readonly string[] {
  const head = `${claim.accepted === undefined ? mark(claim.verdict, pen) : pen.look("yellow", "~")} ${pen.say(claim.title)}`;
  if (claim.verdict === "held") {
    const line = `${head}  ${pen.look("dim", `${pen.own(claim.name)} ${pen.say(words.held)}, ${timeText(claim.milliseconds)}`)}`;
    return claim.exceptionUnused === true ? [line, ...pen.paragraph(pen.say(words.unneeded), "  ")] : [line];
  }
  if (claim.verdict === "undecided") {
    return [`${head}  ${pen.look("dim", pen.own(claim.name))}`, ...pen.paragraph(`${pen.say(words.undecided)}: ${claim.why === undefined ? "" : pen.say(claim.why)}`, "  ")];
  }
  return [`${head}  ${pen.look("dim", pen.own(claim.name))}`, ...claim.counterexamples.flatMap((one) => counterexampleLines(one, pen)), ...repairLines(claim.repairs, pen)];
}

function repairLines(repairs: readonly ToldRepair[] | undefined, pen: Pen): readonly string[] {
  if (repairs === undefined) return [];
  if (repairs.length === 0) return [`  ${pen.say(words.noRepair)}`];
  return repairs.flatMap(({ number, about, title, touched }) => pen.paragraph(`${pen.say(words.repair)} ${number}: ${pen.own(about)} ${pen.say(title)} (${touchedText(touched, pen)})`, "  "));
}

function touchedText({ count, of, low, high, others }: ToldRepair["touched"], pen: Pen): string {
  if (of === 0 || count === 0) return pen.say(words.nobody);
  if (others === 0) return pen.say(words.nobodyElse);
  const share = `${((count / of) * 100).toFixed(1)} %; 95 %: ${(low * 100).toFixed(1)}–${(high * 100).toFixed(1)} %`;
  return pen.lang === "en" ? `decides ${count} of ${of} simulated customers differently, ${others} of them did not break the claim; ${share}` : `${of} 位模拟客户中 ${count} 位的决定改变，其中 ${others} 位原本未违反；${share}`;
}

function counterexampleLines(one: ToldCounterexample, pen: Pen): readonly string[] {
  const rules = one.because.length === 0 ? "" : ` ${pen.own(one.because.join(", "))}`;
  const where = `${pen.own(one.moments.join(" + "))}${rules}`;
  const region = one.region === undefined ? [] : pen.paragraph(one.region.length === 0 ? pen.say(words.everybody) : `${pen.say(words.every)} ${regionText(one.region, pen)}`, "    ");
  const example = `${pen.say(words.ordinary)}${departuresText(one.departures, pen)} → ${one.outcomes.map((outcome) => outcomeText(outcome, pen)).join("; ")}`;
  const second = one.second;
  const other = second === undefined ? "" : `; ${pen.say(words.alike)} ${pen.own(second.fact)} = ${pen.own(factValueText(second.fact, second.value, pen))} → ${second.outcomes.map((outcome) => outcomeText(outcome, pen)).join("; ")}`;
  const accepted = one.accepted === undefined ? [] : pen.paragraph(`${pen.say(words.accepted)}: ${pen.say(one.accepted)}`, "    ");
  return [
    `  ${pen.look("bold", where)}`,
    ...accepted,
    ...region,
    ...pen.paragraph(`${example}${other}`, "    "),
    ...(one.share === undefined ? [] : [`    ${shareText(one.share, pen)}`]),
    ...(one.replay === "confirmed" ? [] : [`    ${pen.look("dim", pen.say(words.unreplayed))}`]),
  ];
}

/** How an applicant departs from the typical one, in words. */
export function departuresText(departures: Readonly<Record<string, unknown>>, pen: Pen): string {
  const list = Object.entries(departures).map(([fact, value]) => `${pen.own(fact)} = ${pen.own(factValueText(fact, value, pen))}`);
  return list.length === 0 ? "" : `${pen.say(words.but)}${list.join(", ")}`;
}

/** What is decided, in words. */
export function outcomeText({ type, params }: ToldCounterexample["outcomes"][number], pen: Pen): string {
  const list = Object.entries(params).map(([name, value]) => `${pen.own(name)} = ${pen.own(factValueText(name, value, pen))}`);
  const word = pen.own(termText(type, pen.lang));
  return list.length === 0 ? word : `${word} (${list.join(", ")})`;
}

function shareText({ count, of, low, high }: NonNullable<ToldCounterexample["share"]>, pen: Pen): string {
  const percent = (share: number): string => `${(share * 100).toFixed(1)}`;
  const amount = pen.lang === "en" ? `${count.toLocaleString("en-US")} of ${of.toLocaleString("en-US")}` : `${of.toLocaleString("en-US")} 人中 ${count.toLocaleString("en-US")} 人`;
  return `${percent(count / of)} % ${pen.say(words.of)} (${amount}; 95 %: ${percent(low)}–${percent(high)} %; ${pen.say(words.given)})`;
}

/** A region in words: facts and what they may be. */
export function regionText(region: Region, pen: Pen): string {
  return region
    .map((extent) => {
      const name = pen.own(extent.second ? `${extent.fact}′` : extent.fact);
      const say = (value: unknown): string => pen.own(factValueText(extent.fact, value, pen));
      if (extent.kind === "among") return `${name} = ${extent.values.map(say).join(" | ")}`;
      const ranges = extent.ranges.map(({ from, to }) => (from === to ? say(from) : `${say(from)}–${say(to)}`));
      return `${name} ${[...ranges, ...(extent.missing ? [pen.say(words.missing)] : [])].join(" | ")}`;
    })
    .join(", ");
}

const looks: Readonly<Record<Level, readonly [Look, string]>> = { error: ["red", "!"], warning: ["yellow", "!"], note: ["dim", "·"] };

function findingLines(findings: readonly RuleFinding[], pen: Pen): readonly string[] {
  const lines = findings.flatMap((finding) => {
    const [look, sign] = looks[finding.level];
    const head = `${pen.look(look, sign)} ${pen.own(termText(finding.decision, pen.lang))}: ${pen.say(finding.message)}`;
    const region = finding.region === undefined || finding.region.length === 0 ? [] : pen.paragraph(regionText(finding.region, pen), "    ");
    const example = finding.example === undefined || finding.level === "note" ? [] : pen.paragraph(`${pen.say(words.ordinary)}${departuresText(finding.example, pen)}`, "    ");
    return [...pen.paragraph(head), ...[...region, ...example].map((line) => pen.look("dim", line))];
  });
  const isClean = findings.every(({ level }) => level === "note");
  return isClean ? [...lines, `${mark("held", pen)} ${pen.say(words.clean)}`] : lines;
}

function countLine({ claims, milliseconds }: ProofReport, pen: Pen): string {
  const count = (verdict: Verdict): number => claims.filter((claim) => claim.verdict === verdict && claim.accepted === undefined).length;
  const [held, broken, open] = [count("held"), count("broken"), count("undecided")];
  const accepted = claims.filter((claim) => claim.accepted !== undefined).length;
  const known = accepted === 0 ? { en: "", zh: "" } : { en: ` ${accepted} accepted,`, zh: `已接受 ${accepted} 条，` };
  const text =
    pen.lang === "en"
      ? `${held} proved, ${broken} broken,${known.en} ${open} undecided, ${timeText(milliseconds)}`
      : `已证明 ${held} 条，不成立 ${broken} 条，${known.zh}无法判定 ${open} 条，用时 ${timeText(milliseconds)}`;
  return pen.look(broken > 0 ? "red" : open > 0 ? "yellow" : "green", text);
}

function timeText(milliseconds: number): string {
  return milliseconds < 10 ? `${milliseconds.toFixed(2)} ms` : `${Math.round(milliseconds)} ms`;
}
