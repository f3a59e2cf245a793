import type { Diagnostic } from "../../base/index.ts";
import type { Policy } from "../../policy/index.ts";
import type { Measure } from "../../statistics/index.ts";
import { axisOf, fillingPoints, judgeSweep, type Axis, type MeasuredPoint, type SweepReport } from "../../verdict/index.ts";
import { sweepPage, csvSweep, markdownSweep, prettySweep } from "../../view/index.ts";
import { listFlag, textFlag, type Call } from "../call.ts";
import { cannotRun } from "../cannot-run.ts";
import { parseCount } from "../parse-count.ts";
import { progressLine } from "../progress.ts";
import { listedFlag } from "../run-request.ts";
import { sayFindings } from "../say-findings.ts";
import { readSettings } from "../settings.ts";
import { tellerOf } from "../tell-report.ts";
import { onePolicy } from "../variants/one-policy.ts";
import { openVariantLab, scenarioOf, type VariantLab } from "../variants/variant-lab.ts";
import { gridOf, gridSize, parametersAt, readVaried, sweptParameters, type Varied } from "../variants/vary.ts";
import { readDirected, readMeasures } from "../variants/wanted.ts";
import { UsageError } from "../world.ts";

/** Settings that one sweep runs at most. */
const most = 20_000;

/** `policy-bench sweep <scenario>`: one policy over a range of its parameters, and the frontier between two measures. */
export async function sweep(call: Call): Promise<number> {
  const settings = readSettings(call);
  const tell = tellerOf<SweepReport>(call, { pretty: prettySweep, markdown: markdownSweep, csv: csvSweep, page: sweepPage });
  const { lab, diagnostics } = await openVariantLab(call, { scenario: scenarioOf(call), jobs: most });
  if (lab === undefined) return cannotRun(call, diagnostics);
  try {
    const asked = readAsked(call, lab);
    const found = [...diagnostics.filter(({ level }) => level !== "note"), ...asked.diagnostics];
    if (asked.sweep === undefined) return cannotRun(call, found);
    sayFindings(found, settings, call.world);
    const report = await run(call, lab, asked.sweep);
    await tell(report);
    return 0;
  } finally {
    await lab.close();
  }
}

interface Asked {
  readonly policy: Policy;
  readonly varied: readonly Varied[];
  readonly design: SweepReport["design"];
  readonly points: readonly Readonly<Record<string, number>>[];
  readonly x: Axis;
  readonly y: Axis;
  readonly wanted: readonly Measure[];
}

function readAsked(call: Call, lab: VariantLab): { readonly sweep?: Asked; readonly diagnostics: readonly Diagnostic[] } {
  const policy = onePolicy(lab);
  const { varied, diagnostics: inVaried } = readVaried(listFlag(call, "vary"), policy);
  const x = readDirected("x", textFlag(call, "x") ?? "enrolledShare");
  const y = readDirected("y", textFlag(call, "y") ?? "ever90PlusAtMonth12");
  const more = readMeasures("measure", listedFlag(call, "measure"));
  const diagnostics = [...inVaried, ...x.diagnostics, ...y.diagnostics, ...more.diagnostics];
  if (x.measure === undefined || y.measure === undefined || diagnostics.length > 0) return { diagnostics };
  const design = designOf(call, varied);
  if (x.measure === y.measure) throw new UsageError({ en: "both axes are the same measure", zh: "两个轴是同一指标" });
  const wanted = [...new Set([x.measure, y.measure, ...more.measures])];
  return { sweep: { policy, varied, ...design, x: axisOf(x.measure, x.better), y: axisOf(y.measure, y.better), wanted }, diagnostics };
}

function designOf(call: Call, varied: readonly Varied[]): Pick<Asked, "design" | "points"> {
  const asked = textFlag(call, "points");
  if (asked !== undefined) {
    const count = parseCount(asked, "--points");
    if (count > most) throw tooMany(count);
    const points = fillingPoints(count, varied.length, "sweep").map((point) => parametersAt(varied, point));
    return { design: "points", points: distinct(points) };
  }
  if (listFlag(call, "vary").length === 0) {
    throw new UsageError({
      en: "a grid over every parameter has no end; name what varies with --vary minScore=580:680:20, or spread points over all of them with --points 200",
      zh: "对全部参数做网格没有尽头；请用 --vary minScore=580:680:20 指明变动的参数，或用 --points 200 在全部参数上散布点",
    });
  }
  const size = gridSize(varied);
  if (size > most) throw tooMany(size);
  return { design: "grid", points: gridOf(varied) };
}

function tooMany(count: number): UsageError {
  return new UsageError({ en: `${count} settings are more than the ${most} that one sweep runs; use fewer values, or --points 200`, zh: `${count} 组参数超过一次扫描的上限 ${most}；请减少取值，或使用 --points 200` });
}

function distinct(points: readonly Readonly<Record<string, number>>[]): readonly Readonly<Record<string, number>>[] {
  return [...new Map(points.map((point) => [JSON.stringify(point), point])).values()];
}

async function run(call: Call, lab: VariantLab, asked: Asked): Promise<SweepReport> {
  const { policy, varied, wanted, x, y } = asked;
  const current = Object.fromEntries(varied.map(({ parameter }) => [parameter.name, parameter.value]));
  const others = lab.named.filter((name) => name !== policy.name);
  const points: readonly Omit<MeasuredPoint, "samples">[] = [
    { id: 0, policy: policy.name, named: true, parameters: current },
    ...asked.points.map((parameters, index) => ({ id: index + 1, policy: policy.name, named: false, parameters })),
    ...others.map((name, index) => ({ id: asked.points.length + index + 1, policy: name, named: true, parameters: {} })),
  ];
  const { lang, quiet } = readSettings(call);
  const line = progressLine(call.world, { lang: lang.value, quiet, unit: { en: "policies", zh: "组参数" } });
  let done = 0;
  const measured = await Promise.all(
    points.map(async (point): Promise<MeasuredPoint> => {
      const samples = await lab.samples({ policy: point.policy, parameters: point.parameters }, { wanted });
      done += 1;
      line.update(done, points.length);
      return { ...point, samples };
    }),
  );
  line.end();
  return {
    schemaVersion: 1,
    inputs: lab.inputs,
    policy: policy.name,
    design: asked.design,
    varied: sweptParameters(varied),
    x,
    y,
    ...judgeSweep(measured, x, y),
  };
}
