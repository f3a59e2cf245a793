import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { escapeControl, type Text } from "../../base/index.ts";
import { exitCode } from "../../verdict/index.ts";
import { allSchemas } from "../all-schemas.ts";
import { flag, textFlag, type Call } from "../call.ts";
import { openProject, shownPath } from "../project.ts";
import { readProjectGround } from "../read-rules.ts";
import { remark, sayFindings } from "../say-findings.ts";
import { readSettings } from "../settings.ts";
import { writeAll } from "../write-file.ts";

/** `policy-bench schema`: JSON Schemas (draft-07) for editors, from the types that the readers use. */
export async function schema(call: Call): Promise<number> {
  const settings = readSettings(call);
  const project = openProject(call.world);
  const { dictionary, diagnostics } = readProjectGround(project);
  sayFindings(diagnostics, settings, call.world);
  if (dictionary === undefined) return exitCode([{ kind: "cannot-run" }]);
  const schemas = await Promise.resolve(allSchemas(dictionary));
  const folder = textFlag(call, "write");
  const home = folder === undefined ? join(project.root, "rules", "schema") : resolve(call.world.cwd, folder);
  const files = Object.entries(schemas).map(([name, text]) => ({ path: join(home, name), text }));
  const shown = shownPath(project, home);
  if (flag(call, "check")) {
    const stale = files.filter(({ path, text }) => text !== textOf(path));
    for (const { path } of stale) say(call, { en: `out of date: ${shownPath(project, path)}`, zh: `已过期：${shownPath(project, path)}` });
    if (stale.length > 0) remark({ en: "write them anew with: policy-bench schema", zh: "请运行 policy-bench schema 重新生成" }, settings, call.world);
    return exitCode(stale.map(() => ({ kind: "diagnostic", level: "error" })));
  }
  writeAll(files);
  remark({ en: `${files.length} schemas written to ${shown}`, zh: `已将 ${files.length} 个 Schema 写入 ${shown}` }, settings, call.world);
  return 0;
}

/** A finding of `--check`: said under --quiet too. */
function say(call: Call, text: Text): void {
  call.world.stderr.write(`${escapeControl(text[readSettings(call).lang.value])}\n`);
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
