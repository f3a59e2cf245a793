import { wilson } from "../../base/index.ts";
import { factorNames, type FactorName } from "../../policy/index.ts";
import { verificationTradeOff, type Passed, type TradeOffPoint } from "../../simulation/index.ts";
import { exitCode } from "../../verdict/index.ts";
import { verification as verificationText, type PlayedShare, type VerificationPoint } from "../../view/index.ts";
import { listFlag, type Call } from "../call.ts";
import { formatOf } from "../format.ts";
import { jsonText } from "../json-text.ts";
import { openBench } from "../open-bench.ts";
import { populationOf } from "../open-population.ts";
import { runInputsOf } from "../run-bench.ts";
import { listedFlag } from "../run-request.ts";
import { sayFindings } from "../say-findings.ts";
import { readSettings } from "../settings.ts";
import { suggest } from "../suggest.ts";
import { textOptions } from "../text-options.ts";
import { UsageError } from "../world.ts";

/** Customers that are played at most: only shares are read off, of attempts that are made frequent. */
const enough = 2000;

/** `policy-bench verification [scenario]`: who comes through m factors at closing, on paper and played. */
export async function verification(call: Call): Promise<number> {
  const settings = readSettings(call);
  const format = formatOf(call, ["pretty", "json"]);
  const factors = factorsOf(call);
  const { open, diagnostics } = await openBench(call, call.operands[0] ?? "baseline");
  sayFindings(diagnostics.filter(({ level }) => level === "error"), settings, call.world);
  const policy = open?.bench.policies.get(open.bench.scenario.champion) ?? open?.bench.policies.values().next().value;
  if (open === undefined || policy === undefined) return exitCode([{ kind: "cannot-run" }]);
  const { bench, imported } = open;
  const population = populationOf({ ...bench, scenario: { ...bench.scenario, population: { ...bench.scenario.population, customers: Math.min(enough, bench.scenario.population.customers ?? enough) } } }, 0, imported);
  const inputs = runInputsOf(bench, { policy: policy.name, replication: 0, groupBy: [], population });
  const points = verificationTradeOff({ ...inputs, book: "empty", months: Math.min(12, inputs.months) }, factors).map(pointOf);
  call.world.stdout.write(format === "json" ? jsonText({ schemaVersion: 1, scenario: bench.scenario.name, policy: policy.name, points }) : verificationText(points, textOptions(settings)));
  return 0;
}

/** The factors of `--factors`, in their order; the first three without it. */
function factorsOf(call: Call): readonly FactorName[] {
  if (listFlag(call, "factors").length === 0) return factorNames.slice(0, 3);
  return listedFlag(call, "factors").map((written) => {
    const factor = factorNames.find((name) => name === written);
    if (factor !== undefined) return factor;
    const hint = suggest(written, factorNames);
    throw new UsageError({ en: `--factors \`${written}\`: there is no such factor; ${hint.en}`, zh: `--factors \`${written}\`：没有这个核验因素；${hint.zh}` });
  });
}

function pointOf({ factors, paper, played }: TradeOffPoint): VerificationPoint {
  const of = (side: keyof TradeOffPoint["paper"]): PlayedShare => shareOf(paper[side], played[side]);
  return { factors, paper, played: { honest: of("honest"), mixed: of("mixed"), bulk: of("bulk"), targeted: of("targeted") } };
}

function shareOf(paper: number, { passed, of }: Passed): PlayedShare {
  const bounds = wilson(passed, of, 0.999);
  return { share: of === 0 ? null : passed / of, of, apart: bounds !== null && (paper < bounds.low || paper > bounds.high) };
}
