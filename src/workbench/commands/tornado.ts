import { assumptionNames, type AssumptionName } from "../../simulation/index.ts";
import { measureNamed, type Measure } from "../../statistics/index.ts";
import { requirementsUnder, sobolDesign, sobolIndices, tornadoOf, type MovedAssumption, type PairOfSamples, type Requirement, type TornadoMeasure, type TornadoReport } from "../../verdict/index.ts";
import { tornadoPage, csvTornado, markdownTornado, prettyTornado } from "../../view/index.ts";
import { flag, listFlag, textFlag, type Call } from "../call.ts";
import { cannotRun } from "../cannot-run.ts";
import { parseCount } from "../parse-count.ts";
import { progressLine, type ProgressLine } from "../progress.ts";
import { listedFlag } from "../run-request.ts";
import { sayFindings } from "../say-findings.ts";
import { readSettings } from "../settings.ts";
import { suggest } from "../suggest.ts";
import { tellerOf } from "../tell-report.ts";
import { openVariantLab, scenarioOf, type VariantLab } from "../variants/variant-lab.ts";
import { contradictions, readMeasures, readRequirements } from "../variants/wanted.ts";
import { UsageError } from "../world.ts";

const usual = ["marginPerCustomer", "ever90PlusAtMonth12", "complaintsPerThousand", "incrementalSalesPerCustomer"];
/** Factors that a global analysis can take: two coordinates of Sobol's points each. */
const mostFactors = 10;

/** `policy-bench tornado <scenario>`: each behavioural assumption low and high, and what becomes of challenger less champion. */
export async function tornado(call: Call): Promise<number> {
  const settings = readSettings(call);
  const tell = tellerOf<TornadoReport>(call, { pretty: prettyTornado, markdown: markdownTornado, csv: csvTornado, page: tornadoPage });
  const names = listedFlag(call, "measure");
  const { measures: wanted, diagnostics: unknown } = readMeasures("measure", names.length === 0 ? usual : names);
  const { requirements, diagnostics: unread } = readRequirements(listFlag(call, "require"));
  const wrong = [...unknown, ...unread, ...contradictions(requirements)];
  if (wrong.length > 0) return cannotRun(call, wrong);
  const only = onlyOf(call);
  const named = ["champion", "challenger"].flatMap((role) => textFlag(call, role) ?? []);
  const { lab, diagnostics } = await openVariantLab(call, { scenario: scenarioOf(call), jobs: 1000, policies: named });
  if (lab === undefined) return cannotRun(call, diagnostics);
  try {
    sayFindings(diagnostics.filter(({ level }) => level !== "note"), settings, call.world);
    const report = await run(call, lab, { wanted, only, requirements });
    await tell(report);
    return 0;
  } finally {
    await lab.close();
  }
}

/** `--only`: these assumptions. */
function onlyOf(call: Call): readonly AssumptionName[] {
  return listedFlag(call, "only").map((name) => {
    const known = assumptionNames.find((each) => each === name);
    if (known !== undefined) return known;
    const hint = suggest(name, assumptionNames);
    throw new UsageError({ en: `there is no assumption \`${name}\`; ${hint.en}`, zh: `没有名为 \`${name}\` 的假设；${hint.zh}` });
  });
}

interface Asked {
  readonly wanted: readonly Measure[];
  readonly only: readonly AssumptionName[];
  readonly requirements: readonly Requirement[];
}

interface Playing extends Asked {
  readonly lab: VariantLab;
  readonly line: ProgressLine;
  readonly roles: readonly [champion: string, challenger: string];
  readonly count: { done: number; total: number };
}

/** Who is compared: those named with --champion and --challenger, else the scenario's champion and its first challenger. */
function rolesOf(call: Call, { asked, named, champion: own, bench }: VariantLab): readonly [champion: string, challenger: string] {
  const champion = textFlag(call, "champion") === undefined ? own : (asked[0] ?? own);
  const challenger = textFlag(call, "challenger") === undefined ? undefined : asked.at(-1);
  const name = challenger ?? bench.scenario.challengers.find((each) => each !== champion) ?? named.find((each) => each !== champion);
  if (name === undefined) throw new UsageError({ en: "there is no challenger; name one with --challenger", zh: "没有候选政策；请用 --challenger 指定" });
  return [champion, name];
}

async function run(call: Call, lab: VariantLab, asked: Asked): Promise<TornadoReport> {
  const { entries, values } = lab.bench.assumptions;
  const names = assumptionNames.filter((name) => entries[name].low < entries[name].high && (asked.only.length === 0 || asked.only.includes(name)));
  const { lang, quiet } = readSettings(call);
  const line = progressLine(call.world, { lang: lang.value, quiet, unit: { en: "runs", zh: "次运行" } });
  const roles = rolesOf(call, lab);
  const needed = asked.requirements.flatMap(({ measure }) => measureNamed(measure) ?? []);
  const playing: Playing = { ...asked, wanted: [...new Set([...asked.wanted, ...needed])], lab, line, roles, count: { done: 0, total: names.length * 4 + 2 } };
  const base = await pairOf(playing, {});
  const moved = await Promise.all(
    names.map(async (name): Promise<MovedAssumption> => {
      const { low, high, title, unit } = entries[name];
      const at = (value: number): Promise<PairOfSamples> => (value === values[name] ? Promise.resolve(base) : pairOf(playing, { [name]: value }));
      const [atLow, atHigh] = await Promise.all([at(low), at(high)]);
      return { assumption: name, title, unit, low, base: values[name], high, atLow, atHigh };
    }),
  );
  const measures = asked.wanted.map((_, index) => tornadoOf(base, moved, index));
  const full = flag(call, "sobol") ? await withSobol(call, playing, measures) : measures;
  line.end();
  const [champion, challenger] = roles;
  const requirements = asked.requirements.length === 0 ? {} : { requirements: requirementsUnder(asked.requirements, base, moved) };
  return { schemaVersion: 1, inputs: lab.inputs, champion, challenger, assumptions: names.length, measures: full, ...requirements };
}

/** Both policies under the same assumptions, on the same customers. */
async function pairOf({ lab, wanted, roles, line, count }: Playing, assumptions: Readonly<Record<string, number>>): Promise<PairOfSamples> {
  const one = async (policy: string) => {
    const samples = await lab.samples({ policy, assumptions }, { wanted });
    count.done += 1;
    line.update(count.done, count.total);
    return samples;
  };
  const [champion, challenger] = await Promise.all(roles.map(one));
  if (champion === undefined || challenger === undefined) throw new Error("there are two policies");
  return { champion, challenger };
}

/** Saltelli's design over the assumptions that move the first measure most, all of them moving at once. */
async function withSobol(call: Call, playing: Playing, measures: readonly TornadoMeasure[]): Promise<readonly TornadoMeasure[]> {
  const factors = Math.min(mostFactors, parseCount(textFlag(call, "factors") ?? "6", "--factors"));
  const rows = parseCount(textFlag(call, "points") ?? "64", "--points");
  const bars = measures[0]?.bars.slice(0, factors) ?? [];
  if (bars.length === 0) return measures;
  const design = sobolDesign(rows, bars.length);
  playing.count.total += rows * (bars.length + 2) * 2;
  const at = async (point: readonly number[]): Promise<readonly number[]> => {
    const assumptions = Object.fromEntries(bars.map(({ assumption, low, high, unit }, factor) => [assumption, placed(low + (high - low) * (point[factor] ?? 0), unit)]));
    const { champion, challenger } = await pairOf(playing, assumptions);
    return champion.map(({ value }, index) => (challenger[index]?.value ?? Number.NaN) - (value ?? Number.NaN));
  };
  const all = (points: readonly (readonly number[])[]) => Promise.all(points.map(at));
  const [a, b, mixed] = await Promise.all([all(design.a), all(design.b), Promise.all(design.mixed.map(all))]);
  return measures.map((measure, index): TornadoMeasure => {
    const column = (list: readonly (readonly number[])[]): readonly number[] => list.map((row) => row[index] ?? Number.NaN);
    const values = { a: column(a), b: column(b), mixed: mixed.map(column) };
    if (![...values.a, ...values.b, ...values.mixed.flat()].every(Number.isFinite)) return measure;
    const met = [...values.a, ...values.b];
    const sobol = sobolIndices(values).map((one, factor) => ({ assumption: bars[factor]?.assumption ?? "", title: bars[factor]?.title ?? { en: "", zh: "" }, ...one }));
    return { ...measure, sobol, range: { low: Math.min(...met), high: Math.max(...met), above: met.filter((value) => value > 0).length, points: met.length } };
  });
}

/** Whole numbers where the assumption is counted. */
function placed(value: number, unit: string): number {
  return ["cycles", "months", "fen", "bps"].includes(unit) ? Math.round(value) : value;
}
