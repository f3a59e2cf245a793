import { measureNamed, measures } from "../../statistics/index.ts";
import { exitCode, headlineMeasures, judgeMechanism, type EffectsReport, type MechanismEffect } from "../../verdict/index.ts";
import { csvEffects, markdownEffects, prettyEffects, type TextOptions } from "../../view/index.ts";
import { textFlag, type Call } from "../call.ts";
import { cannotRun } from "../cannot-run.ts";
import type { Mechanism } from "../effects/mechanism.ts";
import { mechanisms } from "../effects/mechanisms/index.ts";
import { mechanismRunner, type RanMechanism } from "../effects/run-mechanism.ts";
import { sideThreads } from "../effects/side-threads.ts";
import { formatOf } from "../format.ts";
import { jsonText } from "../json-text.ts";
import { progressLine } from "../progress.ts";
import { readNamedFile } from "../project.ts";
import { listedFlag, runRequest, type RunRequest } from "../run-request.ts";
import { readSettings } from "../settings.ts";
import { suggest } from "../suggest.ts";
import { textOptions } from "../text-options.ts";
import { UsageError } from "../world.ts";

/** `policy-bench effects <scenario>`: each mechanism off and on over the same customers, and what it does to every measure. */
export async function effects(call: Call): Promise<number> {
  const { world } = call;
  const settings = readSettings(call);
  const format = formatOf(call, ["pretty", "json", "csv", "markdown"]);
  const measure = pictured(call);
  const asked = chosen(call);
  const request = runRequest(call);
  const [scenario = "baseline"] = call.operands;
  const named = readNamedFile(request.project, "scenario", scenario);
  if (named.source === undefined) return cannotRun(call, named.diagnostics);
  const ran = await runAll(call, asked, { scenario, ...request });
  const report: EffectsReport = { schemaVersion: 1, scenario, headlines: headlineMeasures, mechanisms: ran };
  world.stdout.write(written(report, format, { options: textOptions(settings), measure }));
  return ran.every((one) => one.effects.length === 0) ? exitCode([{ kind: "cannot-run" }]) : 0;
}

interface Running extends RunRequest {
  readonly scenario: string;
}

/** Every mechanism, on as many threads as there are, with a line of progress. */
async function runAll(call: Call, asked: readonly Mechanism[], request: Running): Promise<readonly MechanismEffect[]> {
  const { world } = call;
  const { lang, quiet, threads: most } = readSettings(call);
  const line = progressLine(world, { lang: lang.value, quiet, unit: { en: "mechanisms", zh: "项机制" } });
  const threads = await sideThreads(Math.min(most.value, asked.length * 2), world.packageRoot);
  const run = mechanismRunner({ ...request, policy: onePolicy(request.policies), csv: textFlag(call, "csv"), run: threads.run });
  let done = 0;
  const one = async (mechanism: Mechanism): Promise<MechanismEffect> => {
    const ran = await run(mechanism);
    done += 1;
    line.update(done, asked.length);
    return effectOf(ran);
  };
  try {
    return await Promise.all(asked.map(one));
  } finally {
    line.end();
    await threads.end();
  }
}

interface Writing {
  readonly options: TextOptions;
  /** The measure of the picture. */
  readonly measure: string;
}

function written(report: EffectsReport, format: "pretty" | "json" | "csv" | "markdown", { options, measure }: Writing): string {
  if (format === "json") return jsonText(report);
  if (format === "csv") return csvEffects(report);
  return format === "markdown" ? markdownEffects(report, options, measure) : prettyEffects(report, options, measure);
}

function effectOf({ mechanism, ...ran }: RanMechanism): MechanismEffect {
  const { name, title, claim, basis, moves, stays } = mechanism;
  return judgeMechanism({ ...ran, name, title, claim, basis, moves, stays });
}

/** `--only`: these mechanisms, in the order of the table. */
function chosen(call: Call): readonly Mechanism[] {
  const only = listedFlag(call, "only");
  const known = mechanisms.map(({ name }) => name);
  for (const name of only) {
    if (known.includes(name)) continue;
    const hint = suggest(name, known);
    throw new UsageError({ en: `there is no mechanism \`${name}\`; ${hint.en}`, zh: `没有名为 \`${name}\` 的机制；${hint.zh}` });
  }
  return only.length === 0 ? mechanisms : mechanisms.filter(({ name }) => only.includes(name));
}

/** `--measure`: the one that is drawn as bars. */
function pictured(call: Call): string {
  const name = textFlag(call, "measure") ?? "marginPerCustomer";
  if (measureNamed(name) !== undefined) return name;
  const hint = suggest(name, measures.map((measure) => measure.name));
  throw new UsageError({ en: `there is no measure \`${name}\`; ${hint.en}`, zh: `没有名为 \`${name}\` 的指标；${hint.zh}` });
}

/** `--policy`: one, instead of the policy that each mechanism is shown on. */
function onePolicy(policies: readonly string[]): string | undefined {
  if (policies.length > 1) throw new UsageError({ en: "effects are those on one policy; name it once with --policy", zh: "效果只针对一项政策；请只用一次 --policy" });
  return policies[0];
}
