import type { Diagnostic } from "../../base/index.ts";
import { exitCode } from "../../verdict/index.ts";
import { compactDiagnostics, jsonDiagnostics, prettyDiagnostics, type TextOptions } from "../../view/index.ts";
import { flag, textFlag, type Call } from "../call.ts";
import { lintFiles } from "../lint-files.ts";
import { textOptions } from "../outputs.ts";
import { openProject } from "../project.ts";
import { remark } from "../say-findings.ts";
import { readSettings } from "../settings.ts";
import { UsageError } from "../world.ts";

const renderers: Readonly<Record<string, (diagnostics: readonly Diagnostic[], options: TextOptions) => string>> = {
  pretty: prettyDiagnostics,
  compact: compactDiagnostics,
  json: (diagnostics) => jsonDiagnostics(diagnostics),
};

/** `policy-bench lint [path…]`: findings in rule, law, scenario and dictionary files. Silence is success. */
export async function lint(call: Call): Promise<number> {
  const settings = readSettings(call);
  const format = flag(call, "json") ? "json" : (textFlag(call, "format") ?? "pretty");
  const render = Object.hasOwn(renderers, format) ? renderers[format] : undefined;
  if (render === undefined) {
    const formats = Object.keys(renderers);
    throw new UsageError({
      en: `lint has no format \`${format}\`; there are ${formats.join(", ")}`,
      zh: `lint 没有格式 \`${format}\`；可用：${formats.join("、")}`,
    });
  }
  const { diagnostics, files } = await Promise.resolve(lintFiles(openProject(call.world), call.operands));
  if (diagnostics.length > 0 || format === "json") call.world.stdout.write(render(diagnostics, textOptions(settings)));
  if (format !== "json") remark({ en: `${files} files, ${diagnostics.length} findings`, zh: `${files} 个文件，${diagnostics.length} 处发现` }, settings, call.world);
  return exitCode(diagnostics.map(({ level }) => ({ kind: "diagnostic", level })));
}
