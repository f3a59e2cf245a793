import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { exitCode, validationFindings, type ValidationReport } from "../../verdict/index.ts";
import { validation } from "../../view/index.ts";
import { textFlag, type Call } from "../call.ts";
import { formatOf } from "../format.ts";
import { jsonText } from "../json-text.ts";
import { parseCount } from "../parse-count.ts";
import { progressLine } from "../progress.ts";
import { levelOf } from "../report-findings.ts";
import { remark } from "../say-findings.ts";
import { readSettings } from "../settings.ts";
import { textOptions } from "../text-options.ts";
import { calibrated, ladder } from "../validate/ladder.ts";
import { openLab } from "../validate/lab.ts";
import { publishedFiles, type ReadTable } from "../validate/published-tables.ts";
import { UsageError } from "../world.ts";

/**
 * `policy-bench validate`: the simulator against closed forms, itself and published figures. Exit 1 where the simulator
 * is at fault, 3 where a check is undecided; a published range that is missed is a warning.
 */
export async function validate(call: Call): Promise<number> {
  const { world } = call;
  const settings = readSettings(call);
  const format = formatOf(call, ["pretty", "json"]);
  const failLevel = levelOf(textFlag(call, "failLevel"));
  const wanted = patternOf(call);
  const seed = textFlag(call, "seed") ?? "validate";
  const customers = parseCount(textFlag(call, "customers") ?? "8000", "--customers");
  if (customers < 1) throw new UsageError({ en: "--customers is 0; a band needs somebody", zh: "--customers 为 0；检验公开区间至少需要一位客户" });
  // The simulator is examined on the shipped files, whatever project the user stands in.
  const lab = openLab({ root: world.packageRoot, shipped: true, world }, seed);
  const line = progressLine(world, { lang: settings.lang.value, quiet: settings.quiet, unit: { en: "rungs", zh: "级" } });
  const table = tablesIn(call);
  const lines: ValidationReport["lines"][number][] = [];
  const asked = rungsOf(textFlag(call, "run"));
  for (const [done, { run }] of asked.entries()) {
    lines.push(...run({ lab, customers, table }).filter(({ name }) => wanted === undefined || wanted.test(name)));
    line.update(done + 1, asked.length + 1);
    // Lets keys and signals through between rungs.
    await new Promise((resolve) => setImmediate(resolve));
  }
  const report: ValidationReport = { schemaVersion: 1, seed, customers, lines, calibration: wanted === undefined ? calibrated({ lab, customers }) : null };
  line.end();
  if (wanted !== undefined && lines.length === 0) remark({ en: `--run \`${wanted.source}\` matches no check; without it every check is told by its name`, zh: `--run \`${wanted.source}\` 不匹配任何检验；去掉它即可看到全部检验的名称` }, settings, world);
  world.stdout.write(format === "json" ? jsonText(report) : validation(report, textOptions(settings)));
  return exitCode(validationFindings(lines), failLevel);
}

/** `--data`: a folder with published data. One that has none of them is a UsageError. */
function tablesIn(call: Call): ReadTable {
  const folder = textFlag(call, "data");
  if (folder === undefined) return () => undefined;
  const path = resolve(call.world.cwd, folder);
  const tables = publishedFiles.filter((file) => existsSync(join(path, file)));
  if (tables.length === 0)
    throw new UsageError({
      en: `--data \`${folder}\` has none of ${publishedFiles.join(", ")}`,
      zh: `--data \`${folder}\` 中没有以下任何文件：${publishedFiles.join("、")}`,
    });
  return (file) => (tables.includes(file) ? readFileSync(join(path, file), "utf8").trim().split(/\r?\n/u).map((line) => line.split(",")) : undefined);
}

/** A pattern that begins with the name of a rung is about that rung alone; any other is about all. */
function rungsOf(pattern: string | undefined): typeof ladder {
  const start = pattern?.replace(/^\^/u, "") ?? "";
  const named = ladder.filter(({ rung }) => start.startsWith(rung));
  return named.length === 0 ? ladder : named;
}

/** `--run`: checks whose name matches. */
function patternOf(call: Call): RegExp | undefined {
  const written = textFlag(call, "run");
  if (written === undefined) return undefined;
  try {
    return new RegExp(written, "u");
  } catch {
    throw new UsageError({ en: `--run \`${written}\` is no regular expression`, zh: `--run \`${written}\` 不是正则表达式` });
  }
}
