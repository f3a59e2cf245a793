import { createHash } from "node:crypto";
import { basename, dirname, isAbsolute } from "node:path";
import { readJson, type Diagnostic, type Text } from "../../base/index.ts";
import { readScorecard, type Policy, type Scorecard } from "../../policy/index.ts";
import { buildBacktest, exitCode, judgeBacktest, type BacktestReport } from "../../verdict/index.ts";
import { backtestPage, csvBacktest, markdownBacktest, prettyBacktest } from "../../view/index.ts";
import { decideRows } from "../backtest/decide-rows.ts";
import { factColumns } from "../backtest/fact-columns.ts";
import { openRowsOf, type OpenRows } from "../backtest/import-rows.ts";
import { readAsked, type Asked } from "../backtest/read-asked.ts";
import { openRows } from "../backtest/row-source.ts";
import { factsNamed, scoreColumn } from "../backtest/score-column.ts";
import { applicantSituation } from "../backtest/situation.ts";
import { listFlag, textFlag, type Call } from "../call.ts";
import { cannotRun } from "../cannot-run.ts";
import { readOverrides } from "../overrides.ts";
import { progressLine, type ProgressLine } from "../progress.ts";
import { openProject, readNamedFile, readPolicyFiles, type Project } from "../project.ts";
import { factsOf, type GivenFacts } from "../read-facts.ts";
import { located, type Source } from "../read-file.ts";
import { readPolicyFolder, readProjectGround, type Ground } from "../read-rules.ts";
import { sayFindings } from "../say-findings.ts";
import { readSettings } from "../settings.ts";
import { tellerOf } from "../tell-report.ts";

/** `policy-bench backtest <policy> --csv f --map m`: real rows decided and scored, and what became of them. */
export async function backtest(call: Call): Promise<number> {
  const settings = readSettings(call);
  const tell = tellerOf<BacktestReport>(call, { pretty: prettyBacktest, markdown: markdownBacktest, csv: csvBacktest, page: backtestPage });
  const asked = readAsked(call);
  const project = openProject(call.world);
  const ground = readProjectGround(project);
  const sides = [call.operands[0] ?? "", ...(asked.against === undefined ? [] : [asked.against])].map((name) => readSide(call, project, name, ground));
  const opened = await openRowsOf(call, project, ground, asked.split);
  const given = opened.rows === undefined ? { diagnostics: [] } : readGivenScorecard(call, project, opened.rows);
  const diagnostics = [...ground.diagnostics, ...sides.flatMap((side) => side.diagnostics), ...opened.diagnostics, ...given.diagnostics];
  const policies = sides.flatMap((side) => (side.policy === undefined ? [] : [{ ...side, policy: side.policy }]));
  if (opened.rows === undefined || policies.length < sides.length || diagnostics.some(({ level }) => level === "error")) return cannotRun(call, diagnostics);
  const line = progressLine(call.world, { lang: settings.lang.value, quiet: settings.quiet, unit: { en: "rows", zh: "行" } });
  const { report: made, diagnostics: found } = run(asked, { opened: opened.rows, policies, given, progress: (done, total) => line.update(done, total) });
  line.end();
  if (made === undefined) return cannotRun(call, [...diagnostics, ...found]);
  const report: BacktestReport = { ...made, requirements: judgeBacktest(made, asked.requirements) };
  sayFindings([...diagnostics.filter(({ level, place }) => level !== "note" && place?.file !== textFlag(call, "csv")), ...found], settings, call.world);
  await tell(report);
  return exitCode(report.requirements.map(({ verdict }) => ({ kind: "verdict", verdict })));
}

/** A policy as it is put to the rows: its name, its files, and what `--set` says of the situation. */
interface Side {
  readonly name: string;
  readonly policy?: Policy;
  readonly facts: GivenFacts;
  readonly sources: readonly Source[];
  readonly diagnostics: readonly Diagnostic[];
}

function readSide(call: Call, project: Project, name: string, ground: Ground): Side {
  const read = readPolicyFolder(project, name, ground);
  const { sources } = readPolicyFiles(project, name);
  if (read.policy === undefined) return { name, facts: {}, sources, diagnostics: read.diagnostics };
  const set = factsOf(readOverrides(listFlag(call, "set"), "lender.type=bank"), read.policy);
  return { name, policy: set.policy, facts: set.facts, sources, diagnostics: [...read.diagnostics, ...set.diagnostics] };
}

interface GivenScorecard {
  readonly scorecard?: Scorecard;
  readonly source?: Source;
  readonly diagnostics: readonly Diagnostic[];
}

/** `--scorecard`, by name or path; it may read the file's attributes. */
function readGivenScorecard(call: Call, project: Project, { rows }: OpenRows): GivenScorecard {
  const name = textFlag(call, "scorecard");
  if (name === undefined) return { diagnostics: [] };
  const { source, diagnostics } = readNamedFile(project, "scorecard", name);
  return source === undefined ? { diagnostics } : { source, ...readScorecard(readJson(source.text, source.file), rows.dictionary) };
}

interface Material {
  readonly opened: OpenRows;
  readonly policies: readonly (Side & { readonly policy: Policy })[];
  readonly given: GivenScorecard;
  readonly progress?: ProgressLine["update"];
}

function run(asked: Asked, { opened, policies, given, progress }: Material): { readonly report?: BacktestReport; readonly diagnostics: readonly Diagnostic[] } {
  const { rows } = opened;
  const [own] = policies;
  if (own === undefined) throw new Error("there is a policy");
  const situation = { ...applicantSituation, ...own.facts };
  const count = rows.data.customers;
  const grounds = policies.map((side) => openRows(side.policy, rows, given.scorecard));
  const [first] = grounds;
  if (first === undefined) throw new Error("there is a policy");
  const scored = scoreColumn(first, rows, { fact: asked.score, higherIsWorse: asked.higherIsWorse, scorecard: given.scorecard ?? own.policy.scorecard, isGiven: given.scorecard !== undefined, situation, fileOnly: asked.fileOnly });
  if (scored.diagnostics.length > 0) return { diagnostics: scored.diagnostics };
  const decided = grounds.map((ground, at) => decideRows(ground, { name: policies[at]?.name ?? "", moments: asked.moments, situation, fileOnly: asked.fileOnly, count, progress: (done) => progress?.(at * count + done, grounds.length * count) }));
  const read = new Set(policies.flatMap(({ policy }) => factsNamed(policy)));
  const report = buildBacktest({
    inputs: inputsOf(asked, { opened, policies, given }, situation),
    file: opened.file,
    count,
    outcomes: rows.data.outcome,
    later: opened.later,
    decided: decided.map((one) => one.decided),
    lacking: decided.flatMap((one) => one.lacking),
    synthetic: decided.flatMap((one) => one.synthetic),
    score: scored.column,
    facts: factColumns(rows, read),
    bands: asked.bands,
    cutOffs: asked.cutOffs,
  });
  return { report, diagnostics: overNothing(report, opened.shown) };
}

/** Rates of nobody, and samples in which nothing can be told apart: said once each, beside the `no data` of the tables. */
function overNothing({ decisions, file, samples }: BacktestReport, csv: string): readonly Diagnostic[] {
  if (file.outcomeColumn === null) return [];
  const warning = (code: string, words: Text): Diagnostic => ({ ...located(csv, code, words), level: "warning" });
  const alike = samples.flatMap(({ name, known, bad }) => {
    if (bad > 0 && bad < known) return [];
    return [warning("one-class", { en: `all ${known} known outcomes of one sample (${name}) are alike: nothing can be told apart in it`, zh: `样本 ${name} 的 ${known} 个已知结果全部相同，无从区分` })];
  });
  const none = decisions.flatMap(({ policy, sample, standings }) => {
    const approved = standings.find(({ standing }) => standing === "approved");
    if (approved === undefined || approved.known > 0) return [];
    const words =
      approved.rows === 0
        ? { en: `\`${policy}\` approves no row (${sample}), so there is no bad rate of the approved`, zh: `\`${policy}\` 没有批准任何一行（${sample}），因此没有批准者的坏账率` }
        : { en: `of the ${approved.rows} rows that \`${policy}\` approves (${sample}) no outcome is known, so they have no bad rate`, zh: `\`${policy}\` 批准的 ${approved.rows} 行（${sample}）结果均未知，因此没有坏账率` };
    return [warning("rate-over-nothing", words)];
  });
  return [...alike, ...none];
}

function inputsOf(asked: Asked, { opened, policies, given }: Material, situation: GivenFacts): BacktestReport["inputs"] {
  const sources = [...policies.flatMap((side) => side.sources), ...opened.sources, ...(given.source === undefined ? [] : [given.source])];
  const name = (file: string): string => (isAbsolute(file) ? `${basename(dirname(file))}/${basename(file)}` : file);
  const hashes = sources.map(({ file, text }) => [name(file), createHash("sha256").update(text).digest("hex")] as const);
  return {
    policy: policies[0]?.name ?? "",
    against: asked.against ?? null,
    mapping: opened.mapping.name,
    profile: opened.profile,
    seed: opened.seed,
    split: asked.split?.written ?? null,
    fileOnly: asked.fileOnly,
    moments: [...asked.moments],
    situation: { ...situation },
    hashes: { ...Object.fromEntries(hashes), csv: opened.sha256 },
  };
}
