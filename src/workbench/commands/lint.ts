import { exitCode } from "../../verdict/index.ts";
import { compactDiagnostics, jsonDiagnostics, prettyDiagnostics } from "../../view/index.ts";
import type { Call } from "../call.ts";
import { formatOf } from "../format.ts";
import { safeJson } from "../json-text.ts";
import { lintFiles } from "../lint-files.ts";
import { textOptions } from "../text-options.ts";
import { openProject } from "../project.ts";
import { remark } from "../say-findings.ts";
import { readSettings } from "../settings.ts";

const renderers = {
  pretty: prettyDiagnostics,
  compact: compactDiagnostics,
  json: (diagnostics) => safeJson(jsonDiagnostics(diagnostics)),
} as const satisfies Record<string, typeof prettyDiagnostics>;

/** `policy-bench lint [path…]`: findings in rule, law, scenario and dictionary files. Silence is success. */
export async function lint(call: Call): Promise<number> {
  const settings = readSettings(call);
  const format = formatOf(call, ["pretty", "compact", "json"]);
  const { diagnostics, files } = await Promise.resolve(lintFiles(openProject(call.world), call.operands));
  if (diagnostics.length > 0 || format === "json") call.world.stdout.write(renderers[format](diagnostics, textOptions(settings)));
  if (diagnostics.length > 0 && format === "pretty") {
    const looked = files === 1 ? { en: "1 file was read", zh: "已检查 1 个文件" } : { en: `${files} files were read`, zh: `已检查 ${files} 个文件` };
    remark(looked, settings, call.world);
  }
  return exitCode(diagnostics.map(({ level }) => ({ kind: "diagnostic", level })));
}
