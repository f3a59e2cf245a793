import { createHash } from "node:crypto";
import { basename, dirname, isAbsolute, resolve } from "node:path";
import { nearest, readJson, type Diagnostic } from "../../base/index.ts";
import { moments, readScorecard, type EnrolmentMoment, type Moment, type Policy, type Scorecard } from "../../policy/index.ts";
import { buildBacktest, exitCode, type BacktestReport } from "../../verdict/index.ts";
import { csvBacktest, markdownBacktest, prettyBacktest } from "../../view/index.ts";
import { decideRows } from "../backtest/decide-rows.ts";
import { factColumns } from "../backtest/fact-columns.ts";
import { openRowsOf, type OpenRows } from "../backtest/import-rows.ts";
import { readSplit } from "../backtest/read-split.ts";
import { openRows } from "../backtest/row-source.ts";
import { factsNamed, scoreColumn } from "../backtest/score-column.ts";
import { applicantSituation } from "../backtest/situation.ts";
import { flag, listFlag, textFlag, type Call } from "../call.ts";
import { cannotRun } from "../cannot-run.ts";
import { formatOf } from "../format.ts";
import { jsonText } from "../json-text.ts";
import { readOverrides } from "../overrides.ts";
import { parseCount } from "../parse-count.ts";
import { openProject, readPolicyFiles, type Project } from "../project.ts";
import { factsOf, type GivenFacts } from "../read-facts.ts";
import { readTextFile, type Source } from "../read-file.ts";
import { readPolicyFolder, readProjectGround, type Ground } from "../read-rules.ts";
import { listedFlag } from "../run-request.ts";
import { sayFindings } from "../say-findings.ts";
import { readSettings } from "../settings.ts";
import { textOptions } from "../text-options.ts";
import { UsageError } from "../world.ts";

/** `policy-bench backtest <policy> --csv f --map m`: real rows decided and scored, and what became of them. */
export async function backtest(call: Call): Promise<number> {
  const settings = readSettings(call);
  const format = formatOf(call, ["pretty", "json", "csv", "markdown"]);
  const asked = readAsked(call);
  const project = openProject(call.world);
  const ground = readProjectGround(project);
  const sides = [call.operands[0] ?? "", ...(asked.against === undefined ? [] : [asked.against])].map((name) => readSide(call, project, name, ground));
  const opened = await openRowsOf(call, project, ground, asked.split);
  const given = opened.rows === undefined ? { diagnostics: [] } : readGivenScorecard(call, opened.rows);
  const diagnostics = [...ground.diagnostics, ...sides.flatMap((side) => side.diagnostics), ...opened.diagnostics, ...given.diagnostics];
  const policies = sides.flatMap((side) => (side.policy === undefined ? [] : [{ ...side, policy: side.policy }]));
  if (opened.rows === undefined || policies.length < sides.length || diagnostics.some(({ level }) => level === "error")) return cannotRun(call, diagnostics);
  const { report, diagnostics: found } = run(asked, { opened: opened.rows, policies, given });
  if (report === undefined) return cannotRun(call, [...diagnostics, ...found]);
  sayFindings([...diagnostics.filter(({ level, place }) => level !== "note" && place?.file !== textFlag(call, "csv")), ...found], settings, call.world);
  const options = textOptions(settings);
  const texts = { pretty: () => prettyBacktest(report, options), json: () => jsonText(report), csv: () => csvBacktest(report), markdown: () => markdownBacktest(report, options) };
  call.world.stdout.write(texts[format]());
  return exitCode([]);
}

interface Asked {
  readonly against: string | undefined;
  readonly split: ReturnType<typeof readSplit>;
  readonly moments: readonly Moment[];
  readonly score: string | undefined;
  readonly higherIsWorse: boolean;
  readonly fileOnly: boolean;
  readonly bands: number;
  readonly cutOffs: number;
}

function readAsked(call: Call): Asked {
  const count = (name: "bands" | "cutOffs", usual: number, written: string): number => {
    const value = parseCount(textFlag(call, name) ?? String(usual), written);
    if (value >= 2 && value <= 100) return value;
    throw new UsageError({ en: `${written} is ${value}; use 2 to 100`, zh: `${written} 的值为 ${value}；请用 2 到 100` });
  };
  return {
    against: textFlag(call, "against"),
    split: readSplit(textFlag(call, "split")),
    moments: momentsOf(listedFlag(call, "moment")),
    score: textFlag(call, "score"),
    higherIsWorse: flag(call, "higherIsWorse"),
    fileOnly: flag(call, "fileOnly"),
    bands: count("bands", 10, "--bands"),
    cutOffs: count("cutOffs", 20, "--cut-offs"),
  };
}

function momentsOf(written: readonly string[]): readonly Moment[] {
  const known: readonly EnrolmentMoment[] = moments.enrolment;
  if (written.length === 0) return known;
  return written.map((name) => {
    const found = known.find((moment) => moment === name);
    if (found !== undefined) return found;
    const guess = nearest(name, known);
    const list = known.map((moment) => `\`${moment}\``).join(", ");
    throw new UsageError({
      en: `enrolment is not decided at the moment \`${name}\`; ${guess === undefined ? `there are: ${list}` : `did you mean \`${guess}\`?`}`,
      zh: `开通没有时点 \`${name}\`；${guess === undefined ? `可用：${list}` : `是否指 \`${guess}\`？`}`,
    });
  });
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

/** `--scorecard file`, which may read the file's attributes. */
function readGivenScorecard(call: Call, { rows }: OpenRows): GivenScorecard {
  const path = textFlag(call, "scorecard");
  if (path === undefined) return { diagnostics: [] };
  const read = readTextFile(resolve(call.world.cwd, path), path);
  if ("diagnostic" in read) return { diagnostics: [read.diagnostic] };
  const { source } = read;
  return { source, ...readScorecard(readJson(source.text, source.file), rows.dictionary) };
}

interface Material {
  readonly opened: OpenRows;
  readonly policies: readonly (Side & { readonly policy: Policy })[];
  readonly given: GivenScorecard;
}

function run(asked: Asked, { opened, policies, given }: Material): { readonly report?: BacktestReport; readonly diagnostics: readonly Diagnostic[] } {
  const { rows } = opened;
  const [own] = policies;
  if (own === undefined) throw new Error("there is a policy");
  const situation = { ...applicantSituation, ...own.facts };
  const count = rows.data.customers;
  const grounds = policies.map((side) => openRows(side.policy, rows, given.scorecard));
  const [first] = grounds;
  if (first === undefined) throw new Error("there is a policy");
  const scored = scoreColumn(first, rows, { fact: asked.score, higherIsWorse: asked.higherIsWorse, scorecard: given.scorecard ?? own.policy.scorecard, situation, fileOnly: asked.fileOnly });
  if (scored.diagnostics.length > 0) return { diagnostics: scored.diagnostics };
  const decided = grounds.map((ground, at) => decideRows(ground, { name: policies[at]?.name ?? "", moments: asked.moments, situation, fileOnly: asked.fileOnly, count }));
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
  return { report, diagnostics: [] };
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
