import { isIsoDate, type Diagnostic } from "../../base/index.ts";
import type { Dictionary } from "../../facts/index.ts";
import type { LawPack } from "../../policy/index.ts";
import { dayBefore, exitCode, lawBook, lawImpact, type LawBook, type RunReport } from "../../verdict/index.ts";
import { laws as lawsText, type LawImpactView } from "../../view/index.ts";
import { overrideLaws } from "../apply-overrides.ts";
import { textFlag, type Call } from "../call.ts";
import { cannotRun } from "../cannot-run.ts";
import { tellEvidence } from "../evidence/tell-evidence.ts";
import { formatOf } from "../format.ts";
import { jsonText } from "../json-text.ts";
import { lawsOn } from "../laws-on.ts";
import type { Override } from "../overrides.ts";
import { listNamed, openProject } from "../project.ts";
import { readPack, readProjectGround } from "../read-rules.ts";
import { runRequest, textsOf } from "../run-request.ts";
import type { RunTexts } from "../run-texts.ts";
import { sayFindings } from "../say-findings.ts";
import { readSettings } from "../settings.ts";
import { simulateAsked } from "../simulate-asked.ts";
import { suggest } from "../suggest.ts";
import { textOptions } from "../text-options.ts";
import { UsageError } from "../world.ts";

/** `policy-bench laws`: what is in force on a day, what changes next, and what that does to a scenario's policies. */
export async function laws(call: Call): Promise<number> {
  const settings = readSettings(call);
  const evidence = textFlag(call, "evidence");
  if (evidence !== undefined) return await tellEvidence(call, evidence);
  const format = formatOf(call, ["pretty", "json"]);
  const date = dateOf(call);
  const scenario = textFlag(call, "impact");
  const asked = scenario === undefined ? undefined : textsOf(call, runRequest(call), scenario);
  const read = readPacks(call, asked?.scenario?.laws);
  const findings = [...(asked?.diagnostics ?? []), ...read.diagnostics];
  if (read.packs === undefined || (asked !== undefined && asked.texts === undefined) || findings.some(({ level }) => level === "error")) return cannotRun(call, findings);
  const book = lawBook(read.packs, date, read.declared);
  const impact = asked?.texts === undefined || asked.scenario === undefined ? undefined : await impactOf(call, { texts: asked.texts, name: asked.scenario.name, book });
  if (impact === "cannot-run") return exitCode([{ kind: "cannot-run" }]);
  const json = { schemaVersion: 1, ...book, ...(impact === undefined ? {} : { impact }) };
  call.world.stdout.write(format === "json" ? jsonText(json) : lawsText(book, textOptions(settings), impact));
  return 0;
}

/** The day asked about; today where none is named. */
function dateOf(call: Call): string {
  const written = textFlag(call, "date") ?? new Date().toISOString().slice(0, 10);
  if (isIsoDate(written)) return written;
  throw new UsageError({ en: `--date \`${written}\` is no day; write 2026-11-22`, zh: `--date \`${written}\` 不是日期；请写成 2026-11-22` });
}

interface ReadPacks {
  readonly packs?: readonly LawPack[];
  readonly declared: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** The packs of the project, those of the jurisdictions named, or those of the scenario looked at. */
function readPacks(call: Call, ofScenario: readonly string[] | undefined): ReadPacks {
  const project = openProject(call.world);
  const known = listNamed(project, "law");
  const ground = readProjectGround(project);
  const { diagnostics } = ground;
  const asked = textFlag(call, "jurisdiction")?.split(",").map((written) => {
    const name = written.trim();
    const found = known.find((one) => one === name) ?? known.find((one) => one.toLowerCase() === name.toLowerCase());
    if (found === undefined) throw unknownJurisdiction(name, known);
    return found;
  });
  const declared = declaredFacts(ground.dictionary);
  const read = (ofScenario ?? known).filter((name) => asked === undefined || asked.includes(name)).map((name) => readPack(project, name, ground));
  const findings = [...diagnostics, ...read.flatMap((one) => one.diagnostics)];
  if (findings.some(({ level }) => level === "error")) return { declared, diagnostics: findings };
  const packs = read.flatMap(({ pack }) => pack ?? []);
  // Asked what if: the numbers of the law as set.
  const { overrides } = runRequest(call);
  if (ground.dictionary === undefined || !overrides.some(isOfLaw)) return { packs, declared, diagnostics: findings };
  const set = overrideLaws(packs, overrides.filter(isOfLaw), ground.dictionary);
  return { packs: set.packs, declared, diagnostics: [...findings, ...set.diagnostics] };
}

function declaredFacts(dictionary: Dictionary | undefined): ReadonlySet<string> {
  return new Set([...(dictionary?.facts.values() ?? [])].filter(({ producedBy }) => producedBy === "declared").map(({ name }) => name));
}

function unknownJurisdiction(name: string, known: readonly string[]): UsageError {
  const hint = suggest(name, known);
  return new UsageError({ en: `there is no law pack \`${name}\`; ${hint.en}`, zh: `没有名为 \`${name}\` 的法规包；${hint.zh}` });
}

/** Runs the scenario under the law before and after the next change, or without and with `--set laws.…`. */
async function impactOf(call: Call, { texts, name, book }: { readonly texts: RunTexts; readonly name: string; readonly book: LawBook }): Promise<LawImpactView | "cannot-run"> {
  const ofLaw = texts.overrides.filter(isOfLaw);
  const [change] = book.changes;
  const bare = { scenario: name, asked: ofLaw.map(({ written }) => written) };
  if (ofLaw.length === 0 && change === undefined) return { ...bare, change: null, policies: [] };
  const [before, after] =
    ofLaw.length > 0
      ? [{ ...lawsOn(texts, book.date), overrides: texts.overrides.filter((override) => !isOfLaw(override)) }, lawsOn(texts, book.date)]
      : [lawsOn(texts, dayBefore(change?.date ?? book.date)), lawsOn(texts, change?.date ?? book.date)];
  const was = await simulated(call, before);
  const is = was === undefined ? undefined : await simulated(call, after);
  if (was === undefined || is === undefined) return "cannot-run";
  return { ...bare, change: ofLaw.length > 0 ? null : (change ?? null), policies: lawImpact(was, is) };
}

const isOfLaw = ({ path }: Override): boolean => path[0] === "laws" && path.length > 1;

async function simulated(call: Call, texts: RunTexts): Promise<RunReport | undefined> {
  const { report, diagnostics } = await simulateAsked(call, { texts });
  sayFindings(diagnostics.filter(({ level }) => level === "error"), readSettings(call), call.world);
  return report;
}
