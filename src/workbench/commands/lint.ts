import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { repairText, type LintLevels } from "../../policy/index.ts";
import { flag, textFlag, type Call } from "../call.ts";
import { lintCases } from "../checks/lint-cases.ts";
import { explainLint, listLint } from "../explain-lint.ts";
import { keepWatching } from "../keep-watching.ts";
import { lintFiles, type LintResult } from "../lint-files.ts";
import { lintLevels } from "../lint-levels.ts";
import { openProject, type Project } from "../project.ts";
import { replayedFinding } from "../replay-proof.ts";
import { findingsRequest, reportFindings, type FindingsRequest } from "../report-findings.ts";
import { remark } from "../say-findings.ts";
import { readSettings } from "../settings.ts";
import { textOptions } from "../text-options.ts";
import type { Settings } from "../world.ts";
import { writeAll } from "../write-file.ts";

/** `policy-bench lint [path…]`: findings in rule, law, scenario and dictionary files. Silence is success. */
export async function lint(call: Call): Promise<number> {
  const settings = readSettings(call);
  const levels = lintLevels(settings);
  const code = textFlag(call, "explain");
  if (code !== undefined || flag(call, "list")) {
    const text = code === undefined ? listLint(levels, textOptions(settings)) : explainLint(code, levels, textOptions(settings));
    call.world.stdout.write(text);
    return 0;
  }
  const request = findingsRequest(call);
  const result = await lintOnce(call, { settings, levels, request });
  return flag(call, "watch") ? await keepWatching({ call, settings, also: ["scenarios"], again: async () => await lintOnce(call, { settings, levels, request }) }) : result;
}

interface Linting {
  readonly settings: Settings;
  readonly levels: LintLevels;
  readonly request: FindingsRequest;
}

async function lintOnce(call: Call, { settings, levels, request }: Linting): Promise<number> {
  const project = openProject(call.world);
  const look = (): Required<LintResult> => lintFiles(project, call.operands, levels, flag(call, "proofs") ? "whole" : "quick");
  const first = look();
  const repaired = flag(call, "fix") ? repairAll(project, first, look) : { result: first, made: 0 };
  if (repaired.made > 0) remark({ en: `${repaired.made} findings repaired`, zh: `已修复 ${repaired.made} 处` }, settings, call.world);
  const { files, diagnostics, proved } = repaired.result;
  for (const { policy, findings } of proved) for (const finding of findings) await replayedFinding(policy, finding);
  const reported = reportFindings(lintCases({ files, diagnostics }), request, { call, settings });
  if (diagnostics.length > 0 && request.format === "pretty") {
    const looked = files.length === 1 ? { en: "1 file was read", zh: "已检查 1 个文件" } : { en: `${files.length} files were read`, zh: `已检查 ${files.length} 个文件` };
    remark(looked, settings, call.world);
  }
  return reported.code;
}

/** Repairs within repairs come to light one after the other; so many rounds are enough for what people write. */
const mostRounds = 10;

/** Makes every repair there is, file by file, until a look finds none. */
function repairAll(project: Project, first: Required<LintResult>, look: () => Required<LintResult>): { readonly result: Required<LintResult>; readonly made: number } {
  let result = first;
  let made = 0;
  for (let round = 0; round < mostRounds && result.repairs.length > 0; round++) {
    const files = [...new Set(result.repairs.map(({ file }) => file))].map((file) => {
      const path = resolve(project.root, file);
      const written = readFileSync(path, "utf8");
      // The reader leaves a byte-order mark out, and so do places; it is kept.
      const mark = written.startsWith("\ufeff") ? "\ufeff" : "";
      const fixed = repairText(written.slice(mark.length), result.repairs.filter((one) => one.file === file).map(({ repair }) => repair));
      return { path, text: mark + fixed.text, made: fixed.made };
    });
    writeAll(files);
    made += files.reduce((sum, one) => sum + one.made, 0);
    result = look();
  }
  return { result, made };
}
